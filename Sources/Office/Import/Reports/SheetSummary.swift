import Documents
import Quantities

/// What the reading of one sheet came to.
struct SheetSummary: Sendable {
    var accepted: Int64 = 0
    var refused: Int64 = 0
    var leftOut: Int64 = 0
    var totalRows = 0
    /// Rows below a second header were not read.
    var isStopped = false
    var refusals: [ImportRefusal] = []
    var refusalCount: Int64 = 0
    var notices: [ImportNotice] = []
    /// The names of the columns of money, and their sums in 分.
    var sums: [(column: String, fen: Int128)] = []
    /// Where the sheet is, and the row of its header.
    let place: ImportPlace
    let headerRow: Int

    init(_ layout: SheetLayout, at place: ImportPlace) {
        self.place = place
        headerRow = layout.headerRows.upperBound
    }

    mutating func count(_ outcome: RowReader.Outcome) {
        switch outcome {
        case .accepted: accepted += 1
        case .leftOut: leftOut += 1
        case .refused(let found):
            refused += 1
            for refusal in found { add(refusal) }
        case .stopped(let refusal):
            isStopped = true
            add(refusal)
        }
    }

    private mutating func add(_ refusal: ImportRefusal) {
        refusalCount += 1
        if refusals.count < ImportReport.refusalsKept { refusals.append(refusal) }
    }

    /// Why a sheet without any rows is refused; nil where it has some.
    var emptiness: ImportRefusal? {
        guard accepted == 0, refusalCount == 0 else { return nil }
        return ImportRefusal(
            place, .sheet(totalRows > 0 ? .onlyTotals : .noRows(headerRow: headerRow)))
    }
}
