import FormulaSamples
import Formulas
import Quantities
import Testing

/// What the grammar takes, and where it refuses.
struct ParsingTests {
    private func value(_ formula: String) throws -> FormulaValue {
        let vocabulary = Vocabulary(ledgers: [])
        return try Evaluator(rows: SampleBooks()).value(
            of: try vocabulary.check(formula), at: SampleBooks.snapshot())
    }

    @Test(arguments: [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 2 - 3", "5"),
        ("12 / 2 / 3", "2"),
        ("-2 + 3", "1"),
        ("2 * -3", "-6"),
        ("95%", "19/20"),
        ("9 ‰ * 1000", "9"),
        ("２０ 万元 ／ １万元", "20"),
        ("3 × 4 ÷ 6", "2"),
        ("1，", nil),
        ("1 ≥ 1 and 1 ≤ 1 and 1 ≠ 2", "true"),
        ("（１＋１）＝２", "true"),
        ("1人次 / 1人次", "1"),
        ("1万人次 / 1人次", "10000"),
        ("2角 / 1元", "1/5"),
        ("1亿元 = 10000 万元", "true"),
        ("3批次 = 3批次", "true"),
        ("2021年7月31日 > 2021年7月30日", "true"),
        ("2021年 / 1年", "2021"),
        ("２０２１年７月１日", "2021-07-01"),
        ("\"；≥\" = “；≥”", "true"),
        ("\"a“b\"", "a“b"),
        ("＂全角＂", "全角"),
        ("1 in (2, 3、1)", "true"),
        ("1 not in (2, 3, -1)", "true"),
        ("not 1 = 2", "true"),
        ("true OR false AND false", "true"),
        ("SUM(1)", nil),
        ("Abs(-2)", "2"),
        ("round(2.5, 0) + ROUND(-2.5, 0)", "0"),
        ("round(0.125, 2)", "0.13"),
        ("tiers(0.9; >= 95% : 1.0; >= 85% : 0.8; else 0)", "0.8"),
        ("tiers(0.95; >= 95% : 1.0; >= 85% : 0.8; else 0)", "1"),
        ("tiers(0.8499; >= 95% : 1.0; >= 85% : 0.8; else -1)", "-1"),
        ("clamp(1.2, 0, 1) + clamp(-0.1, 0, 1)", "1"),
        ("clamp(5, 3, 1)", "1"),
        ("0.1 + 0.2 = 0.3", "true"),
        ("1 / 3 * 3 = 1", "true"),
        ("123456789012345678", "123456789012345678"),
        ("0.000000000000000001", nil),
        ("0.00000000000000001 * 100000000000000000", "1"),
    ])
    func `公式读得对`(formula: String, expected: String?) throws {
        guard let expected else {
            #expect(throws: FormulaError.self) { try value(formula) }
            return
        }
        let found = try value(formula)
        #expect(Sample.exactWords(found) == Sample.canonical(expected))
    }

