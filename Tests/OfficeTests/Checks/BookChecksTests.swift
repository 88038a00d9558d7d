import Packs
import Performance
import Testing

@testable import Office

@Suite("账套的勾稽核对")
struct BookChecksTests {
    @Test func `The example's book raises what its figures leave unexplained, and nothing else`()
        throws
    {
        let year = try ZengchengYear()
        defer { year.remove() }
        let desk = try year.workplace.desk(unit: nil, year: nil, through: nil)
        let findings = try BookChecks(desk, RulePack.book()).findings()
        #expect(findings.map(\.ruleId) == ["CC-007", "CC-042", "CC-043"])
        #expect(findings.allSatisfy { $0.level == .answered })
    }

    @Test func `Every fact that a book gives is a fact of its subject`() throws {
        let rules = try RulePack.book()
        for subject in try BookFactPack.builtIn() {
            let known = try #require(rules.subjects.first { $0.name == subject.subject })
            for name in subject.facts.map(\.name) + subject.asked {
                #expect(known.fact(name) != nil, "\(subject.subject)·\(name)")
            }
        }
    }
}
