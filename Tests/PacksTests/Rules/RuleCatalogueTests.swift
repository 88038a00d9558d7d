import Formulas
import Performance
import Quantities
import Testing

@testable import Packs

/// The built-in rules, read once for all tests.
enum BuiltInRules {
    static func book() throws -> RuleBook { try read.get() }
    private static let read = Result { try RulePack.book() }
}

@Suite("Built-in rules (规则目录)")
struct RuleCatalogueTests {
    /// The ids of the domain's pages: 51, 74, 13, 11 + 1, 11.
    static let catalogue: [String] = {
        func ids(_ prefix: String, _ ranges: [ClosedRange<Int>], digits: Int = 3) -> [String] {
            ranges.joined().map { number in
                let text = String(number)
                return "\(prefix)-" + String(repeating: "0", count: digits - text.count) + text
            }
        }
        return ids("TQ", [10...18, 20...39, 40...47, 50...56, 60...66])
            + ids("CC", [1...13, 20...33, 40...45, 50...57, 60...66, 70...79, 80...88, 90...96])
            + ids("EW", [1...13], digits: 2)
            + [
                "WEIGHT", "RANGE", "TIER", "ZERO-BUDGET", "MISSING", "NA-REASON", "OVER",
                "DEDUCT-REASON", "EVIDENCE", "OVERRIDE", "WARN-RED", "WARN-YELLOW",
            ].map { "SC-\($0)" }
            + [
                "E-REQ", "E-NUM", "E-NEG", "E-SUM", "E-WEIGHT", "E-ENUM", "E-MERGE", "W-PERCENT",
                "W-UNIT", "W-LEN", "W-COPY",
            ].map { "FRM-\($0)" }
    }()

    @Test("The catalogue has 51 + 74 + 13 + 12 + 11 ids")
    func count() throws {
        #expect(Self.catalogue.count == 161)
        #expect(Set(Self.catalogue).count == 161)
        let ids = try BuiltInRules.book().rules.map(\.id.rawValue)
        // Beside the pages: rules over rows, and warnings that the pages have no threshold for.
        let beside = (14...18).map { "EW-\($0)" } + ids.filter { $0.hasPrefix("ROW-") }
        #expect(Set(ids) == Set(Self.catalogue).union(beside))
    }

    @Test(
        "Each id exists with level, source, message, remedy, passing and failing example",
        arguments: catalogue)
    func complete(_ id: String) throws {
        let rule = try #require(try BuiltInRules.book().rule(CheckID(rawValue: id)))
        #expect(!rule.source.text.isEmpty && !rule.remedy.isEmpty && !rule.name.isEmpty)
        #expect(rule.cases.allSatisfy { !$0.message.template.isEmpty })
        #expect(rule.examples.contains { $0.expected == .passes })
        #expect(rule.examples.contains { $0.expected != .passes })
    }

    @Test("No rule is contradictory, unreachable or silent, and every example does what it says")
    func sound() throws {
        #expect(try BuiltInRules.book().problems().map(\.message) == [])
    }

    @Test("The levels of the pages are those of the data")
    func levels() throws {
        let book = try BuiltInRules.book()
        func ids(_ level: FindingLevel, _ prefix: String) -> Int {
            book.rules.count { $0.level == level && $0.id.rawValue.hasPrefix(prefix) }
        }
        #expect([ids(.blocking, "TQ"), ids(.answered, "TQ"), ids(.shown, "TQ")] == [20, 28, 3])
        #expect([ids(.blocking, "CC"), ids(.answered, "CC"), ids(.shown, "CC")] == [47, 25, 2])
        #expect([ids(.blocking, "FRM"), ids(.answered, "FRM")] == [7, 4])
    }

    @Test("What the program derives is declared as derived, and nothing else is")
    func derivedFacts() throws {
        for subject in try BuiltInRules.book().subjects {
            let declared = subject.facts.filter(\.isDerived).map(\.name)
            #expect(declared == FactDerivation.names[subject.name] ?? [], "\(subject.name)")
        }
    }

    /// Amounts of money that the library counts as quantities are the one thing asked about.
    @Test("The indicator library's good examples raise no finding")
    func library() throws {
        let book = try BuiltInRules.book()
        for indicator in try IndicatorLibrary.builtIn().indicators {
            let findings = book.findings(
                of: [
                    [
                        "一级指标": .text(indicator.level.category.rawValue),
                        "二级指标": .text(indicator.level.rawValue),
                        "三级指标": .text(indicator.name), "指标值": .text(indicator.target),
                        "定义": .text(indicator.formula), "数据来源": .text(indicator.evidence),
                        "年度": .number(Fraction(2021)),
                    ]
                ], subject: "指标")
            let loud = findings.filter { $0.level != .shown && $0.ruleId != "TQ-033" }
            #expect(
                loud.isEmpty,
                "\(indicator.work) \(indicator.level.rawValue) \(indicator.name) \(indicator.target): \(loud.map(\.message))"
            )
        }
    }
}
