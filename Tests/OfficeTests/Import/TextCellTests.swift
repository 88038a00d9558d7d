import Documents
import Formulas
import Performance
import Quantities
import Testing

@testable import Office

struct TextCellTests {
    @Test(arguments: [
        ("办公用品", "办公用品"), ("  办公 用品\u{3000}", "办公 用品"), ("\u{A0}甲\u{200B}", "甲"),
        ("第一行\n第二行", "第一行 第二行"), ("甲 \r\n\t 乙", "甲 乙"), ("=1+1", "=1+1"), ("+86", "+86"),
        ("-", "-"), ("@某", "@某"), ("一二三四五六七八九十", "一二三四五六七八九十"),
        ("一二三四五六七八九十一", "✗text-too-long"), ("甲\u{0}乙", "✗control-character"),
        ("甲\u{7F}", "✗control-character"), ("甲\u{85}乙", "✗control-character"),
        ("甲\u{202E}乙", "✗hidden-direction"), ("甲\u{FFFD}乙", "✗damaged-text"), (" \u{3000} ", "空"),
        ("𠮷野家", "𠮷野家"),
    ])
    func `文字照原样保留`(text: String, expected: String) {
        var reader = ColumnReader(
            .plain(.text, maximumLength: 10), moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: text) == expected)
    }

    @Test func `表中的数字放进文字列时按数字的写法`() {
        var reader = ColumnReader(.plain(.text), moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: .number(ExactDecimal(mantissa: 1200, scale: 2))) == "12")
        #expect(reader.summary(of: .error("#N/A")) == "✗error-value")
        #expect(reader.summary(of: .boolean(false)) == "✗truth-instead")
    }

    @Test(arguments: [
        ("人员经费", "人员经费"), ("人员支出", "人员经费"), (" 公用 经费 ", "公用经费"), ("A类", "项目支出"),
        ("ａ类", "项目支出"), ("公用经弗", "✗unknown-choice"), ("=A1", "✗formula-text"), ("", "空"),
    ])
    func `枚举按别名读成规范名称`(text: String, expected: String) {
        var reader = ColumnReader(.plain(.text, Self.classes), moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: text) == expected)
        #expect(reader.summary(of: text) == expected, "第二次读出的也一样")
    }

    private static let classes: [LedgerColumn.Choice] = [
        .init(text: "人员经费", aliases: ["人员支出"]), .init(text: "公用经费"),
        .init(text: "项目支出", aliases: ["a类"]),
    ]

    @Test(arguments: [("公用经弗", "公用经费"), ("人员经", "人员经费"), ("工资福利", nil)])
    func `认不出的枚举给出相近的一项`(text: String, suggestion: String?) {
        var cell = ChoiceCell(Self.classes)
        var text = text
        let reading = text.withUTF8 { cell.read($0) }
        guard case .refused(.unknownChoice(let found, let allowed)) = reading else {
            Issue.record("应当退回")
            return
        }
        #expect(found == suggestion)
        #expect(allowed == ["人员经费", "公用经费", "项目支出"])
    }

    @Test(arguments: [
        ("是", "1"), ("否", "0"), ("true", "1"), ("FALSE", "0"), ("1", "1"), ("√", "1"), ("×", "0"),
        ("也许", "✗not-a-truth"), ("", "空"),
    ])
    func `是否列的各种写法`(text: String, expected: String) {
        var reader = ColumnReader(.plain(.truth), moneyUnit: .yuan, year: nil)
        #expect(reader.summary(of: text) == expected)
        #expect(reader.summary(of: .boolean(true)) == "1")
    }

    @Test(arguments: [
        ("身份证440118198001010014", "身份证****0014"), ("44011819750615123X", "****123X"),
        ("电话13800138000", "电话138****8000"), ("凭证12345", "凭证12345"), ("甲\u{0}乙", "甲\\u{0}乙"),
        ("一\n二", "一⏎二"),
        (String(repeating: "长", count: 41), String(repeating: "长", count: 40) + "…"),
    ])
    func `退回的内容缩短、看得见、不露个人号码`(text: String, shown: String) {
        #expect(FoundText(text).text == shown)
    }
}
