/// The theme (主题) that office programs expect in every file; no style of ours refers to it.
enum OfficeTheme {
    static let contentType = ContentType.office("theme")

    static func xml() -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "a:theme", ["xmlns:a": OfficeNamespace.drawing, "name": "Jixiao"]
        ) { xml in
            xml.element("a:themeElements") { xml in
                writeColors(&xml)
                writeFonts(&xml)
                writeFormats(&xml)
            }
        }
        return xml
    }

    private static func writeColors(_ xml: inout XMLWriter) {
        let colors = [
            ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F4E79"), ("lt2", "F2F2F2"),
            ("accent1", "1F4E79"), ("accent2", "F4B183"), ("accent3", "70AD47"),
            ("accent4", "A5A5A5"), ("accent5", "FFC000"), ("accent6", "5B9BD5"),
            ("hlink", "1F4E79"), ("folHlink", "595959"),
        ]
        xml.element("a:clrScheme", ["name": "Jixiao"]) { xml in
            for (name, hex) in colors {
                xml.element("a:\(name)") { $0.empty("a:srgbClr", ["val": hex]) }
            }
        }
    }

    private static func writeFonts(_ xml: inout XMLWriter) {
        xml.element("a:fontScheme", ["name": "Jixiao"]) { xml in
            for (kind, chinese) in [("major", WordTypeface.heiti), ("minor", .songti)] {
                xml.element("a:\(kind)Font") { xml in
                    xml.empty("a:latin", ["typeface": WordTypeface.latin])
                    xml.empty("a:ea", ["typeface": chinese.name])
                    xml.empty("a:cs", ["typeface": ""])
                }
            }
        }
    }

    /// Three of each kind, which the schema wants; all of them plain.
    private static func writeFormats(_ xml: inout XMLWriter) {
        func plainFills(_ xml: inout XMLWriter) {
            for _ in 1...3 {
                xml.element("a:solidFill") { $0.empty("a:schemeClr", ["val": "phClr"]) }
            }
        }
        xml.element("a:fmtScheme", ["name": "Jixiao"]) { xml in
            xml.element("a:fillStyleLst") { plainFills(&$0) }
            xml.element("a:lnStyleLst") { xml in
                for _ in 1...3 {
                    xml.element("a:ln", ["w": "6350"]) { xml in
                        xml.element("a:solidFill") { $0.empty("a:schemeClr", ["val": "phClr"]) }
                    }
                }
            }
            xml.element("a:effectStyleLst") { xml in
                for _ in 1...3 { xml.element("a:effectStyle") { $0.empty("a:effectLst") } }
            }
            xml.element("a:bgFillStyleLst") { plainFills(&$0) }
        }
    }
}
