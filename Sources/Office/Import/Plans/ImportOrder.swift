package import Formulas

/// What somebody asks to be imported (导入请求).
package struct ImportOrder: Sendable {
    package let file: ImportFile
    package let book: BookID
    /// Chinese name of the ledger; nil to propose the one that the header fits best.
    package var ledger: String?
    /// Name of a sheet; nil for all visible sheets that hold the ledger.
    package var sheet: String?
    /// What columns are that no header names.
    package var answers: [LayoutAnswer]
    /// Takes the good rows and leaves the refused ones out.
    package var takesGoodRowsOnly: Bool
    /// The account that imports.
    package let actor: String
    /// Milliseconds since 1970 UTC.
    package let at: Int64

    package init(
        file: ImportFile, book: BookID, ledger: String? = nil, sheet: String? = nil,
        answers: [LayoutAnswer] = [], takesGoodRowsOnly: Bool = false, actor: String, at: Int64
    ) {
        self.file = file
        self.book = book
        self.ledger = ledger
        self.sheet = sheet
        self.answers = answers
        self.takesGoodRowsOnly = takesGoodRowsOnly
        self.actor = actor
        self.at = at
    }
}
