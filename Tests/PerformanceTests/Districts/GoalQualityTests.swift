import Quantities
import Testing

@testable import Performance

@Suite struct GoalQualityTests {
    private static func findings(
        _ rules: [(CheckID, FindingLevel, Int)], answered: Bool = false
    ) -> [RecordedFinding] {
        rules.flatMap { rule, level, count in
            Array(
                repeating: RecordedFinding(Finding(rule, level, "。"), isAnswered: answered),
                count: count)
        }
    }

    private static let thirteen: [(CheckID, FindingLevel, Int)] = (0..<13).map {
        (CheckID(rawValue: "TQ-\($0)"), .blocking, 1)
    }

    @Test(
        arguments: [
            ("TQ-S1", [], 100),
            (
                "TQ-S2",
                findings([
                    ("TQ-020", .blocking, 1), ("TQ-024", .answered, 1), ("TQ-026", .answered, 1),
                    ("TQ-034", .answered, 1), ("TQ-061", .answered, 1),
                ]), 80
            ),
            ("TQ-S3", findings([("TQ-032", .blocking, 7)]), 76),
            ("TQ-S4", findings(thirteen), 0),
            (
                "TQ-S5",
                findings([("TQ-024", .answered, 1), ("TQ-026", .answered, 1)], answered: true)
                    + findings([("TQ-028", .shown, 1)]), 98
            ),
            ("others do not count", findings([("CC-070", .blocking, 3)]), 100),
        ] as [(String, [RecordedFinding], Int)])
    func scoresAForm(id: String, findings: [RecordedFinding], score: Int) {
        #expect(GoalQuality(of: findings).score == score, "\(id)")
    }

    /// TQ-S6: projects Q 90 (budget 20) and 60 (budget 180), department form Q 80.
    @Test func weighsProjectsByBudget() throws {
        func quality(_ score: Int) -> GoalQuality {
            GoalQuality(
                of: (0..<((100 - score) / 10)).flatMap { number in
                    Self.findings([
                        (CheckID(rawValue: "TQ-a\(number)"), .blocking, 1)
                    ])
                        + Self.findings(
                            [(CheckID(rawValue: "TQ-b\(number)"), .answered, 2)], answered: true)
                })
        }
        #expect([90, 60, 80].map { quality($0).score } == [90, 60, 80])
        let mean = try GoalQuality.ofDepartment(
            form: quality(80),
            projects: [
                (quality(90), try ProjectSamples.tenThousand("20")),
                (quality(60), try ProjectSamples.tenThousand("180")),
            ])
        #expect(try mean.rounded(to: 1).text == "69.8")
    }

    @Test func withoutMoneyTheFormAloneCounts() throws {
        let mean = try GoalQuality.ofDepartment(
            form: .perfect, projects: [(GoalQuality(of: Self.findings(Self.thirteen)), .zero)])
        #expect(mean == Fraction(100))
    }
}
