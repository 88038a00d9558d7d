import Documents
import Performance

/// Where each label and answer of a form stands on its sheets (表样排版), before anything is written.
struct FormPlan {
    let form: FormDefinition
    let content: FormContent
    private(set) var pages: [Page] = []
    /// The cell of each answer: fields by name, rows by table, index and column.
    private(set) var places: [FormPlace: (page: Int, range: CellRange)] = [:]

    /// In points: room enough to write in by hand.
    private static let leastHeight = 20

    struct Page {
        let page: FormPage
        var cells: [Cell] = []
        var heights: [Int: Int] = [:]
    }

    struct Cell {
        var range: CellRange
        let text: FormText
        let kind: Kind
        /// The row of a table; nil outside.
        var row: FormBlockRow?
    }

    enum Kind {
        case title, subtitle, heading, line, row
    }

    init(_ form: FormDefinition, _ content: FormContent) {
        self.form = form
        self.content = FormComputation(form, content).completed()
        for page in form.pages { add(page) }
    }

    /// The text of an answer; nil where none is given.
    func answer(_ answer: FormText.Answer, in row: FormBlockRow?) -> String? {
        switch answer {
        case .fiscalYear: String(content.fiscalYear)
        case .rowNumber: row.map { String($0.number) }
        case .field(let name):
            if let row { row.answer(name, in: nil, content) } else { content[name] }
        case .column(let table, let name): row?.answer(name, in: table, content)
        }
    }

    /// The field or column that an answer fills.
    func field(_ answer: FormText.Answer, in row: FormBlockRow?) -> FormField? {
        switch answer {
        case .fiscalYear, .rowNumber: nil
        case .field(let name):
            if let row { form.table(row.tables[0])?.column(name) } else { form.field(name) }
        case .column(let table, let name): form.table(table)?.column(name)
        }
    }

    /// The cells of a column over all rows of its table.
    func range(ofColumn column: String, table: String) -> (page: Int, range: CellRange)? {
        guard let first = places[FormPlace(table, 0, column, of: form)] else { return nil }
        var last = first
        var index = 1
        while let next = places[FormPlace(table, index, column, of: form)] {
            last = next
            index += 1
        }
        return (first.page, CellRange(first.range.first, last.range.last))
    }
}

extension FormPlace {
    init(_ field: String, of form: FormDefinition) { self.init(form: form.id, field: field) }

    init(_ table: String, _ row: Int, _ column: String, of form: FormDefinition) {
        self.init(form: form.id, field: column, cell: Cell(table: table, row: row))
    }
}

// MARK: - Laying out

extension FormPlan {
    private mutating func add(_ page: FormPage) {
        pages.append(Page(page: page))
        var row = 1
        for (text, kind) in [(page.title, Kind.title), (page.subtitle, .subtitle)]
        where !text.isEmpty {
            add(text, kind, CellRange(columns: 1...page.printedColumns, rows: row...row), nil)
            row += 1
        }
        for section in page.sections { add(section, &row) }
    }

    private mutating func add(_ section: FormSection, _ row: inout Int) {
        let first = row
        for line in section.lines { add(line, isHeading: section.block != nil, &row) }
        if let block = section.block {
            let start = row
            for blockRow in FormBlockRow.rows(of: block, content) {
                for cell in block.row.cells { add(cell, .row, at: row, blockRow) }
                pages[pages.count - 1].heights[row] = block.row.height ?? Self.leastHeight
                row += 1
            }
            mergeLevels(of: block, rows: start..<row)
        }
        for line in section.linesBelow { add(line, isHeading: false, &row) }
        guard let side = section.side, row > first else { return }
        add(side.text, .heading, CellRange(columns: side.columns, rows: first...(row - 1)), nil)
    }

    private mutating func add(_ line: FormLine, isHeading: Bool, _ row: inout Int) {
        let kind: Kind =
            isHeading && line.cells.allSatisfy { !$0.text.isAnswered } ? .heading : .line
        for cell in line.cells { add(cell, kind, at: row, nil) }
        pages[pages.count - 1].heights[row] = line.height ?? Self.leastHeight
        row += 1
    }

    private mutating func add(
        _ cell: FormLayoutCell, _ kind: Kind, at row: Int, _ blockRow: FormBlockRow?
    ) {
        add(
            cell.text, kind,
            CellRange(columns: cell.columns, rows: row...(row + cell.height - 1)), blockRow)
    }

    private mutating func add(
        _ text: FormText, _ kind: Kind, _ range: CellRange, _ row: FormBlockRow?
    ) {
        pages[pages.count - 1].cells.append(Cell(range: range, text: text, kind: kind, row: row))
        for answer in text.answers { note(answer, row, range) }
    }

    private mutating func note(_ answer: FormText.Answer, _ row: FormBlockRow?, _ range: CellRange)
    {
        for place in row?.places(of: answer, form) ?? [FormPlace(answer, of: form)] {
            if let place { places[place] = (pages.count - 1, range) }
        }
    }

    /// Merges equal neighbours of the level columns downwards.
    private mutating func mergeLevels(of block: FormBlock, rows: Range<Int>) {
        for level in block.row.cells {
            guard let answer = level.text.onlyAnswer, let name = answer.name,
                let depth = block.mergedColumns.firstIndex(of: name)
            else { continue }
            let cells = pages[pages.count - 1].cells.indices.filter { index in
                let cell = pages[pages.count - 1].cells[index]
                return rows.contains(cell.range.first.row) && cell.kind == .row
                    && cell.range.columns == level.columns
            }
            let above = block.mergedColumns.prefix(depth)
            let keys = cells.map { index -> [String?] in
                let row = pages[pages.count - 1].cells[index].row
                return above.map { self.answer(.field($0), in: row) }
                    + [self.answer(answer, in: row)]
            }
            merge(cells, keys)
        }
    }

    private mutating func merge(_ cells: [Int], _ keys: [[String?]]) {
        var start = 0
        var covered: Set<Int> = []
        for index in cells.indices.dropFirst() {
            guard keys[index] == keys[start], keys[index].allSatisfy({ $0 != nil }) else {
                start = index
                continue
            }
            let cell = pages[pages.count - 1].cells[cells[index]]
            let range = CellRange(
                pages[pages.count - 1].cells[cells[start]].range.first, cell.range.last)
            pages[pages.count - 1].cells[cells[start]].range = range
            covered.insert(cells[index])
            for answer in cell.text.answers {
                for row in cells[start...index].map({ pages[pages.count - 1].cells[$0].row }) {
                    note(answer, row, range)
                }
            }
        }
        for index in covered.sorted().reversed() { pages[pages.count - 1].cells.remove(at: index) }
    }
}

extension FormPlace {
    init?(_ answer: FormText.Answer, of form: FormDefinition) {
        guard case .field(let name) = answer else { return nil }
        self.init(name, of: form)
    }
}

extension FormText.Answer {
    /// The field's or column's name.
    var name: String? {
        switch self {
        case .fiscalYear, .rowNumber: nil
        case .field(let name), .column(_, let name): name
        }
    }
}

extension FormText {
    /// Whether somebody fills in something here: the year alone makes no answer.
    var isAnswered: Bool { answers.contains { $0.name != nil } }
}

extension FormText {
    /// Whether it is part of what stands above it, or a note.
    var isSubordinate: Bool {
        isLabel && ["其中：", "　", "注：", "说明："].contains { words.hasPrefix($0) }
    }
}
