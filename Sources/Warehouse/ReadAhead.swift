import Dispatch
import Submission
import Synchronization

/// Small files that are read on a thread of their own, while those before
/// them are stored.
final class ReadAhead: Sendable {
    private let read = Mutex<[GroupMember]>([])
    private let reading = DispatchGroup()

    /// Values and findings after which a group ends.
    private static let mostValues = 200_000
    private static let mostFindings = 10_000

    /// Begins to read files of which nothing is stored.
    init(_ all: [SubmissionTable.New], context: IntakeContext, ids: RegistryIDs) {
        // A file by itself is loaded in a stream.
        if all.count < 2 { return }
        DispatchQueue.global().async(group: reading) { [self] in
            // What fails here fails again where the file is loaded by itself.
            guard let members = try? Self.read(all, context, ids) else { return }
            read.withLock { $0 = members }
        }
    }

    /// Waits for the files that may be stored together; none where the first
    /// has to be loaded by itself.
    func members() -> [GroupMember] {
        reading.wait()
        return read.withLock { $0 }
    }

    /// Reads files up to one that is not plain, or has a city of another, or
    /// until they are many values.
    private static func read(
        _ all: [SubmissionTable.New], _ context: IntakeContext, _ ids: RegistryIDs
    ) throws -> [GroupMember] {
        var members: [GroupMember] = []
        var cities: Set<Int32> = []
        var (values, findings) = (0, 0)
        for new in all where values < mostValues && findings < mostFindings {
            let member = try GroupMember(new, context: context, ids: ids)
            guard member.isPlain, cities.isDisjoint(with: member.reading.keys.cities) else { break }
            cities.formUnion(member.reading.keys.cities)
            members.append(member)
            values += member.reading.values.count
            findings += member.reading.findings.count
        }
        return members
    }
}
