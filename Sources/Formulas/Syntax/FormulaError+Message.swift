import Quantities

extension FormulaError {
    /// What is wrong and what to write instead, without the place.
    package var explanation: String { problem.readingExplanation ?? problem.meaningExplanation }
}

extension FormulaError.Problem {
    /// The words for what the grammar refuses; nil for the rest.
    fileprivate var readingExplanation: String? {
        switch self {
        case .empty: "公式是空的。请写一个算式，例如 支出决算 / 支出预算。"
        case .tooLong: "公式太长，最多 \(Formula.Limit.characters) 个字。请拆成几个口径。"
        case .tooManyNodes: "公式太大，最多 \(Formula.Limit.nodes) 个数、名称和运算。请拆成几个口径。"
        case .nestedTooDeep: "括号或运算套得太深。请拆成几个口径。"
        case .unexpectedCharacter(let character): Self.hint(on: character)
        case .unterminatedText: "这段文字缺少结束的引号。请在文字末尾补上引号。"
        case .unterminatedName: "这个名称缺少“」”。请在名称末尾补上。"
        case .emptyName: "「」里没有名称。请写上名称。"
        case .malformedNumber(let number): "“\(number)”不是一个数。小数点前后都要有数字，只能有一个小数点。"
        case .numberTooLong: "这个数太长，最多 \(Formula.Limit.digits) 位数字。"
        case .dayWithSeparators(let written, let day): "“\(written)”会被当作算式。日期请写成 \(day)。"
        case .incompleteDay(let rest): "“\(rest)”不成日期。日期要写全年月日，例如 2021年7月31日。"
        case .noSuchDay(let day): "日历上没有“\(day)”。请核对日期（1900 年至 2199 年）。"
        case .unknownUnit(let unit): "不认识单位“\(unit)”。请改用已有的单位，例如 元、万元、人次、%。"
        case .unexpected(let found, let expected) where found.isEmpty: "公式到这里断了，还应有\(expected)。"
        case .unexpected(let found, let expected): Self.hint(on: found, expected: expected)
        case .chainedComparison: "不能连着比较。请用 and 连接，例如 1 < 数量 and 数量 < 5。"
        case .unknownFunction(let name, let nearest): "没有函数“\(name)”。\(Self.suggestion(nearest))"
        case .wrongArgumentCount(let name, let expected, let found):
            "函数“\(name)”要 \(expected) 个参数，这里有 \(found) 个。"
        default: nil
        }
    }

    /// The words for what the vocabulary, the units and the limits refuse.
    fileprivate var meaningExplanation: String {
        switch self {
        case .unknownLedger(let name, let nearest): "没有台账“\(name)”。\(Self.suggestion(nearest))"
        case .unknownColumn(let name, let ledger, let nearest):
            "台账“\(ledger)”没有字段“\(name)”。\(Self.suggestion(nearest))"
        case .unknownName(let name, let nearest): "没有口径或参数“\(name)”。\(Self.suggestion(nearest))"
        case .ledgerAsName(let name): "“\(name)”是台账，不能直接计算。请写成 count(\(name)) 或 sum(\(name).字段)。"
        case .columnOutsideFilter(let name, let ledger):
            "“\(name)”是台账“\(ledger)”的字段。请写成 sum(\(ledger).\(name))，或放到分号后的筛选条件里。"
        case .unitAsName(let name): "“\(name)”是单位，前面要有数。例如 3000元/1\(name)。"
        case .nameTaken(let name): "名称“\(name)”已有别的用处。请换一个名称。"
        case .cycle(let names): "口径互相套用：\(names.joined(separator: " → "))。请去掉其中一环。"
        case .mixedUnits(let left, let right, let operation):
            "单位不同：左边是\(Self.words(left))，右边是\(Self.words(right))，不能\(operation)。"
        case .unitMissing(let unit): "这里要写单位：另一边是\(Self.words(unit))。请写成带单位的数。"
        case .wrongType(let expected, let found): "这里应是\(expected.words)，却是\(found.words)。"
        case .notComparable(let left, let right): "\(left.words)不能与\(right.words)比较。"
        case .truthHasNoOrder: "“是”与“否”没有大小。请用 = 或 <>。"
        case .declaredUnitDiffers(let declared, let found):
            "写明的单位是\(Self.words(declared))，算出来却是\(Self.words(found))。请核对公式或单位。"
        case .declaredUnitOfNoNumber(let type): "写明了单位，算出来却是\(type.words)，没有单位。"
        case .roundingDigits: "round 的第二个参数是小数位数，只能写 0 到 9 的整数。"
        default: aggregateExplanation
        }
    }

