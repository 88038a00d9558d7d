/// The frame of a chart in a text document: where it stands and how large it is.
struct WordChartFrame {
    private let chart: BarChart
    private let number: Int
    /// In EMU, of which a twip has 635.
    private let width: Int
    private let height: Int

    init(_ chart: BarChart, number: Int, _ page: WordPage) {
        self.chart = chart
        self.number = number
        width = page.textWidth * 635
        // 80 mm leaves room for text above and below on either kind of page.
        height = 2_880_000
    }

    func write(_ xml: inout XMLWriter) {
        xml.element("w:drawing") { xml in
            xml.element(
                "wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]
            ) { xml in
                xml.empty("wp:extent", ["cx": "\(width)", "cy": "\(height)"])
                xml.empty("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"])
                xml.empty(
                    "wp:docPr",
                    ["id": "\(number)", "name": "图表 \(number)", "descr": chart.alternativeText])
                xml.empty("wp:cNvGraphicFramePr")
                xml.element("a:graphic") { xml in
                    xml.element("a:graphicData", ["uri": OfficeNamespace.chart]) { xml in
                        xml.empty("c:chart", ["r:id": WordBodyWriter.chartID(number)])
                    }
                }
            }
        }
    }
}
