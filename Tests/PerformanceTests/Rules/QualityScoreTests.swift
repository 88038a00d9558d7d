import Performance
import Quantities
import Testing

@Suite("Quality score (目标质量分)")
struct QualityScoreTests {
    static let parameters = QualityParameters(
        blocking: Fraction(8), unanswered: Fraction(3), answered: Fraction(1), shown: .zero,
        countsPerRule: 3, reasonLength: 10,
        projectShare: ExactDecimal(mantissa: 6, scale: 1).fraction,
        source: RuleSource(text: "目标质量 §4", evidence: .design))

    static func score(_ counts: [(FindingLevel, Bool, Int)], sameRule: Bool = false) -> String {
        var findings: [QualityScore.Counted] = []
        for (level, isAnswered, count) in counts {
            for _ in 0..<count {
                findings.append(
                    QualityScore.Counted(
                        ruleId: CheckID(rawValue: sameRule ? "TQ-032" : "TQ-\(findings.count)"),
                        level: level, isAnswered: isAnswered))
            }
        }
        return QualityScore(findings, parameters).text
    }

    @Test("TQ-S1 to TQ-S5")
    func forms() {
        #expect(Self.score([]) == "100")  // TQ-S1
        #expect(Self.score([(.blocking, false, 1), (.answered, false, 4)]) == "80")  // TQ-S2
        #expect(Self.score([(.blocking, false, 7)], sameRule: true) == "76")  // TQ-S3
        #expect(Self.score([(.blocking, false, 13)]) == "0")  // TQ-S4
        #expect(Self.score([(.answered, true, 2), (.shown, false, 1)]) == "98")  // TQ-S5
        #expect(Self.score([(.blocking, false, 12)]) == "4")
        // Of one rule's findings the heaviest three count.
        #expect(
            Self.score([(.answered, false, 3), (.blocking, false, 1)], sameRule: true) == "86")
    }

    @Test("TQ-S6: the department's score")
    func department() throws {
        func score(_ blocking: Int, _ answered: Int) -> QualityScore {
            QualityScore(
                (0..<blocking).map { .init(ruleId: CheckID(rawValue: "E-\($0)"), level: .blocking) }
                    + (0..<answered).map {
                        .init(
                            ruleId: CheckID(rawValue: "W-\($0)"), level: .answered, isAnswered: true
                        )
                    }, Self.parameters)
        }
        let projects = [
            (score: score(1, 2), budget: Money(fen: 20_000_000)),
            (score: score(5, 0), budget: Money(fen: 180_000_000)),
        ]
        #expect(projects.map(\.score.text) == ["90", "60"])
        let form = score(2, 4)
        #expect(form.text == "80")
        let all = try QualityScore.department(projects: projects, form: form, Self.parameters)
        #expect(all?.text == "69.8")
        #expect(try QualityScore.department(projects: [], form: form, Self.parameters) == nil)
    }

    @Test(
        "A reason answers from ten characters on, blanks aside",
        arguments: [
            ("一二三四五六七八九", false), ("一二三四五六七八九十", true), ("一二三四五 六七八 九", false),
            ("          ", false), ("", false),
        ])
    func answers(_ reason: String, _ isAnswer: Bool) {
        #expect(Self.parameters.isAnswer(reason) == isAnswer)
        #expect(!Self.parameters.isAnswer(nil))
    }
}
