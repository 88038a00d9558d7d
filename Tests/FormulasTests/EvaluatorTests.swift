import FormulaSamples
import Formulas
import Quantities
import Testing

/// A year of a small department, and what formulas make of it.
struct EvaluatorTests {
    static let books: SampleBooks = {
        var books = SampleBooks()
        books.add(
            SampleLedgers.payment,
            """
            #1 | 2021-01-15 | 1000.00 | 人员经费 | A | 1000 | 2021-01-31 | 否
            #2 | 2021-03-31 | 250.50 | 公用经费 | A | 300 | 2021-03-01 | 是
            #3 | 2021-04-01 | 99.99 | 公用经费 | B | - | - | -
            #4 | 2021-06-30 | - | 项目支出 | C | 10 | - | 是
            #5 | 2021-07-01 | 500.00 | 项目支出 | C | 500 | 2021-07-01 | 否
            #6 j5 冲5 | 2021-07-02 | -500.00 | 项目支出 | C | - | - | -
            #7 退 | 2021-08-01 | -50.50 | 公用经费 | A | - | - | 是
            #8 y2020 | 2020-02-29 | 800.00 | 人员经费 | A | - | - | -
            #9 y2020 | 2020-12-31 | 200.00 | 公用经费 | B | - | - | -
            #10 | - | 7777.00 | 人员经费 | A | - | - | -
            #11 u2 | 2021-05-05 | 4444.00 | 人员经费 | A | - | - | -
            """)
        books.add(
            SampleLedgers.asset,
            """
            #1 y2019 | 2019-01-01 | P1 | 5000 | 完好 | 是 | 10.00
            #2 y2021 | 2021-06-15 | P1 | 5000 | 报废 | 否 | 10.00
            #3 y2020 | 2020-05-01 | P2 | 3000 | 完好 | 是 | 20.50
            #4 y2021 | 2021-03-01 | P2 | 3100 | 完好 | 是 | 20.50
            #5 y2021 | 2021-03-01 | P2 | 3200 | 完好 | 是 | 20.50
            #6 y2021 | 2021-09-01 | P3 | - | 停用 | - | -
            #7 y2021 j3 | 2021-09-15 | P3 | 900 | 完好 | 是 | 1.00
            #8 y2021 j9 冲7 | 2021-09-15 | P3 | 900 | 完好 | 是 | 1.00
            """)
        books.kept = ["支付@2021", "资产"]
        books.typed = ["年支出@2019": Quantity(Fraction(600), .yuan)]
        return books
    }()

    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary(ledgers: SampleLedgers.all)
        do throws(FormulaError) {
            try vocabulary.define([
                .init(name: "增长率", formula: "年支出 / 上年(年支出) - 1"),
                .init(name: "年支出", formula: "sum(支付.金额)", unit: .yuan),
                .init(name: "完好率", formula: "count(资产; 状态 = \"完好\") / count(资产)"),
            ])
        } catch {
            preconditionFailure(error.message)
        }
        return vocabulary
    }()

    static func value(_ formula: String, at snapshot: Snapshot) throws -> FormulaValue {
        let checked = try vocabulary.check(formula)
        let evaluator = Evaluator(rows: books)
        let value = try evaluator.value(of: checked, at: snapshot)
        let explanation = try evaluator.explanation(of: checked, at: snapshot)
        #expect(explanation.value == value)
        return value
    }

    @Test(arguments: [
        ("sum(支付.金额)", "1299.99"),
        ("sum(支付.金额; 支出类别 = \"公用经费\")", "299.99"),
        ("count(支付; 支出类别 = \"公用经费\")", "2"),
        ("count(支付)", "4"),
        ("distinct(支付.项目)", "3"),
        ("max(支付.金额)", "1000"),
        ("min(支付.金额)", "99.99"),
        ("max(支付.日期)", "2021-06-30"),
        ("sum(支付.金额; 日期 <= 2021年3月31日)", "1250.5"),
        ("sum(支付.金额; 支出类别 = \"项目支出\")", "缺数据"),
        ("sum(支付.金额; 项目 = \"无\")", "0"),
        ("min(支付.金额; 项目 = \"无\")", "缺数据"),
        ("count(帮扶)", "缺数据"),
        ("ifmissing(count(帮扶), 0)", "0"),
        ("count(支付; 政府采购)", "2"),
        ("count(支付; not 政府采购)", "1"),
        ("count(支付; 金额 <= 应付金额)", "2"),
        ("count(支付; 日期 > 到期日)", "1"),
        ("count(支付; 金额 > 99.985元)", "3"),
        ("上年(sum(支付.金额))", "1000"),
        ("上年(count(支付; 项目 = \"无\"))", "缺数据"),
        ("上年(上年(年支出))", "600"),
        ("增长率", "29999/100000"),
        ("1元 / (sum(支付.金额; 项目 = \"无\"))", "无法计算"),
        ("count(帮扶) / 0", "无法计算"),
        ("sum(支付.金额) / count(支付) >= 300元/1笔", "true"),
        ("count(帮扶) > 1人次 or true", "true"),
        ("count(帮扶) > 1人次 and 1 / 0 > 1", "无法计算"),
        ("tiers(年支出 / 上年(年支出); >= 130%: 1; >= 120% : 0.8; else 0)", "4/5"),
        ("round(年支出 / 3, 2)", "433.33"),
        ("clamp(年支出, 0, 1000元)", "1000"),
        ("abs(-3人) - 1人 * 2", "1"),
        ("count(资产)", "3"),
        ("sum(资产.原值)", "8200"),
        ("sum(资产.原值; 在用)", "3200"),
        ("完好率", "1/3"),
        ("期末 = 2021年12月31日 and 期初 in (2021年1月1日)", "true"),
    ])
    func `一年的数按公式算得出来`(formula: String, expected: String) throws {
        #expect(
            Sample.words(try Self.value(formula, at: SampleBooks.snapshot())) == expected)
    }
}

enum Sample {
    /// Values as the tests write them.
    static func words(_ value: FormulaValue) -> String {
        switch value {
        case .number(let number):
            if let exact = try? number.rounded(to: 4), exact.fraction == number,
                number.denominator == 1 || 100 % number.denominator == 0 && number.magnitude > .one
            {
                return exact.trimmed().text
            }
            return number.description
        case .truth(let truth): return "\(truth)"
        case .text(let text): return text
        case .day(let day): return day.iso
        case .missing: return "缺数据"
        case .undefined: return "无法计算"
        }
    }
}
