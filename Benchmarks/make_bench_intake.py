"""Files of one consortium in every layout, and the mappings that read them.

usage: make_bench_intake.py FOLDER

FOLDER is a consortium folder of make_bench_consortium.py with 2,500 cities
and 100 measures. Everything is invented and seeded.
"""
import os
import random
import sys
import zipfile

folder = sys.argv[1]
rng = random.Random(5)
QUARTERS = [f"{year}-Q{quarter}" for year in range(2000, 2005) for quarter in (1, 2, 3, 4)]
MEASURES = [f"m{m:03d}" for m in range(100)]


def write(name, lines):
    with open(os.path.join(folder, name), "w") as file:
        file.writelines(line + "\n" for line in lines)


def figure():
    return f"{rng.lognormvariate(6, 1.5):.2f}"


def mapping(name, text):
    os.makedirs(os.path.join(folder, "mappings"), exist_ok=True)
    write(f"mappings/{name}.yaml", [f"title: {name}", *text.strip().splitlines()])


write(
    "wide.csv",
    ["city,period," + ",".join(MEASURES)]
    + [
        f"us-{c:05d},{q}," + ",".join(figure() for _ in MEASURES)
        for c in range(2500)
        for q in QUARTERS
    ],
)
values = "\n".join(f"  - {{column: {m}, measure: bench/{m}}}" for m in MEASURES)
mapping(
    "wide",
    f"layout: wide\ncity: {{column: city}}\nperiod: {{column: period}}\nvalues:\n{values}",
)

write(
    "wide-by-period.csv",
    ["city,measure," + ",".join(QUARTERS)]
    + [
        f"us-{c:05d},{m}," + ",".join(figure() for _ in QUARTERS)
        for c in range(2500)
        for m in MEASURES
    ],
)
mapping(
    "wide-by-period",
    'layout: wide\ncity: {column: city}\nperiod: {header: "20*"}\n'
    "measure: {column: measure, prefix: bench/}",
)

write(
    "records.csv",
    ["case,city,opened,closed,category,district,channel,minutes"]
    + [
        f"{c},us-{rng.randrange(2500):05d},2026-0{rng.randrange(7, 10)}-{rng.randrange(1, 31):02d},"
        f"2026-10-{rng.randrange(1, 31):02d},{rng.choice(('noise', 'litter', 'light'))},"
        f"District {rng.randrange(12)},telephone,{rng.randrange(500)}"
        for c in range(1_000_000)
    ],
)
mapping(
    "records",
    "layout: records\ncity: {column: city}\nperiod: {date: opened}\nfigures:\n"
    "  - {measure: bench/m000, aggregate: count}\n"
    "  - {measure: bench/m001, aggregate: count, where: {category: noise}}\n"
    "  - {measure: bench/m002, aggregate: sum, column: minutes}\n"
    "ignore: [case, closed, district, channel]",
)

write(
    "ledger.csv",
    ["fund,account,name,debit,credit"]
    + [
        f"{rng.randrange(100, 110)},{5000 + a % 5000},Account {a % 5000},{figure()},"
        for a in range(500_000)
    ],
)
mapping(
    "ledger",
    'layout: ledger\ncity: {constant: us-00000}\nperiod: {constant: "2026-Q3"}\n'
    "ledger:\n  account: account\n  debit: debit\n  credit: credit\n  lines:\n"
    "    - {measure: bench/m000, accounts: 5000..6999}\n"
    "    - {measure: bench/m001, accounts: 7000..9999}\nignore: [fund, name]",
)

write(
    "positions.csv",
    ["post,title,share,from,until"]
    + [
        f"{p},Clerk,{rng.choice(('1', '0.5', '0.75'))},2020-01-01,"
        for p in range(500_000)
    ],
)
mapping(
    "positions",
    'layout: positions\ncity: {constant: us-00000}\nperiod: {constant: "2026-Q3"}\n'
    "posts: {share: share, from: from, until: until}\nfigures:\n"
    "  - {measure: bench/m000, aggregate: full-time-equivalents}\nignore: [post, title]",
)


def workbook(name, rows):
    """A workbook with shared strings, as spreadsheets write them."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strings = {}

    def cell(place, text):
        try:
            float(text)
            return f'<c r="{place}"><v>{text}</v></c>'
        except ValueError:
            return f'<c r="{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'

    with zipfile.ZipFile(os.path.join(folder, name), "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'{head}<worksheet xmlns="{main}"><sheetData>'.encode())
            for number, row in enumerate(rows, 1):
                cells = "".join(cell("ABCDE"[i] + str(number), text) for i, text in enumerate(row))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">'
            + "".join(f"<si><t>{text}</t></si>" for text in strings)
            + "</sst>",
        }
        for part, text in parts.items():
            archive.writestr(part, text if text.startswith("<?") else head + text)


def long_rows(count):
    yield ["city", "measure", "period", "value", "status"]
    for row in range(count):
        key = row // 20
        yield [
            f"us-{key // 100:05d}", MEASURES[key % 100], QUARTERS[row % 20], figure(),
            rng.choice(("e", "final")),
        ]


for count in (1, 100_000, 400_000):
    workbook(f"sheet-{count}.xlsx", long_rows(count))
mapping(
    "sheet",
    "format: {type: xlsx}\nlayout: long\ncity: {column: city}\nperiod: {column: period}\n"
    "measure: {column: measure, prefix: bench/}\nvalue: {column: value}\n"
    "status: {column: status, codes: {e: estimated, final: normal}}",
)
