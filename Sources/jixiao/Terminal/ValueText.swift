import Packs
import Performance
import Quantities
import Reports

/// A figure as a person reads it on the terminal: `839.38万元`, `89.46%`, `48人`.
enum ValueText {
    static func text(_ trace: FigureTrace, in unit: ShownUnit?) -> String {
        switch trace.value {
        case .text(let text): return text
        case .missing(let reason): return "缺数据（\(reason)）"
        case .undefined(let reason): return "无法计算（\(reason)）"
        case .number(let value, let base):
            guard let unit, unit.unit == base else {
                return FigureFormat.plain.text(trace.value) + base.description
            }
            if unit.text == "%" { return FigureFormat.percent.text(trace.value) }
            guard let shown = try? value.divided(by: unit.factor).rounded(to: 6)
            else { return FigureFormat.absent }
            return shown.trimmed(keeping: base.isMoney ? 2 : 0).text + unit.text
        }
    }

    /// Marks what stands on more than records.
    static func mark(_ trace: FigureTrace) -> String {
        trace.basis == .recorded ? "" : trace.basis.rawValue
    }
}
