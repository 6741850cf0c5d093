/// All rules, in the order of the path a file takes.
///
/// One list for each step, so that a new rule stands beside its like.
public enum RuleCatalogue {
    /// Every rule there is.
    public static let all: [Rule] =
        ofTable + ofHeader + ofRows + ofValues + ofRelations + ofComparison + ofDuplicates
        + ofAggregates + ofRecords + ofCodes

    /// The rules that ask about a figure, which an explanation answers.
    public static let explainable: [Rule] = [
        .outsidePlausibleRange, .changeToExplain, .digitSlip, .zeroWhereGapLikely,
        .unlikeOwnHistory, .outlierAgainstPeers, .sameAsLastPeriod, .copiedFromAnotherCity,
    ]

    /// The rule with an id.
    public static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }

    /// What makes a file no table, or one that is hard to read.
    static let ofTable: [Rule] = [
        .notATable, .encodingGuessed, .pathMismatch, .titleMismatch, .identityMismatch,
        .hiddenCells, .sheetsNotRead, .headerDetected, .recordsFound,
    ]

    /// What is wrong between header and mapping.
    static let ofHeader: [Rule] = [
        .mappedColumnMissing, .mappedColumnTwice, .unmappedColumn, .personalColumn, .unknownUnit,
        .headerOnly, .columnWithoutHeader, .columnsSwapped, .yearSoFarUnsaid,
    ]

    /// What keeps a row from being understood.
    static let ofRows: [Rule] = [
        .raggedRow, .blankRow, .repeatedHeader, .belowTable, .subtotalRow, .nestingUnclear,
        .unknownCity,
        .unknownPeriod, .unknownCode, .unknownStatus,
        .unknownVariant, .unknownBasis, .unknownBreakdown,
    ]

    /// What is wrong with a figure, as the file and the standard alone tell.
    static let ofValues: [Rule] = [
        .numberMarksDetected, .ambiguousNumberMark, .notANumber, .errorCell, .formulaWithoutValue,
        .statusContradictsValue,
        .breakdownNotCollected, .outsidePlausibleRange, .wrongMagnitude, .negativeValue,
        .fractionOfACount, .notProvidedButReported, .cityOutsideItsDates, .definitionChanged,
    ]

    /// What is wrong between figures of one row or file.
    static let ofRelations: [Rule] = [
        .notTheQuotient, .rowSumDiffers, .partExceedsWhole, .sumDiffers, .requiredAbsent,
        .numeratorWithoutDenominator, .likelyGapZero,
    ]

    /// What is unlikely beside a city's history and its peers.
    static let ofComparison: [Rule] = [
        .changeToExplain, .digitSlip, .zeroWhereGapLikely, .unlikeOwnHistory,
        .outlierAgainstPeers, .sameAsLastPeriod, .copiedFromAnotherCity,
    ]

    /// Keys that are named twice.
    static let ofDuplicates: [Rule] = [
        .duplicateEqual, .duplicateDifferent, .duplicateInStore,
    ]

    /// What is wrong with records, ledgers and positions.
    static let ofAggregates: [Rule] = [
        .notADate, .percentileTooLarge, .outOfBalance, .unmappedAccount, .mappedAccountMissing,
        .noEarlierFigure, .laterFigureOutdated, .originUnreadable, .shareTooLarge,
    ]

    /// What is wrong with a file of records as a whole.
    static let ofRecords: [Rule] = [
        .duplicateRecord, .negativeDuration, .recordOutsidePeriod, .recordsOpenAtExport,
        .exportCutEarly, .unmappedCode, .mappedCodeMissing,
    ]

    /// What differs between accounts and categories and those before.
    static let ofCodes: [Rule] = [.vanishedCode, .newCode, .renamedCode, .movedAccount]
}
