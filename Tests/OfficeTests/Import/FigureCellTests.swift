import Documents
import Formulas
import Performance
import Quantities
import Testing

@testable import Office

struct FigureCellTests {
    @Test(arguments: [
        ("1234.56", "123456"), ("1,234.56", "123456"), ("1 234.56", "123456"),
        ("１，２３４．５６", "123456"), ("￥1,234.5", "123450"), ("¥ 12", "1200"),
        ("人民币12元", "1200"), ("12元整", "1200"), ("0", "0"), (".5", "50"), ("007", "700"),
        ("-35", "-3500"), ("－35.00", "-3500"), ("−35", "-3500"), ("￥-3.5", "-350"),
        ("(12.00)", "-1200"), ("（1,000）", "-100000"), ("0.5万元", "500000"), ("0.4785万", "478500"),
        ("2千元", "200000"), ("0.0000000001亿元", "1"), ("1.10000", "110"), ("  12  ", "1200"),
        ("\u{3000}12\u{A0}", "1200"), ("\u{FEFF}12", "1200"),
        ("10000000000000", "1000000000000000"), ("10000000000000.01", "✗amount-too-large"),
        ("99999999999999999999", "✗amount-too-large"), ("1.005", "✗finer-than-fen"),
        ("0.0000001万元", "✗finer-than-fen"), ("0.000001万元", "1"),
        ("", "空"), (" ", "空"), ("—", "空"), ("-", "空"), ("/", "空"), ("无", "空"),
        ("12a", "✗not-money"), ("十二", "✗not-money"), ("12.", "✗not-money"), ("1,23", "✗not-money"),
        ("1234,567", "✗not-money"), ("1.2.3", "✗not-money"), ("12元元", "✗not-money"),
        ("12吨", "✗not-money"), ("(12", "✗not-money"), ("(-12)", "✗not-money"),
        ("-12a", "✗not-money"),
        ("95%", "✗percent-in-money"), ("95％", "✗percent-in-money"),
        ("1.23E+11", "✗scientific-notation"), ("1e5", "✗scientific-notation"),
        ("=SUM(A1:A9)", "✗formula-text"), ("+12", "✗formula-text"), ("@A1", "✗formula-text"),
        ("-A1", "✗formula-text"), ("-1+2", "✗formula-text"), ("*", "✗placeholder"),
        ("***", "✗placeholder"),
    ])
    func `金额按元读到分`(text: String, expected: String) {
        var reader = ColumnReader(.plain(.money), moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: text) == expected)
    }

    @Test(arguments: [
        ("0.4785", "478500"), ("628.8", "628800000"), ("35元", "3500"),
        ("0.0000001", "✗finer-than-fen"),
        ("1000000000", "1000000000000000"), ("1000000000.000001", "✗amount-too-large"),
    ])
    func `表头写万元的金额按万元读`(text: String, expected: String) {
        var reader = ColumnReader(.plain(.money), moneyUnit: .tenThousandYuan, year: nil)
        #expect(reader.summary(of: text) == expected)
    }

    @Test func `单元格自带类型的金额`() throws {
        var reader = ColumnReader(.plain(.money), moneyUnit: .yuan, year: nil)
        let number = try #require(ExactDecimal("1234.50"))
        #expect(reader.summary(of: .number(number)) == "123450")
        #expect(reader.summary(of: .number(number), isPercent: true) == "✗percent-in-money")
        let fine = try #require(ExactDecimal("33.3333333333333"))
        #expect(reader.summary(of: .number(fine)) == "✗finer-than-fen")
        let huge = ExactDecimal(mantissa: 1 << 100, scale: 0)
        #expect(reader.summary(of: .number(huge)) == "✗amount-too-large")
        #expect(reader.summary(of: .error("#REF!")) == "✗error-value")
        #expect(reader.summary(of: .boolean(true)) == "✗truth-instead")
        let day = try #require(Day(year: 2021, month: 3, day: 5))
        #expect(reader.summary(of: .day(day)) == "✗day-instead")
        #expect(reader.summary(of: .unreadable(.notANumber("1x"))) == "✗unreadable")
        #expect(reader.summary(of: .blank) == "空")
    }

    @Test(arguments: [
        ("2021-03-05", "2021-03-05"), ("2021-3-5", "2021-03-05"), ("2021/3/5", "2021-03-05"),
        ("2021.03.05", "2021-03-05"), ("2021年3月5日", "2021-03-05"), ("2021年03月05号", "2021-03-05"),
        ("２０２１年３月５日", "2021-03-05"), ("20210305", "2021-03-05"),
        ("2021 年 3 月 5 日", "2021-03-05"), ("2021-03-05 00:00:00", "2021-03-05"),
        ("2021-03-05T08:30", "2021-03-05"), ("2021/3/5 8:30:01.5", "2021-03-05"),
        ("2021-01-01", "2021-01-01"), ("2021-12-31", "2021-12-31"),
        ("2020-12-31", "✗day-outside-year"), ("2022-01-01", "✗day-outside-year"),
        ("2021-02-30", "✗no-such-day"), ("20210230", "✗no-such-day"),
        ("2021年13月1日", "✗no-such-day"),
        ("60", "✗no-such-day"), ("44260", "✗serial-day"), ("3月5日", "✗day-without-year"),
        ("3-5", "✗day-without-year"), ("3/5/2021", "✗day-without-full-year"),
        ("21-3-5", "✗day-without-full-year"),
        ("2021年3月", "✗day-without-day"), ("2021-03", "✗day-without-day"), ("三月五日", "✗not-a-day"),
        ("2021-03-05 25:00", "✗not-a-day"), ("2021-03/05", "✗not-a-day"),
        ("=TODAY()", "✗formula-text"),
        ("", "空"), ("—", "空"),
    ])
    func `日期读成一种写法`(text: String, expected: String) {
        var reader = ColumnReader(.plain(.day), moneyUnit: .yuan, year: FiscalYear(2021))
        #expect(reader.summary(of: text) == expected)
    }

    @Test func `登记簿的日期不限年度`() {
        var reader = ColumnReader(.plain(.day), moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: "1998年7月1日") == "1998-07-01")
        #expect(reader.summary(of: "2021-07-01") == "2021-07-01")
        #expect(reader.summary(of: "2021-07-01") == "2021-07-01")
        #expect(reader.summary(of: "1899-12-31") == "✗no-such-day")
    }

    @Test func `单元格自带类型的日期`() throws {
        var reader = ColumnReader(.plain(.day), moneyUnit: .yuan, year: FiscalYear(2021))
        let day = try #require(Day(year: 2021, month: 3, day: 5))
        #expect(reader.summary(of: .day(day)) == "2021-03-05")
        #expect(reader.summary(of: .unreadable(.noSuchDay("60"))) == "✗no-such-day")
        #expect(
            reader.summary(of: .number(ExactDecimal(mantissa: 20_210_305, scale: 0)))
                == "2021-03-05")
        #expect(
            reader.summary(of: .number(ExactDecimal(mantissa: 44260, scale: 0))) == "✗serial-day")
    }

    @Test(arguments: [
        ("12", 0, "12"), ("12人", 0, "12"), ("1,200 人", 0, "1200"), ("1.5", 0, "✗too-many-decimals"),
        ("1.50", 1, "15"), ("1.55", 1, "✗too-many-decimals"), ("12户", 0, "✗not-a-number"),
        ("万", 0, "✗not-a-number"), ("0.5万人", 0, "5000"),
        ("99999999999999999999", 0, "✗number-too-large"),
        ("-3", 0, "-3"), ("—", 0, "空"), ("=A1", 0, "✗formula-text"),
    ])
    func `数字带单位与小数位`(text: String, scale: Int, expected: String) {
        let column = LedgerColumn.plain(.number(scale: scale, unit: MeasureUnit("人")))
        var reader = ColumnReader(column, moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: text) == expected)
    }

    @Test(arguments: [
        ("95%", "9500"), ("95.5％", "9550"), ("0.95", "9500"), ("95.005%", "✗too-many-decimals"),
    ])
    func `百分数化为小数`(text: String, expected: String) {
        let column = LedgerColumn.plain(.number(scale: 4, unit: .one))
        var reader = ColumnReader(column, moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: text) == expected)
    }
}
