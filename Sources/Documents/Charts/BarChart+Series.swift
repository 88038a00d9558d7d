import Quantities

extension BarChart {
    /// Dark and light enough apart to be told from each other in black and white.
    private static let fills = ["1F4E79", "F4B183", "70AD47", "A5A5A5", "FFC000", "5B9BD5"]

    func writeSeries(_ index: Int, _ xml: inout XMLWriter) {
        let (one, letters) = (series[index], CellPlace.letters(ofColumn: index + 2))
        xml.element("c:ser") { xml in
            xml.empty("c:idx", ["val": "\(index)"])
            xml.empty("c:order", ["val": "\(index)"])
            xml.element("c:tx") { xml in
                writeTexts([one.name], "\(Self.sheet)!$\(letters)$1", &xml)
            }
            xml.element("c:spPr") { xml in
                xml.element("a:solidFill") { xml in
                    xml.empty("a:srgbClr", ["val": Self.fills[index % Self.fills.count]])
                }
            }
            xml.empty("c:invertIfNegative", ["val": "0"])
            writeLabels(&xml)
            let last = categories.count + 1
            xml.element("c:cat") { xml in
                writeTexts(categories, "\(Self.sheet)!$A$2:$A$\(last)", &xml)
            }
            xml.element("c:val") { xml in
                writeNumbers(one.values, "\(Self.sheet)!$\(letters)$2:$\(letters)$\(last)", &xml)
            }
        }
    }

    private func writeLabels(_ xml: inout XMLWriter) {
        xml.element("c:dLbls") { xml in
            xml.empty(
                "c:numFmt",
                [
                    "formatCode": CellStyle.NumberFormat.amountFourDecimals.rawValue,
                    "sourceLinked": "0",
                ])
            xml.element("c:spPr") { xml in
                xml.empty("a:noFill")
                xml.element("a:ln") { $0.empty("a:noFill") }
            }
            writeTextProperties(halfPoints: 13, &xml)
            xml.empty("c:dLblPos", ["val": "outEnd"])
            xml.empty("c:showLegendKey", ["val": "0"])
            xml.empty("c:showVal", ["val": "1"])
            xml.empty("c:showCatName", ["val": "0"])
            xml.empty("c:showSerName", ["val": "0"])
            xml.empty("c:showPercent", ["val": "0"])
            xml.empty("c:showBubbleSize", ["val": "0"])
        }
    }

    private func writeTexts(_ texts: [String], _ reference: String, _ xml: inout XMLWriter) {
        xml.element("c:strRef") { xml in
            xml.element("c:f", text: reference)
            xml.element("c:strCache") { xml in
                xml.empty("c:ptCount", ["val": "\(texts.count)"])
                for (index, text) in texts.enumerated() {
                    xml.element("c:pt", ["idx": "\(index)"]) { $0.element("c:v", text: text) }
                }
            }
        }
    }

    private func writeNumbers(
        _ numbers: [ExactDecimal?], _ reference: String, _ xml: inout XMLWriter
    ) {
        xml.element("c:numRef") { xml in
            xml.element("c:f", text: reference)
            xml.element("c:numCache") { xml in
                xml.element(
                    "c:formatCode", text: CellStyle.NumberFormat.amountFourDecimals.rawValue)
                xml.empty("c:ptCount", ["val": "\(numbers.count)"])
                for (index, number) in numbers.enumerated() {
                    guard let number else { continue }
                    xml.element("c:pt", ["idx": "\(index)"]) { xml in
                        xml.element("c:v", text: number.text)
                    }
                }
            }
        }
    }
}
