extension BarChart {
    static let categoryAxis = "111111111"
    static let valueAxis = "222222222"

    func writeCategoryAxis(_ xml: inout XMLWriter) {
        xml.element("c:catAx") { xml in
            writeAxisHead(Self.categoryAxis, position: "b", &xml)
            xml.empty("c:numFmt", ["formatCode": "General", "sourceLinked": "0"])
            writeAxisTail(crossing: Self.valueAxis, &xml)
            xml.empty("c:auto", ["val": "1"])
            xml.empty("c:lblAlgn", ["val": "ctr"])
            xml.empty("c:lblOffset", ["val": "100"])
            xml.empty("c:noMultiLvlLbl", ["val": "0"])
        }
    }

    func writeValueAxis(_ xml: inout XMLWriter) {
        xml.element("c:valAx") { xml in
            writeAxisHead(Self.valueAxis, position: "l", &xml) { xml in
                xml.element("c:majorGridlines") { xml in
                    xml.element("c:spPr") { writeLine("D9D9D9", &$0) }
                }
                writeTitle(unit, size: .small5, &xml)
            }
            xml.empty("c:numFmt", ["formatCode": "#,##0", "sourceLinked": "0"])
            writeAxisTail(crossing: Self.categoryAxis, &xml)
            xml.empty("c:crossBetween", ["val": "between"])
        }
    }

    private func writeAxisHead(
        _ id: String, position: String, _ xml: inout XMLWriter,
        _ content: (inout XMLWriter) -> Void = { _ in }
    ) {
        xml.empty("c:axId", ["val": id])
        xml.element("c:scaling") { $0.empty("c:orientation", ["val": "minMax"]) }
        xml.empty("c:delete", ["val": "0"])
        xml.empty("c:axPos", ["val": position])
        content(&xml)
    }

    private func writeAxisTail(crossing other: String, _ xml: inout XMLWriter) {
        xml.empty("c:majorTickMark", ["val": "none"])
        xml.empty("c:minorTickMark", ["val": "none"])
        xml.empty("c:tickLblPos", ["val": "low"])
        xml.element("c:spPr") { writeLine("808080", &$0) }
        writeTextProperties(.small5, &xml)
        xml.empty("c:crossAx", ["val": other])
        xml.empty("c:crosses", ["val": "autoZero"])
    }

    private func writeLine(_ color: String, _ xml: inout XMLWriter) {
        xml.element("a:ln", ["w": "6350"]) { xml in
            xml.element("a:solidFill") { $0.empty("a:srgbClr", ["val": color]) }
        }
    }

    func writeTitle(_ text: String, size: TypeSize, _ xml: inout XMLWriter) {
        xml.element("c:title") { xml in
            xml.element("c:tx") { xml in
                xml.element("c:rich") { xml in
                    xml.empty("a:bodyPr")
                    xml.element("a:p") { xml in
                        xml.element("a:pPr") { xml in
                            writeCharacters("a:defRPr", halfPoints: size.halfPoints, &xml)
                        }
                        xml.element("a:r") { xml in
                            writeCharacters("a:rPr", halfPoints: size.halfPoints, &xml)
                            xml.element("a:t", text: text)
                        }
                    }
                }
            }
            xml.empty("c:overlay", ["val": "0"])
        }
    }

    func writeTextProperties(_ size: TypeSize, _ xml: inout XMLWriter) {
        writeTextProperties(halfPoints: size.halfPoints, &xml)
    }

    func writeTextProperties(halfPoints: Int, _ xml: inout XMLWriter) {
        xml.element("c:txPr") { xml in
            xml.empty("a:bodyPr")
            xml.element("a:p") { xml in
                xml.element("a:pPr") { xml in
                    writeCharacters("a:defRPr", halfPoints: halfPoints, &xml)
                }
                xml.empty("a:endParaRPr", ["lang": "zh-CN"])
            }
        }
    }

    private func writeCharacters(_ name: String, halfPoints: Int, _ xml: inout XMLWriter) {
        // DrawingML counts hundredths of a point.
        xml.element(name, ["lang": "zh-CN", "sz": "\(halfPoints * 50)", "b": "0"]) { xml in
            xml.empty("a:latin", ["typeface": WordTypeface.latin])
            xml.empty("a:ea", ["typeface": WordTypeface.songti.name])
        }
    }
}
