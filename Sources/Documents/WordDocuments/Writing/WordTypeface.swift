/// A typeface (字体) of 公文, with what a machine that lacks it shows instead.
enum WordTypeface: CaseIterable {
    case titleSong
    case heiti
    case kaiti
    case fangsong
    case songti

    var name: String {
        switch self {
        case .titleSong: "方正小标宋简体"
        case .heiti: "黑体"
        case .kaiti: "楷体_GB2312"
        case .fangsong: "仿宋_GB2312"
        case .songti: "宋体"
        }
    }

    /// The name under which Windows, WPS and macOS hold a close relative.
    var substitute: String {
        switch self {
        case .titleSong: "宋体"
        case .heiti: "SimHei"
        case .kaiti: "楷体"
        case .fangsong: "仿宋"
        case .songti: "SimSun"
        }
    }

    /// PANOSE classification, by which Word finds the closest font it has.
    var panose: String {
        switch self {
        case .titleSong: "03000509000000000000"
        case .heiti, .kaiti, .fangsong: "02010609060101010101"
        case .songti: "02010600030101010101"
        }
    }

    var family: String {
        switch self {
        case .titleSong: "script"
        case .heiti, .kaiti, .fangsong: "modern"
        case .songti: "auto"
        }
    }

    static let latin = "Times New Roman"

    func write(_ xml: inout XMLWriter) {
        xml.empty(
            "w:rFonts",
            [
                "w:ascii": Self.latin, "w:eastAsia": name, "w:hAnsi": Self.latin,
                "w:cs": Self.latin,
            ])
    }
}

/// Writes `word/fontTable.xml`.
enum WordFontTable {
    static func xml() -> XMLWriter {
        var xml = XMLWriter()
        xml.element("w:fonts", ["xmlns:w": OfficeNamespace.word]) { xml in
            xml.element("w:font", ["w:name": WordTypeface.latin]) { xml in
                xml.empty("w:altName", ["w:val": "Liberation Serif"])
                xml.empty("w:panose1", ["w:val": "02020603050405020304"])
                xml.empty("w:charset", ["w:val": "00"])
                xml.empty("w:family", ["w:val": "roman"])
                xml.empty("w:pitch", ["w:val": "variable"])
            }
            for typeface in WordTypeface.allCases {
                xml.element("w:font", ["w:name": typeface.name]) { xml in
                    xml.empty("w:altName", ["w:val": typeface.substitute])
                    xml.empty("w:panose1", ["w:val": typeface.panose])
                    // 86 is GB 2312.
                    xml.empty("w:charset", ["w:val": "86"])
                    xml.empty("w:family", ["w:val": typeface.family])
                    xml.empty("w:pitch", ["w:val": typeface == .songti ? "variable" : "fixed"])
                }
            }
        }
        return xml
    }
}
