import Documents
import Performance

/// Writes one planned page of a form as a sheet.
struct FormPageWriter {
    private let plan: FormPlan
    private let number: Int
    private var result: Worksheet
    /// Comments by the cell that they stand on.
    private var comments: [CellPlace: String] = [:]

    private var page: FormPlan.Page { plan.pages[number] }

    init(_ plan: FormPlan, _ number: Int) {
        self.plan = plan
        self.number = number
        result = Worksheet(plan.pages[number].page.name)
    }

    mutating func sheet() -> Worksheet {
        let layout = page.page
        result.columnWidths = layout.widths
        result.leastRowHeights = page.heights
        result.print = PrintSetup(layout.isLandscape ? .landscape : .portrait)
        if layout.printedColumns < layout.widths.count {
            result.print.columns = 1...layout.printedColumns
        }
        result.isProtected = true
        result.allowsNewRows = true
        collectComments()
        let values = FormCellValues(plan, page: number)
        for cell in page.cells {
            let comment = comments[cell.range.first]
            result.merge(
                cell.range, WorksheetCell(values.value(cell), style(cell), comment: comment))
            if cell.kind == .title { result.rowHeights[cell.range.first.row] = 32 }
        }
        addDropDowns()
        return result
    }

    private func style(_ cell: FormPlan.Cell) -> CellStyle {
        let isPrinted = cell.range.first.column <= page.page.printedColumns
        switch cell.kind {
        case .title: return FormStyle.title
        case .subtitle: return FormStyle.subtitle
        case .heading: return isPrinted ? FormStyle.heading : FormStyle.ownHeading
        case .line, .row:
            guard let answer = cell.text.onlyAnswer, let field = plan.field(answer, in: cell.row)
            else { return words(cell, isPrinted) }
            let isLevel = cell.range.first.row < cell.range.last.row
            let style = FormStyle.answer(field, isCentred: isLevel)
            // What is not printed must not make printed rows high.
            return isPrinted ? style : style.with { $0.wraps = false }
        }
    }

    private func words(_ cell: FormPlan.Cell, _ isPrinted: Bool) -> CellStyle {
        let fields = cell.text.answers.compactMap { plan.field($0, in: cell.row) }
        guard !fields.isEmpty, !fields.allSatisfy(\.isFixed)
        else {
            if cell.text.isSubordinate { return FormStyle.subordinate }
            return isPrinted ? FormStyle.label : FormStyle.ownLabel
        }
        let isWholeWidth = cell.range.columns.count == page.page.printedColumns
        return isWholeWidth ? FormStyle.signature : FormStyle.text
    }

    /// Columns are explained on their heading, single answers where they are filled in.
    private mutating func collectComments() {
        var headings: [Int: CellPlace] = [:]
        var explained: Set<String> = []
        for cell in page.cells {
            if cell.kind == .heading || cell.kind == .line, cell.text.isLabel {
                headings[cell.range.first.column] = cell.range.first
            }
            for answer in cell.text.answers {
                guard let field = plan.field(answer, in: cell.row), !field.hint.isEmpty,
                    explained.insert("\(cell.row?.tables ?? []) \(answer)").inserted
                else { continue }
                let heading = cell.row == nil ? nil : headings[cell.range.first.column]
                let place = heading ?? cell.range.first
                let text = "\(field.label)：\(field.hint)。"
                comments[place] = comments[place].map { "\($0)\n\(text)" } ?? text
            }
        }
    }

    private mutating func addDropDowns() {
        var lists: [DropDownList] = []
        for cell in page.cells {
            guard let answer = cell.text.onlyAnswer, let field = plan.field(answer, in: cell.row),
                let items = field.type.items
            else { continue }
            let range = CellRange(cell.range.first, cell.range.last)
            if let last = lists.last(where: { $0.range.columns == range.columns }),
                last.source == .items(items), last.range.last.row + 1 == range.first.row,
                let index = lists.firstIndex(of: last)
            {
                lists[index].range = CellRange(last.range.first, range.last)
            } else {
                lists.append(DropDownList(range, .items(items)))
            }
        }
        result.dropDowns = lists
    }
}

extension FormFieldType {
    /// What a cell of this type lets one choose from.
    var items: [String]? {
        switch self {
        case .choice(let choices): choices
        case .tick: ["√"]
        default: nil
        }
    }
}
