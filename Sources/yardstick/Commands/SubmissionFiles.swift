import Consortium
import Foundation
import Submission
import Tabular
import Warehouse

/// One file, or folder of files that belong together, to be checked or loaded,
/// with the mapping that serves it.
struct SubmissionFile {
    /// Where it lies.
    let location: String
    /// As it is stored and shown: relative to the consortium folder for files
    /// in it, else as it was given.
    let shownPath: String
    /// For path templates: relative to `submissions/` for files in it.
    let templatePath: String
    let mapping: Mapping
    let sender: String

    /// Whether many such files may be open at once.
    var isSmall: Bool {
        guard !Folder.isFolder(location),
            let attributes = try? FileManager.default.attributesOfItem(atPath: location),
            let size = attributes[.size] as? Int
        else { return false }
        return size <= Warehouse.smallFile
    }

    /// Maps the file into memory; a folder is packed first.
    func open() throws -> SourceFile {
        Folder.isFolder(location)
            ? try SourceFile(packing: location, name: shownPath)
            : try SourceFile(path: location, name: shownPath)
    }
}

/// Finds the files that paths name and the mapping of each, before anything
/// is read.
struct SubmissionFiles {
    let folder: ConsortiumFolder
    /// The mapping given for all; nil: by pattern.
    let mapping: String?
    /// The sender given for all; nil: by folder, mapping or consortium.
    let sender: String?
    /// Whether the mapping may be a file outside `mappings/`, such as a draft.
    var takesDrafts = false

    /// All files, in the order of the paths given, folders sorted by name.
    func find(_ paths: [String]) throws -> [SubmissionFile] {
        let given = try given()
        var files: [SubmissionFile] = []
        var faults: [String] = []
        for location in try paths.flatMap({ try expand($0, given: given) }) {
            let inside = Folder.relative(location, to: folder.submissions)
            if inside != nil, Self.isPassedOver(location) { continue }
            let templatePath = inside ?? location
            let candidates =
                given.map { [$0] }
                ?? inside.map { MappingMatcher.candidates(for: $0, among: folder.mappings) } ?? []
            guard candidates.count == 1, let mapping = candidates.first else {
                faults.append(fault(location, candidates: candidates, isInside: inside != nil))
                continue
            }
            files.append(
                SubmissionFile(
                    location: location,
                    shownPath: Folder.relative(location, to: folder.path) ?? location,
                    templatePath: templatePath, mapping: mapping,
                    sender: sender(inside, mapping: mapping)))
        }
        if !faults.isEmpty { throw CommandError(faults.joined(separator: "\n")) }
        return files
    }

    /// The mapping given for all.
    func given() throws -> Mapping? { try mapping.map(named) }

    private func named(_ name: String) throws -> Mapping {
        if let mapping = folder.mappings.first(where: { $0.name == name }) { return mapping }
        if takesDrafts, name.hasSuffix(".yaml") { return try draft(name) }
        throw CommandError(
            "there is no mapping \"\(name)\" in \(folder.path)/mappings. There "
                + "are: \(folder.mappings.map(\.name).joined(separator: ", ")).")
    }

    private func draft(_ file: String) throws -> Mapping {
        let name = file.split(separator: "/").last?.dropLast(".yaml".count) ?? ""
        return try MappingReader.read(
            name: String(name), text: try Folder.text(file), file: file,
            standard: folder.standard)
    }

    /// A file as it is; a folder as all files below it, unless it is one
    /// submission itself.
    private func expand(_ path: String, given: Mapping?) throws -> [String] {
        guard Folder.exists(path) else {
            throw CommandError("\(path) does not exist. Name a file or a folder.")
        }
        let absolute = Folder.absolute(path)
        guard Folder.isFolder(absolute) else { return [absolute] }
        if isSubmission(absolute, given: given) { return [absolute] }
        return Folder.files(below: absolute) { isSubmission(absolute + "/" + $0, given: given) }
            .map { absolute + "/" + $0 }.filter { !Self.isPassedOver($0) }
    }

    /// Whether a folder is one submission: a mapping with `member:` serves it.
    ///
    /// Below submissions/ its `files:` must match the folder's own path, which
    /// lies in that of a sender; elsewhere it must be given.
    private func isSubmission(_ location: String, given: Mapping?) -> Bool {
        guard let inside = Folder.relative(location, to: folder.submissions) else {
            return given?.readsMembers ?? false && location != folder.submissions
        }
        guard inside.split(separator: "/").count >= 3 else { return false }
        return MappingMatcher.candidates(for: inside, among: given.map { [$0] } ?? folder.mappings)
            .contains { $0.readsMembers }
    }

    /// Notes and hidden files beside submissions are none.
    private static func isPassedOver(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix(".") || name.hasSuffix(".md")
    }

    private func fault(_ path: String, candidates: [Mapping], isInside: Bool) -> String {
        if !isInside {
            return "\(path) lies outside submissions/: say which mapping it has with --mapping "
                + "NAME (\(folder.mappings.map(\.name).joined(separator: ", ")))."
        }
        if candidates.isEmpty {
            return "\(path): no mapping serves this file. Put a pattern that matches into "
                + "`files:` of one, or name one with --mapping "
                + "(\(folder.mappings.map(\.name).joined(separator: ", ")))."
        }
        return "\(path): \(candidates.count) mappings serve this file: "
            + candidates.map(\.name).joined(separator: ", ")
            + ". Name one with --mapping, or make their `files:` differ."
    }

    private func sender(_ inside: String?, mapping: Mapping) -> String {
        if let sender { return sender }
        let parts = inside?.split(separator: "/") ?? []
        if parts.count >= 3 { return String(parts[1]) }
        return mapping.sender ?? folder.consortium.id
    }
}
