/// A remark on a cell of a workbook (单元格批注).
package struct CellMark: Hashable, Sendable {
    package let sheet: String
    package let place: CellPlace
    package let text: String
    package let severity: MarkSeverity

    package init(sheet: String, place: CellPlace, text: String, severity: MarkSeverity) {
        self.sheet = sheet
        self.place = place
        self.text = text
        self.severity = severity
    }

    /// The remark as the cell's comment shows it.
    var remark: String { severity.remark(text) }
}
