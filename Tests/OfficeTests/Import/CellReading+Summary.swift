import Documents
import Formulas
import Performance
import Quantities

@testable import Office

extension CellReading {
    /// The stored value as text, `空`, or the code of the problem behind `✗`.
    var summary: String {
        switch self {
        case .integer(let number): String(number)
        case .text(let text): text
        case .utf8(let bytes): bytes.string
        case .missing: "空"
        case .refused(let problem): "✗" + problem.code
        }
    }
}

extension ColumnReader {
    /// Reads a text cell and sums up what it came to.
    mutating func summary(of text: String) -> String {
        var text = text
        return text.withUTF8 { read($0).summary }
    }

    mutating func summary(of content: CellContent, isPercent: Bool = false) -> String {
        read(TableCell(CellPlace(row: 1, column: 1), content, isPercent: isPercent)).summary
    }
}

extension LedgerColumn {
    static func plain(
        _ type: ColumnShape.ValueType, _ choices: [Choice] = [], maximumLength: Int? = nil
    ) -> LedgerColumn {
        LedgerColumn(
            name: "栏", sqlName: "c", type: type, isRequired: false, choices: choices,
            maximumLength: maximumLength)
    }
}
