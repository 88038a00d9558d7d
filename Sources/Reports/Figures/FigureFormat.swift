import Documents
import Formulas
package import Performance
import Quantities

/// How a figure is printed (数字格式).
package enum FigureFormat: Hashable, Sendable {
    /// 万元 with so many decimals, without the unit: `839.38`.
    case tenThousandYuan(decimals: Int)
    /// 万元 with the decimals that 分 needs, two at least: `2.3065`, `839.38`.
    case exactTenThousandYuan
    /// `89.46%`
    case percent
    /// A whole number, or the decimals it needs, without its unit.
    case plain
    /// 得分: `91.58`
    case score

    package static let amount = FigureFormat.tenThousandYuan(decimals: 2)

    /// The text of a value; `—` where it is missing or undefined, since nothing is invented.
    package func text(_ value: TracedValue) -> String {
        switch value {
        case .text(let text): text
        case .missing, .undefined: Self.absent
        case .number(let number, _): text(number) ?? Self.absent
        }
    }

    /// What stands where there is no value (forms.md 0.1).
    package static let absent = "—"

    private func text(_ number: Fraction) -> String? {
        switch self {
        case .tenThousandYuan(let decimals):
            let amount = try? number.divided(by: Fraction(10_000))
            return (try? amount?.rounded(to: decimals))?.text
        case .exactTenThousandYuan:
            let amount = try? number.divided(by: Fraction(10_000))
            return (try? amount?.rounded(to: 6))?.trimmed(keeping: 2).text
        case .percent:
            return (try? number.multiplied(by: Fraction(100)).rounded(to: 2)).map { $0.text + "%" }
        case .plain: return (try? number.rounded(to: 6))?.trimmed().text
        case .score: return (try? number.rounded(to: 2))?.text
        }
    }
}
