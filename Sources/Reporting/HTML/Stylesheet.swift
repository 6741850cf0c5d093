/// The style of all pages: screen, phone, dark scheme, paper.
///
/// No font, picture or script is fetched. The palette is that of the UK
/// Government Analysis Function; colour never stands without words.
enum Stylesheet {
    static let css: HTML = """

        :root{color-scheme:light dark;--ink:#1b1f23;--muted:#565d64;--paper:#fff;--rule:#d5d9dd;\
        --blue:#12436D;--teal:#28A197;--plum:#801650;--orange:#F46A25;\
        --dot:#7b838b;--band:#12436d24;--warn:#fff4ea}
        @media (prefers-color-scheme:dark){:root{--ink:#e9edf0;--muted:#a9b3bc;--paper:#14191e;\
        --rule:#37414a;--blue:#8dbbe6;--teal:#45c3b8;--plum:#e68abb;\
        --orange:#ff9a66;--dot:#87929c;--band:#8dbbe62e;--warn:#33241a}}
        *{box-sizing:border-box}
        html{font:100%/1.45 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",\
        Arial,"Liberation Sans",system-ui,sans-serif;-webkit-text-size-adjust:100%}
        body{margin:0 auto;padding:0 1.25rem 3rem;max-width:72rem;color:var(--ink);\
        background:var(--paper);overflow-wrap:break-word}
        a{color:var(--blue);text-underline-offset:.15em}
        a:focus-visible,.scroll:focus-visible{outline:3px solid var(--orange);outline-offset:2px}
        .skip{position:absolute;left:-100vw}
        .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:1}
        h1,h2,h3,h4,p,ul,ol,dl,dd{margin:0}
        h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.25rem);line-height:1.18;letter-spacing:-.012em;\
        font-weight:700;max-width:30em;text-wrap:balance}
        h2{font-size:1.25rem;line-height:1.25;padding-top:.6rem;border-top:2px solid var(--blue);\
        margin:2.5rem 0 1rem}
        h3{font-size:1rem;line-height:1.35}
        h4{font-size:.875rem;margin-top:.75rem}
        .muted,.about,.source,.note,.eyebrow{color:var(--muted)}
        .eyebrow{margin:1.75rem 0 .5rem;font-size:.875rem}
        .lead{margin-top:.9rem;max-width:46em}
        .tiles{list-style:none;padding:0;margin-top:1.4rem;display:grid;\
        grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:1rem 1.25rem}
        .tiles li{border-top:4px solid var(--rule);padding-top:.45rem}
        .tiles li.best{border-color:var(--teal)}
        .tiles li.worst{border-color:var(--plum)}
        .tiles li.neutral{border-color:var(--blue)}
        .tiles b{display:block;font-size:1.9rem;line-height:1.05;font-variant-numeric:tabular-nums}
        .tiles span{font-size:.875rem;line-height:1.3;display:block}
        .recognition{margin-top:1.2rem;padding:.5rem .8rem;border-left:5px solid var(--blue);background:var(--band);max-width:56em}
        .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.25rem 3rem}
        .look ol{padding-left:1.25rem;margin-top:.35rem}
        .look li{margin-top:.45rem}
        .note{margin-top:.75rem;font-size:.875rem}
        nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;margin-top:1.75rem;font-size:.875rem}
        .key{margin-top:1rem;font-size:.875rem;color:var(--muted)}
        .sign{display:inline-block;vertical-align:middle;margin:0 .15em 0 .35em;background:var(--dot)}
        .dot{width:.55em;height:.55em;border-radius:50%}
        .square{width:.75em;height:.75em;background:var(--blue)}
        .hollow.sign{background:none;border:2px solid var(--blue)}
        .tick{width:2px;height:1.2em;background:var(--ink)}
        .half{width:1.6em;height:1em;background:var(--band);border-radius:2px}
        .metrics{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,27rem),1fr));gap:2.25rem 3rem}
        .metric{min-width:0}
        .finding{font-weight:400}
        .finding.best,.finding.worst{font-weight:600}
        .finding.best::before,.finding.worst::before{content:"\\25A0\\00A0";\
        content:"\\25A0\\00A0" / "";color:var(--teal)}
        .finding.worst::before{color:var(--plum)}
        .about,.caveat{font-size:.8125rem;margin-top:.15rem}
        .figure{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-end;gap:.25rem 1rem;margin-top:.55rem}
        .value b{font-size:1.65rem;line-height:1.1;font-weight:650;font-variant-numeric:tabular-nums}
        .value span{color:var(--muted);font-size:.875rem}
        .past{display:flex;align-items:center;gap:.5rem;font-size:.75rem;flex-wrap:wrap}
        svg{display:block;overflow:visible}
        svg text{fill:var(--ink)}
        .strip{font-size:.75rem;margin-top:.5rem}
        .strip .axis{stroke:var(--rule)}
        .strip .band{fill:var(--band);fill-opacity:1}
        .strip .dots,.history .dots{fill:var(--dot)}
        .strip .dots circle{stroke:var(--paper);stroke-width:.6}
        .strip .dots .beyond{fill:none;stroke:var(--dot);stroke-width:1.5}
        .strip .many circle{fill-opacity:.55;stroke:none}
        .strip .median{stroke:var(--ink)}
        .strip .target{fill:var(--teal)}
        .strip .end-words,.strip .median-words{fill:var(--muted)}
        .strip .city-words{font-weight:650}
        .strip .absence{fill:var(--muted);font-style:italic}
        .city{fill:var(--blue);stroke:var(--paper)}
        .city rect{transform:translate(-.45em,0);stroke-width:1}
        .city line{stroke:var(--blue)}
        .city.hollow rect{fill:var(--paper);stroke:var(--blue);stroke-width:2}
        .city.best{fill:var(--teal)}
        .city.best line{stroke:var(--teal)}
        .city.worst{fill:var(--plum)}
        .city.worst line{stroke:var(--plum)}
        .history{width:7.5em;height:1.875em}
        .history g,.history .gap{stroke:var(--dot)}
        .history .dots{stroke:none}
        .history .now{fill:var(--blue)}
        .history .now.hollow{fill:var(--paper);stroke:var(--blue);stroke-width:1.5}
        .history .break{stroke:var(--ink)}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        .figures{display:block;font-size:.8125rem;margin-top:.35rem}
        .figures caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .figures tbody{display:flex;flex-wrap:wrap;gap:.35rem 1.3rem}
        .figures tr{display:flex;flex-direction:column}
        .figures th{font-weight:400;color:var(--muted);text-align:left;padding:0;font-size:.75rem}
        .figures td{padding:0}
        .others{width:100%;font-size:.75rem;margin-top:.5rem}
        .others caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .others th,.others td{padding:.15rem .6rem .15rem 0;text-align:left;vertical-align:top;border-top:1px solid var(--rule);font-weight:400}
        .others thead th{border-top:0;color:var(--muted)}
        .others td:nth-last-child(-n+2),.others thead th:nth-last-child(-n+2){text-align:right;white-space:nowrap}
        .groups th:first-child,.groups thead th:first-child{text-align:left;white-space:normal}
        .groups td:last-child{white-space:normal}
        .source{font-size:.75rem;margin-top:.35rem;overflow-wrap:anywhere}
        .pairs{font-size:.9375rem}
        .pairs div{display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:0 1.5rem;margin-bottom:.5rem}
        .pairs dt{font-weight:600}
        .pairs dd{max-width:48em;overflow-wrap:anywhere}
        .scroll{overflow-x:auto}
        .appendix table,.cities{width:100%;font-size:.8125rem}
        .appendix caption,.cities caption{text-align:left;color:var(--muted);margin-bottom:.4rem}
        .scroll caption span{display:block;max-width:calc(100vw - 2.5rem)}
        .scroll th,.scroll td{padding:.3rem .6rem;border-bottom:1px solid var(--rule);text-align:right;vertical-align:top}
        .scroll th:first-child{text-align:left;padding-left:0}
        .scroll thead th{vertical-align:bottom;border-bottom:2px solid var(--ink)}
        .scroll tbody th{font-weight:600}
        .appendix .muted{font-weight:400}
        .cities{font-size:.9375rem}
        .cities td{white-space:nowrap}
        .cities .bar{display:inline-block;margin-right:.6rem;vertical-align:middle}
        .bar .filled{fill:var(--blue)}
        .bar .frame{stroke:var(--dot)}
        footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--rule);font-size:.8125rem;color:var(--muted)}
        @media (max-width:36rem){.cities .bar{display:block;margin:.35rem 0 0 auto}.pairs div{grid-template-columns:1fr}\
        .metrics{gap:2rem}}
        @media (forced-colors:active){.finding,.city,.now{forced-color-adjust:none}}
        \(paper)
        """

