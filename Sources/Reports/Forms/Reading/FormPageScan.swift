import Documents
import Performance

/// Finds labels and answers of one page on one sheet, from top to bottom, by the labels' words.
///
/// Rows and columns may have been put in or moved: a label is looked for below the one before it,
/// and an answer beside its label or under its heading.
struct FormPageScan {
    private let form: FormDefinition
    private let page: FormPage
    private let grid: FormGrid
    private(set) var sheet: FormAnswerSheet
    /// The row that is looked at next.
    private var cursor = 1
    /// Where each column of the layout stands on the sheet, by the label found last.
    private var columns: [Int: Int] = [:]

    init(_ form: FormDefinition, _ page: FormPage, _ grid: FormGrid, _ sheet: FormAnswerSheet) {
        self.form = form
        self.page = page
        self.grid = grid
        self.sheet = sheet
    }

    mutating func scan() {
        readHead()
        for index in page.sections.indices { scan(section: index) }
    }

    /// Title and subtitle give the year; neither is needed to find the rest.
    private mutating func readHead() {
        for text in [page.title, page.subtitle] where !text.isEmpty {
            for row in 1...max(min(grid.lastRow, 10), 1) {
                for cell in grid.texts(in: row) {
                    guard let match = FormTextMatch(text, cell.text), match.missing.isEmpty
                    else { continue }
                    for (answer, words) in match.answers { take(answer, words, at: cell.place) }
                    cursor = max(cursor, row + 1)
                }
            }
        }
        for row in 1...max(min(grid.lastRow, 30), 1) {
            for cell in grid.texts(in: row) where cell.text.saysYuan { sheet.isInYuan = true }
        }
    }

    private mutating func scan(section index: Int) {
        let section = page.sections[index]
        let start = cursor
        for (number, line) in section.lines.enumerated() {
            read(line, following: Array(section.lines[(number + 1)...]) + linesBelow(index))
        }
        if let block = section.block {
            let end = row(ofNext: linesBelow(index)) ?? grid.lastRow + 1
            let rows = FormBlockScan(
                form: form, block: block, grid: grid, rows: cursor..<max(cursor, end),
                columns: columns)
            rows.read(into: &sheet)
            cursor = max(cursor, end)
        }
        for line in section.linesBelow { read(line, following: []) }
        checkSide(section.side, rows: start..<max(start, cursor))
    }

    /// The lines below the block of a section, to the end of the page.
    private func linesBelow(_ index: Int) -> [FormLine] {
        page.sections[index].linesBelow
            + page.sections[(index + 1)...].flatMap { $0.lines + $0.linesBelow }
    }

    /// The first row from here that shows one of these lines.
    private func row(ofNext lines: [FormLine]) -> Int? {
        for line in lines {
            let labels = labels(of: line)
            guard !labels.isEmpty else { continue }
            if let found = row(of: labels, from: cursor, isWhole: true) { return found.row }
        }
        return nil
    }

    private mutating func checkSide(_ side: FormLayoutCell?, rows: Range<Int>) {
        guard let side, !rows.isEmpty else { return }
        for row in rows {
            for cell in grid.texts(in: row) where FormTextMatch(side.text, cell.text) != nil {
                return
            }
        }
        let place = CellPlace(row: rows.lowerBound, column: actual(side.columns.lowerBound))
        miss(side.text, at: place)
    }
}

// MARK: - Lines

extension FormPageScan {
    private typealias Labels = [FormLayoutCell]

    /// Labels that must be there: those right of the official columns may be missing.
    private func labels(of line: FormLine) -> Labels { line.cells.filter { $0.text.hasWords } }

