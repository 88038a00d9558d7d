/// What stood in a cell, as a message may show it: short, visible, no person in clear.
package struct FoundText: Hashable, Sendable {
    package let text: String

    private static let longest = 40

    init(_ found: String) {
        var shown = ""
        var count = 0
        for scalar in found.unicodeScalars {
            if count == Self.longest {
                shown += "…"
                break
            }
            shown.unicodeScalars.append(contentsOf: Self.visible(scalar).unicodeScalars)
            count += 1
        }
        text = Self.masked(shown)
    }

    /// A control character is shown by its code: `\u{0}`.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x0A, 0x0D: "⏎"
        case 0x09: "⇥"
        case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
            0xFFFE...0xFFFF:
            "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: String(scalar)
        }
    }

    /// 身份证号, 银行卡号 keep their last four digits, 手机号 its first three and last four.
    private static func masked(_ text: String) -> String {
        var result: [Unicode.Scalar] = []
        var run: [Unicode.Scalar] = []
        func flush() {
            let isMobile = run.count == 11 && run[0] == "1" && run[1].value >= 0x33
            if isMobile || run.count >= 15 {
                result += (isMobile ? Array(run.prefix(3)) : []) + Array(repeating: "*", count: 4)
                result += run.suffix(4)
            } else {
                result += run
            }
            run = []
        }
        for scalar in text.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            if isDigit || (run.count == 17 && (scalar == "X" || scalar == "x")) {
                run.append(scalar)
            } else {
                flush()
                result.append(scalar)
            }
        }
        flush()
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: result)
        return String(shown)
    }
}
