import Foundation
import Testing

/// `yardstick spec template`: a workbook for a city, and the mapping that
/// reads it back.
@Suite struct SpecTemplateTests {
    private static let command = ["spec", "template", "--city", "Ash Ford", "--period", "2026-Q3"]

    private func loaded() throws -> SmallConsortium {
        let small = try SmallConsortium()
        try small.write(
            """
            city,period,measure,value
            ashford,2025-Q3,police/offences,120
            ashford,2026-Q2,police/offences,130
            ashford,2026-Q2,people/population,9000
            barton,2026-Q2,people/population,8000

            """, to: "submissions/2026-Q2/ashford/long.csv")
        let load = try small.run("load", "submissions")
        #expect(load.code == 0, "\(load)")
        return small
    }

    @Test func `a workbook has the city's earlier figures beside those it asks for`() throws {
        let small = try loaded()
        let run = try small.run(Self.command + ["--format", "json"])
        #expect(run.code == 0, "\(run)")
        let document = try run.json()
        #expect(document["file"] as? String == "ashford-2026-Q3-template.xlsx")
        #expect(document["city"] as? String == "ashford")
        #expect(document["measures"] as? Int == 2)
        #expect(document["figures"] as? Int == 2)
        #expect(document["last_values"] as? Int == 3)
        #expect(document["obstacle"] == nil)
        let bytes = try small.scratch.files(below: "consortium")["ashford-2026-Q3-template.xlsx"]
        #expect(bytes?.prefix(2) == Data("PK".utf8))
    }

    @Test func `the same database gives the same bytes, another figure gives others`() throws {
        let small = try loaded()
        for name in ["a.xlsx", "b.xlsx"] {
            let run = try small.run(Self.command + ["--out", name])
            #expect(run.code == 0, "\(run)")
        }
        try small.write(
            "city,period,measure,value\nashford,2026-Q2,police/offences,131\n",
            to: "submissions/2026-Q2/ashford/long-2.csv")
        #expect(try small.run("load", "submissions").code == 0)
        #expect(try small.run(Self.command + ["--out", "c.xlsx"]).code == 0)
        let files = try small.scratch.files(below: "consortium")
        #expect(files["a.xlsx"] == files["b.xlsx"])
        #expect(files["a.xlsx"] != files["c.xlsx"])
    }

    @Test func `without a database the columns are blank, it is said, and none is made`() throws {
        let small = try SmallConsortium()
        let environment = ["YARDSTICK_DATA_DIR": small.scratch.dataFolder]
        let run = try Yardstick.run(Self.command, in: small.path, environment: environment)
        #expect(run.code == 0, "\(run)")
        #expect(
            run.output == """
                Wrote ashford-2026-Q3-template.xlsx: 2 measures, 2 figures to fill in, 0 earlier \
                ones beside them.
                The columns for earlier figures are blank: no database was made yet.

                """)
        #expect(!FileManager.default.fileExists(atPath: small.scratch.dataFolder))
        let nobody = try Yardstick.run(
            Self.command, in: small.path,
            environment: ["DATABASE_URL": "postgresql://localhost:1/none"])
        #expect(nobody.code == 0, "\(nobody)")
        #expect(nobody.output.contains("are blank: cannot connect to the database"), "\(nobody)")
    }

    @Test func `a database that is named must answer`() throws {
        let small = try SmallConsortium()
        let run = try small.runLocally(
            "spec", "template", "--city", "ashford", "--period", "2026-Q3", "--database",
            "postgresql://localhost:1/none")
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("cannot connect to the database"), "\(run)")
    }

    @Test func `a file that cannot be written is named`() throws {
        let small = try loaded()
        let run = try small.run(Self.command + ["--out", "no/such/folder/a.xlsx"])
        #expect(run.code == 2, "\(run)")
        #expect(
            run.errors == "yardstick: no/such/folder/a.xlsx: it cannot be written "
                + "(No such file or directory).\n", "\(run)")
    }

    @Test func `city and period go together, and the mapping alone`() throws {
        for arguments in [
            [], ["--city", "ashford"], ["--period", "2026-Q3"],
            ["--mapping", "--city", "ashford", "--period", "2026-Q3"],
            ["--mapping", "--out", "a.xlsx"],
        ] {
            let run = try Yardstick.run(["spec", "template"] + arguments)
            #expect(run.code == 64, "\(run)")
        }
    }

    @Test func `the mapping reads a filled sheet that lies among the submissions`() throws {
        let small = try loaded()
        let mapping = try small.runLocally("spec", "template", "--mapping")
        #expect(mapping.code == 0, "\(mapping)")
        try small.write(mapping.output, to: "mappings/template.yaml")
        try small.write(
            """
            Figure wanted,Group,Figure,Check,Status,Explanation,Audit status,Cost basis,\
            Overhead method,Accounting basis,City,Period,Measure,Breakdown
            Offences,All,140,OK,,,audited,,,,ashford,2026-Q3,police/offences,total
            Population,All,,To fill in,,,,,,,ashford,2026-Q3,people/population,total

            """, to: "submissions/2026-Q3/ashford/ashford-2026-Q3-template.csv")
        let check = try small.runLocally(
            "check", "submissions/2026-Q3/ashford/ashford-2026-Q3-template.csv")
        #expect(check.code == 0, "\(check)")
        let load = try small.run("load", "submissions/2026-Q3")
        #expect(load.code == 0, "\(load)")
        #expect(load.output.contains("1 values accepted"), "\(load)")
        let json = try small.runLocally("spec", "template", "--mapping", "--format", "json")
        #expect(try json.json()["mapping"] as? String == mapping.output)
    }

    @Test func `a consortium that writes a decimal comma gets a mapping that reads it`() throws {
        let small = try SmallConsortium()
        #expect(try !small.runLocally("spec", "template", "--mapping").output.contains("decimal"))
        try small.write(
            "id: small\nname: Small\nstandard: ./standard\nlocale: de-DE\n",
            to: "consortium.yaml")
        let run = try small.runLocally("spec", "template", "--mapping")
        #expect(run.output.contains("format: {decimal: \",\"}"), "\(run)")
    }
}
