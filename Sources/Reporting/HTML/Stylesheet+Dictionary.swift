extension Stylesheet {
    /// What the pages of the dictionary need beside the style of all.
    static let dictionary: HTML = """
        section>p,.measure>p{max-width:46em}
        section>h3{margin:2rem 0 .4rem}
        h3 .unit{font-weight:400;color:var(--muted);font-size:.875rem}
        .glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));\
        gap:.9rem 1.5rem;margin-top:1.4rem}
        .glance div{border-top:4px solid var(--blue);padding-top:.4rem}
        .glance dt{font-size:.8125rem;color:var(--muted)}
        .glance dd{font-weight:600}
        .proposed{background:var(--warn);border-left:5px solid var(--orange);padding:.5rem .8rem;\
        margin-top:1rem;max-width:46em}
        .formula{font-size:1.0625rem;margin-bottom:.75rem;padding:.9rem 1rem;background:var(--band);\
        border-radius:3px;max-width:none!important;display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .6rem}
        .fraction{display:inline-flex;flex-direction:column;text-align:center;min-width:0}
        .fraction span:first-child{border-bottom:2px solid var(--ink);padding:0 .5rem .25rem}
        .fraction span:last-child{padding:.25rem .5rem 0}
        .fraction .over{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        section>ul{padding-left:1.25rem;max-width:48em}
        section>ul li{margin-top:.35rem}
        section>ol{padding-left:1.75rem;max-width:48em}
        ol li{margin-top:.35rem}
        dd ul,dd ol{padding-left:1.1rem}
        .reading li,dd li{margin-top:.3rem}
        .measure{margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--rule)}
        h2+.measure{border-top:0;padding-top:0;margin-top:0}
        .measure .columns{margin:.6rem 0;gap:.5rem 3rem;max-width:60rem}
        .measure .columns ul{padding-left:1.1rem}
        .measure .columns h4{margin-top:.3rem}
        .measure .pairs{margin-top:.75rem}
        code{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.875em;overflow-wrap:anywhere}
        .reading{width:100%;font-size:.9375rem;margin-bottom:1.25rem}
        .reading caption{text-align:left;color:var(--muted);font-size:.8125rem;padding-bottom:.3rem}
        .reading th,.reading td{text-align:left;vertical-align:top;padding:.4rem 1.25rem .4rem 0;\
        border-bottom:1px solid var(--rule);overflow-wrap:break-word}
        .reading td:last-child{padding-right:0}
        .reading thead th{border-bottom:2px solid var(--ink);font-size:.8125rem}
        .reading tbody th{font-weight:600;min-width:9rem}
        .reading ul{padding-left:1.1rem}
        .reading .head{display:none}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .reading.catalogue{table-layout:fixed}
        .catalogue thead th:first-child{width:32%}
        .catalogue thead th:nth-child(2){width:36%}
        .measure>h3{margin-bottom:.3rem}
        p+.reading{margin-top:.9rem}
        @media (max-width:40rem){.reading,.reading tbody,.reading tr,.reading th,.reading td{display:block}
        .reading caption:not(.unseen){display:block}
        .reading thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .reading tr{border-bottom:1px solid var(--rule);padding:.5rem 0}
        .reading tbody th,.reading td{border:0;padding:.1rem 0;min-width:0}
        .reading td:empty{display:none}
        .reading .head{display:inline;color:var(--muted)}}
        @media print{html{font-size:9.2pt}
        .reading tr,.measure h3,.formula{break-inside:avoid}
        .reading,.pairs,.glance{font-size:8.4pt}
        .pairs{line-height:1.3}}

        """
}
