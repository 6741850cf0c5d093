/// What stops a use of the warehouse that is no fault of the database's.
///
/// Faults of the database itself are `PostgresError`s.
public struct WarehouseError: Error, Sendable, CustomStringConvertible {
    /// What kind of fault it is.
    public enum Kind: Sendable {
        /// The database has another schema version than this program.
        case schemaVersion
        /// A migration was changed after it was applied, or is not known.
        case migration
        /// The database holds another consortium.
        case otherConsortium
        /// A city that has values is no longer in cities.csv.
        case vanishedCity
        /// A definition changed without a version that says so.
        case changedDefinition
        /// No submission, release or period of that name is there.
        case notFound
        /// The request contradicts what is stored.
        case conflict
        /// A file that the program needs is missing or damaged.
        case installation
    }

    public let kind: Kind
    /// What is wrong, what was expected and what to do, in whole sentences.
    public let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }

    /// No submission has this number.
    static func noSubmission(_ number: Int) -> WarehouseError {
        WarehouseError(
            .notFound, "there is no submission \(number). `yardstick submissions` lists them.")
    }
}
