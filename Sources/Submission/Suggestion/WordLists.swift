/// The vocabulary of headers: what is short for what, and what means the same.
enum WordLists {
    /// Words that tell nothing of a measure.
    static let empty: Set<String> = [
        "a", "aged", "all", "an", "and", "are", "as", "at", "by", "for", "from", "has", "have",
        "if", "in",
        "is", "its", "no", "nr", "number", "of", "on", "one", "or", "per", "published", "reported",
        "that", "the", "their",
        "those", "to", "total", "was", "were", "who", "whole", "with", "year", "count", "amount",
        "value", "figure", "period", "quarter", "date", "fy", "fye",
        "anzahl", "aus", "davon", "dem", "der", "des", "fuer", "gesamt", "im", "insgesamt", "je",
        "mit", "nach", "pro", "quartal", "und", "vom", "von", "zu", "zum", "zur",
        "antal", "antall", "av", "og", "som", "til",
    ]

    /// Short forms that stand for one or several words.
    static let short: [String: [String]] = [
        "acct": ["account"], "adj": ["adjusted"], "adm": ["administration"],
        "admin": ["administration"], "amt": ["amount"], "apps": ["application"],
        "assd": ["assessed"], "avg": ["average"], "bal": ["balance"], "bldg": ["building"],
        "bldgs": ["building"], "cap": ["capital"], "coll": ["collected"], "curr": ["current"],
        "del": ["delinquent"], "dept": ["department"], "emp": ["employee"],
        "ems": ["medical"], "est": ["estimate"], "exp": ["expenditure"],
        "expend": ["expenditure"], "ft": ["feet"], "fte": ["fulltime"], "gf": ["general", "fund"],
        "gov": ["government"], "govt": ["government"], "hh": ["household"], "hrs": ["hour"],
        "hr": ["hour"], "inc": ["income"], "inv": ["invoice"], "liab": ["liability"],
        "maint": ["maintenance"], "med": ["median"], "mgmt": ["management"], "mi": ["mile"],
        "mins": ["minute"], "min": ["minute"], "mo": ["month"], "muni": ["municipal"],
        "num": ["number"], "op": ["operating"], "oper": ["operating"],
        "opex": ["operating", "expenditure"], "capex": ["capital", "expenditure"],
        "ot": ["overtime"], "pct": ["percent"], "perc": ["percent"], "pol": ["police"],
        "pop": ["population"], "prop": ["property"], "pub": ["public"], "qty": ["quantity"],
        "rec": ["recreation"], "recd": ["received"], "req": ["request"], "reqs": ["request"],
        "resp": ["response"], "rev": ["revenue"], "sched": ["scheduled"], "sq": ["square"],
        "svc": ["service"], "svcs": ["service"], "temp": ["temporary"], "tot": ["total"],
        "unempl": ["unemployment"], "veh": ["vehicle"], "yr": ["year"], "yrs": ["year"],
        "p1": ["priority"], "pri": ["priority"],
    ]

    /// Two words that are written as one.
    static let joined: [String: String] = [
        "inter gov": "intergovernmental", "inter government": "intergovernmental",
        "full time": "fulltime", "on time": "ontime", "in time": "ontime", "e mail": "email",
        "contact center": "callcentre", "contact centre": "callcentre",
        "call center": "callcentre", "call centre": "callcentre", "311 call": "callcentre",
        "labor force": "labourforce", "labour force": "labourforce",
        "job less": "unemployed", "per capita": "perhead", "per head": "perhead",
    ]

    /// Words that mean the same in headers, each with the one that stands for
    /// them.
    static let same: [String: String] = [
        "percent": "share", "percentage": "share", "proportion": "share", "rate": "share",
        "ratio": "share", "perhead": "share", "spending": "expenditure", "spend": "expenditure",
        "expense": "expenditure",
        "outlay": "expenditure", "outturn": "expenditure", "disbursement": "expenditure",
        "labor": "labour", "center": "centre", "license": "licence", "licensed": "licence",
        "enrollment": "enrolment", "curb": "kerb", "program": "programme", "color": "colour",
        "ton": "tonne", "metric": "tonne", "meter": "metre", "staffing": "staff",
        "personnel": "staff", "officer": "officer", "offense": "crime", "offence": "crime",
        "received": "received", "incoming": "received", "offered": "received",
        "town": "city", "municipality": "city", "municipal": "city", "resolved": "closed",
        "completed": "closed", "timely": "ontime", "within": "ontime", "punctual": "ontime",
        "vacancy": "vacant", "vacancie": "vacant", "garbage": "refuse", "trash": "refuse",
        "rubbish": "refuse", "recyclable": "recycling", "recyclate": "recycling",
        "recycled": "recycling", "compost": "organic", "biowaste": "organic",
        "upkeep": "maintenance", "abandoned": "abandoned", "dropped": "abandoned",
        "unemployment": "unemployed", "jobless": "unemployed", "street": "street",
        "road": "street", "automobile": "vehicle", "car": "vehicle", "inhabitant": "resident",
        "death": "death", "killed": "death", "fatality": "death", "fatal": "death",
        "injured": "injury", "wounded": "injury", "casualtie": "casualty",
        "sickness": "sick", "illness": "sick", "ill": "sick", "supplied": "supplied",
        "produced": "supplied", "delivered": "supplied", "loss": "lost", "losse": "lost",
        "leakage": "lost", "dwelling": "home", "adequacy": "adequacy", "teacher": "teacher",
        "headcount": "employee", "worker": "employee", "bill": "invoice",
    ]

    /// Words that make another figure of the one that they stand beside.
    static let qualifiers: Set<String> = [
        "average", "budget", "budgeted", "change", "cumulative", "deficit", "forecast", "gross",
        "growth", "index", "lost", "margin", "mean", "median", "net", "ontime", "planned",
        "previous", "prior", "rank", "share", "square", "surplus", "target", "vacant", "ytd",
    ]

    /// Words that turn a name into that of the rest.
    private static let negations: Set<String> = [
        "not", "non", "without", "except", "excluding", "other",
    ]

    /// Whether one of some words takes something out.
    static func isNegated(_ words: [String]) -> Bool { words.contains(where: negations.contains) }

    /// Letters with accents, and signs, as they are compared.
    static let letters: [Character: String] = {
        let groups: [(String, String)] = [
            ("àáâãå", "a"), ("ÀÁÂÃÅ", "A"), ("èéêë", "e"), ("ÈÉÊË", "E"), ("ìíîï", "i"),
            ("ÌÍÎÏ", "I"), ("òóôõø", "o"), ("ÒÓÔÕØ", "O"), ("ùúû", "u"), ("ÙÚÛ", "U"),
            ("ç", "c"), ("Ç", "C"), ("ñ", "n"), ("Ñ", "N"), ("ä", "ae"), ("Ä", "Ae"),
            ("ö", "oe"), ("Ö", "Oe"), ("ü", "ue"), ("Ü", "Ue"), ("ß", "ss"), ("æ", "ae"),
            ("Æ", "Ae"), ("≤", "<="), ("–", "-"), ("—", "-"), ("’", "'"),
        ]
        var table: [Character: String] = [:]
        for (letters, plain) in groups { for letter in letters { table[letter] = plain } }
        return table
    }()
}