    @Test(arguments: [
        ("", 0, "公式是空的。请写一个算式，例如 支出决算 / 支出预算。"),
        ("  ", 2, "公式是空的。请写一个算式，例如 支出决算 / 支出预算。"),
        ("1 ! 2", 2, "不认识“!”。不等于请写作 <> 或 ≠。"),
        ("1 % 2", 4, "这里是“2”，应是运算符，或公式到此结束。"),
        ("甲 % 2", 2, "“%”只能紧跟在数字后面，例如 95%。"),
        ("1 & 2", 2, "不认识“&”。并且请写作 and，或者请写作 or。"),
        ("'a'", 0, "不认识“'”。文字请放在双引号里。"),
        ("1 + ￥2", 4, "不认识“￥”。请删去它，或把带符号的名称放进「」。"),
        ("1 = \"a", 4, "这段文字缺少结束的引号。请在文字末尾补上引号。"),
        ("\"a\n\"", 0, "这段文字缺少结束的引号。请在文字末尾补上引号。"),
        ("“a\"", 0, "这段文字缺少结束的引号。请在文字末尾补上引号。"),
        ("1 + 「甲", 4, "这个名称缺少“」”。请在名称末尾补上。"),
        ("「 」", 0, "「」里没有名称。请写上名称。"),
        ("1.", 0, "“1.”不是一个数。小数点前后都要有数字，只能有一个小数点。"),
        ("1.2.3", 0, "“1.2.3”不是一个数。小数点前后都要有数字，只能有一个小数点。"),
        ("1234567890123456789", 0, "这个数太长，最多 18 位数字。"),
        ("期末 <= 2021-07-31", 6, "“2021-07-31”会被当作算式。日期请写成 2021年7月31日。"),
        ("2021/7/31", 0, "“2021/7/31”会被当作算式。日期请写成 2021年7月31日。"),
        ("2021.7.31", 0, "“2021.7.31”会被当作算式。日期请写成 2021年7月31日。"),
        ("2021年7月", 4, "“年7月”不成日期。日期要写全年月日，例如 2021年7月31日。"),
        ("7月31日", 1, "“月31日”不成日期。日期要写全年月日，例如 2021年7月31日。"),
        ("2021年2月30日", 0, "日历上没有“2021年2月30日”。请核对日期（1900 年至 2199 年）。"),
        ("21年2月3日", 0, "日历上没有“21年2月3日”。请核对日期（1900 年至 2199 年）。"),
        ("5吨", 1, "不认识单位“吨”。请改用已有的单位，例如 元、万元、人次、%。"),
        ("5人次数", 1, "不认识单位“人次数”。请改用已有的单位，例如 元、万元、人次、%。"),
        ("1 +", 3, "公式到这里断了，还应有数、口径名、汇总或左括号。"),
        ("(1", 2, "公式到这里断了，还应有运算符，或“)”。"),
        ("1)", 1, "这里是“)”，应是运算符，或公式到此结束。"),
        ("* 2", 0, "这里是“*”，应是数、口径名、汇总或左括号。"),
        ("甲 and", 5, "公式到这里断了，还应有数、口径名、汇总或左括号。"),
        ("甲 and or 乙", 6, "这里是“or”，应是数、口径名、汇总或左括号。"),
        ("甲 且 乙", 2, "这里是“且”，应是运算符，或公式到此结束。并且请写作 and。"),
        ("甲 或者 乙", 2, "这里是“或者”，应是运算符，或公式到此结束。或者请写作 or。"),
        ("甲 不是 乙", 2, "这里是“不是”，应是运算符，或公式到此结束。否定请写作 not。"),
        ("1,000", 1, "这里是“,”，应是运算符，或公式到此结束。数字里不写千分位逗号。"),
        ("1 < 2 < 3", 6, "不能连着比较。请用 and 连接，例如 1 < 数量 and 数量 < 5。"),
        ("total(支付)", 0, "没有函数“total”。请核对名称。"),
        ("cuont(支付)", 0, "没有函数“cuont”。是不是“count”？"),
        ("round(1)", 0, "函数“round”要 2 个参数，这里有 1 个。"),
        ("count()", 6, "这里是“)”，应是台账名。"),
        ("count(支付", 8, "公式到这里断了，还应有“.”或“;”，或“)”。"),
        ("sum(支付.)", 7, "这里是“)”，应是字段名。"),
        ("sum(支付.金额, 1)", 9, "这里是“,”，应是“;”，或“)”。数字里不写千分位逗号。"),
        ("sum(sum(支付.金额))", 4, "汇总里不能再套汇总。请先定义一个口径。"),
        ("甲 in 1", 5, "这里是“1”，应是“(”。"),
        ("甲 in ()", 6, "这里是“)”，应是固定值（数、文字、日期、true 或 false）。"),
        ("甲 in (1, 乙)", 9, "这里是“乙”，应是固定值（数、文字、日期、true 或 false）。"),
        ("甲 in (-\"a\")", 7, "这里是“\"a\"”，应是数。"),
        ("tiers(1; else 0)", 9, "这里是“else”，应是至少一档，如 >= 95% : 1。"),
        ("tiers(1; 5 : 1; else 0)", 9, "这里是“5”，应是比较符（如 >=）或 else。"),
        ("tiers(1; > 5 1; else 0)", 13, "这里是“1”，应是“:”。"),
        ("tiers(1; > 5 : 1)", 16, "这里是“)”，应是“;”。"),
    ])
    func `不合文法的公式被指出错在哪里`(formula: String, offset: Int, explanation: String) throws {
        let error = #expect(throws: FormulaError.self) { try Formula(parsing: formula) }
        #expect(error?.offset == offset)
        #expect(error?.explanation == explanation)
    }

