import Foundation
import Testing

@testable import Quantities

struct FigureReadingTests {
    /// The value in base units, its unit, and what the last stated place is worth.
    @Test(arguments: [
        ("0", "0", "", "1"), ("007", "7", "", "1"), ("1234", "1234", "", "1"),
        ("1,234", "1234", "", "1"), ("1，234，567.80", "6172839/5", "", "1/100"),
        ("１２３４．５０", "2469/2", "", "1/100"), ("-35", "-35", "", "1"), ("－35", "-35", "", "1"),
        ("−35", "-35", "", "1"), ("—35", "-35", "", "1"), ("负35", "-35", "", "1"),
        ("+35", "35", "", "1"), ("(1,234.00)", "-1234", "", "1/100"), ("（35）", "-35", "", "1"),
        ("( 35万元 )", "-350000", "元", "10000"),
        ("20万", "200000", "", "10000"), ("1.2亿", "120000000", "", "10000000"),
        ("5百", "500", "", "100"), ("3千", "3000", "", "1000"), ("3千万元", "30000000", "元", "10000000"),
        ("2万亿元", "2000000000000", "元", "1000000000000"),
        ("3千亿", "300000000000", "", "100000000000"),
        ("1亿2300万元", "123000000", "元", "10000"), ("1亿零300万元", "103000000", "元", "10000"),
        ("3万5000元", "35000", "元", "1"), ("3万5千元", "35000", "元", "1000"),
        ("20元", "20", "元", "1"), ("20 元", "20", "元", "1"), ("2.5千元", "2500", "元", "100"),
        ("628.8万元", "6288000", "元", "1000"), ("628.8 万元", "6288000", "元", "1000"),
        ("20.50万元", "205000", "元", "100"), ("1.5亿元", "150000000", "元", "10000000"),
        ("5角", "1/2", "元", "1/10"), ("3元5角", "7/2", "元", "1/10"),
        ("3元5角8分", "179/50", "元", "1/100"),
        ("100圆整", "100", "元", "1"), ("20万元整", "200000", "元", "10000"),
        ("¥20", "20", "", "1"), ("￥ 20.00元", "20", "元", "1/100"), ("-¥20", "-20", "", "1"),
        ("¥-20", "-20", "", "1"), ("人民币壹佰元整", "100", "元", "1"),
        ("48人", "48", "人", "1"), ("295人次", "295", "人次", "1"), ("1.2万人次", "12000", "人次", "1000"),
        ("20万户", "200000", "户", "10000"), ("3个", "3", "个", "1"), ("3个月", "3", "月", "1"),
        ("5个工作日", "5", "工作日", "1"), ("90.5㎡", "181/2", "平方米", "1/10"),
        ("22.5分", "45/2", "分", "1/10"),
        ("1.5倍", "3/2", "", "1/10"), ("两倍半", "5/2", "", "1/10"),
        ("500元/人", "500", "元/人", "1"), ("500元／人/月", "500", "元/人·月", "1"),
    ])
    func `每种写法读出同一套数`(text: String, value: String, unit: String, lastPlace: String) throws {
        let reading = try FigureReading(text)
        #expect(reading.quantity.value.description == value)
        #expect(reading.quantity.unit.description == unit)
        #expect(reading.number.lastPlace.description == lastPlace)
        #expect(reading.upper == nil)
    }

    @Test(arguments: [
        ("89.46%", FigureReading.Kind.percent, "4473/5000"), ("89.46％", .percent, "4473/5000"),
        ("15 %", .percent, "3/20"), ("百分之十五", .percent, "3/20"), ("百分之15.5", .percent, "31/200"),
        ("百分之八十五点六", .percent, "107/125"), ("百分之百", .percent, "1"), ("3‰", .perMille, "3/1000"),
        ("千分之三", .perMille, "3/1000"), ("万分之五", .perTenThousand, "1/2000"),
        ("2个百分点", .percentagePoints, "1/50"), ("1.5百分点", .percentagePoints, "3/200"),
        ("五百分点", .percentagePoints, "1/20"), ("一成", .tenths, "1/10"), ("两成五", .tenths, "1/4"),
        ("三成半", .tenths, "7/20"), ("1.5成", .tenths, "3/20"), ("三分之二", .fraction, "2/3"),
        ("5分之1", .fraction, "1/5"), ("一半", .half, "1/2"), ("半数", .half, "1/2"),
        ("-5.2%", .percent, "-13/250"),
    ])
    func `百分数、成数、分数读成份额`(text: String, kind: FigureReading.Kind, value: String) throws {
        let reading = try FigureReading(text)
        #expect(reading.kind == kind)
        #expect(reading.quantity == Quantity(reading.quantity.value, .one))
        #expect(reading.quantity.value.description == value)
    }

