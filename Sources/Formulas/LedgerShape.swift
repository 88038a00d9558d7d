package import Quantities

/// What a formula may know of a ledger (台账): its columns with their types and units.
///
/// `Performance.LedgerDefinition` makes one from a pack; the SQL names come with it.
package struct LedgerShape: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// 分录: dated facts of one book.
        case entries
        /// 登记簿: versions of things of a unit; current as of a day is the latest version whose day
        /// is not later, whatever book it was entered in. The key is ``keyColumns``.
        case register
    }

    /// Chinese name, as formulas write it: `支付`.
    package let name: String
    /// SQL table name, ASCII, at most 40 characters: `payment`.
    package let table: String
    package let kind: Kind
    /// What one row counts, such as 人次 or 笔; `count(…)` has this unit.
    package let rowUnit: MeasureUnit
    /// The column that says when: 日期 of an entry, 生效日期 of a version.
    package let dayColumn: String
    /// For a register, the columns that name the thing.
    package let keyColumns: [String]
    package let columns: [ColumnShape]

    package init(
        name: String, table: String, kind: Kind, rowUnit: MeasureUnit, dayColumn: String,
        keyColumns: [String] = [], columns: [ColumnShape]
    ) {
        self.name = name
        self.table = table
        self.kind = kind
        self.rowUnit = rowUnit
        self.dayColumn = dayColumn
        self.keyColumns = keyColumns
        self.columns = columns
    }

    package func column(named name: String) -> ColumnShape? { columns.first { $0.name == name } }
}

/// One column of a ledger, as a formula sees it.
package struct ColumnShape: Hashable, Sendable {
    package enum ValueType: Hashable, Sendable {
        /// 金额, stored in 分, 元 in formulas.
        case money
        /// A number with a unit, stored as an integer of `scale` decimals.
        case number(scale: Int, unit: MeasureUnit)
        /// 日期, stored as `YYYY-MM-DD`.
        case day
        case text
        /// 是/否, stored as 1 or 0.
        case truth
    }

    /// Chinese name, as formulas write it: `金额`.
    package let name: String
    /// SQL column name, ASCII, at most 40 characters: `amount_fen`.
    package let sqlName: String
    package let type: ValueType
    /// What a distinct value of this column is: 人 for 对象, 户 for 档案.
    package let distinctUnit: MeasureUnit?

    package init(name: String, sqlName: String, type: ValueType, distinctUnit: MeasureUnit? = nil) {
        self.name = name
        self.sqlName = sqlName
        self.type = type
        self.distinctUnit = distinctUnit
    }
}

/// One cell as it is stored: money in 分, decimals and booleans as integers, days as text.
package enum CellValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    /// 空白: not 0, not "".
    case missing
}

/// One row of a ledger, as stored.
package struct LedgerRow: Hashable, Sendable {
    package enum Kind: Int64, Hashable, Sendable {
        case normal = 0
        /// 红冲: takes back the row that ``LedgerRow/reverses`` names; neither counts from then on.
        case reversal = 1
        /// 退款: a negative entry; counts in `sum`, not in `count`, `distinct`, `min` or `max`.
        case refund = 2
    }

    package let id: Int64
    package let book: BookID
    package let journalNumber: Int64
    package let kind: Kind
    /// The id of the row taken back, in the same ledger and unit.
    package let reverses: Int64?
    /// In the order of ``LedgerShape/columns``.
    package let cells: [CellValue]

    package init(
        id: Int64, book: BookID, journalNumber: Int64, kind: Kind = .normal, reverses: Int64? = nil,
        cells: [CellValue]
    ) {
        self.id = id
        self.book = book
        self.journalNumber = journalNumber
        self.kind = kind
        self.reverses = reverses
        self.cells = cells
    }
}

/// The columns that every ledger table has besides its own, by their SQL names.
package enum CommonColumn: String, CaseIterable, Sendable {
    case unitCode = "unit_code"
    case fiscalYear = "fiscal_year"
    /// BIGINT, unique in its ledger and unit: journal number × 10,000,000 + ordinal in that import.
    case id
    /// Natural key, or digest of the row and its ordinal; unique in its ledger, unit and year.
    case rowKey = "row_key"
    case journalNumber = "journal_number"
    /// ``LedgerRow/Kind`` as 0, 1, 2.
    case rowKind = "row_kind"
    case reverses
    /// 来源 file, sheet and row; or who typed it.
    case sourceFile = "source_file"
    case sourceSheet = "source_sheet"
    case sourceRow = "source_row"
}
