import Testing

@testable import Tabular

private func open(_ text: String, _ path: String? = nil) throws -> TableReader {
    var format = TableFormat()
    format.records = path.flatMap(RecordPath.init)
    return try TableReader.open(
        SourceFile(name: "t.json", bytes: Array(text.utf8)), format: format, batchRows: 2)
}

private func rows(_ text: String, _ path: String? = nil) throws -> [[String]] {
    let reader = try open(text, path)
    var rows = [reader.header]
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            rows.append((0..<batch.table.cellCount(row)).map { batch.text(row: row, column: $0) })
        }
    }
    return rows
}

private func error(_ text: String, _ path: String? = nil) -> TableError? {
    do {
        _ = try rows(text, path)
        return nil
    } catch let error as TableError {
        return error
    } catch {
        return nil
    }
}

@Suite struct JSONEnvelopeTests {
    private static let two = [["city", "calls"], ["Alder", "1"], ["Birch", "2"]]
    private static let list = """
        [{"city": "Alder", "calls": 1}, {"city": "Birch", "calls": 2}]
        """

    @Test(arguments: [
        ("{\"data\": LIST}", "data"),
        ("{\"result\": {\"records\": LIST}, \"n\": 2}", "result.records"),
        ("{\"data\": LIST, \"tags\": [1, 2], \"empty\": [], \"grid\": [[1]]}", "data"),
        // CKAN's datastore_search describes the columns in a list of their own.
        (
            "{\"success\": true, \"result\": {\"fields\": [{\"id\": \"city\"}], \"records\": LIST}}",
            "result.records"
        ),
        ("{\"schema\": {\"fields\": [{\"name\": \"city\"}]}, \"data\": LIST}", "data"),
        ("\u{FEFF}{\"a\":{\"b\":{\"c\":LIST}}}", "a.b.c"),
    ])
    func `the only list of objects holds the records`(text: String, path: String) throws {
        let text = text.replacing("LIST", with: Self.list)
        #expect(try rows(text) == Self.two)
        let place = try open(text).records
        #expect(place?.path.description == path)
        #expect(place?.origin == .detected)
        #expect(try rows(text, path) == Self.two)
        #expect(try open(text, path).records?.origin == .given)
    }

    @Test func `records may hold lists of objects themselves`() throws {
        let text = "{\"data\": [{\"city\": \"Alder\", \"parts\": [{\"x\": 1}]}]}"
        #expect(try rows(text) == [["city", "parts"], ["Alder", "[{\"x\": 1}]"]])
    }

