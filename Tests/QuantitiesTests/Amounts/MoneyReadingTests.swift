import Seeds
import Testing

@testable import Quantities

struct MoneyReadingTests {
    @Test(arguments: [
        ("628.8万元", 628_800_000, "628.80"),
        ("0.4785万元", 478_500, "0.4785"),  // Two decimals of 万元 would cut 85 元 off.
        ("4,785元", 478_500, "0.4785"), ("-3.05万元", -3_050_000, "-3.05"),
    ])
    func `金额读入后不失真`(text: String, fen: Int64, printed: String) throws {
        let money = try Money(reading: text)
        #expect(money == Money(fen: fen))
        #expect(money.text(in: .tenThousandYuan) == printed)
    }

    @Test(
        arguments: [
            ("1,234.50", MoneyUnit.yuan, 123_450), ("１２３４．５０元", nil, 123_450),
            ("20万元", .yuan, 20_000_000),
            ("20", .tenThousandYuan, 20_000_000), ("20万", .tenThousandYuan, 20_000_000),
            ("20元", .tenThousandYuan, 2000), ("¥20", nil, 2000),
            ("¥20", .tenThousandYuan, 20_000_000),
            ("(35.00)", .yuan, -3500), ("-35", .yuan, -3500), ("5分", .yuan, 5), ("5角", nil, 50),
            ("壹佰贰拾叁元肆角伍分", nil, 12_345), ("人民币壹佰元整", nil, 10_000), ("0", .yuan, 0),
            ("1.5", .thousandYuan, 150_000), ("3", .hundredMillionYuan, 30_000_000_000),
            ("92233720368547758元", nil, 9_223_372_036_854_775_800),
            ("-92233720368547758.0元", nil, -9_223_372_036_854_775_800),
            (" 20 万元 ", nil, 20_000_000), ("2.5千元", nil, 250_000),
        ] as [(String, MoneyUnit?, Int64)])
    func `单元格的金额按列的单位读`(text: String, unit: MoneyUnit?, fen: Int64) throws {
        #expect(try MoneyReading(text, defaultUnit: unit).money == Money(fen: fen))
    }

    @Test(arguments: [
        ("628.8吨", MoneySyntaxError.notAFigure(.trailingText(offset: 5))),
        ("628.8", .missingUnit(offset: 5)),
        ("1.005元", .finerThanFen(offset: 5)), ("0.1234567万元", .finerThanFen(offset: 9)),
        ("20人", .notMoney(offset: 2)), ("15%", .notMoney(offset: 2)),
        ("500元/人", .notMoney(offset: 3)),
        ("一半", .notMoney(offset: 6)), ("约20万元", .notExact(offset: 0)),
        ("20万元以上", .notExact(offset: 0)),
        ("15—20万元", .notExact(offset: 0)), ("92233720368547758.1元", .tooLarge(offset: 0)),
        ("-92233720368547758.1元", .tooLarge(offset: 0)),
        (" 999999999999999999亿元", .tooLarge(offset: 1)),
        ("九千万亿亿元", .notAFigure(.tooManyDigits(offset: 12))),
        ("", .notAFigure(.missingDigits(offset: 0))),
        ("1,23元", .notAFigure(.malformedGrouping(offset: 1))),
        ("=1+2", .notAFigure(.trailingText(offset: 2))),
    ])
    func `不是金额的文字被指出错在哪里`(text: String, expected: MoneySyntaxError) {
        #expect(throws: expected) { try Money(reading: text) }
    }

    @Test(arguments: [
        (MoneySyntaxError.notAFigure(.twoSigns(offset: 2)), "正负号写了两次。请只保留一个。"),
        (.missingUnit(offset: 2), "金额没有写单位。请在数字后写明元或万元，或在表头注明单位。"),
        (.notMoney(offset: 2), "这里的单位不是金额单位。请改为元、千元、万元或亿元。"),
        (.notExact(offset: 2), "这里需要一个确切的金额，不能是约数或区间。请填写实际金额。"),
        (.finerThanFen(offset: 2), "金额的小数超过了分。请核对小数位数，或核对单位是元还是万元。"),
        (.tooLarge(offset: 2), "金额过大。请核对单位和小数点。"),
    ])
    func `每种错误都有话可说`(error: MoneySyntaxError, message: String) {
        #expect(error.message == message)
        #expect(error.offset == 2)
    }

    @Test(
        arguments: [
            ("预算数（万元）", MoneyUnit.tenThousandYuan), ("单位：元", .yuan), ("金额(千元)", .thousandYuan),
            ("亿元", .hundredMillionYuan), ("人数", nil), ("", nil),
        ] as [(String, MoneyUnit?)])
    func `表头注明的金额单位`(header: String, unit: MoneyUnit?) {
        #expect(MoneyUnit(headed: header) == unit)
    }

    @Test(
        arguments: [
            ("", CellMark.blank), (" 　", .blank), ("—", .notApplicable), ("——", .notApplicable),
            ("-", .notApplicable),
            ("/", .notApplicable), (" 无 ", .notApplicable), ("*", .placeholder),
            ("***", .placeholder), ("-5", nil),
            ("0", nil), ("无锡", nil),
        ] as [(String, CellMark?)])
    func `没有值的单元格说得出含义`(text: String, mark: CellMark?) {
        #expect(CellMark(text) == mark)
    }

    @Test func `金额写出再读回不变`() throws {
        var random = RandomSource()
        for _ in 0..<1500 {
            let sign: Int64 = Bool.random(using: &random) ? 1 : -1
            let money = Money(fen: sign * random.number(below: 99_999_999_999_999_999))
            for unit in MoneyUnit.allCases {
                let decimals = Int.random(in: 0...unit.decimals, using: &random)
                let plain = money.text(in: unit, decimals: decimals) + unit.rawValue
                #expect(try Money(reading: plain) == money, "\(plain)")
                let grouped = try money.text(in: unit, roundedTo: unit.decimals, grouped: true)
                #expect(try MoneyReading(grouped, defaultUnit: unit).money == money, "\(grouped)")
            }
            #expect(try Money(reading: money.capitals) == money, "\(money.capitals)")
        }
    }
}
