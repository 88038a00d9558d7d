/// Writes `word/styles.xml`: the styles of ``WordStyle`` and three that only the writer uses.
enum WordStylesPart {
    /// A paragraph around a chart: its line grows with it.
    static let figure = "Figure"
    /// A paragraph that takes no room.
    static let seam = "Seam"
    static let footer = "Footer"

    static func xml() -> XMLWriter {
        var xml = XMLWriter()
        xml.element("w:styles", ["xmlns:w": OfficeNamespace.word]) { xml in
            writeDefaults(&xml)
            WordStyleSheet.normal.write(&xml)
            for style in WordStyle.allCases { style.sheet.write(&xml) }
            for sheet in WordStyleSheet.ofTheWriter { sheet.write(&xml) }
        }
        return xml
    }

    private static func writeDefaults(_ xml: inout XMLWriter) {
        xml.element("w:docDefaults") { xml in
            xml.element("w:rPrDefault") { xml in
                xml.element("w:rPr") { xml in
                    WordTypeface.fangsong.write(&xml)
                    xml.empty("w:sz", ["w:val": "32"])
                    xml.empty("w:szCs", ["w:val": "32"])
                    xml.empty("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
                }
            }
            xml.empty("w:pPrDefault")
        }
    }
}

/// One style as `styles.xml` holds it; measures in twips unless told otherwise.
struct WordStyleSheet {
    var id: String
    var name: String
    var typeface = WordTypeface.fangsong
    var size = TypeSize.no3
    var isBold = false
    /// Added to each character, in 1/20 pt.
    var characterSpacing = 0
    var linePitch = LinePitch.exact(560)
    var before = 0
    var after = 0
    var indentsFirstLine = false
    /// Room kept at the right edge.
    var trailingCharacters = 0
    var alignment = WordAlignment.justified
    var keepsWithNext = false
    /// From 0; nil is body text.
    var outlineLevel: Int?
    /// Shown among the styles that users choose from.
    var isForUsers = true

    enum LinePitch {
        case exact(Int)
        /// What the largest thing in the line needs.
        case single
    }

    static let normalID = "Normal"

    static let normal = WordStyleSheet(id: normalID, name: "Normal")

    static let ofTheWriter = [
        WordStyleSheet(
            id: WordStylesPart.figure, name: "图", size: .small4, linePitch: .single, before: 120,
            alignment: .center, keepsWithNext: true, isForUsers: false),
        WordStyleSheet(
            id: WordStylesPart.seam, name: "分隔", size: .small5, linePitch: .exact(20),
            isForUsers: false),
        WordStyleSheet(
            id: WordStylesPart.footer, name: "footer", typeface: .songti, size: .no4,
            linePitch: .exact(360), isForUsers: false),
    ]

    func write(_ xml: inout XMLWriter) {
        let isNormal = id == Self.normalID
        let isBuiltIn = name.utf8.allSatisfy { $0 < 0x80 }
        var attributes: XMLWriter.Attributes = ["w:type": "paragraph", "w:styleId": id]
        if isNormal {
            attributes = ["w:type": "paragraph", "w:default": "1", "w:styleId": id]
        } else if !isBuiltIn {
            attributes = ["w:type": "paragraph", "w:customStyle": "1", "w:styleId": id]
        }
        xml.element("w:style", attributes) { xml in
            xml.empty("w:name", ["w:val": name])
            if !isNormal { xml.empty("w:basedOn", ["w:val": Self.normalID]) }
            if outlineLevel != nil { xml.empty("w:next", ["w:val": WordStyle.body.id]) }
            if isForUsers { xml.empty("w:qFormat") }
            xml.element("w:pPr") { xml in writeParagraph(&xml) }
            xml.element("w:rPr") { xml in writeCharacters(&xml) }
        }
    }

    private func writeParagraph(_ xml: inout XMLWriter) {
        if keepsWithNext { xml.empty("w:keepNext") }
        // The line pitch is fixed, so a document grid must not move lines.
        xml.empty("w:snapToGrid", ["w:val": "0"])
        let (line, rule) =
            switch linePitch {
            case .exact(let pitch): (pitch, "exact")
            case .single: (240, "auto")
            }
        xml.empty(
            "w:spacing",
            [
                "w:before": "\(before)", "w:after": "\(after)", "w:line": "\(line)",
                "w:lineRule": rule,
            ])
        if indentsFirstLine {
            // Characters for Word and WPS, twips for programs that know no characters.
            let twips = size.halfPoints * 10 * 2
            xml.empty("w:ind", ["w:firstLineChars": "200", "w:firstLine": "\(twips)"])
        }
        if trailingCharacters > 0 {
            xml.empty(
                "w:ind",
                [
                    "w:rightChars": "\(trailingCharacters * 100)",
                    "w:right": "\(trailingCharacters * size.halfPoints * 10)",
                ])
        }
        xml.empty("w:jc", ["w:val": alignment.keyword])
        if let outlineLevel { xml.empty("w:outlineLvl", ["w:val": "\(outlineLevel)"]) }
    }

    private func writeCharacters(_ xml: inout XMLWriter) {
        typeface.write(&xml)
        if isBold { xml.empty("w:b") }
        if characterSpacing != 0 { xml.empty("w:spacing", ["w:val": "\(characterSpacing)"]) }
        xml.empty("w:sz", ["w:val": "\(size.halfPoints)"])
        xml.empty("w:szCs", ["w:val": "\(size.halfPoints)"])
    }
}
