/// The number before a heading of an official document (结构层次序数).
///
/// - Source: GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1）.
package enum HeadingNumber: Int, Hashable, Sendable, CaseIterable {
    case first, second, third, fourth

    /// Returns `一、`, `（一）`, `1.` or `（1）`; nil outside 1…99.
    package func text(_ number: Int) -> String? {
        guard (1...99).contains(number) else { return nil }
        let chinese = ChineseNumeral.text(of: Int64(number))
        return switch self {
        case .first: "\(chinese)、"
        case .second: "（\(chinese)）"
        case .third: "\(number)."
        case .fourth: "（\(number)）"
        }
    }
}
