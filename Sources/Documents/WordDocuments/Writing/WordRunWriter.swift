/// Writes one run: its look, then its text cut at line breaks and tabs.
enum WordRunWriter {
    static func write(_ run: WordRun, _ xml: inout XMLWriter) {
        xml.element("w:r") { xml in
            if run.isBold || run.color != nil || run.highlight != nil {
                xml.element("w:rPr") { xml in
                    if run.isBold { xml.empty("w:b") }
                    if let color = run.color { xml.empty("w:color", ["w:val": color.hex]) }
                    if let highlight = run.highlight {
                        xml.empty(
                            "w:shd",
                            ["w:val": "clear", "w:color": "auto", "w:fill": highlight.hex])
                    }
                }
            }
            writeText(run.text, &xml)
        }
    }

    private static func writeText(_ text: String, _ xml: inout XMLWriter) {
        var start = text.utf8.startIndex
        var index = start
        func flush(_ xml: inout XMLWriter) {
            guard start < index else { return }
            xml.element("w:t", ["xml:space": "preserve"], text: String(text[start..<index]))
        }
        while index < text.utf8.endIndex {
            let byte = text.utf8[index]
            guard byte == 0x09 || byte == 0x0A || byte == 0x0B || byte == 0x0D else {
                index = text.utf8.index(after: index)
                continue
            }
            flush(&xml)
            index = text.utf8.index(after: index)
            if byte == 0x0D, index < text.utf8.endIndex, text.utf8[index] == 0x0A {
                index = text.utf8.index(after: index)
            }
            xml.empty(byte == 0x09 ? "w:tab" : "w:br")
            start = index
        }
        flush(&xml)
    }
}
