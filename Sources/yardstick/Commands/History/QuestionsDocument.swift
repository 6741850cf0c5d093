import MetricSpec
import Submission
import Warehouse

/// The open questions of a submission, as JSON.
struct QuestionsDocument: Encodable {
    let schema = "yardstick/questions/1"
    let submission: Int
    let questions: [QuestionLine]
}

/// One question, with the command that answers it.
struct QuestionLine: Encodable {
    let rule: String
    let severity: String
    /// The file of an archive or folder; nil where there is none.
    let member: String?
    let sheet: String?
    let row: Int?
    let column: Int?
    let city: String
    let measure: String
    let breakdown: String
    let period: String
    let value: Double
    let message: String
    let command: String

    init(_ question: OpenQuestion) {
        let finding = question.finding
        rule = finding.rule
        severity = finding.severity.rawValue
        member = finding.member
        sheet = finding.sheet
        row = finding.row
        column = finding.column
        city = finding.city ?? ""
        measure = finding.measure ?? ""
        breakdown = question.breakdown
        period = finding.period?.text ?? ""
        value = question.value
        message = finding.message
        var command = "yardstick explain --city \(city) --measure \(measure) --period \(period)"
        if breakdown != "total" { command += " --breakdown \(breakdown)" }
        // A minus after a blank would be read as an option.
        let figure = PlainNumber.text(value)
        self.command = command + " --value\(value < 0 ? "=" : " ")\(figure) --text \"...\""
    }
}