    private mutating func read(_ line: FormLine, following: [FormLine]) {
        let labels = labels(of: line)
        guard !labels.isEmpty else {
            // Answers alone: the first row that holds something, above what follows.
            let end = row(ofNext: following) ?? cursor + 1
            let filled = (cursor..<max(end, cursor + 1)).first { !grid.texts(in: $0).isEmpty }
            return readAnswers(of: line, row: filled ?? cursor, [:])
        }
        if let found = row(of: labels, from: cursor, isWhole: true)
            ?? row(of: labels, from: cursor, isWhole: false)
        {
            for (index, label) in labels.enumerated() where found.places[index] == nil {
                let place = CellPlace(row: found.row, column: actual(label.columns.lowerBound))
                if isPrinted(label) { miss(label.text, at: place) }
            }
            return readLine(line, labels, found)
        }
        // Nothing of it is left; where its row seems to be there, the changed words are named.
        let nextLabels = following.first.map { self.labels(of: $0) } ?? []
        let isNext = !nextLabels.isEmpty && places(of: nextLabels, in: cursor).count > 0
        for label in labels where isPrinted(label) {
            miss(
                label.text,
                at: isNext
                    ? nil : CellPlace(row: cursor, column: actual(label.columns.lowerBound)))
        }
        if !isNext, !grid.texts(in: cursor).isEmpty {
            readAnswers(of: line, row: cursor, [:])
        }
    }

    private mutating func readLine(_ line: FormLine, _ labels: Labels, _ found: Found) {
        for (index, label) in labels.enumerated() {
            guard let place = found.places[index] else { continue }
            columns[label.columns.lowerBound] = place.column
            guard let match = FormTextMatch(label.text, grid[place].text) else { continue }
            for (answer, words) in match.answers { take(answer, words, at: place) }
            for words in match.missing { miss(FormText([.words(words)]), at: place) }
        }
        let places = Dictionary(
            uniqueKeysWithValues: labels.enumerated().compactMap { index, label in
                found.places[index].map { (label.columns.lowerBound, $0) }
            })
        readAnswers(of: line, row: found.row, places)
    }

    /// - Parameter labels: the cells of the line's labels by their columns in the layout.
    private mutating func readAnswers(
        of line: FormLine, row: Int, _ labels: [Int: CellPlace]
    ) {
        var gap: [FormLayoutCell] = []
        var first = 1
        for cell in line.cells {
            if let place = labels[cell.columns.lowerBound] {
                read(gap, row, from: first, to: place.column - 1)
                gap = []
                first = grid.lastColumn(from: place) + 1
            } else if cell.text.onlyAnswer != nil {
                gap.append(cell)
            }
        }
        let last = max(grid.rows[row]?.cells.last?.place.column ?? 0, first + 2 * page.widths.count)
        read(gap, row, from: first, to: last)
        cursor = row + 1
    }

    /// Answers between two labels: under their headings where they have some, else in their order.
    private mutating func read(_ cells: [FormLayoutCell], _ row: Int, from first: Int, to last: Int)
    {
        guard !cells.isEmpty else { return }
        let heads = fitting(cells, grid.heads(in: row, from: first, through: last))
        let filled = heads.filter { !grid[$0].isBlank }
        for (index, cell) in cells.enumerated() {
            guard let answer = cell.text.onlyAnswer else { continue }
            let place: CellPlace?
            if let known = columns[cell.columns.lowerBound], known >= first, known <= last {
                place = grid.head(of: CellPlace(row: row, column: known))
            } else if filled.count <= cells.count, cells.count == 1 {
                place = filled.first ?? heads.first
            } else {
                place = heads.indices.contains(index) ? heads[index] : nil
            }
            guard let place else { continue }
            take(answer, grid[place].text, at: place)
        }
    }

    /// Without empty cells narrower than the answer's: columns that somebody put in.
    private func fitting(_ cells: [FormLayoutCell], _ heads: [CellPlace]) -> [CellPlace] {
        var rest = heads[...]
        return cells.compactMap { cell in
            while let head = rest.first, grid[head].isBlank,
                grid.lastColumn(from: head) - head.column + 1 < cell.columns.count
            {
                rest.removeFirst()
            }
            return rest.popFirst()
        }
    }

