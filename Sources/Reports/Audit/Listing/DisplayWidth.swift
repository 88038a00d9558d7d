/// How many columns a text takes on a terminal: a Chinese character takes two.
package enum DisplayWidth {
    package static func of(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// Cuts a text to so many columns, `…` at its end where something is left out.
    package static func cut(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        var (result, used) = (String.UnicodeScalarView(), 0)
        for scalar in text.unicodeScalars {
            let next = used + width(scalar)
            guard next <= columns - 1 else { break }
            result.append(scalar)
            used = next
        }
        return String(result) + "…"
    }

    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x300..<0x370: 0
        // Hangul, CJK and its punctuation, full-width forms, and the planes of rare ideographs.
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
