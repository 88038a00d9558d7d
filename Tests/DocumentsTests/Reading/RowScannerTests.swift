import Seeds
import Testing

@testable import Documents

/// The scanner against a slow twin that reads character by character.
struct RowScannerTests {
    @Test(arguments: Separator.allCases)
    func `随机文本的读法与逐字读法一致`(separator: Separator) throws {
        var random = RandomSource()
        let alphabet = [
            "a", "办", "\"", "\"", "\n", "\r", "\r\n", " ", "，", ",", ";", "\t", separator.rawValue,
        ]
        for round in 0..<3000 {
            let text = (0..<Int(random.next() % 40)).map { _ in
                alphabet[Int(random.next() % UInt64(alphabet.count))]
            }.joined()
            guard !text.isEmpty else { continue }
            let fast = Self.fast(text, separator)
            let slow = Self.slow(Array(text.unicodeScalars), separator)
            #expect(fast == slow, "seed \(random.seed) round \(round) \(text.debugDescription)")
            if fast != slow { return }
        }
    }

    private static func fast(_ text: String, _ separator: Separator) -> [[String]]? {
        var rows: [[String]] = []
        do {
            let reader = try DelimitedReader(
                InputFile(bytes: Array(text.utf8), name: "x.csv"), encoding: .utf8,
                separator: separator)
            try reader.forEachDelimitedRow { row in
                rows.append((0..<row.fields.count).map { row.text($0) })
            }
        } catch {
            return nil
        }
        return rows
    }

    /// nil where a quote is not closed, or is followed by text.
    private static func slow(
        _ text: [Unicode.Scalar], _ separator: Separator
    ) -> [[String]]? {
        let between = separator.rawValue.unicodeScalars.first
        var rows: [[String]] = []
        var index = 0
        func isEnd() -> Bool { index == text.count || text[index] == "\n" || text[index] == "\r" }
        while index < text.count {
            var row: [String] = []
            while true {
                var field = String.UnicodeScalarView()
                if index < text.count, text[index] == "\"" {
                    index += 1
                    while true {
                        guard index < text.count else { return nil }
                        if text[index] != "\"" {
                            field.append(text[index])
                        } else if index + 1 < text.count, text[index + 1] == "\"" {
                            field.append("\"")
                            index += 1
                        } else {
                            break
                        }
                        index += 1
                    }
                    index += 1
                    while index < text.count, text[index] == " " { index += 1 }
                    guard isEnd() || text[index] == between else { return nil }
                } else {
                    while !isEnd(), text[index] != between {
                        field.append(text[index])
                        index += 1
                    }
                }
                row.append(String(field))
                if isEnd() { break }
                index += 1
            }
            if index < text.count {
                let isPair =
                    text[index] == "\r" && index + 1 < text.count && text[index + 1] == "\n"
                index += isPair ? 2 : 1
            }
            if row != [""] { rows.append(row) }
        }
        return rows
    }
}