    private var aggregateExplanation: String {
        switch self {
        case .unknownField(let name, let record, let nearest):
            "“\(record)”没有字段或参数“\(name)”。\(Self.suggestion(nearest))"
        case .aggregateInRecord(let record):
            "这里只看一条“\(record)”的字段，不能汇总台账。请改用它的字段。"
        case .yearsInRecord(let function): "这里只看一条记录，不能用 \(function)。请改用记录的字段。"
        case .recordsOnly(let function): "\(function) 只能在规则里用，口径的公式里没有它。"
        case .aggregateWithoutColumn(let function, let ledger):
            "\(function.rawValue) 要写明字段，例如 \(function.rawValue)(\(ledger).字段)。"
        case .countOfColumn(let ledger, let column):
            "count 数的是行，不写字段。请写 count(\(ledger))；数不重复的值请写 distinct(\(ledger).\(column))。"
        case .columnOfWrongType(let function, let column):
            function == .sum
                ? "字段“\(column)”不是金额或数，不能求和。"
                : "字段“\(column)”不是金额、数或日期，不能取最大最小。"
        case .nestedAggregate: "汇总里不能再套汇总。请先定义一个口径。"
        case .aggregateInFilter: "筛选条件里不能写汇总，只能用本行的字段和固定值。"
        case .measureInFilter(let name): "“\(name)”是口径，筛选条件里只能用本行的字段和固定值。"
        case .arithmeticInFilter: "筛选条件里不做加减乘除。请在台账里设一个算好的字段，再用它比较。"
        case .callInFilter(let name): "筛选条件里不能用 \(name)。请比较本行的字段和固定值。"
        case .nestedComparisonInFilter: "筛选条件里，比较的两边只能是字段或固定值。"
        case .differentScales(let left, let right): "字段“\(left)”和“\(right)”的小数位数不同，不能直接比较。"
        case .expandedTooLarge: "套用的口径太多或太深。请简化公式。"
        case .yearsNestedTooDeep: "上年、上年同期最多套 \(Formula.Limit.yearShifts) 层。"
        case .monthsNested: "月末平均里不能再套月末平均。"
        default: preconditionFailure("every problem has its words")
        }
    }

    private static func suggestion(_ nearest: String?) -> String {
        nearest.map { "是不是“\($0)”？" } ?? "请核对名称。"
    }

    private static func words(_ unit: MeasureUnit) -> String {
        unit.isDimensionless ? "无单位的数" : "“\(unit)”"
    }

    private static func hint(on character: String) -> String {
        switch character {
        case "!", "！": "不认识“\(character)”。不等于请写作 <> 或 ≠。"
        case "%", "％", "‰": "“\(character)”只能紧跟在数字后面，例如 95%。"
        case "&", "|", "＆", "｜": "不认识“\(character)”。并且请写作 and，或者请写作 or。"
        case "'", "‘", "’", "＇": "不认识“\(character)”。文字请放在双引号里。"
        default: "不认识“\(character)”。请删去它，或把带符号的名称放进「」。"
        }
    }

    private static func hint(on found: String, expected: String) -> String {
        let rest: String =
            switch found {
            case "且", "并且": "并且请写作 and。"
            case "或", "或者": "或者请写作 or。"
            case "非", "不是": "否定请写作 not。"
            case ",", "，": "数字里不写千分位逗号。"
            default: ""
            }
        return "这里是“\(found)”，应是\(expected)。\(rest)"
    }
}
