/// The looks of a workbook's cells, each once, numbered as they come up; 0 is the default.
struct WorkbookStyles {
    private struct Look: Hashable {
        var style: CellStyle
        /// Shows the text as text where it would begin a formula when typed again (前置单引号).
        var isQuoted: Bool
        /// Gets smaller until it fits its cell (缩小字体填充).
        var shrinks: Bool
    }

    private struct Font: Hashable {
        var typeface: CellStyle.Typeface
        var size: TypeSize
        var isBold: Bool
        var color: OfficeColor?

        init(_ style: CellStyle) {
            (typeface, size) = (style.typeface, style.size)
            (isBold, color) = (style.isBold, style.color)
        }
    }

    private var looks: Numbered<Look>
    private var fonts: Numbered<Font>
    private var backgrounds = Numbered<OfficeColor>()

    init() {
        looks = Numbered()
        fonts = Numbered()
        let plain = CellStyle { $0.vertical = .bottom }
        _ = fonts.number(of: Font(plain))
        _ = looks.number(of: Look(style: plain, isQuoted: false, shrinks: false))
    }

    mutating func number(of style: CellStyle, isQuoted: Bool, shrinks: Bool) -> Int {
        _ = fonts.number(of: Font(style))
        if let background = style.background { _ = backgrounds.number(of: background) }
        return looks.number(of: Look(style: style, isQuoted: isQuoted, shrinks: shrinks))
    }

    func xml() -> XMLWriter {
        var xml = XMLWriter()
        xml.element("styleSheet", ["xmlns": OfficeNamespace.sheet]) { xml in
            writeFormats(&xml)
            writeFonts(&xml)
            writeFills(&xml)
            writeBorders(&xml)
            xml.element("cellStyleXfs", ["count": "1"]) { xml in
                xml.empty(
                    "xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
            }
            xml.element("cellXfs", ["count": "\(looks.values.count)"]) { xml in
                for look in looks.values { write(look, &xml) }
            }
            xml.element("cellStyles", ["count": "1"]) { xml in
                xml.empty("cellStyle", ["name": "常规", "xfId": "0", "builtinId": "0"])
            }
        }
        return xml
    }

    private func writeFormats(_ xml: inout XMLWriter) {
        let own = CellStyle.NumberFormat.allCases.filter { $0.number >= 164 }
        xml.element("numFmts", ["count": "\(own.count)"]) { xml in
            for format in own {
                xml.empty(
                    "numFmt", ["numFmtId": "\(format.number)", "formatCode": format.rawValue])
            }
        }
    }

    private func writeFonts(_ xml: inout XMLWriter) {
        xml.element("fonts", ["count": "\(fonts.values.count)"]) { xml in
            for font in fonts.values {
                xml.element("font") { xml in
                    if font.isBold { xml.empty("b") }
                    xml.empty("sz", ["val": font.size.pointsText])
                    if let color = font.color { xml.empty("color", ["rgb": "FF\(color.hex)"]) }
                    xml.empty("name", ["val": font.typeface.rawValue])
                    xml.empty("family", ["val": "3"])
                    // 134 is GB 2312.
                    xml.empty("charset", ["val": "134"])
                }
            }
        }
    }

    private func writeFills(_ xml: inout XMLWriter) {
        // Programs take the first two for these, whatever stands there.
        xml.element("fills", ["count": "\(backgrounds.values.count + 2)"]) { xml in
            for pattern in ["none", "gray125"] {
                xml.element("fill") { $0.empty("patternFill", ["patternType": pattern]) }
            }
            for color in backgrounds.values {
                xml.element("fill") { xml in
                    xml.element("patternFill", ["patternType": "solid"]) { xml in
                        xml.empty("fgColor", ["rgb": "FF\(color.hex)"])
                        xml.empty("bgColor", ["indexed": "64"])
                    }
                }
            }
        }
    }

    private func writeBorders(_ xml: inout XMLWriter) {
        xml.element("borders", ["count": "2"]) { xml in
            xml.element("border") { xml in
                for side in ["left", "right", "top", "bottom", "diagonal"] { xml.empty(side) }
            }
            xml.element("border") { xml in
                for side in ["left", "right", "top", "bottom"] {
                    xml.element(side, ["style": "thin"]) { $0.empty("color", ["indexed": "64"]) }
                }
                xml.empty("diagonal")
            }
        }
    }

    private func write(_ look: Look, _ xml: inout XMLWriter) {
        let style = look.style
        let font = fonts.known(Font(style))
        let fill = style.background.map { backgrounds.known($0) + 2 } ?? 0
        xml.element(
            "xf",
            [
                "numFmtId": "\(style.format.number)", "fontId": "\(font)", "fillId": "\(fill)",
                "borderId": style.hasBorder ? "1" : "0", "xfId": "0",
                "quotePrefix": look.isQuoted ? "1" : "0", "applyNumberFormat": "1",
                "applyFont": "1", "applyFill": "1", "applyBorder": "1", "applyAlignment": "1",
                "applyProtection": "1",
            ]
        ) { xml in
            xml.empty(
                "alignment",
                [
                    "horizontal": style.horizontal.rawValue, "vertical": style.vertical.rawValue,
                    "wrapText": style.wraps ? "1" : "0", "indent": "\(style.indent)",
                    "shrinkToFit": look.shrinks ? "1" : "0",
                ])
            xml.empty("protection", ["locked": style.isUnlocked ? "0" : "1"])
        }
    }
}

/// Values numbered from 0 in the order in which they first come up.
private struct Numbered<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }

    /// The number of a value that has come up.
    func known(_ value: Value) -> Int {
        guard let number = numbers[value] else { preconditionFailure("a style without number") }
        return number
    }
}

extension CellStyle.NumberFormat {
    /// The number under which programs know a format (ECMA-376 part 1, 18.8.30); ours from 164.
    var number: Int {
        switch self {
        case .general: 0
        case .score: 2
        case .integer: 3
        case .amount: 4
        case .percent: 10
        case .text: 49
        case .amountFourDecimals: 164
        case .day: 165
        }
    }
}
