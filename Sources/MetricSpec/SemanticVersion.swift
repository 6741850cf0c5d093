/// A version of a standard: `major.minor.patch`.
public struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Another subject or a break that older data does not survive.
    public let major: Int
    /// New or changed definitions.
    public let minor: Int
    /// Corrections that change no number.
    public let patch: Int

    /// Reads three whole numbers with dots between; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            .map { wholeNumber($0) }
        guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2]
        else { return nil }
        (self.major, self.minor, self.patch) = (major, minor, patch)
    }

    /// As it is written.
    public var description: String { "\(major).\(minor).\(patch)" }

    /// Earlier versions come first.
    public static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }
}
