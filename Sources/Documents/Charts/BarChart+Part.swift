import Quantities

extension BarChart {
    /// Every series has one value for each category, and there are some of both.
    var isEven: Bool {
        !categories.isEmpty && !series.isEmpty
            && series.allSatisfy { $0.values.count == categories.count }
    }

    /// What a reader who cannot see the chart is told (替代文字).
    var alternativeText: String {
        "\(title)（\(unit)）：\(series.map(\.name).joined(separator: "、"))"
    }

    /// The data as the workbook that opens on 编辑数据: categories down, series across.
    func workbook(_ properties: DocumentProperties) -> Workbook {
        var sheet = Worksheet(Self.sheet)
        sheet.columnWidths = [24] + series.map { _ in 14 }
        sheet.append([nil] + series.map { WorksheetCell(.text($0.name)) })
        let amount = CellStyle { $0.format = .amountFourDecimals }
        for (index, category) in categories.enumerated() {
            let cells = series.map { series in
                series.values[index].map { WorksheetCell(.number($0), amount) }
            }
            sheet.append([WorksheetCell(.text(category))] + cells)
        }
        let own = DocumentProperties(
            title: title, creator: properties.creator, day: properties.day)
        return Workbook(properties: own, sheets: [sheet])
    }

    static let sheet = "Sheet1"

    /// `word/charts/chart1.xml`.
    ///
    /// - Parameter data: the relationship of the embedded workbook.
    func part(data: String) -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "c:chartSpace",
            [
                "xmlns:c": OfficeNamespace.chart, "xmlns:a": OfficeNamespace.drawing,
                "xmlns:r": OfficeNamespace.relationships,
            ]
        ) { xml in
            xml.empty("c:date1904", ["val": "0"])
            xml.empty("c:lang", ["val": "zh-CN"])
            xml.empty("c:roundedCorners", ["val": "0"])
            xml.element("c:chart") { xml in
                writeTitle(title, size: .small4, &xml)
                xml.empty("c:autoTitleDeleted", ["val": "0"])
                writePlot(&xml)
                xml.element("c:legend") { xml in
                    xml.empty("c:legendPos", ["val": "b"])
                    xml.empty("c:overlay", ["val": "0"])
                    writeTextProperties(.small5, &xml)
                }
                xml.empty("c:plotVisOnly", ["val": "1"])
                xml.empty("c:dispBlanksAs", ["val": "gap"])
            }
            xml.element("c:spPr") { xml in
                xml.element("a:solidFill") { $0.empty("a:srgbClr", ["val": OfficeColor.white.hex]) }
                xml.element("a:ln") { $0.empty("a:noFill") }
            }
            writeTextProperties(.small5, &xml)
            xml.element("c:externalData", ["r:id": data]) { xml in
                xml.empty("c:autoUpdate", ["val": "0"])
            }
        }
        return xml
    }

    private func writePlot(_ xml: inout XMLWriter) {
        xml.element("c:plotArea") { xml in
            xml.empty("c:layout")
            xml.element("c:barChart") { xml in
                xml.empty("c:barDir", ["val": "col"])
                xml.empty("c:grouping", ["val": "clustered"])
                xml.empty("c:varyColors", ["val": "0"])
                for index in series.indices { writeSeries(index, &xml) }
                xml.empty("c:gapWidth", ["val": "20"])
                xml.empty("c:overlap", ["val": "0"])
                xml.empty("c:axId", ["val": Self.categoryAxis])
                xml.empty("c:axId", ["val": Self.valueAxis])
            }
            writeCategoryAxis(&xml)
            writeValueAxis(&xml)
        }
    }
}
