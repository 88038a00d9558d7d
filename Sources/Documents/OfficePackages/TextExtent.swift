/// How much room a text takes (版面估算), in half-widths: a digit has 1, a Chinese character 2.
///
/// No font is measured: the estimate is the same on every machine.
enum TextExtent {
    /// The width of the longest line.
    static func width(of text: String) -> Int {
        var (longest, line) = (0, 0)
        for scalar in text.unicodeScalars {
            line = scalar == "\n" ? 0 : line + width(of: scalar)
            longest = max(longest, line)
        }
        return longest
    }

    /// How many lines a text takes where each holds `room` half-widths.
    static func lines(of text: String, room: Int) -> Int {
        let room = max(room, 2)
        var (lines, line) = (1, 0)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines += 1
                line = 0
                continue
            }
            let width = width(of: scalar)
            if line + width > room {
                lines += 1
                line = 0
            }
            line += width
        }
        return lines
    }

    /// The width of the longest piece that no program breaks: a number, a date, a Latin word.
    static func longestPiece(of text: String) -> Int {
        var (longest, piece) = (0, 0)
        for scalar in text.unicodeScalars {
            piece = scalar.value > 0x20 && scalar.value < 0x7F ? piece + 1 : 0
            longest = max(longest, piece)
        }
        return longest
    }

    /// Signs such as “ ” — ≥ are as wide as characters in Chinese fonts.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x1100 ? 1 : 2
    }
}
