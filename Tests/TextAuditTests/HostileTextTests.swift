import Testing
import TextAudit

/// Texts that nobody writes: the audit answers, whatever the bytes are.
struct HostileTextTests {
    private func audit(_ bytes: [UInt8]) -> (figures: [TextFigure], findings: [TextFinding]) {
        var auditor = TextAuditor()
        return bytes.withUnsafeBufferPointer {
            (auditor.figures(in: $0), auditor.findings(in: $0))
        }
    }

    @Test(
        arguments: [
            [], [0x00], [0x80], [0xBF, 0xBF], [0xC3], [0xE4], [0xE4, 0xB8], [0xEF, 0xBC], [0xF0],
            [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB],
            [0x0D],
            [0x28], [0x2D, 0x31], [0x31, 0x2E], [0x31, 0x2C], [0x31, 0xE4], [0x31, 0xE5, 0x85],
            [0x31, 0xE4, 0xB8, 0x87], [0xE4, 0xB8, 0x80, 0xE4], [0xE7, 0xAC, 0xAC, 0xE4, 0xB8],
            [0xEF, 0xBC, 0x91, 0xEF, 0xBC], [0xE3, 0x80, 0x8A, 0xE3], [0x7C, 0x7C],
            [0xEF, 0x3C, 0x91, 0x31], [0xEF, 0xBC, 0x11, 0x31], [0x09, 0x31, 0x09],
        ] as [[UInt8]])
    func `残缺的字节不使审核中断`(bytes: [UInt8]) {
        for figure in audit(bytes).figures { #expect(figure.range.upperBound <= bytes.count) }
    }

    /// The newline that the audit adds at the end once served as the last byte of a unit.
    @Test func `被截断的单位不越过文末`() {
        var auditor = TextAuditor()
        for first in UInt8(0xE0)...0xEF {
            for middle in UInt8(0x80)...0xBF {
                for bytes in [[0x31, first, middle], [0x31, first], [0x31, first, 0x0A, middle]] {
                    let figures = bytes.withUnsafeBufferPointer { auditor.figures(in: $0) }
                    for figure in figures { #expect(figure.range == 0..<1) }
                }
            }
        }
    }

    /// The label of the rate reaches back over the figure before the bracket that nobody opened.
    @Test(arguments: ["经费1）占2%", "经费1元）占2%，）占3%", "（）1）占2%（占3%"])
    func `没有左括号的右括号不使审核中断`(text: String) { _ = audit(Array(text.utf8)) }

    /// A report cut at every byte, so that each reader meets the end in each of its steps.
    @Test func `任何一处截断的文本都能审核`() {
        let text = """
            2021年收入预算1,938.76万元，其中：财政拨款一百二十万元（占12.5％），比上年增加4.65亿元，增长３.５%。
            （一）支出分别为5.2万元、第3名，满意度95.5%，得分9分；三成、百分之五、2个百分点，人均1.2万元左右。
            《办法〔2020〕10号》 15—59岁 146人×1050元＝15.33万元
            科目 | 合计 | 占比%
            合计\t5.5\t3
            """
        let bytes = Array(text.utf8)
        for end in bytes.indices {
            for figure in audit(Array(bytes[..<end])).figures {
                #expect(figure.range.upperBound <= end)
            }
        }
    }

    /// Numbers of 17 digits with units far apart: every product must stay inside its 128 bits.
    @Test(arguments: [
        "收入99999999999999999亿元，其中：甲99999999999999999亿元，乙0.9999999999999999元。",
        "支出99999999999999999万亿元，比上年增加0.00000000000000001元，增长99999999999999.999%。",
        "预算0.00000000000000001元，支出99999999999999999亿元，完成99999999999999999%。",
        "占99999999999999999%；甲1万元，占99999999999999999%；乙2万元，占99999999999999999%。",
        "满意率100.000000000000000%，抽查9组，满意9组，满意率99.9999999999999999%。",
        "99999999999999999人×99999999999999999亿元÷0.00000000000000001＝99999999999999999亿元",
        "99999999999999999人×99999999999999999元＋99999999999999999人×99999999999999999元＝1元",
        "人均99999999999999999万亿元，9人，共99999999999999999万亿元。",
        "九千九百九十九亿九千九百九十九万九千九百九十九亿元，其中甲九百万亿元，乙九百亿亿元。",
        "回访99999999999999999件，满意99999999999999999件、基本满意99999999999999999件，满意率1%。",
        "平均99999999999999999万元，比上年的0.1万元减少99999999999999999元，下降0.00000000000000%。",
    ])
    func `大数不使运算溢出`(text: String) {
        var auditor = TextAuditor()
        #expect(auditor.findings(in: text).count >= 0)
        #expect(auditor.figures(in: text).count >= 1)
    }

    /// Each of these takes the same time for each byte, however long: a search without an end would
    /// make this test run for hours.
    @Test(arguments: [
        ("甲", "收入5万元，", ""), ("甲", "增长5%，", ""), ("甲", "比上年增加3万元，", ""), ("", "（1万元", ""),
        ("", "(", ")"), ("1万元", "（", "）"), ("", "一是", ""), ("", "1、甲3元。", ""), ("", "2021年", ""),
        ("5万元，占", "甲5万元占3%；", ""), ("", "\n甲\t1\t2\t3", ""), ("合计\t6\t6", "\n甲\t1\t2", ""),
        ("", "甲", "5万元"), ("", "5", ""), ("", " ", "5万元"), ("", "《", ""), ("", "其中：", "5万元"),
        ("", "一", "个"), ("", "人均5元，", ""), ("", "5个、6万元、7%", ""), ("", "|", ""),
        ("", "5×", "＝1"), ("", "5-", ""), ("共9人，", "男1人，女2件，", ""), ("", "结余3元，", ""),
    ])
    func `再长的句子也按长度成比例审完`(head: String, unit: String, tail: String) {
        let text = head + String(repeating: unit, count: 20_000 / unit.utf8.count) + tail
        var auditor = TextAuditor()
        #expect(auditor.findings(in: text).count <= text.utf8.count)
    }
}