    @Test(arguments: [
        ("十", 10, 0), ("十五", 15, 0), ("三百二十一", 321, 0), ("二十万", 20, 4), ("一亿零三百万", 10300, 4),
        ("两百", 200, 0), ("壹佰", 100, 0), ("一百二", 120, 0), ("一百零二", 102, 0), ("三万五", 35000, 0),
        ("二〇二一", 2021, 0), ("一二三", 123, 0), ("零", 0, 0), ("一万亿", 1, 12), ("两亿", 2, 8),
        ("一百一十", 110, 0), ("一百十", 110, 0),
    ])
    func `中文数字按所载精度读出`(text: String, mantissa: Int, power: Int) throws {
        let number = try FigureReading(text).number
        #expect(number.stated == ExactDecimal(mantissa: Int128(mantissa), scale: 0))
        #expect(number.power == power)
    }

    @Test(arguments: [
        ("三点五", "7/2", ""), ("一点二亿元", "120000000", "元"), ("二十万元", "200000", "元"),
        ("三百余万元", "3000000", "元"), ("十名", "10", "名"), ("一年半", "3/2", "年"), ("半年", "1/2", "年"),
        ("半个月", "1/2", "月"), ("两个半月", "5/2", "月"), ("2个半小时", "5/2", "小时"), ("一天半", "3/2", "天"),
        ("壹佰贰拾叁元肆角伍分", "2469/20", "元"), ("壹佰元零伍分", "2001/20", "元"), ("壹佰元零伍角", "201/2", "元"),
        ("伍角叁分", "53/100", "元"), ("壹拾万元伍角", "200001/2", "元"), ("负壹佰元整", "-100", "元"),
    ])
    func `中文数字带单位`(text: String, value: String, unit: String) throws {
        let quantity = try FigureReading(text).quantity
        #expect(quantity.value.description == value)
        #expect(quantity.unit.description == unit)
    }

    @Test(arguments: [
        ("15—20", "15", "20", ""), ("15-20人", "15", "20", "人"),
        ("15~20万元", "150000", "200000", "元"),
        ("15～20", "15", "20", ""), ("15至20户", "15", "20", "户"), ("15到20次", "15", "20", "次"),
        ("15–20", "15", "20", ""), ("85%—95%", "17/20", "19/20", ""),
        ("85-95%", "17/20", "19/20", ""),
        ("5000元—2万元", "5000", "20000", "元"), ("三至五人", "3", "5", "人"),
        ("15 — 20 人", "15", "20", "人"),
        ("1至2个月", "1", "2", "月"), ("300—500元/人", "300", "500", "元/人"), ("-5—3", "-5", "3", ""),
        ("2至3成", "1/5", "3/10", ""), ("2—3个百分点", "1/50", "3/100", ""),
    ])
    func `区间两端同一单位`(text: String, lower: String, upper: String, unit: String) throws {
        let reading = try FigureReading(text)
        let end = try #require(reading.upperQuantity)
        #expect(reading.quantity.value.description == lower)
        #expect(end.value.description == upper)
        #expect(reading.quantity.unit.description == unit)
        #expect(end.unit == reading.quantity.unit)
    }