    /// Two sheets of A4 for about twenty metrics.
    private static let paper: HTML = """
        @page{size:A4;margin:11mm 12mm 13mm;@bottom-right{content:counter(page) " of " counter(pages);\
        font:7pt sans-serif;color:#565d64}}
        @media print{:root{color-scheme:light;--ink:#1b1f23;--muted:#4d545b;--paper:#fff;\
        --rule:#d5d9dd;--blue:#12436D;--teal:#28A197;--plum:#801650;\
        --orange:#F46A25;--dot:#7b838b;--band:#12436d24;--warn:#fff4ea}
        html{font-size:8.2pt;line-height:1.26}
        body{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        nav,.skip,footer p:has(a),.appendix,.about{display:none}
        a{color:inherit;text-decoration:none}
        h1{font-size:16pt}
        h2{font-size:10.5pt;margin:2.4mm 0 1.2mm;padding-top:.8mm;border-top-width:1.5pt;break-after:avoid}
        .eyebrow{margin:2mm 0 1mm}
        .lead{margin-top:1.5mm;max-width:none}
        .look{margin-top:-1mm}
        .look ol{margin-top:.6mm}
        .look li{margin-top:.7mm}
        .look li,.lead{font-size:8pt}
        .note{margin-top:.8mm;font-size:7.5pt}
        .recognition{margin-top:2mm;padding:1mm 2mm;font-size:8pt;max-width:none}
        .tiles{margin-top:2.5mm;display:flex;gap:4mm}
        .tiles li{flex:1;border-top-width:2pt;padding-top:.8mm}
        .tiles span{font-size:7.5pt}
        .tiles b{font-size:15pt}
        .columns{grid-template-columns:1fr 1fr;gap:2mm 8mm}
        .key{margin-top:1.5mm;font-size:7.5pt}
        .sheet{columns:2;column-gap:8mm;margin-top:2.5mm}
        .metrics{display:block}
        .metric{margin-bottom:2mm}
        .sheet>section:first-child h2{margin-top:0}
        .metric,.look,.pairs div{break-inside:avoid}
        .figure{margin-top:.6mm}
        .value b{font-size:12pt}
        .strip{margin-top:.4mm;height:4.6em}
        .figures{margin-top:.4mm}
        .figures tbody{gap:.4mm 2.6mm}
        .metric .source,.others{display:none}
        .pairs{font-size:6.9pt;line-height:1.25}
        .pairs div{display:block;margin-bottom:.7mm}
        .pairs dt,.pairs dd{display:inline}
        .pairs dt::after{content:". "}
        .pairs dd{max-width:none}
        footer{margin-top:2mm;padding-top:1mm;font-size:6.9pt}
        .scroll{overflow:visible}}
        """

    /// The banner of invented figures, and a line at the foot of each sheet.
    static let invented: HTML = """
        .invented{background:var(--warn);border-left:5px solid var(--orange);\
        padding:.5rem .8rem;margin:1rem 0 0;font-size:.875rem}
        @media print{.invented{margin-top:0;padding:1mm 2mm}}
        @page{@bottom-left{content:"Invented cities and figures";font:7pt sans-serif;color:#565d64}}
        """
}
