import Foundation
import Glibc
import Testing

@testable import Tabular

/// A folder as one file.
@Suite struct FolderPackerTests {
    private static let csv = "City,Calls\nAshford,1\n"

    private func packed(_ folder: TestFolder) throws -> SourceFile {
        try SourceFile(packing: folder.path, name: "ledger")
    }

    private func members(_ file: SourceFile) throws -> [TablePart] {
        try TablePart.all(of: file, format: TableFormat())
    }

    @Test func `the same files give the same bytes, whenever they were written`() throws {
        let (one, other) = (try TestFolder(), try TestFolder())
        for name in ["b.csv", "a/c.csv"] { try one.write(Self.csv + name, to: name) }
        for name in ["a/c.csv", "b.csv"] { try other.write(Self.csv + name, to: name) }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 0), .posixPermissions: 0o600],
            ofItemAtPath: other.path + "/b.csv")
        try other.write("notes", to: "README.md")
        try other.write("cache", to: ".cache")
        let bytes = PartSample.bytes(of: try packed(one))
        #expect(bytes == PartSample.bytes(of: try packed(other)))
        try other.write(Self.csv, to: "b.csv")
        #expect(bytes != PartSample.bytes(of: try packed(other)))
    }

    @Test func `its files are read in the order of their paths`() throws {
        let folder = try TestFolder()
        for name in ["b.csv", "a/c.csv", "a/b/d.csv", "Z.csv"] {
            try folder.write(Self.csv, to: name)
        }
        let parts = try members(packed(folder))
        #expect(parts.map(\.member) == ["Z.csv", "a/b/d.csv", "a/c.csv", "b.csv"])
        #expect(try parts.allSatisfy { try PartSample.firstCells($0) == ["2 Ashford"] })
    }

    @Test func `other programs can unpack it`() throws {
        let folder = try TestFolder()
        try folder.write(Self.csv, to: "a/Größe.csv")
        let file = try packed(folder)
        try Data(PartSample.bytes(of: file)).write(to: URL(fileURLWithPath: folder.path + ".zip"))
        defer { unlink(folder.path + ".zip") }
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unzip.arguments = ["unzip", "-p", folder.path + ".zip"]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let text = try pipe.fileHandleForReading.readToEnd() ?? Data()
        unzip.waitUntilExit()
        #expect(unzip.terminationStatus == 0)
        #expect(String(decoding: text, as: UTF8.self) == Self.csv)
    }

    @Test func `a folder without files is an archive without files`() throws {
        let error = #expect(throws: TableError.self) {
            try members(packed(TestFolder()))
        }
        #expect(error?.description.hasPrefix("ledger: there is no file in it.") == true)
    }

    @Test func `a link and a pipe are not followed, and said`() throws {
        let folder = try TestFolder()
        try folder.write(Self.csv, to: "a.csv")
        #expect(symlink("a.csv", folder.path + "/link.csv") == 0)
        #expect(symlink("..", folder.path + "/loop") == 0)
        #expect(mkfifo(folder.path + "/pipe.csv", 0o600) == 0)
        let problems = PartSample.problems(try members(packed(folder)))
        let link = "this is a link to another place and is not followed"
        #expect(problems == [nil, link, link, "this is not a regular file"])
    }

    /// Runs a body as somebody to whom permissions apply: root may read all.
    ///
    /// The user for files is that of this thread alone; the call is in no
    /// module of C that Swift has.
    private func unprivileged<Result>(_ body: () throws -> Result) throws -> Result {
        guard getuid() == 0 else { return try body() }
        let symbol = try #require(dlsym(nil, "setfsuid"))
        let setUser = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> CInt).self)
        let nobody: uid_t = 65_534
        _ = setUser(nobody)
        defer { _ = setUser(0) }
        return try body()
    }

    @Test func `what may not be read is said, and the others are read`() throws {
        let folder = try TestFolder()
        for name in ["a.csv", "b.csv", "c/d.csv"] { try folder.write(Self.csv, to: name) }
        #expect(chmod(folder.path, 0o755) == 0 && chmod(folder.path + "/a.csv", 0o644) == 0)
        #expect(chmod(folder.path + "/b.csv", 0) == 0 && chmod(folder.path + "/c", 0) == 0)
        defer { chmod(folder.path + "/c", 0o700) }
        let parts = try members(unprivileged { try packed(folder) })
        #expect(parts.map(\.member) == ["a.csv", "b.csv", "c"])
        #expect(throws: Never.self) { try parts[0].checkToEnd() }
        #expect(throws: TableError.self) { try parts[1].checkToEnd() }
        #expect(throws: TableError.self) { try parts[2].checkToEnd() }
    }

    @Test func `a folder that is not there is an error`() throws {
        #expect(throws: TableError.self) {
            try SourceFile(packing: "/no/such/folder", name: "ledger")
        }
    }

    @Test func `a large file comes out as it went in`() throws {
        let folder = try TestFolder()
        let rows = (0..<200_000).map { "City \($0),\($0)" }
        try folder.write("City,Calls\n" + rows.joined(separator: "\n") + "\n", to: "a.csv")
        let cells = try PartSample.firstCells(members(packed(folder))[0])
        #expect(cells.count == 200_000)
        #expect(cells.last == "200001 City 199999")
    }
}