    @Test(arguments: [
        ("约20万元", FigureQualifier.about), ("20万元左右", .about), ("≈20", .about), ("近300人", .nearly),
        ("超百分之九十", .over), ("超过20万元", .over), ("300余人", .over), ("20多万元", .over),
        ("三百余名", .over), ("10余万元", .over), ("5年多", .over), ("不足20人", .under), ("达95%", .reaching),
        ("≥95%", .atLeast), (">=95%", .atLeast), ("＞＝95%", .atLeast), ("95%以上", .atLeast),
        ("100人及以上", .atLeast), ("100人（含）以上", .atLeast), ("不少于4次", .atLeast), ("≤20万元", .atMost),
        ("20万元以下", .atMost), ("20万元以内", .atMost), ("不超过 20 万元", .atMost), ("＞0", .moreThan),
        ("<5天", .lessThan), ("＝100%", .equal), ("半数以上", .atLeast), ("三成以上", .atLeast),
        ("约15—20人", .about),
    ])
    func `限定词随数读出`(text: String, qualifier: FigureQualifier) throws {
        #expect(try FigureReading(text).qualifier == qualifier)
    }

    @Test(arguments: [
        ("", FigureSyntaxError.missingDigits(offset: 0)), ("  ", .missingDigits(offset: 2)),
        ("无", .missingDigits(offset: 0)), ("约", .missingDigits(offset: 3)),
        ("-", .missingDigits(offset: 1)),
        (".5", .missingDigits(offset: 0)), ("百万元", .missingDigits(offset: 0)),
        ("百分之", .missingDigits(offset: 9)), ("1,23", .malformedGrouping(offset: 1)),
        ("1234,567", .malformedGrouping(offset: 4)), ("1,234,56", .malformedGrouping(offset: 5)),
        ("三四十", .malformedNumeral(offset: 3)), ("一百零", .malformedNumeral(offset: 9)),
        ("十百", .malformedNumeral(offset: 3)), ("一万万", .malformedNumeral(offset: 6)),
        ("零十", .malformedNumeral(offset: 3)), ("一零零百", .malformedNumeral(offset: 3)),
        ("--5", .twoSigns(offset: 1)), ("负-5", .twoSigns(offset: 3)),
        ("(-5)", .twoSigns(offset: 1)),
        ("-¥-5", .twoSigns(offset: 3)), ("1234567890123456789", .tooManyDigits(offset: 18)),
        ("1.2345678901234567890", .tooManyDigits(offset: 19)), ("3千万亿", .tooManyDigits(offset: 1)),
        ("一亿亿亿", .tooManyDigits(offset: 9)), ("(35", .unclosedBracket(offset: 3)),
        ("35)", .trailingText(offset: 2)), ("20万元人", .trailingText(offset: 8)),
        ("1.2.3", .trailingText(offset: 3)), ("20—15", .trailingText(offset: 2)),
        ("20元-30", .trailingText(offset: 5)), ("2021-03-05", .trailingText(offset: 4)),
        ("5千克", .trailingText(offset: 1)), ("0分之一", .malformedNumeral(offset: 7)),
        ("0.5分之一", .malformedNumeral(offset: 9)), ("三点", .trailingText(offset: 3)),
        ("三点十分", .trailingText(offset: 3)), ("\u{FF}5", .missingDigits(offset: 0)),
    ])
    func `读不懂的字指出在第几个字节`(text: String, error: FigureSyntaxError) {
        #expect(throws: error) { try FigureReading(text) }
    }

    /// `1️⃣` stands before the figure and `2️⃣` behind it.
    @Test(arguments: [
        ("完成率1️⃣87.83%2️⃣，主要是", "8783/10000"), ("支出1️⃣20万元2️⃣整治河道", "200000"),
        ("分别为1️⃣5，100人", ""), ("共1️⃣1，234，567元2️⃣。", "1234567"), ("共1️⃣1，234.5元2️⃣。", "2469/2"),
        ("电话1️⃣0202️⃣-8888-6666", "20"), ("增长1️⃣三成2️⃣。", "3/10"), ("为1️⃣12️⃣,23", "1"),
        ("1️⃣一2️⃣成本", "1"), ("1️⃣5年2️⃣多项", "5"), ("1️⃣3元2️⃣5人", "3"), ("1️⃣3万2️⃣5人", "30000"),
        ("1️⃣202️⃣ 吨", "20"), ("1️⃣3年2️⃣半年", "3"), ("1️⃣202️⃣多于10", "20"), ("1️⃣10个2️⃣人", "10"), ("1️⃣伍元2️⃣", "5"),
        ("1️⃣伍拾2️⃣的", "50"),
    ])
    func `正文中的数到哪里为止`(marked: String, value: String) throws {
        let plain = marked.replacing("1️⃣", with: "").replacing("2️⃣", with: "")
        let start = try #require(marked.utf8Offset(of: "1️⃣"))
        let end = marked.replacing("1️⃣", with: "").utf8Offset(of: "2️⃣")
        let reading = try FigureReading(at: start, of: Array(plain.utf8))
        if let end { #expect(reading.range == start..<end) }
        if !value.isEmpty { #expect(reading.quantity.value.description == value) }
    }

    @Test func `正文中的破折号不是负号`() {
        #expect(throws: FigureSyntaxError.missingDigits(offset: 6)) {
            try FigureReading(at: 6, of: Array("其中—5人".utf8))
        }
        #expect(throws: FigureSyntaxError.missingDigits(offset: 4)) {
            try FigureReading(at: 99, of: Array("五3".utf8))
        }
    }

