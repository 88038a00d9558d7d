extension AuditPage {
    mutating func addText() {
        html.markup(
            "<section class=\"text\" tabindex=\"0\" aria-label=\"原文\">\n<div class=\"paper\">\n")
        report.document.text.withUnsafeBufferPointer { text in
            var marks = MarkWalk(report.findings, over: text)
            var line = 0
            var (isFirst, isAfterGap) = (true, false)
            while line < lines.count {
                let bytes = lines.bytes(ofLine: line)
                if text[bytes].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                    isAfterGap = true
                    line += 1
                } else if text[bytes].contains(0x09) {
                    line = addTable(from: line, text, &marks)
                    (isFirst, isAfterGap) = (false, false)
                } else {
                    addParagraph(
                        bytes, text, isFirst: isFirst, isAfterGap: isAfterGap, &marks)
                    isFirst = false
                    isAfterGap = false
                    line += 1
                }
            }
        }
        html.markup("</div>\n</section>\n")
    }

    private mutating func addParagraph(
        _ bytes: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, isFirst: Bool,
        isAfterGap: Bool, _ marks: inout MarkWalk
    ) {
        html.markup("<p")
        if isFirst, Self.isTitle(text[bytes]) {
            html.markup(" class=\"t\"")
        } else if Self.isHeading(text[bytes]) {
            html.markup(" class=\"h\"")
        } else if isAfterGap {
            html.markup(" class=\"g\"")
        }
        addPlace(bytes.lowerBound)
        html.markup(">")
        marks.write(bytes, to: &html)
        html.markup("</p>\n")
    }

    /// Names the place in the margin, where its name is short enough.
    private mutating func addPlace(_ offset: Int) {
        let place = lines.place(at: offset)
        guard place.hasPrefix("第"), place.hasSuffix("行") || place.hasSuffix("段"), place.count <= 8
        else { return }
        html.markup(" data-n=\"")
        html.text(String(place.dropFirst().dropLast()))
        html.markup("\"")
    }

    /// Adds the rows from a line on as one table, and returns the line after it.
    private mutating func addTable(
        from first: Int, _ text: UnsafeBufferPointer<UInt8>, _ marks: inout MarkWalk
    ) -> Int {
        html.markup("<div class=\"wide\"><table>\n")
        var line = first
        while line < lines.count {
            let bytes = lines.bytes(ofLine: line)
            guard text[bytes].contains(0x09) else { break }
            html.markup("<tr>")
            var start = bytes.lowerBound
            let cells = text[bytes].split(separator: 0x09, omittingEmptySubsequences: false)
            let isHeader = line == first && !cells.contains { Self.isNumber($0) }
            for cell in cells {
                let range = start..<(start + cell.count)
                start = range.upperBound + 1
                switch (isHeader, Self.isNumber(cell)) {
                case (true, _): html.markup("<th scope=\"col\">")
                case (false, true): html.markup("<td class=\"r\">")
                case (false, false): html.markup("<td>")
                }
                marks.write(range, to: &html)
                html.markup(isHeader ? "</th>" : "</td>")
            }
            html.markup("</tr>\n")
            line += 1
        }
        html.markup("</table></div>\n")
        return line
    }

    /// Digits with their signs and nothing else.
    private static func isNumber(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var hasDigit = false
        for byte in cell {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case 0x20, 0x0D, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"), UInt8(ascii: "%"):
                break
            default: return false
            }
        }
        return hasDigit
    }

    /// A short first line that ends as titles of official documents do.
    private static func isTitle(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard line.count <= 180 else { return false }
        let words = String(decoding: line, as: UTF8.self)
        return ["报告", "说明", "情况", "公开", "公报", "决算", "预算"].contains { words.hasSuffix($0) }
            && !words.contains { "，。；：".contains($0) }
    }

    /// A short line that begins as headings of official documents do: `一、`, `（二）`.
    private static func isHeading(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard line.count <= 120 else { return false }
        let words = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\u{3000}" }
        var rest = words
        let isBracketed = rest.first == "（"
        if isBracketed { rest = rest.dropFirst() }
        let number = rest.prefix { "一二三四五六七八九十".contains($0) }
        guard !number.isEmpty else { return false }
        rest = rest.dropFirst(number.count)
        return rest.first == (isBracketed ? "）" : "、") && !words.hasSuffix("；")
            && !words.dropLast().contains("。")
    }
}
