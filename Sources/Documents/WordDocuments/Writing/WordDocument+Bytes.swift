extension WordDocument {
    /// Where ``trace`` stands in the file, and the namespace of its root element `trace`.
    package static let tracePart = "customXml/item1.xml"
    package static let traceNamespace = "urn:jixiao:trace:1"

    /// The .docx file; the same document gives the same bytes on every machine and day.
    ///
    /// - Throws: ``WordWritingError``; nothing else is checked than that the file can be written.
    package func bytes() throws(WordWritingError) -> [UInt8] {
        let checked = try checked()
        var package = OfficePackage()
        package.addProperties(properties, mainPart: Self.mainPart)
        var body = WordBodyWriter(grids: checked.grids)
        package.add(Self.mainPart, ContentType.word("document.main"), body.document(sections))
        Self.addFixedParts(to: &package)
        for (index, chart) in checked.charts.enumerated() {
            try Self.add(chart, number: index + 1, properties, to: &package)
        }
        if let trace { Self.add(trace: trace, to: &package) }
        do throws(ArchiveWriter.Refusal) {
            return try package.bytes()
        } catch {
            throw .archive(error.reason)
        }
    }

    private static let mainPart = "word/document.xml"

    private static func addFixedParts(to package: inout OfficePackage) {
        let main = mainPart
        package.attach(WordStylesPart.xml(), ContentType.word("styles"), "styles", to: main)
        package.attach(WordSettingsPart.xml(), ContentType.word("settings"), "settings", to: main)
        package.attach(WordFontTable.xml(), ContentType.word("fontTable"), "fontTable", to: main)
        package.attach(
            OfficeTheme.xml(), OfficeTheme.contentType, "theme", at: "theme/theme1.xml", to: main)
        let footers = [
            (WordBodyWriter.oddFooter, "footer1.xml", WordAlignment.trailing),
            (WordBodyWriter.evenFooter, "footer2.xml", .leading),
        ]
        for (id, part, side) in footers {
            package.attach(
                WordFooterPart.xml(on: side), ContentType.word("footer"), "footer", id: id,
                at: part, to: main)
        }
    }

    private static func add(
        _ chart: BarChart, number: Int, _ properties: DocumentProperties,
        to package: inout OfficePackage
    ) throws(WordWritingError) {
        let path = "word/charts/chart\(number).xml"
        let data = "word/embeddings/Microsoft_Excel_Sheet\(number).xlsx"
        package.relate(
            mainPart, WordBodyWriter.chartID(number),
            OfficeNamespace.relationship("chart"), to: "charts/chart\(number).xml")
        package.add(path, ContentType.chart, chart.part(data: "rId1"))
        package.relate(
            path, "rId1", OfficeNamespace.relationship("package"),
            to: "../embeddings/Microsoft_Excel_Sheet\(number).xlsx")
        do throws(WorkbookWritingError) {
            package.add(
                data, ContentType.workbookFile, bytes: try chart.workbook(properties).bytes())
        } catch {
            throw .archive(error.message)
        }
    }

    private static func add(trace: String, to package: inout OfficePackage) {
        var item = XMLWriter()
        item.element("trace", ["xmlns": traceNamespace], text: trace)
        package.add(tracePart, ContentType.plainXML, item)
        package.relate(
            mainPart, "rIdTrace", OfficeNamespace.relationship("customXml"),
            to: "../\(tracePart)")
        var properties = XMLWriter()
        properties.element(
            "ds:datastoreItem",
            [
                // An id of our own: it names the kind of item, which is unique in the document.
                "ds:itemID": "{6A9C1E52-3B7D-4F18-9A40-2D5E8C7B1F63}",
                "xmlns:ds": OfficeNamespace.customXML,
            ]
        ) { xml in
            xml.element("ds:schemaRefs") { xml in
                xml.empty("ds:schemaRef", ["ds:uri": traceNamespace])
            }
        }
        package.add("customXml/itemProps1.xml", ContentType.customXML, properties)
        package.relate(
            tracePart, "rId1", OfficeNamespace.relationship("customXmlProps"),
            to: "itemProps1.xml")
    }
}
