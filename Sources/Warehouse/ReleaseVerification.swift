/// Whether a release is what it was when it was frozen, and can be computed
/// again from what the store holds.
public struct ReleaseVerification: Sendable {
    public let release: Release
    /// In the order in which they are digested.
    public let tables: [Table]
    /// Whether the input that was put together again has the digest that the
    /// release noted.
    public let hasSameInput: Bool

    /// Whether all is as it was.
    public var holds: Bool { hasSameInput && tables.allSatisfy(\.holds) }

    /// One table of the release.
    public struct Table: Sendable {
        public let name: String
        /// When the release was frozen.
        public let rows: Int
        public let digest: String
        /// What the table holds now.
        public let storedDigest: String
        /// What the public's table holds; nil for a release of members.
        public let openDigest: String?
        /// What the computation gave again.
        public let rebuiltDigest: String
        /// A few rows that only one of the two has: `stored: ...` or
        /// `rebuilt: ...`, by the names of their columns.
        public let differences: [String]

        public var isUntouched: Bool {
            storedDigest == digest && (openDigest ?? digest) == digest
        }
        public var isRebuilt: Bool { rebuiltDigest == digest }
        public var holds: Bool { isUntouched && isRebuilt }
    }
}
