package import Quantities
package import Storage

/// What an import would do, or has done (导入结果).
package struct ImportReport: Sendable {
    /// The sum of one column of money over all good rows of the file.
    package struct ColumnSum: Hashable, Sendable {
        package let column: String
        /// In 分; as text in 元 through ``Quantities/ExactDecimal``.
        package let total: ExactDecimal
    }

    package let file: String
    /// SHA-256 of the file in hexadecimal digits; empty where it could not be read.
    package internal(set) var fileDigest = ""
    package internal(set) var ledger: String?
    package internal(set) var sheets: [String] = []
    /// Rows that are new to the ledger.
    package internal(set) var added: Int64 = 0
    /// Rows that the ledger has already, with the same content.
    package internal(set) var known: Int64 = 0
    /// Rows whose key the ledger has with another content; refused.
    package internal(set) var changed: Int64 = 0
    /// Rows refused for what stands in their cells.
    package internal(set) var refused: Int64 = 0
    /// 合计 rows, headers and footers.
    package internal(set) var leftOut: Int64 = 0
    package internal(set) var sums: [ColumnSum] = []
    /// The first refusals, at most ``refusalsKept``.
    package internal(set) var refusals: [ImportRefusal] = []
    package internal(set) var refusalCount: Int64 = 0
    package internal(set) var notices: [ImportNotice] = []
    package internal(set) var questions: [LayoutQuestion] = []
    /// Whether the rows are in the ledger now; a preview and a refused file leave it as it was.
    package internal(set) var isAccepted = false
    /// Part of the file could not be read: good rows alone are no choice then.
    package internal(set) var isBroken = false
    /// nil where nothing was added.
    package internal(set) var receipt: JournalReceipt?

    package static let refusalsKept = 1000
    static let noticesKept = 200

    init(file: String) { self.file = file }

    /// Whether everything in the file can be taken in.
    package var isClean: Bool { refusalCount == 0 }

    mutating func add(_ refusal: ImportRefusal) {
        refusalCount += 1
        if refusals.count < Self.refusalsKept { refusals.append(refusal) }
    }

    mutating func add(_ more: [ImportNotice]) {
        notices += more.prefix(max(0, Self.noticesKept - notices.count))
    }
}

/// How far an import is (导入进度).
package struct ImportProgress: Hashable, Sendable {
    /// Rows read and handed to the ledger so far.
    package let rows: Int64
}
