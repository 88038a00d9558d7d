package import Formulas
package import Quantities

/// The definition of a ledger (台账定义), read from a pack: its table, its columns, its headers.
package struct LedgerDefinition: Hashable, Sendable {
    /// Chinese name: 支付.
    package let name: String
    /// SQL table name, ASCII, at most 40 characters.
    package let table: String
    package let kind: LedgerShape.Kind
    /// What one row counts, such as 笔.
    package let rowUnit: MeasureUnit
    /// The column that says when.
    package let dayColumn: String
    /// 自然键: columns that tell one row from another (凭证号 + 分录号); empty where rows have none.
    package let naturalKey: [String]
    package let columns: [LedgerColumn]
    /// Whether a row may be negative without being a 退款 (budget adjustments, 压减).
    package let allowsNegativeMoney: Bool
    /// Whether files may bring its rows; else only the use cases of the workflow add them.
    package let takesImports: Bool
    /// Where the definition comes from, with its mark.
    package let source: String

    package init(
        name: String, table: String, kind: LedgerShape.Kind, rowUnit: MeasureUnit,
        dayColumn: String,
        naturalKey: [String], columns: [LedgerColumn], allowsNegativeMoney: Bool,
        takesImports: Bool = true, source: String
    ) {
        self.name = name
        self.table = table
        self.kind = kind
        self.rowUnit = rowUnit
        self.dayColumn = dayColumn
        self.naturalKey = naturalKey
        self.columns = columns
        self.allowsNegativeMoney = allowsNegativeMoney
        self.takesImports = takesImports
        self.source = source
    }

    /// What formulas may know of it.
    package var shape: LedgerShape {
        LedgerShape(
            name: name, table: table, kind: kind, rowUnit: rowUnit, dayColumn: dayColumn,
            keyColumns: kind == .register ? naturalKey : [],
            columns: columns.map {
                ColumnShape(
                    name: $0.name, sqlName: $0.sqlName, type: $0.type, distinctUnit: $0.distinctUnit
                )
            })
    }
}

/// One column of a ledger definition (字段).
package struct LedgerColumn: Hashable, Sendable {
    /// Chinese name, also the header that a template prints.
    package let name: String
    package let sqlName: String
    package let type: ColumnShape.ValueType
    package let isRequired: Bool
    /// Other headers under which people keep this column.
    package let headers: [String]
    /// 枚举: the texts allowed, each with other spellings that mean it; empty means any text.
    package let choices: [Choice]
    /// The longest text allowed, in characters; nil for other types.
    package let maximumLength: Int?
    package let distinctUnit: MeasureUnit?
    /// What stands in the cell, for templates and messages: `如 2021年3月5日`.
    package let hint: String

    package struct Choice: Hashable, Sendable {
        package let text: String
        package let aliases: [String]

        package init(text: String, aliases: [String] = []) {
            self.text = text
            self.aliases = aliases
        }
    }

    package init(
        name: String, sqlName: String, type: ColumnShape.ValueType, isRequired: Bool,
        headers: [String] = [], choices: [Choice] = [], maximumLength: Int? = nil,
        distinctUnit: MeasureUnit? = nil, hint: String = ""
    ) {
        self.name = name
        self.sqlName = sqlName
        self.type = type
        self.isRequired = isRequired
        self.headers = headers
        self.choices = choices
        self.maximumLength = maximumLength
        self.distinctUnit = distinctUnit
        self.hint = hint
    }
}
