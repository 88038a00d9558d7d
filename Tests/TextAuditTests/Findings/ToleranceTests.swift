import Performance
import Testing

@testable import TextAudit

/// The cases of 勾稽关系 2.1, unit tests of the tolerance engine.
struct ToleranceTests {
    private static func figures(_ text: String) -> ContiguousArray<Figure> {
        var text = text
        var search = RelationSearch()
        text.withUTF8 { search.search($0) }
        return search.reading.lexer.figures
    }

    /// The first figure as the total of the others.
    private static func sumVerdict(_ text: String) throws -> FindingVerdict {
        let figures = figures(text)
        let total = try #require(figures.first)
        var sum = SumArithmetic(total)
        for part in figures.dropFirst() { sum.take(part) }
        var rest = Arithmetic.steps(total, sum.exponent)
        for part in figures.dropFirst() { rest -= Arithmetic.steps(part, sum.exponent) }
        return sum.verdict(rest, total: total, count: figures.count - 1)
    }

    @Test(arguments: [
        ("X-01", "628.8万元；602.1万元；26.7万元", FindingVerdict.exact),
        ("X-02", "309.51万元；20万元；2.31万元；75.3万元；199.99万元；11.91万元", .exact),
        ("X-04", "100.00万元；33.33万元；33.33万元；33.33万元", .rounding),
        ("X-05", "100.02万元；33.33万元；33.33万元；33.33万元", .error),
    ])
    func `合计按分项的舍入误差判定`(id: String, text: String, expected: FindingVerdict) throws {
        #expect(try Self.sumVerdict(text) == expected, "\(id)")
    }

    @Test func `X-03 末位不同的分项不算合计错误`() throws {
        let verdict = try Self.sumVerdict("309.51万元；20万元；2.31万元；75.3万元；199.997万元；11.91万元")
        #expect(verdict != .error)
    }

    @Test(arguments: [
        ("X-06", "87.83%；824.5万元；938.76万元", FindingVerdict.rounding, 8783),
        ("X-07", "87.87%；839.38万元；938.31万元", .error, 8946),
        ("X-12", "66.66%；2件；3件", .truncated, 6667),
        ("X-13", "66.67%；2件；3件", .rounding, 6667),
    ])
    func `比率按舍入后的百分数判定`(
        id: String, text: String, expected: FindingVerdict, computed: Int
    ) throws {
        let figures = Self.figures(text)
        try #require(figures.count == 3)
        let exponent = min(figures[1].exponent, figures[2].exponent)
        let half: Int128 = Arithmetic.isRounded(figures[1]) ? 1 : 0
        let ratio = RatioArithmetic(
            numerator: Arithmetic.steps(figures[1], exponent),
            denominator: Arithmetic.steps(figures[2], exponent), numeratorHalf: half,
            denominatorHalf: half, factor: 100)
        #expect(ratio.verdict(figures[0]) == expected, "\(id)")
        #expect(ratio.rounded(decimals: 2) == Int128(computed), "\(id)")
    }

    private static let wrongRate = """
        年度收入预算938.76万元，年度支出预算938.31万元，均含上年结转。

        全年收入合计824.5万元，完成收入预算87.83%。

        全年支出合计839.38万元，完成支出预算87.87%。
        """

    @Test func `X-07 和 X-08 指出可能误用的分子`() throws {
        var auditor = TextAuditor()
        let finding = try #require(
            auditor.findings(in: Self.wrongRate).first { $0.severity == .error })
        #expect(finding.ruleId == "CC-021")
        #expect(finding.computed == "89.46%")
        #expect(finding.stated == "87.87%")
        #expect(finding.difference == "1.59 个百分点")
        #expect(finding.tolerance == "0.005 个百分点")
        #expect(finding.candidates.first == "87.87% = 824.5万元 ÷ 938.31万元，可能误用了收入合计")
    }

    @Test func `X-09 差额作为总数是错误，作为主要原因是警告`() throws {
        var auditor = TextAuditor()
        let total = "年初预算为938.31万元，支出决算为839.38万元，比预算减少98.63万元。"
        let error = try #require(auditor.findings(in: total).first)
        #expect(error.severity == .error)
        #expect(error.difference == "0.30万元")
        #expect(error.candidates.contains("可能是笔误：98.63万元 或应为 98.93万元"))
        let part = """
            年度支出预算938.31万元。

            全年支出合计839.38万元，完成支出预算89.46%，主要是人员支出减少98.63万元。
            """
        let warning = try #require(auditor.findings(in: part).first)
        #expect(warning.ruleId == "CC-027")
        #expect(warning.severity == .warning)
        #expect(warning.difference == "0.30万元")
    }

    @Test(arguments: [
        ("X-10", "199.99", "199.997", true), ("X-11", "2.31", "2.3065", false),
    ])
    func `同一数据截去尾数是错误，四舍五入不是`(
        id: String, first: String, second: String, isError: Bool
    ) {
        var auditor = TextAuditor()
        let text = "安排场馆日常维护运作费用\(first)万元。\n\n本年度安排场馆日常维护运作费用\(second)万元，用于维护。"
        let errors = auditor.findings(in: text).filter { $0.severity == .error }
        #expect(errors.map(\.ruleId) == (isError ? ["CC-060"] : []), "\(id)")
    }
}
