import Quantities
import Seeds
import Testing

@testable import Formulas

/// A record with fields of every type.
enum SampleRecord {
    static let shape = RecordShape(
        name: "明细",
        fields: [
            RecordField(name: "金额", type: .number(.yuan)),
            RecordField(name: "预算", type: .number(.yuan)),
            RecordField(name: "数量", type: .number(.one), minimum: .zero),
            RecordField(name: "用途", type: .text),
            RecordField(name: "科目", type: .text, choices: ["办公费", "印刷费", "差旅费"]),
            RecordField(name: "日期", type: .day),
            RecordField(name: "已核", type: .truth),
        ])

    static func vocabulary() throws -> Vocabulary {
        var vocabulary = Vocabulary(record: shape)
        try vocabulary.define(parameter: "限额", text: "75.5元")
        return vocabulary
    }

    static func formula(_ text: String) throws -> RecordFormula {
        try vocabulary().checkRecord(text)
    }

    static func values(using random: inout RandomSource) -> [FormulaValue] {
        [
            number(using: &random), number(using: &random), number(using: &random),
            text(using: &random), text(using: &random),
            .day(Day(daysSinceEpoch: 18_000 + random.number(0...5)) ?? Day(iso: "2021-01-01")!),
            .truth(random.chance(50)),
        ].map { random.chance(15) ? .missing : $0 }
    }

    private static func number(using random: inout RandomSource) -> FormulaValue {
        let digits = ["0", "3", "12.5", "-75.5", "75.5", "99999999999999999.99", "0.005"]
        if random.chance(8) { return .number(try! Fraction(1, over: 3)) }
        return .number(ExactDecimal(random.pick(digits))!.fraction)
    }

    private static func text(using random: inout RandomSource) -> FormulaValue {
        .text(random.pick(["", "办公费", "办公费用", "印刷费", "é", "e\u{301}"]))
    }
}

@Suite("Programs over records")
struct RecordProgramTests {
    @Test("A program gives what the tree gives, on random conditions and records")
    func agreesWithTheTree() throws {
        var random = RandomSource()
        for _ in 0..<300 {
            var texts: [String] = []
            for _ in 0..<5 { texts.append(truth(3, using: &random)) }
            let conditions = try texts.map { try SampleRecord.formula($0) }
            let records = (0..<20).map { _ in SampleRecord.values(using: &random) }
            var batch = RecordBatch(shape: SampleRecord.shape)
            for record in records { batch.append(record: record) }
            var found: Set<[Int]> = []
            RecordProgram(conditions, over: SampleRecord.shape).run(over: batch) {
                found.insert([$0, $1])
            }
            for (row, record) in records.enumerated() {
                for (number, condition) in conditions.enumerated() {
                    let value = try? condition.value(of: record)
                    #expect(
                        found.contains([row, number]) == (value == .truth(true)),
                        "\(texts[number]) of \(record) is \(String(describing: value))")
                }
            }
        }
    }

    private func truth(_ depth: Int, using random: inout RandomSource) -> String {
        func inner() -> String { truth(depth - 1, using: &random) }
        func amount() -> String { number(depth - 1, using: &random) }
        let relation = random.pick(["=", "<>", "<", "<=", ">", ">="])
        switch random.number(depth > 0 ? 1...16 : 5...13) {
        case 1: return "(\(inner()) and \(inner()))"
        case 2: return "(\(inner()) or \(inner()))"
        case 3: return "not (\(inner()))"
        case 4: return "ifmissing(\(inner()), 已核)"
        case 5: return "ismissing(\(random.pick(["金额", "用途", "日期", "已核"])))"
        case 6: return "contains(用途, \(random.pick(["\"办公\"", "科目", "\"\""])))"
        case 7: return "用途 \(relation) \(random.pick(["\"办公费\"", "科目", "\"é\""]))"
        case 8: return "日期 \(relation) 2019年4月15日"
        case 9: return "已核"
        case 10:
            return
                "\(random.pick(["科目", "用途"])) \(random.pick(["in", "not in"])) (\"印刷费\", \"办公费\")"
        case 11: return "len(用途) \(relation) 3"
        case 12: return "金额 \(relation) \(random.pick(["75.5元", "限额", "0", "-0.001元"]))"
        case 13: return "数量 \(random.pick(["in", "not in"])) (3, 12.5)"
        case 14: return "(\(amount())) / (\(amount())) \(relation) 0.6"
        default: return "\(amount()) \(relation) \(amount())"
        }
    }

    private func number(_ depth: Int, using random: inout RandomSource) -> String {
        func inner() -> String { number(depth - 1, using: &random) }
        switch random.number(depth > 0 ? 1...12 : 8...12) {
        case 1: return "(\(inner()) + \(inner()))"
        case 2: return "(\(inner()) - \(inner()))"
        case 3: return "(\(inner())) * 数量"
        case 4: return "abs(\(inner()))"
        case 5: return "clamp(\(inner()), 0, \(inner()))"
        case 6: return "round(\(inner()), \(random.number(0...2)))"
        case 7: return "ifmissing(\(inner()), \(inner()))"
        case 8: return "tiers(数量; >= 12.5 : 3元; >= 3 : 75.5元; else 0)"
        case 9: return "限额"
        case 10: return "预算"
        default: return "金额"
        }
    }

    @Test(
        "A formula over a record is refused with the nearest field",
        arguments: [
            ("金颌 > 3元", "“明细”没有字段或参数“金颌”。是不是“金额”？"),
            ("金额 > 3", "这里要写单位：另一边是“元”。请写成带单位的数。"),
            ("金额 > 用途", "数（元）不能与文字比较。"),
            ("count(支付) > 3", "这里只看一条“明细”的字段，不能汇总台账。请改用它的字段。"),
            ("上年(金额) > 3元", "这里只看一条记录，不能用 上年。请改用记录的字段。"),
            ("len(金额) > 3", "这里应是文字，却是数（元）。"),
        ])
    func refuses(_ text: String, _ explanation: String) throws {
        let vocabulary = try SampleRecord.vocabulary()
        let error = #expect(throws: FormulaError.self) { try vocabulary.checkRecord(text) }
        #expect(error?.explanation == explanation)
    }

    @Test("What asks for a record has no place in a measure")
    func recordsOnly() throws {
        #expect(throws: FormulaError.self) { try Vocabulary(ledgers: []).check("len(\"字\")") }
    }
}

