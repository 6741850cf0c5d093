/// Which costs a money figure covers (METHODS 15: costs are compared on one
/// basis only).
public enum CostBasis: String, Vocabulary {
    /// The city's own staff, and what it buys.
    case direct
    /// Direct cost, and the charge for capital.
    case directAndCapital = "direct_and_capital"
    /// Direct cost, capital charge and allocated overhead.
    case full
}

/// When revenue and expenditure are recognised.
public enum AccountingBasis: String, Vocabulary {
    /// When money moves.
    case cash
    /// When it is measurable and available (US governmental funds).
    case modifiedAccrual = "modified_accrual"
    /// When it is earned or incurred.
    case accrual
}

/// How the cost of central services was spread over services.
public enum OverheadMethod: String, Vocabulary {
    /// No overhead was allocated.
    case none
    /// Straight to the services, by one key.
    case direct
    /// Department by department, in an order.
    case stepDown = "step_down"
    /// All departments at once.
    case reciprocal
    /// A flat percentage on direct cost.
    case flatRate = "flat_rate"
}

/// Who has looked at a figure.
public enum AuditStatus: String, Vocabulary {
    case unaudited
    /// By the city's own internal audit.
    case internallyAudited = "internally_audited"
    /// By an independent auditor, or the consortium's verifier.
    case audited

    /// Whether somebody beside its author stands for the figure.
    public var isVerified: Bool { self != .unaudited }
}

/// What a value says of itself beside its number: on which bases it was made.
///
/// A part that the sender did not state is nil.
public struct ValueBasis: Sendable, Hashable {
    public var cost: CostBasis?
    public var accounting: AccountingBasis?
    public var overhead: OverheadMethod?
    public var audit: AuditStatus?

    /// Makes a basis; by default nothing is stated.
    public init(
        cost: CostBasis? = nil, accounting: AccountingBasis? = nil,
        overhead: OverheadMethod? = nil, audit: AuditStatus? = nil
    ) {
        self.cost = cost
        self.accounting = accounting
        self.overhead = overhead
        self.audit = audit
    }

    /// All four in one small integer, as the warehouse stores it: three bits
    /// each, 0 where nothing is stated; so 0 states nothing at all.
    public var code: Int16 {
        Self.part(cost) | Self.part(accounting) << 3 | Self.part(overhead) << 6
            | Self.part(audit) << 9
    }

    /// The basis with a stored code; parts that no word has are nil.
    public init(code: Int16) {
        cost = CostBasis(code: (code & 7) - 1)
        accounting = AccountingBasis(code: (code >> 3 & 7) - 1)
        overhead = OverheadMethod(code: (code >> 6 & 7) - 1)
        audit = AuditStatus(code: (code >> 9 & 7) - 1)
    }

    private static func part(_ word: (some Vocabulary)?) -> Int16 {
        word.map { $0.code + 1 } ?? 0
    }
}

/// Why a value stands in a comparison without being compared.
public enum IncomparableReason: String, Vocabulary {
    /// The service is provided in another way than the others do.
    case mode
    /// It covers other costs.
    case costBasis = "cost_basis"
    /// It was booked by other rules.
    case accountingBasis = "accounting_basis"
    /// The part is larger than the whole it belongs to.
    case partAboveWhole = "part_above_whole"
    /// The books of the period are not closed.
    case notClosed = "not_closed"
    /// The result lies beyond what a number can hold.
    case outOfRange = "out_of_range"
    /// The definition changed between the periods that it compares.
    case definitionBreak = "definition_break"
    /// Too few events for a standardised rate (fewer than 10).
    case tooFewEvents = "too_few_events"
    /// Its city has not certified the service in a final release, and the
    /// consortium ranks certified figures only.
    case notCertified = "not_certified"
    /// The city became another, or came of one, or lost or gained a part
    /// between the periods that it compares.
    case succession
}
