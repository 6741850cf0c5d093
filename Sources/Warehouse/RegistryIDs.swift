public import Consortium
public import MetricSpec
public import Tabular

/// The warehouse's numbers for what the folder calls by name.
public struct RegistryIDs: Sendable {
    /// By position in the standard's measures.
    public let measures: [Int32]
    /// By position in the standard's metrics.
    public let metrics: [Int32]
    /// By position in the city directory.
    public let cities: [Int32]
    /// By position in the standard's breakdown values; `total` is 0.
    public let breakdowns: [Int32]
    /// By id of the peer group.
    public let peerGroups: [String: Int32]
    /// The standard version now in force.
    public let standardVersion: Int32

    /// Positions in the standard's measures by the warehouse's number.
    var measurePositions: [Int32: Int32] { Self.positions(measures) }
    /// Positions in the city directory by the warehouse's number.
    var cityPositions: [Int32: Int32] { Self.positions(cities) }

    /// Positions in the standard's breakdown values by the warehouse's number.
    var breakdownPositions: [Int32: Int32] { Self.positions(breakdowns) }

    private static func positions(_ ids: [Int32]) -> [Int32: Int32] {
        Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int32($0)) })
    }
}

/// What a command works with: the folder and the standard it names.
public struct Registry: Sendable {
    public let consortium: Consortium
    public let standard: Standard
    /// The texts that the standard was read from, in the order of their names.
    public let standardTexts: [StandardText]
    /// SHA-256 over these, in hexadecimal.
    public let standardDigest: String
    /// The files of the folder that figures depend on; a release keeps them,
    /// so that it can be computed again.
    public let folderFiles: [FolderFile]

    /// Puts the two together.
    public init(
        consortium: Consortium, standard: Standard, standardTexts: [StandardText],
        folderFiles: [FolderFile] = []
    ) {
        self.consortium = consortium
        self.folderFiles = folderFiles.sorted { $0.name < $1.name }
        self.standard = standard
        self.standardTexts = standardTexts.sorted { $0.name < $1.name }
        standardDigest = StandardText.digest(of: self.standardTexts)
    }
}

/// One file of a consortium folder.
public struct FolderFile: Sendable {
    /// The path in the folder; of a file that another one names,
    /// ``name(of:in:)``.
    public let name: String
    public let file: SourceFile

    /// Makes a file.
    public init(name: String, file: SourceFile) {
        self.name = name
        self.file = file
    }

    /// How a file is called that stands as `path` in another one.
    public static func name(of path: String, in other: String) -> String {
        other + separator + path
    }

    /// Stands between a file and the path of another that it names.
    static let separator = " > "

    /// Who is told by name, and is never kept beside figures.
    public static let neverKept = "contacts.csv"
}

/// One file of a standard.
public struct StandardText: Sendable, Hashable {
    /// Relative to the standard's folder, such as `finance/measures.yaml`.
    public let name: String
    public let text: String

    /// Makes a file.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// SHA-256 over files, in hexadecimal.
    static func digest(of texts: [StandardText]) -> String {
        Digest.of(texts.flatMap { [$0.name, $0.text] })
    }
}

/// What bringing the folder into the database changed.
public struct RegistrySync: Sendable {
    public let ids: RegistryIDs
    /// One short sentence a part that changed, such as `cities: 24 added`.
    public let changes: [String]
}
