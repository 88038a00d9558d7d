import Formulas
import Performance
import Quantities

/// Reads a row of the register 绩效指标 as an indicator and its actual.
enum IndicatorReading {
    /// nil where the row names no known 二级指标 or a target that cannot be read.
    static func indicator(_ row: RegisterRow) -> PerformanceIndicator? {
        guard let kind = kind(row), let target = target(row) else { return nil }
        let weight = row.number("分值").flatMap { try? Points(rounding: $0.fraction) } ?? .zero
        return PerformanceIndicator(
            name: row.text("三级指标"), kind: kind, target: target, weight: weight)
    }

    private static func kind(_ row: RegisterRow) -> IndicatorKind? {
        let second = row.text("二级指标")
        if let kind = IndicatorKind(rawValue: second) ?? IndicatorKind(rawValue: second + "指标") {
            return kind
        }
        switch row.text("一级指标") {
        case "产出指标": return .quantity
        case "成本指标": return .cost
        case "效益指标": return .socialBenefit
        case "满意度指标": return .clientSatisfaction
        default: return nil
        }
    }

    private static func target(_ row: RegisterRow) -> PerformanceIndicator.Target? {
        let (sign, text) = (row.text("计算符号"), row.text("指标值"))
        if sign == "定性" { return .qualitative(text) }
        if sign == "截止日" { return DeclaredValue(text).day.map { .day($0) } }
        let comparators: [String: Comparator] = [
            "≥": .atLeast, ">": .greater, "=": .equal, "≤": .atMost, "<": .less,
        ]
        let target = DeclaredValue(text)
        guard let unit = unit(row), target.unit.isEmpty, let number = target.number,
            let value = try? number.multiplied(by: unit.factor)
        else { return nil }
        if sign == "区间" {
            guard let upper = target.upper, upper >= number,
                let end = try? upper.multiplied(by: unit.factor)
            else { return nil }
            return .range(value...end, unit: unit)
        }
        guard let comparator = comparators[sign], target.upper == nil else { return nil }
        return .quantitative(comparator, value, unit: unit)
    }

    private static func unit(_ row: RegisterRow) -> UnitSymbol? {
        UnitSymbol.named(row.text("单位"))
    }

    /// `≥300人次`, `＝100%`, or the words of a 定性指标.
    static func targetText(_ row: RegisterRow) -> String {
        let (sign, text) = (row.text("计算符号"), row.text("指标值"))
        switch sign {
        case "定性": return text
        case "截止日": return (DeclaredValue(text).day?.chinese ?? text) + "前"
        case "区间": return text + row.text("单位")
        default: return sign + text + row.text("单位")
        }
    }

    static func actual(_ row: RegisterRow, _ trace: FigureTrace?) -> ProjectSelfEvaluation.Actual? {
        if row.text("计算符号") == "定性" {
            guard let tier = tier(row.text("完成档次")) else { return nil }
            return .tier(tier, ratio: row.number("完成比例")?.fraction)
        }
        if row.text("计算符号") == "截止日" {
            return (try? Day(reading: row.text("完成值"))).map { .day($0) }
        }
        if case .number(let number, let unit) = trace?.value {
            return .quantity(Quantity(number, unit))
        }
        guard let quantity = StatedQuantity.read(row.text("完成值"), unit: row.text("单位"))
        else { return nil }
        return .quantity(quantity)
    }

    /// An actual as a form states it: `295人次`, `2021年12月20日`, `达成`; nil where it fits no such target.
    static func actual(
        stated text: String?, of target: PerformanceIndicator.Target
    ) -> ProjectSelfEvaluation.Actual? {
        guard let text, !text.isEmpty else { return nil }
        switch target {
        case .qualitative: return tier(text).map { .tier($0, ratio: nil) }
        case .day: return (try? Day(reading: text)).map { .day($0) }
        case .quantitative(_, _, let unit), .range(_, let unit):
            let value = DeclaredValue(text)
            guard let number = value.number, value.upper == nil,
                let symbol = value.unit.isEmpty ? unit : UnitSymbol.named(value.unit),
                let amount = try? number.multiplied(by: symbol.factor)
            else { return nil }
            return .quantity(Quantity(amount, symbol.unit))
        }
    }

    private static func tier(_ text: String) -> QualitativeTier? {
        QualitativeTier.allCases.first { $0.word == text }
    }

    /// `295人次`, `20.00万元`, `96%`, `达成`; `—` where nothing is known.
    static func actualText(
        _ row: RegisterRow, _ actual: ProjectSelfEvaluation.Actual?,
        _ indicator: PerformanceIndicator
    ) -> String {
        switch actual {
        case nil: return "—"
        case .tier: return row.text("完成档次")
        case .day(let day): return day.chinese
        case .quantity(let quantity):
            guard let unit = indicator.target.unit,
                let shown = try? quantity.value.divided(by: unit.factor).rounded(to: 6)
            else { return "—" }
            return shown.trimmed(keeping: unit.unit.isMoney ? 2 : 0).text + unit.text
        }
    }

    static func origin(_ row: RegisterRow) -> RuleInput.Origin {
        let formula = row.text("对应口径")
        if !formula.isEmpty { return .measured(formula: formula) }
        let evidence = row.text("来源")
        return .judged(reason: row.text("判断理由"), evidence: evidence.isEmpty ? [] : [evidence])
    }
}
