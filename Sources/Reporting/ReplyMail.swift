/// Words the answer to a sender's file as the text of a mail.
enum ReplyMail {
    static func text(_ input: ReplyInput) -> String {
        var parts = ["\(input.headline).", input.nextStep]
        parts += input.notes
        for weight in ReplyInput.Weight.heaviestFirst {
            let groups = input.groups(weight)
            guard !groups.isEmpty else { continue }
            parts.append(
                ([weight.heading + ":"] + groups.map(item)).joined(separator: "\n\n"))
        }
        if let copy = input.copy {
            parts.append(
                "The file comes back as \(copy): each place is marked and has a note, and the "
                    + "first sheet lists them all. It is a copy to read; correct your own file.")
        }
        parts.append(ending(input))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func item(_ group: ReplyInput.Group) -> String {
        var text = "- \(group.title): \(group.whereWords).\n  \(group.problem)."
        if let remedy = group.remedy { text += "\n  What to do: \(remedy)." }
        return text
    }

    private static func ending(_ input: ReplyInput) -> String {
        let read =
            input.mapping.map {
                "Read with the mapping \"\($0)\": \(input.rows) rows, \(input.values) values. "
            } ?? ""
        let invented = input.isInvented ? " Its cities and figures are invented." : ""
        return "\(read)This answer was written by a program for \(input.consortium).\(invented)"
    }
}
