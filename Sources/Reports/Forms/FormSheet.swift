import Documents
import Formulas
import Performance
import Quantities

/// One sheet of an official form (表样) while it is laid out, row by row.
///
/// - Source: forms.md 0.1: title 18 pt, body 宋体 10.5 pt, thin borders, wrapped, `—` where a value
///   does not apply, an empty cell where it was not filled.
struct FormSheet {
    var sheet: Worksheet
    /// The row that is written next.
    var row = 1
    let columnCount: Int

    init(_ name: String, widths: [Int], orientation: PageOrientation) {
        sheet = Worksheet(name)
        sheet.columnWidths = widths
        sheet.print = PrintSetup(orientation)
        columnCount = widths.count
    }

    static let label = CellStyle {
        $0.hasBorder = true
        $0.wraps = true
        $0.horizontal = .center
    }
    static let heading = label.with { $0.isBold = true }
    static let text = CellStyle {
        $0.hasBorder = true
        $0.wraps = true
        $0.horizontal = .left
        $0.isUnlocked = true
    }
    static let amount = number(.amountFourDecimals)
    static let percent = number(.percent)
    static let score = number(.score)
    static let count = number(.integer)

    private static func number(_ format: CellStyle.NumberFormat) -> CellStyle {
        CellStyle {
            $0.hasBorder = true
            $0.horizontal = .right
            $0.format = format
        }
    }

    mutating func title(_ text: String, year: Int, left: String, right: String) {
        title(text, subtitle: "（\(year)年度）", left: left, right: right)
    }

    mutating func title(_ text: String, subtitle words: String, left: String, right: String) {
        let title = CellStyle {
            $0.typeface = .titleSong
            $0.size = .small2
            $0.isBold = true
            $0.horizontal = .center
        }
        merge(1...columnCount, .text(text), title)
        sheet.rowHeights[row] = 32
        row += 1
        let subtitle = CellStyle {
            $0.size = .small4
            $0.horizontal = .center
        }
        merge(1...columnCount, .text(words), subtitle)
        row += 1
        let middle = columnCount / 2
        merge(1...middle, .text(left), CellStyle { $0.horizontal = .left })
        merge(
            (middle + 1)...columnCount, .text(right), CellStyle { $0.horizontal = .right })
        row += 1
    }

    mutating func put(_ value: WorksheetCell.Value, _ style: CellStyle, column: Int) {
        sheet.put(value, style, at: CellPlace(row: row, column: column))
    }

    mutating func merge(
        _ columns: ClosedRange<Int>, _ value: WorksheetCell.Value, _ style: CellStyle
    ) {
        merge(columns, rows: row...row, value, style)
    }

    mutating func merge(
        _ columns: ClosedRange<Int>, rows: ClosedRange<Int>, _ value: WorksheetCell.Value,
        _ style: CellStyle
    ) {
        sheet.merge(CellRange(columns: columns, rows: rows), WorksheetCell(value, style))
    }
}

/// Values as cells: exact numbers in the form's unit, `—` where there is none.
enum FormValue {
    static let notApplicable = WorksheetCell.Value.text(FigureFormat.absent)

    /// A formula that counts again in the form, with what it gives now; `—` where it gives nothing.
    static func formula(_ formula: String, _ value: Fraction?, decimals: Int) -> WorksheetCell.Value
    {
        guard let value, let cached = try? value.rounded(to: decimals) else { return notApplicable }
        return .formula(formula, cached: .number(cached.trimmed()))
    }
}
