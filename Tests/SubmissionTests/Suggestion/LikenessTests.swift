import Testing

@testable import Submission

@Suite struct LikenessTests {
    @Test func `the same word is wholly alike`() {
        #expect(Likeness.ofWords("fire", "fire") == 1)
    }

    @Test func `a word without its vowels is like the whole one`() {
        #expect(Likeness.ofWords("enrollmt", "enrolment") > 0.8)
    }

    @Test func `words of one stem are less alike than the same word`() {
        let likeness = Likeness.ofWords("collection", "collected")
        #expect(likeness > 0 && likeness < 1)
    }

    @Test func `short words and other words are not alike`() {
        #expect(Likeness.ofWords("tax", "taxi") == 0)
        #expect(Likeness.ofWords("committed", "assigned") == 0)
        #expect(Likeness.ofWords("fires", "water") == 0)
    }

    @Test func `initials are those of three words or more`() {
        #expect(Likeness.initials("Equalized net grand list").contains("engl"))
        #expect(Likeness.initials("Mill rate").isEmpty)
    }
}