    @Test func `the properties of geographical features are the records`() throws {
        let text = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]},
               "properties": {"city": "Alder", "calls": 1}},
              {"type": "Feature", "properties": {"city": "Birch", "calls": 2}, "geometry": null},
              {"type": "Feature", "properties": null, "geometry": null} ]}
            """
        #expect(try rows(text) == Self.two + [["", ""]])
        #expect(try open(text).records?.path.description == "features[].properties")
        #expect(
            try rows(text, "features")[0] == [
                "type", "geometry.type", "geometry.coordinates", "properties.city",
                "properties.calls", "geometry", "properties",
            ])
        let esri =
            "{\"fields\": [{\"name\": \"city\"}], \"features\": "
            + "[{\"attributes\": {\"city\": \"Alder\"}}]}"
        #expect(try rows(esri) == [["city"], ["Alder"]])
    }

    @Test func `rows of Socrata have the names that the file describes`() throws {
        let text = """
            {"meta": {"view": {"id": "x", "columns": [
               {"id": -1, "name": "sid", "flags": ["hidden"]}, {"name": "City"}, {"name": "City"},
               {"name": "Calls"}], "tags": [{"a": 1}]}},
             "data": [["row-1", "Alder", null, "1"], ["row-2", "Birch", "B", 2]]}
            """
        #expect(
            try rows(text) == [
                ["sid", "City", "City#3", "Calls"], ["row-1", "Alder", "", "1"],
                ["row-2", "Birch", "B", "2"],
            ])
        #expect(try open(text).records?.path.description == "data")
        let longer = text.replacing("\"B\", 2", with: "\"B\", 2, 3")
        #expect(error(longer)?.problem.contains("more values than the 4 columns") == true)
    }

    @Test func `several lists of objects are a question`() throws {
        let text =
            "{\"open\": [{\"a\": 1}], \"closed\": [{\"a\": 2}], \"more\": {\"x\": [{\"b\": 3}]}}"
        #expect(error(text)?.kind == .recordsMissing)
        #expect(
            error(text)?.description
                == "t.json: there are 3 lists of objects, any of which may be the records; lists "
                + "of objects are \"open\", \"closed\", \"more.x\". Name the right one in the "
                + "mapping, as in format: {rows: \"open\"}.")
        #expect(try rows(text, "closed") == [["a"], ["2"]])
        #expect(try rows(text, "more.x") == [["b"], ["3"]])
    }

    @Test func `a list that stands twice is refused, given or not`() throws {
        let text = "{\"data\": [{\"a\": 1}],\n \"data\": [{\"a\": 2}]}"
        for path in [nil, "data"] {
            #expect(
                error(text, path)?.description
                    == "t.json, line 2, character 10: the list \"data\" stands twice in the file. "
                    + "Give each list of an object a name of its own.")
        }
    }

    @Test(arguments: [
        (
            "{\"data\": [{\"a\": 1}]}", "result.records", 1,
            "there is no such list; lists of objects are \"data\""
        ),
        ("{\"data\": {\"a\": 1}}", "data", 1, "the file holds no list of objects"),
        ("{\"n\": 1,\n\"data\": [1, 2]}", "data", 2, "the list there holds no objects"),
        ("[{\"a\": 1}]", "data", 1, "the file is a list"),
        ("{\"data\": [{\"a\": 1}]}\n{\"data\": []}", "data", 1, "more than one object"),
    ])
    func `a path that leads nowhere is an error that says what is there`(
        text: String, path: String, line: Int, words: String
    ) {
        let found = error(text, path)
        #expect(found?.kind == .recordsMissing)
        #expect(found?.line == line)
        #expect(found?.problem.contains("rows: \(path)") == true)
        #expect(found?.problem.contains(words) == true, "\(found?.problem ?? "")")
    }

    @Test func `an empty list has no records`() {
        #expect(error("{\"data\": []}", "data")?.problem.contains("values in \"data\"") == true)
        #expect(error("{\"data\": []}", "data")?.kind == .empty)
    }

    @Test func `a fault inside the list is located in the file`() {
        let found = error("{\"data\": [{\"a\": 1},\n {\"a\": 01}]}")
        #expect(found?.line == 2)
        #expect(found?.character == 8)
        #expect(error("{\"data\": [{\"a\": 1},\n 7]}")?.problem.contains("an object") == true)
        #expect(error("{\"data\": [{\"a\": 1}]")?.problem.contains("the file ends") == true)
        #expect(error("{\"data\": [{\"a\": 1}], \"n\": }")?.kind == .syntax)
    }

    @Test func `objects one after another are the records themselves`() throws {
        let text = "{\"city\": \"Alder\", \"parts\": [{\"x\": 1}]}\n{\"city\": \"Birch\"}\n"
        #expect(
            try rows(text) == [["city", "parts"], ["Alder", "[{\"x\": 1}]"], ["Birch", ""]])
        #expect(try open(text).records == nil)
        #expect(
            try rows("{\"city\": \"Alder\", \"calls\": 1}") == [
                ["city", "calls"], ["Alder", "1"],
            ])
    }

    @Test func `an outermost list may hold the records deeper`() throws {
        let text = "[{\"id\": 1, \"properties\": {\"a\": 1}}, {\"properties\": {\"a\": 2}}, {}]"
        #expect(try rows(text, "[].properties") == [["a"], ["1"], ["2"], [""]])
    }

    @Test(arguments: ["", ".", "a.", "a..b", "a[]b", "[]", "a[].", "a[].b[].c"])
    func `what is no path is none`(text: String) {
        #expect(RecordPath(text) == nil)
    }
}