    private func isPrinted(_ label: FormLayoutCell) -> Bool {
        label.columns.lowerBound <= page.printedColumns
    }

    private mutating func miss(_ text: FormText, at place: CellPlace?) {
        let found = place.map { grid[grid.head(of: $0)].text } ?? ""
        sheet.faults.append(
            .init(
                sheet: grid.sheet, label: text.words, place: found.isEmpty ? nil : place,
                found: found.isEmpty ? nil : found))
    }

    private mutating func take(_ answer: FormText.Answer, _ text: String, at place: CellPlace) {
        switch answer {
        case .fiscalYear:
            if let year = Int(text.compactAnswer) { sheet.fiscalYear = sheet.fiscalYear ?? year }
        case .field(let name):
            let isWhole = text == grid[place].text
            sheet.fields[name] = .init(
                cell: grid[place], sheet: grid.sheet, text: text,
                formula: isWhole ? grid.formulas[place] : nil)
        case .rowNumber, .column: break
        }
    }

    private func actual(_ column: Int) -> Int { columns.actual(column) }
}

// MARK: - Looking for labels

extension FormPageScan {
    private struct Found {
        let row: Int
        /// By the label's place in its line.
        let places: [Int: CellPlace]
    }

    /// The first row with all printed labels, or the one with most and at least half of them.
    private func row(of labels: Labels, from first: Int, isWhole: Bool) -> Found? {
        let wanted = max(labels.count(where: isPrinted), 1)
        var best: Found?
        var bestCount = 0
        for row in first..<max(grid.lastRow + 1, first) where grid.rows[row] != nil {
            let found = places(of: labels, in: row)
            let count = labels.indices.count {
                found[$0] != nil && (isPrinted(labels[$0]) || wanted == 1)
            }
            if isWhole, count >= wanted { return Found(row: row, places: found) }
            if !isWhole, count > bestCount, 2 * count >= wanted {
                best = Found(row: row, places: found)
                bestCount = count
            }
        }
        return best
    }

    /// Each label's cell in a row, in their order where they repeat.
    private func places(of labels: Labels, in row: Int) -> [Int: CellPlace] {
        let cells = grid.texts(in: row)
        var taken: Set<CellPlace> = []
        var places: [Int: CellPlace] = [:]
        var last = 0
        for (index, label) in labels.enumerated() {
            let fits = cells.filter { cell in
                !taken.contains(cell.place) && matches(label, cell.text)
            }
            guard let cell = fits.first(where: { $0.place.column > last }) ?? fits.first
            else { continue }
            places[index] = cell.place
            taken.insert(cell.place)
            last = cell.place.column
        }
        return places
    }

    private func matches(_ label: FormLayoutCell, _ text: String) -> Bool {
        FormTextMatch(label.text, text, aliases: form.aliases[label.text.words] ?? []) != nil
    }
}

extension FormDefinition {
    /// What local forms call a label: the aliases of the answers that have it.
    var aliases: [String: [String]] {
        Dictionary(
            (fields + tables.flatMap(\.columns)).map { ($0.label, $0.aliases) },
            uniquingKeysWith: { one, other in one + other })
    }
}

extension [Int: Int] {
    /// Where a column of the layout stands: known, or as far from the nearest known one on its left.
    func actual(_ column: Int) -> Int {
        if let known = self[column] { return known }
        let left = keys.filter { $0 < column }.max()
        return left.map { (self[$0] ?? $0) + column - $0 } ?? column
    }
}

extension FormText {
    /// The words alone: `填表人：… 联系电话：…`.
    var words: String {
        pieces.map { if case .words(let words) = $0 { words } else { "…" } }.joined()
    }
}

extension String {
    /// `金额单位：元` or `项目资金（元）`.
    fileprivate var saysYuan: Bool {
        let folded = labelFolded
        return folded.hasSuffix("单位:元") || folded.hasSuffix("(元)")
    }
}
