import Documents
import Testing

struct WordTableWritingTests {
    private func bytes(_ blocks: [WordBlock], _ orientation: PageOrientation) throws -> [UInt8] {
        try WordDocument(
            properties: try SampleDocuments.properties("样例"),
            sections: [WordSection(orientation, blocks: blocks)]
        ).bytes()
    }

    private func body(
        _ tables: [WordTable], _ orientation: PageOrientation = .portrait
    ) throws -> XMLTree {
        try WrittenArchive(try bytes(tables.map { .table($0) }, orientation))
            .tree("word/document.xml").first("w:body")
    }

    private func row(_ cells: WordTableCell...) -> WordTableRow { WordTableRow(cells) }

    @Test func `合并单元格铺满每一行`() throws {
        let table = WordTable(
            columnShares: [1, 1, 1],
            rows: [
                row(WordTableCell("甲", rowSpan: 3), WordTableCell("乙", columnSpan: 2)),
                row(WordTableCell("丙", rowSpan: 2), WordTableCell("丁")),
                row(WordTableCell("戊")),
            ])
        let rows = try body([table]).all("w:tr")
        let shape = rows.map { row in
            row.all("w:tc").map { cell in
                let merge = cell.all("w:vMerge").first?["w:val"] ?? "-"
                return "\(cell.all("w:gridSpan").first?["w:val"] ?? "1")\(merge)\(cell.text)"
            }
        }
        #expect(
            shape == [
                ["1restart甲", "2-乙"], ["1continue", "1restart丙", "1-丁"],
                ["1continue", "1continue", "1-戊"],
            ])
        // Word calls a cell without a paragraph damaged.
        for cell in rows.flatMap({ $0.all("w:tc") }) { #expect(cell.children.last?.name == "w:p") }
    }

    @Test(arguments: [
        ([WordTableRow([WordTableCell("甲")])], 1),
        ([WordTableRow([WordTableCell("甲"), WordTableCell("乙"), WordTableCell("丙")])], 1),
        ([WordTableRow([WordTableCell("甲", columnSpan: 3)])], 1),
        ([WordTableRow([WordTableCell("甲", rowSpan: 2), WordTableCell("乙")])], 1),
        ([WordTableRow([WordTableCell("甲", columnSpan: 0), WordTableCell("乙")])], 1),
        (
            [
                WordTableRow([WordTableCell("甲"), WordTableCell("乙", rowSpan: 2)]),
                WordTableRow([WordTableCell("丙", columnSpan: 2)]),
            ], 2
        ),
    ])
    func `与列数对不上的行被指出`(rows: [WordTableRow], number: Int) throws {
        let table = WordTable(columnShares: [1, 1], rows: rows)
        #expect(throws: WordWritingError.rowDoesNotFit(table: 1, row: number)) {
            try bytes([.table(table)], .portrait)
        }
    }

    @Test(arguments: [([Int](), 1), ([1], 0), ([0, 1], 1), ([1, -1], 1)])
    func `没有列或没有行的表被指出`(shares: [Int], rows: Int) throws {
        let table = WordTable(
            columnShares: shares,
            rows: (0..<rows).map { _ in WordTableRow(shares.map { _ in WordTableCell("") }) })
        #expect(throws: WordWritingError.emptyTable(1)) {
            try bytes([.table(table)], .portrait)
        }
    }

    @Test(arguments: [
        (PageOrientation.portrait, 8845, [1, 1]), (.portrait, 8845, [3, 3, 1]),
        (.portrait, 8845, [1, 100, 1]), (.landscape, 12756, [2, 7, 1, 1, 1, 3]),
        (.portrait, 8845, [Int](repeating: 1, count: 20)),
    ])
    func `列宽之和正是版心宽度`(orientation: PageOrientation, width: Int, shares: [Int]) throws {
        let cells = WordTableRow(shares.map { _ in WordTableCell("1,234.56", .trailing) })
        let tree = try body([WordTable(columnShares: shares, rows: [cells])], orientation)
        let columns = tree.all("w:gridCol").compactMap { Int($0["w:w"] ?? "") }
        #expect(columns.count == shares.count)
        #expect(columns.reduce(0, +) == width)
        #expect(columns.allSatisfy { $0 > 0 })
        #expect(tree.all("w:tcW").compactMap { Int($0["w:w"] ?? "") } == columns)
    }

    @Test func `窄列也放得下整个数`() throws {
        let cells = row(
            WordTableCell("1,234.5678", .trailing), WordTableCell("说明"), WordTableCell("100.00%"))
        let tree = try body([WordTable(columnShares: [1, 30, 1], rows: [cells])])
        let columns = tree.all("w:gridCol").compactMap { Int($0["w:w"] ?? "") }
        // Ten and seven signs of at most 0.65 × 10.5 pt, and the margins.
        #expect(columns[0] >= 10 * 136 + 170)
        #expect(columns[2] >= 7 * 136 + 170)
    }

    @Test func `表头每页重复且行不跨页`() throws {
        let table = WordTable(
            columnShares: [1], headerRows: 1,
            rows: [row(.header("项目")), row(WordTableCell("甲")), row(WordTableCell("乙"))])
        let rows = try body([table]).all("w:tr")
        #expect(rows.map { $0.all("w:tblHeader").count } == [1, 0, 0])
        #expect(rows.map { $0.all("w:cantSplit").count } == [1, 1, 1])
        #expect(rows.map { $0.all("w:keepNext").count } == [1, 0, 0])
        var short = table
        short.staysOnOnePage = true
        let kept = try body([short]).all("w:tr")
        #expect(kept.map { $0.all("w:keepNext").count } == [1, 1, 0])
    }

    @Test func `相邻两张表不会粘成一张`() throws {
        let table = WordTable(columnShares: [1], rows: [row(WordTableCell("甲"))])
        #expect(
            try body([table, table]).children.map(\.name)
                == ["w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"])
    }
}
