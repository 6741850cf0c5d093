import Foundation
import Testing

/// Compares text with a file under Snapshots/ that is named after its test.
///
/// With YARDSTICK_UPDATE_SNAPSHOTS=1 the file is written instead; the change
/// is then read in the diff.
func expectSnapshot(
    _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Snapshots").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["YARDSTICK_UPDATE_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return
    }
    guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record(
            "There is no snapshot \(name). Set YARDSTICK_UPDATE_SNAPSHOTS=1 to write it.",
            sourceLocation: sourceLocation)
        return
    }
    let difference = firstDifference(text, stored)
    #expect(
        difference == nil,
        "\(name) differs from its snapshot: \(difference ?? "")", sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, of both.
private func firstDifference(_ text: String, _ stored: String) -> String? {
    guard text != stored else { return nil }
    let (new, old) = (text.split(separator: "\n"), stored.split(separator: "\n"))
    for (number, (left, right)) in zip(new, old).enumerated() where left != right {
        return "line \(number + 1) is \(left), was \(right)"
    }
    return "it has \(new.count) lines, had \(old.count)"
}
