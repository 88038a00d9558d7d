/// Writes `word/document.xml`: sections with their paragraphs, tables and charts.
struct WordBodyWriter {
    static let oddFooter = "rIdFooterOdd"
    static let evenFooter = "rIdFooterEven"

    static func chartID(_ number: Int) -> String { "rIdChart\(number)" }

    /// The checked grids of the tables, in their order.
    let grids: [WordTableGrid]
    private var tables = 0
    private var charts = 0
    private var bookmarks = 0
    /// A page break waits for the next paragraph: a break of its own would leave an empty line.
    private var breaksPage = false

    init(grids: [WordTableGrid]) { self.grids = grids }

    mutating func document(_ sections: [WordSection]) -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "w:document",
            [
                "xmlns:w": OfficeNamespace.word, "xmlns:r": OfficeNamespace.relationships,
                "xmlns:wp": OfficeNamespace.wordDrawing, "xmlns:a": OfficeNamespace.drawing,
                "xmlns:c": OfficeNamespace.chart,
            ]
        ) { xml in
            xml.element("w:body") { xml in
                let all = sections.isEmpty ? [WordSection(blocks: [])] : sections
                for (index, section) in all.enumerated() {
                    write(section, isLast: index == all.count - 1, &xml)
                }
            }
        }
        return xml
    }

    private mutating func write(_ section: WordSection, isLast: Bool, _ xml: inout XMLWriter) {
        let page = WordPage.of(section.orientation)
        var previousIsTable = false
        for (index, block) in section.blocks.enumerated() {
            let endsSection = !isLast && index == section.blocks.count - 1
            switch block {
            case .paragraph(let paragraph):
                write(paragraph, endOf: endsSection ? section : nil, &xml)
            case .table(let table):
                // Two tables that touch would become one.
                if previousIsTable || breaksPage { writeSeam(&xml) }
                write(table, page, &xml)
            case .chart(let chart): write(chart, page, &xml)
            case .pageBreak: breaksPage = true
            }
            previousIsTable = if case .table = block { true } else { false }
        }
        if isLast {
            if previousIsTable || section.blocks.isEmpty || breaksPage { writeSeam(&xml) }
            write(page, section.orientation, &xml)
        } else if !section.blocks.endsInParagraph {
            writeSeam(endOf: section, &xml)
        }
    }

    mutating func write(
        _ paragraph: WordParagraph, endOf section: WordSection? = nil, keepsWithNext: Bool = false,
        _ xml: inout XMLWriter
    ) {
        let pageBreak = breaksPage
        breaksPage = false
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": paragraph.style.id])
                if keepsWithNext { xml.empty("w:keepNext") }
                if pageBreak { xml.empty("w:pageBreakBefore") }
                if let alignment = paragraph.alignment {
                    if alignment == .center || alignment == .trailing, paragraph.style.isIndented {
                        xml.empty("w:ind", ["w:firstLineChars": "0", "w:firstLine": "0"])
                    }
                    xml.empty("w:jc", ["w:val": alignment.keyword])
                }
                if let section {
                    write(WordPage.of(section.orientation), section.orientation, &xml)
                }
            }
            for run in paragraph.runs { write(run, &xml) }
        }
    }

    private mutating func write(_ run: WordRun, _ xml: inout XMLWriter) {
        guard let figure = run.figureID else { return WordRunWriter.write(run, &xml) }
        let id = "\(bookmarks)"
        bookmarks += 1
        xml.empty(
            "w:bookmarkStart", ["w:id": id, "w:name": WordBookmark.figurePrefix + figure])
        WordRunWriter.write(run, &xml)
        xml.empty("w:bookmarkEnd", ["w:id": id])
    }

    /// Writes a paragraph as low as can be: it parts tables, carries a break, ends a section.
    private mutating func writeSeam(endOf section: WordSection? = nil, _ xml: inout XMLWriter) {
        let pageBreak = breaksPage
        breaksPage = false
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": WordStylesPart.seam])
                if pageBreak { xml.empty("w:pageBreakBefore") }
                if let section {
                    write(WordPage.of(section.orientation), section.orientation, &xml)
                }
            }
        }
    }

    private func write(
        _ page: WordPage, _ orientation: PageOrientation, _ xml: inout XMLWriter
    ) {
        xml.element("w:sectPr") { xml in
            xml.empty("w:footerReference", ["w:type": "even", "r:id": Self.evenFooter])
            xml.empty("w:footerReference", ["w:type": "default", "r:id": Self.oddFooter])
            xml.empty("w:type", ["w:val": "nextPage"])
            switch orientation {
            case .portrait:
                xml.empty("w:pgSz", ["w:w": "\(page.width)", "w:h": "\(page.height)"])
            case .landscape:
                xml.empty(
                    "w:pgSz",
                    ["w:w": "\(page.width)", "w:h": "\(page.height)", "w:orient": "landscape"])
            }
            xml.empty(
                "w:pgMar",
                [
                    "w:top": "\(page.top)", "w:right": "\(page.outer)",
                    "w:bottom": "\(page.bottom)", "w:left": "\(page.inner)", "w:header": "851",
                    "w:footer": "\(page.footer)", "w:gutter": "0",
                ])
            xml.empty("w:cols", ["w:space": "425"])
        }
    }

    private mutating func write(_ table: WordTable, _ page: WordPage, _ xml: inout XMLWriter) {
        let grid = grids[tables]
        tables += 1
        write(table, grid, page, &xml)
    }

    private mutating func write(_ chart: BarChart, _ page: WordPage, _ xml: inout XMLWriter) {
        charts += 1
        let pageBreak = breaksPage
        breaksPage = false
        let number = charts
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": WordStylesPart.figure])
                if pageBreak { xml.empty("w:pageBreakBefore") }
            }
            xml.element("w:r") { xml in
                WordChartFrame(chart, number: number, page).write(&xml)
            }
        }
    }
}

extension [WordBlock] {
    fileprivate var endsInParagraph: Bool {
        if case .paragraph = last { true } else { false }
    }
}
