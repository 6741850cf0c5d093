"""What the Swift readers take: lists of keys and closed lists of words, read from the sources."""

import re

# A table that people write: its name, the source that reads it, the text in that source after
# which its keys stand, how many lists of texts to pass over there, the schema, the way to it.
METRIC_FORMULA = ["$defs", "formula", "properties"]
DEFINITION = "MetricSpec/DefinitionReader.swift"
FORMULA = "MetricSpec/FormulaReader.swift"
LISTS = "MetricSpec/ListReader.swift"
RECOGNITION = "MetricSpec/RecognitionReader.swift"
METRIC = "MetricSpec/MetricReader.swift"
BY_ID = "additionalProperties"
LEDGER = "Submission/Mapping/MappingReader+Ledger.swift"
NEIGHBOURS = "Consortium/PeerGroupReader+Neighbours.swift"
LIKENESS = ["properties", "neighbours"]
READERS = [
    ("standard", "MetricSpec/StandardReader.swift", "let headerKeys", 0, "standard", []),
    ("units", LISTS, "func readUnits(", 0, "units", []),
    ("dimension", LISTS, "func readUnits(", 1, "units", ["properties", "dimensions", BY_ID]),
    ("unit", LISTS, "func unit(", 0, "units", ["properties", "units", BY_ID]),
    ("services", LISTS, "func readServices(", 0, "services", []),
    ("service", LISTS, "func readServices(", 1, "services", ["properties", "services", BY_ID]),
    ("breakdowns", LISTS, "func readBreakdowns(", 0, "breakdowns", []),
    ("breakdown", LISTS, "func breakdown(", 0, "breakdowns", ["properties", "breakdowns", BY_ID]),
    ("group", LISTS, "func breakdown(", 1, "breakdowns",
     ["properties", "breakdowns", BY_ID, "properties", "values", BY_ID]),
    ("prices", LISTS, "func readPrices(", 0, "prices", []),
    ("price series", LISTS, "func readPrices(", 1, "prices", ["properties", "series", BY_ID]),
    ("proposal", LISTS, "func readProposal(", 0, "proposal", []),
    ("terms of a proposal", LISTS, "func readProposal(", 1, "proposal", ["properties", "proposal"]),
    ("recognition", RECOGNITION, "func read(", 0, "recognition", []),
    ("level", RECOGNITION, "func level(", 0, "recognition", ["properties", "levels", "items"]),
    ("rule", RECOGNITION, "func rule(", 0, "recognition", ["properties", "rules", "items"]),
    ("coverage", RECOGNITION, "func coverage(", 0, "recognition",
     ["properties", "rules", "items", "properties", "coverage"]),
    ("practice", RECOGNITION, "func practice(", 0, "recognition",
     ["properties", "rules", "items", "properties", "practice"]),
    ("plausible", DEFINITION, "func plausibility(", 0, "definition", ["$defs", "plausible"]),
    ("plausible year", DEFINITION, "func plausibility(", 1, "definition",
     ["$defs", "plausible", "properties", "year"]),
    ("change limit", DEFINITION, "func changeLimit(", 0, "definition", ["$defs", "change"]),
    ("ruling", DEFINITION, "func rulings(", 0, "definition", ["$defs", "rulings", "items"]),
    ("change", DEFINITION, "func change(", 0, "definition", ["$defs", "changes", "items"]),
    ("codes", "MetricSpec/Definition.swift", "static let lists", 0, "definition",
     ["$defs", "codes"]),
    ("measure", "MetricSpec/MeasureReader.swift", "static let keys", 0, "measures",
     ["$defs", "measure"]),
    ("metric", METRIC, "static let keys", 0, "metric", []),
    ("target", METRIC, "func target(", 0, "metric", ["properties", "target"]),
    ("meaningful difference", METRIC, "func difference(", 0, "metric",
     ["properties", "meaningful_difference"]),
    ("prices of a metric", METRIC, "func prices(", 0, "metric", ["properties", "prices"]),
    ("disclosure", METRIC, "func disclosure(", 0, "metric", ["properties", "disclosure"]),
    ("formula", FORMULA, "static let words", 0, "metric", ["$defs", "formula"]),
    ("difference", FORMULA, "func difference(", 0, "metric", METRIC_FORMULA + ["difference"]),
    ("ratio", FORMULA, "func ratio(", 0, "metric", METRIC_FORMULA + ["ratio"]),
    ("share", FORMULA, "func share(", 0, "metric", METRIC_FORMULA + ["share"]),
    ("mean", FORMULA, "func mean(", 0, "metric", METRIC_FORMULA + ["mean"]),
    ("percentile", FORMULA, "func percentile(", 0, "metric", METRIC_FORMULA + ["percentile"]),
    ("rate of change", FORMULA, "func rateOfChange(", 0, "metric",
     METRIC_FORMULA + ["rate_of_change"]),
    ("index", FORMULA, "func index(", 0, "metric", METRIC_FORMULA + ["index"]),
    ("direct rate", FORMULA, "func direct(", 0, "metric",
     METRIC_FORMULA + ["direct_standardised"]),
    ("indirect ratio", FORMULA, "func indirect(", 0, "metric",
     METRIC_FORMULA + ["indirect_standardised"]),
    ("consortium", "Consortium/ConsortiumHeader.swift", "static let keys", 0, "consortium", []),
    ("neighbours", NEIGHBOURS, "func neighbours(", 0, "peer-group", LIKENESS),
    ("variable", NEIGHBOURS, "func variable(", 0, "peer-group",
     LIKENESS + ["properties", "variables", "items"]),
    ("eligible", NEIGHBOURS, "func eligibility(", 0, "peer-group",
     LIKENESS + ["properties", "eligible"]),
    ("mapping", "Submission/Mapping/MappingReader.swift", "static let keys", 0, "mapping", []),
    ("format", "Submission/Mapping/MappingReader+Format.swift", "static let keys", 0, "mapping",
     ["properties", "format"]),
    ("figure", "Submission/Mapping/MappingReader+Aggregation.swift", "func figure(", 0, "mapping",
     ["properties", "figures", "items"]),
    ("value", "Submission/Mapping/MappingReader+Columns.swift", "func wideValues(", 0, "mapping",
     ["properties", "values", "items"]),
    ("units of a file", "Submission/Mapping/UnitWord.swift", "func units(_ table", 0, "mapping",
     ["properties", "units", BY_ID]),
    ("posts", "Submission/Mapping/MappingReader+Aggregation.swift", "func posts(", 0, "mapping",
     ["properties", "posts"]),
    ("ledger", LEDGER, "func ledger(", 0, "mapping", ["properties", "ledger"]),
    ("segment", LEDGER, "func segments(", 0, "mapping",
     ["properties", "ledger", "properties", "segments", BY_ID]),
    ("line", LEDGER, "func line(", 0, "mapping",
     ["properties", "ledger", "properties", "lines", "items"]),
]