    @Test func `错误信息写明行与字并在下面指出`() throws {
        let error = #expect(throws: FormulaError.self) {
            try Formula(parsing: "支出决算 /\n  支付 ！ 预算")
        }
        #expect(error?.line == 2)
        #expect(error?.column == 6)
        #expect(
            error?.message == """
                第 2 行第 6 个字：不认识“！”。不等于请写作 <> 或 ≠。
                  支付 ！ 预算
                       ^
                """)
        let empty = #expect(throws: FormulaError.self) { try Formula(parsing: "") }
        #expect(empty?.message == "第 1 行第 1 个字：公式是空的。请写一个算式，例如 支出决算 / 支出预算。")
        let long = #expect(throws: FormulaError.self) {
            try Formula(
                parsing: String(repeating: "1 + ", count: 20) + "' + "
                    + String(repeating: "1", count: 50))
        }
        let lines = long?.message.split(separator: "\n").map(String.init) ?? []
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("…") && lines[1].hasSuffix("…"))
        #expect(lines[2] == String(repeating: " ", count: 41) + "^")
        // Accents stand on the letter before, emoji take two columns.
        let marks = #expect(throws: FormulaError.self) { try Formula(parsing: "「e\u{301}😀」 '") }
        #expect(marks?.message.hasSuffix("\n        ^") == true)
    }

    @Test func `长短深浅的限度两边都守住`() throws {
        func sum(_ count: Int) -> String {
            Array(repeating: "1", count: count).joined(separator: "+")
        }
        func problem(_ text: String) -> FormulaError.Problem? {
            do throws(FormulaError) {
                _ = try Formula(parsing: text)
                return nil
            } catch {
                return error.problem
            }
        }
        let limit = Formula.Limit.self
        #expect(problem("1" + String(repeating: " ", count: limit.characters - 1)) == nil)
        #expect(problem("1" + String(repeating: " ", count: limit.characters)) == .tooLong)
        #expect(problem(sum(limit.depth)) == nil)
        #expect(problem(sum(limit.depth + 1)) == .nestedTooDeep)
        func brackets(_ count: Int) -> String {
            String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
        }
        #expect(problem(brackets(limit.nesting - 1)) == nil)
        #expect(problem(brackets(limit.nesting)) == .nestedTooDeep)
        // 甲, `in` and its items are nodes each.
        func list(_ count: Int) -> String {
            "甲 in (" + Array(repeating: "1", count: count).joined(separator: ",") + ")"
        }
        #expect(problem(list(limit.nodes - 2)) == nil)
        #expect(problem(list(limit.nodes - 1)) == .tooManyNodes)
    }
}

extension Sample {
    /// A number as an exact fraction, so that 4/5 and 0.8 are told alike.
    static func exactWords(_ value: FormulaValue) -> String {
        value.number?.description ?? words(value)
    }

    static func canonical(_ text: String) -> String {
        ExactDecimal(text)?.fraction.description ?? text
    }
}
