import Documents
import Performance

/// Tells which form a workbook is, and which of its sheets is which page (表样识别).
struct FormRecognition {
    let form: FormDefinition
    let stamp: FormStamp?
    private(set) var notices: [String] = []
    private var grids: [FormGrid]

    init(_ reader: WorkbookReader, among forms: [FormDefinition]) throws {
        var stamp: FormStamp?
        grids = []
        for sheet in reader.sheets {
            if sheet.name == FormStamp.sheetName {
                var rows: [TableRow] = []
                try reader.forEachRow(in: sheet) { rows.append($0) }
                stamp = FormStamp(reading: rows)
            } else if sheet.name != FormInstructions.sheetName {
                grids.append(try FormGrid(reader, sheet))
            }
        }
        self.stamp = stamp
        if let stamp, let form = forms.first(where: { $0.id == stamp.form }) {
            self.form = form
            if stamp.version != form.version {
                notices.append(
                    "这份表是第\(stamp.version)版，现在用的是第\(form.version)版；已按栏目名称对应。")
            } else if stamp.checkCode != FormStamp.checkCode(of: form) {
                notices.append("这份表的版式与现在的表样不同；已按栏目名称对应。")
            }
            return
        }
        let sheets = grids
        let scores = forms.map { ($0, Self.score($0, sheets)) }
        guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 > 0 else {
            throw FormReadingError.noForm(file: reader.file, known: forms.map(\.id))
        }
        form = best.0
        notices.append("文件中没有表样信息（隐藏的“\(FormStamp.sheetName)”表），按栏目名称认作\(form.id) \(form.name)。")
    }

    /// The raw answers of all pages.
    mutating func scan() -> FormAnswerSheet {
        var answers = FormAnswerSheet()
        var left = Array(grids.indices)
        for page in form.pages {
            guard let index = Self.sheet(for: page, grids, left) else {
                answers.faults.append(
                    .init(sheet: page.name, label: page.name, place: nil, found: nil))
                continue
            }
            left.removeAll { $0 == index }
            if grids[index].sheet != page.name {
                notices.append("工作表“\(grids[index].sheet)”按内容认作“\(page.name)”。")
            }
            var scan = FormPageScan(form, page, grids[index], answers)
            scan.scan()
            answers = scan.sheet
        }
        return answers
    }

    private static func sheet(
        for page: FormPage, _ grids: [FormGrid], _ left: [Int]
    ) -> Int? {
        if let named = left.first(where: { grids[$0].sheet == page.name }) { return named }
        let best = left.map { ($0, score(page, grids[$0])) }.max { $0.1 < $1.1 }
        return best.flatMap { 3 * $0.1 >= page.labels.count ? $0.0 : nil }
    }

    /// How many labels of the form stand somewhere, in hundredths of all; 0 below a half.
    private static func score(_ form: FormDefinition, _ grids: [FormGrid]) -> Int {
        var (found, all) = (0, 0)
        for page in form.pages.prefix(1) {
            all += page.labels.count
            found += grids.map { score(page, $0) }.max() ?? 0
        }
        guard all > 0, 2 * found >= all else { return 0 }
        // Of two forms that fit alike the one with more labels is meant; the title decides first.
        let hasTitle = grids.contains { grid in
            (1...3).contains { row in
                grid.texts(in: row).contains {
                    FormText([.words(form.name)]).words.labelKey == $0.text.labelKey
                }
            }
        }
        return (hasTitle ? 100_000 : 0) + 100 * found / all * 100 + found
    }

    private static func score(_ page: FormPage, _ grid: FormGrid) -> Int {
        var keys: Set<String> = []
        for row in 1...max(grid.lastRow, 1) {
            for cell in grid.texts(in: row) { keys.insert(cell.text.labelKey) }
        }
        return page.labels.count { keys.contains($0) }
    }
}

extension FormPage {
    /// The labels in the officials' columns, as they are compared.
    fileprivate var labels: Set<String> {
        let cells = sections.flatMap { section in
            [section.side].compactMap { $0 } + section.lines.flatMap(\.cells)
                + section.linesBelow.flatMap(\.cells)
        }
        return Set(
            cells.filter { $0.text.isLabel && $0.columns.lowerBound <= printedColumns }
                .map { $0.text.words.labelKey })
    }
}
