import MetricSpec

/// What only the standard can tell about a consortium folder: whether what it
/// names is there.
struct StandardAgreement {
    let consortium: Consortium
    let standard: Standard

    /// Reports every id that the folder names and the standard has not.
    func check(_ log: IssueLog) {
        let services = standard.services.map(\.id)
        for provision in consortium.provisions
        where standard.service(provision.service) == nil {
            log.add(
                issue(
                    "services.csv",
                    "the service \"\(provision.service)\" of city "
                        + "\"\(provision.city)\" is not in the standard.",
                    near: provision.service, among: services))
        }
        for group in consortium.peerGroups { check(group, log) }
        checkPrices(log)
        checkVerdicts(log)
    }

    private func check(_ group: PeerGroupRule, _ log: IssueLog) {
        let file = "peer-groups/\(group.id).yaml"
        for pattern in group.metrics ?? [] {
            let isThere = standard.metrics.contains { metric in
                pattern.hasSuffix("*")
                    ? metric.id.hasPrefix(pattern.dropLast()) : metric.id == pattern
            }
            if isThere { continue }
            log.add(
                issue(
                    file, "the metric \"\(pattern)\" is not in the standard.",
                    near: pattern, among: standard.metrics.map(\.id)))
        }
        if case .measureBand(let measure, _, _) = group.membership,
            standard.measure(measure) == nil
        {
            log.add(
                issue(
                    file, "the measure \"\(measure)\" is not in the standard.",
                    near: measure, among: standard.measures.map(\.id)))
        }
        if case .neighbours(let rule) = group.membership { check(rule, file, log) }
    }

    /// Peers are chosen by the place, never by how it performs.
    private func check(_ rule: NeighbourRule, _ file: String, _ log: IssueLog) {
        let known = Set(consortium.attributes.map(\.attribute))
        let others = rule.eligible.same + rule.eligible.bands.map(\.attribute)
        for name in rule.attributes + others {
            if standard.metric(name) != nil || standard.measure(name) != nil {
                log.add(
                    issue(
                        file,
                        "\"\(name)\" is a figure that cities report. Peers are chosen by "
                            + "attributes of the place, never by performance."))
            } else if !known.contains(name) {
                log.add(
                    issue(
                        file, "no city has the attribute \"\(name)\".", near: name,
                        among: known.sorted()))
            }
        }
        if let service = rule.eligible.service, standard.service(service) == nil {
            log.add(
                issue(
                    file, "the service \"\(service)\" is not in the standard.",
                    near: service, among: standard.services.map(\.id)))
        }
    }

    // MARK: Prices and practices

    private func checkPrices(_ log: IssueLog) {
        let known = standard.priceSeries.map(\.id)
        var named: Set<String> = []
        for point in consortium.prices
        where !known.contains(point.series) && named.insert(point.series).inserted {
            log.add(
                issue(
                    "prices.csv",
                    "the price series \"\(point.series)\" is not in the standard.",
                    near: point.series, among: known))
        }
    }

    private func checkVerdicts(_ log: IssueLog) {
        let rules = practiceRules
        for verdict in consortium.verdicts {
            guard let rule = rules[verdict.criterion] else {
                log.add(
                    issue(
                        "practices.csv",
                        "the criterion \"\(verdict.criterion)\" of city \"\(verdict.city)\" is "
                            + "no practice rule of the standard.",
                        near: verdict.criterion, among: rules.keys.sorted()))
                continue
            }
            let subject = "\"\(verdict.criterion)\" of city \"\(verdict.city)\""
            checkChecklist(verdict, subject, rule, log)
            checkEvidence(verdict, subject, rule, log)
        }
    }

    /// `met` takes evidence of a kind that counts, where any is named.
    private func checkEvidence(
        _ verdict: PracticeVerdict, _ subject: String, _ rule: PracticeRule, _ log: IssueLog
    ) {
        let kinds = verdict.evidenceKinds
        guard verdict.verdict == .met, !rule.evidence.isEmpty, !kinds.isEmpty,
            !kinds.contains(where: rule.evidence.contains)
        else { return }
        log.add(
            issue(
                "practices.csv",
                "\(subject) is met by \"\(verdict.evidence)\", which is no evidence that counts. "
                    + "Expected \(rule.evidence.joined(separator: ", ")), each with a colon and "
                    + "the place behind it, if any."))
    }

    /// A verdict must not say more than the checklist has, nor `met` where
    /// too little of it is fulfilled.
    private func checkChecklist(
        _ verdict: PracticeVerdict, _ subject: String, _ rule: PracticeRule, _ log: IssueLog
    ) {
        guard let fulfilled = verdict.fulfilled else { return }
        if fulfilled > rule.checklist.count {
            log.add(
                issue(
                    "practices.csv",
                    "\(subject): \(fulfilled) items are fulfilled, but the checklist has "
                        + "\(rule.checklist.count)."))
        } else if verdict.verdict == .met, fulfilled < rule.needed {
            log.add(
                issue(
                    "practices.csv",
                    "\(subject) is met with \(fulfilled) items fulfilled, but \(rule.needed) "
                        + "are needed."))
        }
    }

    private var practiceRules: [String: PracticeRule] {
        var rules: [String: PracticeRule] = [:]
        for rule in standard.recognition?.rules ?? [] {
            if case .practice(let practice) = rule.kind { rules[rule.id] = practice }
        }
        return rules
    }

    private func issue(
        _ file: String, _ message: String, near word: String = "", among words: [String] = []
    ) -> SpecIssue {
        var text = message
        if let near = Spelling.nearest(to: word, among: words) {
            text += " Did you mean \"\(near)\"?"
        }
        return SpecIssue(file: file, line: 0, column: 0, key: "", message: text)
    }
}
