/// Words the paper for a meeting as Markdown, which is read as it stands too.
enum AgendaText {
    static func text(_ input: AgendaInput) -> String {
        let model = AgendaModel(input: input)
        var parts = ["# \(plain(input.consortium)): \(model.headline)", plain(model.lead)]
        for service in model.services { parts += section(service) }
        if !model.quiet.isEmpty {
            parts.append("Nothing to discuss: \(plain(model.quiet.joined(separator: ", "))).")
        }
        parts.append(AgendaModel.footnote)
        if input.isInvented { parts.append("The cities and all figures are invented.") }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func section(_ service: AgendaInput.Service) -> [String] {
        var parts = ["## \(plain(service.title))", "Cities: \(service.states)."]
        parts += list("Questions", service.queries.map(item))
        parts += list("Largest moves within a year", service.moves.map(item))
        parts += list("Unlikely figures", service.flagged.map(item))
        return parts
    }

    private static func list(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["### \(title)", items.joined(separator: "\n")]
    }

    private static func item(_ query: AgendaInput.Query) -> String {
        "- **\(plain(AgendaModel.name(query.figure)))** (question \(query.number), waits for "
            + "\(query.waitsFor)): \(AgendaModel.figures(query))" + said(query.thread)
    }

    private static func item(_ move: AgendaInput.Move) -> String {
        "- **\(plain(AgendaModel.name(move.figure)))**: \(AgendaModel.change(move)), "
            + AgendaModel.figures(move) + said(move.said)
    }

    private static func item(_ flagged: AgendaInput.Flagged) -> String {
        "- **\(plain(AgendaModel.name(flagged.figure)))**: \(AgendaModel.value(flagged)). "
            + plain(flagged.reasons.joined(separator: " ")) + said(flagged.said)
    }

    private static func said(_ said: [AgendaInput.Said]) -> String {
        said.map { "\n  - \(plain($0.who)): \(plain($0.text))" }.joined()
    }

    /// Text that Markdown shows as it is, on one line.
    private static func plain(_ text: String) -> String {
        var plain = ""
        for character in text {
            if character.isNewline {
                plain += " "
                continue
            }
            if "\\`*_[]<>#|".contains(character) { plain += "\\" }
            plain.append(character)
        }
        return plain
    }
}