# A closed list of words: its Swift type, the source, the schema, the way to its words.
VOCABULARY = "MetricSpec/Vocabulary.swift"
BASIS = "MetricSpec/ValueBasis.swift"
WORDS = [
    ("MeasureKind", VOCABULARY, "measures", ["$defs", "measure", "properties", "kind"]),
    ("QuarterToYear", VOCABULARY, "measures",
     ["$defs", "measure", "properties", "quarter_to_year"]),
    ("CostRole", "MetricSpec/Measure.swift", "measures",
     ["$defs", "measure", "properties", "cost"]),
    ("Polarity", VOCABULARY, "metric", ["properties", "polarity"]),
    ("MetricKind", VOCABULARY, "metric", ["properties", "kind"]),
    ("Uncertainty", VOCABULARY, "metric", ["properties", "uncertainty"]),
    ("PopulationKind", "MetricSpec/Definition.swift", "metric",
     ["properties", "population", "oneOf", 0]),
    ("PopulationKind", "MetricSpec/Definition.swift", "services",
     ["properties", "services", BY_ID, "properties", "population"]),
    ("CostBasis", BASIS, "metric", ["properties", "cost_basis"]),
    ("AccountingBasis", BASIS, "metric", ["properties", "accounting_basis", "oneOf", 0]),
    ("CostBasis", BASIS, "mapping",
     ["properties", "cost_basis", "properties", "constant"]),
    ("AccountingBasis", BASIS, "mapping",
     ["properties", "accounting_basis", "properties", "constant"]),
    ("OverheadMethod", BASIS, "mapping",
     ["properties", "overhead_method", "properties", "constant"]),
    ("AuditStatus", BASIS, "mapping", ["properties", "audit_status", "properties", "constant"]),
    ("ComparisonReference", "MetricSpec/Metric.swift", "metric", ["properties", "compare"]),
    ("NeighbourTransform", "Consortium/NeighbourRule.swift", "peer-group",
     LIKENESS + ["properties", "variables", "items", "properties", "transform"]),
    ("GroupVisibility", "Consortium/PeerGroupReader.swift", "peer-group",
     ["properties", "visibility"]),
    ("PeerModes", NEIGHBOURS, "peer-group",
     LIKENESS + ["properties", "eligible", "properties", "modes"]),
    ("CoverageState", "MetricSpec/Recognition.swift", "recognition",
     ["properties", "rules", "items", "properties", "coverage", "properties", "of"]),
]

LIST = re.compile(r"\[\s*((?:\"[a-z_0-9]+\",?\s*)+)\]")


def keys(text, anchor, skipped):
    """The texts of the list that stands after an anchor; None where there is none."""
    if anchor not in text:
        return None
    lists = LIST.findall(text[text.index(anchor):])
    return set(re.findall(r'"([a-z_0-9]+)"', lists[skipped])) if len(lists) > skipped else None


def words(text, name):
    """The words of a Swift vocabulary; None where the source has none of that name."""
    match = re.search(r"enum %s: String, Vocabulary \{(.*?)\n\}" % name, text, re.DOTALL)
    if not match:
        return None
    cases = re.findall(r'^    case (\w+)(?: = "([a-z_]+)")?', match.group(1), re.MULTILINE)
    return {word or case for case, word in cases}


def part(schema, steps):
    """The part of a schema that a way of keys leads to."""
    for step in steps:
        schema = schema[step]
    return schema