    @Test(arguments: ["队伍", "陆海", "统一", "的", "x", "，"])
    func `正文中的单个大写字和别的字不是数`(text: String) throws {
        let bytes = Array(text.utf8)
        let start = try #require(text.unicodeScalars.first?.utf8.count)
        for offset in [0, start] where text != "统一" || offset == 0 {
            #expect(throws: FigureSyntaxError.missingDigits(offset: offset)) {
                try FigureReading(at: offset, of: bytes)
            }
        }
    }

    @Test(arguments: [
        ("5", true), ("５", true), ("约", true), ("≧", true), ("半", true), ("的", false), ("，", false),
    ])
    func `一眼看出哪里可能有数`(text: String, begins: Bool) {
        let seen = Array(text.utf8).withUnsafeBufferPointer {
            FigureReading.mayBegin(at: 0, of: $0)
        }
        #expect(seen == begins)
    }

    @Test(arguments: [("支出约", FigureQualifier.about, 6), ("不超过", .atMost, 0), ("（≥", .atLeast, 3)])
    func `数前的限定词可以回头看到`(text: String, qualifier: FigureQualifier, start: Int) throws {
        let bytes = Array(text.utf8)
        let found = try #require(FigureQualifier.ending(at: bytes.count, of: bytes))
        #expect(found.qualifier == qualifier)
        #expect(found.start == start)
        #expect(FigureQualifier.ending(at: bytes.count + 1, of: bytes) == nil)
        #expect(FigureQualifier.ending(at: 0, of: bytes) == nil)
    }

    @Test func `限定词写出的符号和词读回原义`() throws {
        for qualifier in FigureQualifier.allCases {
            if !qualifier.word.isEmpty {
                #expect(try FigureReading(qualifier.word + "5").qualifier == qualifier)
            }
            if !qualifier.sign.isEmpty {
                #expect(try FigureReading(qualifier.sign + "5").qualifier?.sign == qualifier.sign)
            }
        }
    }

    @Test(arguments: [
        (FigureSyntaxError.missingDigits(offset: 1), "这里应是数字。请填写数字，例如 1234.56 或 20万元。"),
        (.malformedGrouping(offset: 1), "千分位逗号后应有三位数字。请核对逗号的位置，或去掉逗号。"),
        (.malformedNumeral(offset: 1), "中文数字的写法读不通。请写成“三百二十一”这样的形式，或改用阿拉伯数字。"),
        (.twoSigns(offset: 1), "正负号写了两次。请只保留一个。"),
        (.tooManyDigits(offset: 1), "数字位数过多，最多 18 位。请核对是否误填了编号或账号。"),
        (.unclosedBracket(offset: 1), "括号没有配对。请补上右括号，或用负号表示负数。"),
        (.trailingText(offset: 1), "数字后面还有读不懂的文字。请只保留一个数字和它的单位。"),
    ])
    func `每种错误都有话可说`(error: FigureSyntaxError, message: String) {
        #expect(error.message == message)
        #expect(error.offset == 1)
    }
}

extension String {
    func utf8Offset(of marker: String) -> Int? {
        range(of: marker).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
    }
}
