import Testing

@testable import Consortium

/// Who may certify, and what consortium.yaml says of it.
@Suite struct CertificationRulesTests {
    private let contacts = """
        city,role,name,address
        ashford,sender,Ann Ash,
        ashford,certifier,Cy Ash,
        bexley,sender,Bo Bex,

        """

    private func consortium(_ publication: String = "{}") throws -> Consortium {
        let text = try #require(SampleFolder.files["consortium.yaml"])
        return try SampleFolder.read([
            "contacts.csv": contacts,
            "consortium.yaml": text.replacing("{minimum_contributors: 3}", with: publication),
        ])
    }

    @Test func `where a city has certifiers, one of them certifies`() throws {
        let consortium = try consortium()
        #expect(consortium.objection(toCertifier: "cy ash", of: "ashford") == nil)
        #expect(
            consortium.objection(toCertifier: "Dee", of: "ashford")
                == "Dee is no certifier of ashford. contacts.csv has Cy Ash. Name one of them, "
                + "or add a line for Dee.")
        #expect(consortium.objection(toCertifier: "Dee", of: "st-john") == nil)
    }

    @Test func `a sender is barred where the consortium says so, of his own city`() throws {
        #expect(try consortium().objection(toCertifier: "Bo Bex", of: "bexley") == nil)
        let strict = try consortium("{certified_by_sender: false}")
        #expect(
            strict.objection(toCertifier: "Bo Bex", of: "bexley")?
                .contains("bars senders from certifying") == true)
        #expect(strict.objection(toCertifier: "Bo Bex", of: "st-john") == nil)
        #expect(strict.objection(toCertifier: "Cy Ash", of: "ashford") == nil)
    }

    @Test func `by default senders may certify and everything is ranked`() throws {
        #expect(try SampleFolder.read().certification == CertificationRules())
        #expect(CertificationRules().allowsSenders && CertificationRules().ranksUncertified)
        let rules = try consortium("{uncertified: unranked}").certification
        #expect(rules == CertificationRules(ranksUncertified: false))
        #expect(try consortium("{uncertified: ranked}").certification.ranksUncertified)
    }

    @Test func `another word for uncertified figures is a fault`() throws {
        #expect(
            try SampleFolder.faults(
                in: "consortium.yaml", "{minimum_contributors: 3}", "{uncertified: hidden}")
                == [
                    "consortium.yaml:8:28: publication.uncertified: expected ranked or unranked."
                ])
    }

    @Test func `a certifier has a name`() throws {
        #expect(
            SampleFolder.faults(["contacts.csv": "city,role,name\nashford,certifier,\n"]) == [
                "contacts.csv:2:3: name: a certifier has no name, so that nobody could certify. "
                    + "Write who it is."
            ])
    }
}