@Suite("Reasoning about conditions")
struct ConditionReasoningTests {
    @Test(
        "What no record can be is proved",
        arguments: [
            ("金额 > 3元 and 金额 < 3元", true), ("金额 > 3元 and 金额 < 4元", false),
            ("金额 >= 3元 and 金额 <= 3元", false), ("金额 = 3元 and 金额 <> 3元", true),
            ("金额 - 预算 > 3元 and 预算 - 金额 > 3元", true),
            ("金额 - 预算 > 3元 and 预算 - 金额 > -4元", false),
            ("abs(金额 - 预算) > 3元 and 金额 = 预算", true),
            ("abs(金额) <= 3元 and 金额 > 3元", true), ("abs(金额) > 3元 and 金额 < -3元", false),
            ("科目 = \"办公费\" and 科目 = \"印刷费\"", true), ("科目 = \"招待费\"", true),
            ("科目 not in (\"办公费\", \"印刷费\", \"差旅费\")", true),
            ("用途 not in (\"办公费\", \"印刷费\")", false),
            ("ismissing(金额) and 金额 > 3元", true), ("ismissing(金额) and 预算 > 3元", false),
            ("ismissing(金额) and ifmissing(金额, 0) = 0", false), ("已核 and not 已核", true),
            ("已核 = true and 已核 = false", true), ("数量 < 0", true), ("数量 <= 0", false),
            ("日期 < 2021年1月1日 and 日期 > 2021年12月31日", true), ("3 > 4", true),
            ("金额 / 预算 > 0.8 and 金额 / 预算 < 0.6", true),
            ("(金额 > 3元 or 预算 > 3元) and 金额 <= 3元 and 预算 <= 3元", true),
            ("not (金额 > 3元 or 已核) and 已核", true), ("数量 in (3, 4) and 数量 = 5", true),
            ("数量 not in (3, 4) and 数量 = 3", true), ("用途 = 科目 and 用途 <> 科目", true),
        ])
    func impossible(_ text: String, _ isImpossible: Bool) throws {
        let verdict = ConditionReasoning.verdict(
            true: [try SampleRecord.formula(text)], over: SampleRecord.shape)
        #expect(verdict == (isImpossible ? .impossible : .open))
    }

    @Test("Too many ways are said to be undecided; few facts close many ways at once")
    func undecided() throws {
        func verdict(_ text: String) throws -> ConditionReasoning.Verdict {
            ConditionReasoning.verdict(
                true: [try SampleRecord.formula(text)], over: SampleRecord.shape)
        }
        let pair = "(金额 > 3元 or 预算 > 3元)"
        let many = Array(repeating: pair, count: 18).joined(separator: " and ")
        #expect(try verdict(many) == .open)
        #expect(try verdict("\(many) and 金额 <= 3元 and 预算 <= 3元") == .impossible)
        #expect(try verdict("\(many) and (数量 < 0 or 数量 < -1)") == .undecided)
    }

    @Test("Nothing proved impossible is ever true of a record")
    func sound() throws {
        var random = RandomSource()
        let parts = [
            "金额 > 3元", "金额 <= 12.5元", "金额 < 预算", "abs(金额 - 预算) > 限额", "已核", "not 已核",
            "ismissing(用途)", "科目 in (\"办公费\", \"印刷费\")", "科目 <> \"办公费\"", "数量 = 3", "数量 > 3",
            "用途 = 科目", "日期 > 2019年4月15日", "日期 <= 2019年4月15日", "len(用途) > 3", "len(用途) <= 3",
        ]
        for _ in 0..<400 {
            let picked = (0..<4).map { _ in
                random.chance(30) ? "not (\(random.pick(parts)))" : random.pick(parts)
            }
            let joint = random.pick([" and ", " or "])
            let text = "(\(picked[0])\(joint)\(picked[1])) and \(picked[2]) and \(picked[3])"
            let condition = try SampleRecord.formula(text)
            let verdict = ConditionReasoning.verdict(true: [condition], over: SampleRecord.shape)
            guard verdict == .impossible else { continue }
            for _ in 0..<200 {
                let record = SampleRecord.values(using: &random)
                guard record[4] != .text(""), record[4] != .text("办公费用"),
                    record[4] != .text("é"), record[4] != .text("e\u{301}")
                else { continue }
                #expect(try condition.value(of: record) != .truth(true), "\(text) of \(record)")
            }
        }
    }
}
