import Documents
import Quantities
import Testing

struct BarChartWritingTests {
    private func archive(_ chart: BarChart) throws -> WrittenArchive {
        try WrittenArchive(
            try WordDocument(
                properties: try SampleDocuments.properties("图"),
                sections: [WordSection(blocks: [.chart(chart)])]
            ).bytes())
    }

    @Test func `图中的数一位不差`() throws {
        let tree = try archive(try SampleDocuments.chart()).tree("word/charts/chart1.xml")
        let series = tree.all("c:ser")
        #expect(try series.map { try $0.first("c:tx").first("c:v").text } == ["预算", "决算"])
        #expect(
            try series.map { try $0.first("c:val").all("c:v").map(\.text) } == [
                ["20.00", "2.50", "80.00", "205.00", "12.00"],
                ["20.00", "2.3065", "75.30", "199.99", "8.04"],
            ])
        #expect(try series[0].first("c:cat").all("c:v").first?.text == "困难职工帮扶")
        #expect(try series[1].first("c:val").first("c:f").text == "Sheet1!$C$2:$C$6")
    }

    @Test func `图按标准的次序写`() throws {
        let tree = try archive(try SampleDocuments.chart()).tree("word/charts/chart1.xml")
        #expect(
            tree.children.map(\.name) == [
                "c:date1904", "c:lang", "c:roundedCorners", "c:chart", "c:spPr", "c:txPr",
                "c:externalData",
            ])
        #expect(
            try tree.first("c:ser").children.map(\.name) == [
                "c:idx", "c:order", "c:tx", "c:spPr", "c:invertIfNegative", "c:dLbls", "c:cat",
                "c:val",
            ])
        #expect(
            try tree.first("c:valAx").children.map(\.name) == [
                "c:axId", "c:scaling", "c:delete", "c:axPos", "c:majorGridlines", "c:title",
                "c:numFmt", "c:majorTickMark", "c:minorTickMark", "c:tickLblPos", "c:spPr",
                "c:txPr", "c:crossAx", "c:crosses", "c:crossBetween",
            ])
    }

    @Test func `双击图看到的工作簿与图一致`() throws {
        let outer = try archive(try SampleDocuments.chart())
        let inner = try WrittenArchive(
            try outer.bytes("word/embeddings/Microsoft_Excel_Sheet1.xlsx"))
        let sheet = try inner.tree("xl/worksheets/sheet1.xml")
        let cells = sheet.all("c")
        #expect(try cells.first { $0["r"] == "C6" }.unwrapped.first("v").text == "8.04")
        #expect(try cells.first { $0["r"] == "B5" }.unwrapped.first("v").text == "205.00")
        let drawing = try outer.tree("word/document.xml")
        let id = try drawing.first("c:chart")["r:id"]
        let links = try outer.tree("word/_rels/document.xml.rels").all("Relationship")
        #expect(links.first { $0["Id"] == id }?["Target"] == "charts/chart1.xml")
        #expect(try drawing.first("wp:docPr")["descr"] == "2021年项目支出预算执行情况（万元）：预算、决算")
    }

    @Test func `缺的数不画也不写成零`() throws {
        let chart = BarChart(
            title: "图", unit: "万元", categories: ["甲", "乙"],
            series: [BarChart.Series("决算", [nil, ExactDecimal("1.50")])])
        let points = try archive(chart).tree("word/charts/chart1.xml").first("c:val").all("c:pt")
        #expect(points.map { $0["idx"] } == ["1"])
        #expect(points.map(\.text) == ["1.50"])
    }

    @Test(arguments: [
        BarChart(title: "", unit: "", categories: [], series: []),
        BarChart(title: "", unit: "", categories: ["甲"], series: []),
        BarChart(title: "", unit: "", categories: ["甲"], series: [BarChart.Series("一", [])]),
    ])
    func `数据不齐的图被指出`(chart: BarChart) throws {
        #expect(throws: WordWritingError.unevenChart(1)) { try archive(chart) }
    }

    @Test func `两张图各有自己的部件`() throws {
        let chart = try SampleDocuments.chart()
        let document = WordDocument(
            properties: try SampleDocuments.properties("图"),
            sections: [WordSection(blocks: [.chart(chart), .chart(chart)])])
        let archive = try WrittenArchive(try document.bytes())
        let tree = try archive.tree("word/document.xml")
        #expect(tree.all("wp:docPr").map { $0["id"] } == ["1", "2"])
        #expect(tree.all("c:chart").map { $0["r:id"] } == ["rIdChart1", "rIdChart2"])
        #expect(archive.paths.contains("word/charts/chart2.xml"))
    }
}
