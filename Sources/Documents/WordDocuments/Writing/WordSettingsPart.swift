/// Writes `word/settings.xml`.
enum WordSettingsPart {
    static func xml() -> XMLWriter {
        var xml = XMLWriter()
        xml.element("w:settings", ["xmlns:w": OfficeNamespace.word]) { xml in
            xml.empty("w:zoom", ["w:percent": "100"])
            // 订口 is left on odd pages and right on even ones: 公文 is printed on both sides.
            xml.empty("w:mirrorMargins")
            xml.empty("w:defaultTabStop", ["w:val": "640"])
            xml.empty("w:evenAndOddHeaders")
            xml.empty("w:characterSpacingControl", ["w:val": "compressPunctuation"])
            xml.element("w:compat") { xml in
                xml.empty(
                    "w:compatSetting",
                    [
                        "w:name": "compatibilityMode",
                        "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15",
                    ])
            }
            xml.empty("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
        }
        return xml
    }
}

/// Writes a footer that holds the page number alone: `— 1 —`.
///
/// - Source: GB/T 9704—2012, 7.5: 4 号半角宋体阿拉伯数字，左右各放一条一字线，单页码居右空一字，双页码居左空一字.
enum WordFooterPart {
    static func xml(on side: WordAlignment) -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "w:ftr", ["xmlns:w": OfficeNamespace.word, "xmlns:r": OfficeNamespace.relationships]
        ) { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { xml in
                    xml.empty("w:pStyle", ["w:val": WordStylesPart.footer])
                    let inset = TypeSize.no4.halfPoints * 10
                    if side == .trailing {
                        xml.empty("w:ind", ["w:rightChars": "100", "w:right": "\(inset)"])
                    } else {
                        xml.empty("w:ind", ["w:leftChars": "100", "w:left": "\(inset)"])
                    }
                    xml.empty("w:jc", ["w:val": side.keyword])
                }
                run(&xml) { $0.element("w:t", ["xml:space": "preserve"], text: "— ") }
                run(&xml) { $0.empty("w:fldChar", ["w:fldCharType": "begin"]) }
                run(&xml) {
                    $0.element("w:instrText", ["xml:space": "preserve"], text: " PAGE ")
                }
                run(&xml) { $0.empty("w:fldChar", ["w:fldCharType": "separate"]) }
                run(&xml) { $0.element("w:t", text: "1") }
                run(&xml) { $0.empty("w:fldChar", ["w:fldCharType": "end"]) }
                run(&xml) { $0.element("w:t", ["xml:space": "preserve"], text: " —") }
            }
        }
        return xml
    }

    /// All of it in 宋体, the digits too.
    private static func run(_ xml: inout XMLWriter, _ content: (inout XMLWriter) -> Void) {
        xml.element("w:r") { xml in
            let name = WordTypeface.songti.name
            xml.element("w:rPr") { xml in
                xml.empty("w:rFonts", ["w:ascii": name, "w:eastAsia": name, "w:hAnsi": name])
            }
            content(&xml)
        }
    }
}
