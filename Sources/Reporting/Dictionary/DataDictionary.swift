public import MetricSpec

/// Makes the pages by which people read a metric standard.
///
/// Pure: the same standard gives the same bytes. Links are relative, so that
/// the folder can be moved, mailed or put on a server as it is.
public enum DataDictionary {
    /// All files of the dictionary: `index.html`, a page a metric, domain and
    /// proposal, and `dictionary.csv` with a row a measure and metric.
    ///
    /// Names are without a folder, each once; bytes are UTF-8.
    public static func files(of standard: Standard) -> [(name: String, bytes: [UInt8])] {
        let lookup = Lookup(standard)
        var pages = [HTMLPage(fileName: "index.html", content: ContentsPage(lookup: lookup).html)]
        for domain in DictionaryDomain.all(of: standard) {
            pages.append(
                HTMLPage(
                    fileName: Lookup.file(ofDomain: domain.id),
                    content: DomainPage(domain: domain, lookup: lookup).html))
        }
        for metric in standard.metrics {
            pages.append(
                HTMLPage(
                    fileName: Lookup.file(ofMetric: metric.id),
                    content: MetricPage(metric: metric, lookup: lookup).html))
        }
        for proposal in standard.proposals {
            let lookup = Lookup(lookup, proposal: proposal)
            pages.append(
                HTMLPage(
                    fileName: Lookup.file(ofProposal: proposal.metric.id),
                    content: MetricPage(metric: proposal.metric, lookup: lookup).html))
        }
        return pages.map { ($0.fileName, $0.bytes) }
            + [(DictionaryTable.fileName, DictionaryTable.bytes(lookup))]
    }
}

/// A domain of a standard with what belongs to it.
struct DictionaryDomain: Sendable {
    let id: String
    let metrics: [Metric]
    let measures: [Measure]

    var title: String { Wording.domain(id) }

    /// The domains by name.
    static func all(of standard: Standard) -> [DictionaryDomain] {
        let metrics = Dictionary(grouping: standard.metrics, by: \.domain)
        let measures = Dictionary(grouping: standard.measures, by: \.domain)
        return Set(metrics.keys).union(measures.keys).sorted().map { id in
            DictionaryDomain(id: id, metrics: metrics[id] ?? [], measures: measures[id] ?? [])
        }
    }

    /// A row a metric: title, question, unit, what is good.
    func table(_ lookup: Lookup, caption: String) -> HTML {
        guard !metrics.isEmpty else { return "" }
        return ReadingTable(
            caption: caption, heads: ["Metric", "Question", "Unit", "What is good"],
            rows: metrics.map { metric in
                [
                    lookup.link(metric.id), "\(metric.question)",
                    "\(lookup.words(ofUnit: metric.unit))",
                    "\(Wording.direction(metric, style: lookup.style(metric.unit)))",
                ]
            }, isCaptionHidden: true, shape: .catalogue
        ).html
    }
}

extension PageFrame {
    /// The frame of a page of the dictionary.
    init(dictionary title: String, of standard: Standard) {
        self.init(
            title: "\(title): \(standard.title)",
            colophon: "\(standard.title) · \(standard.id) \(standard.version)",
            style: Stylesheet.dictionary)
    }

    /// The links at the foot of a page of the dictionary.
    static func dictionaryLinks(domain: String?) -> HTML {
        let back: HTML =
            domain.map {
                "<a href=\"\(Lookup.file(ofDomain: $0))\">\(Wording.domain($0))</a> · "
            } ?? ""
        return """
            <p>\(back)<a href="index.html">Data dictionary</a> · \
            <a href="\(DictionaryTable.fileName)">All definitions as a table (CSV)</a></p>
            """
    }
}
