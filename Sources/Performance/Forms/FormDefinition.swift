/// An official form (表样) as data: what it asks for, and what each answer may be.
///
/// - Source: 表样, conventions for all forms.
package struct FormDefinition: Hashable, Sendable {
    /// Such as `F02`.
    package let id: String
    /// Versions of a layout are kept apart; a form is read by the version that it names.
    package let version: String
    /// The title, without the year.
    package let name: String
    package let source: RuleSource
    /// The single answers, in the order of the form.
    package let fields: [FormField]
    package let tables: [FormTable]
    /// The field that names what the form is about, such as 项目名称; nil for the whole department.
    package let subjectField: String?
    /// The field that names who fills the form in, such as 部门名称; nil where none does.
    package let unitField: String?
    /// The sheets as they are printed; none where the form is no workbook.
    package let pages: [FormPage]

    package init(
        id: String, version: String, name: String, source: RuleSource, fields: [FormField],
        tables: [FormTable], subjectField: String? = nil, unitField: String? = nil,
        pages: [FormPage] = []
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.source = source
        self.fields = fields
        self.tables = tables
        self.subjectField = subjectField
        self.unitField = unitField
        self.pages = pages
    }

    package func field(_ name: String) -> FormField? { fields.first { $0.name == name } }
    package func table(_ name: String) -> FormTable? { tables.first { $0.name == name } }
}

/// One answer that a form asks for, or one column of its tables (填报项).
package struct FormField: Hashable, Sendable {
    /// Unique in its form or table: what rules and stored contents call it.
    package let name: String
    /// What is printed; forms repeat labels such as `其他资金`.
    package let label: String
    package let type: FormFieldType
    package let isRequired: Bool
    /// In characters; nil where the form sets no limit.
    package let maximumLength: Int?
    /// What to fill in, for the note of its cell.
    package let hint: String
    /// The value by the other answers of the same form or row, where the form computes it.
    package let formula: FormFormula?
    /// What local forms call it.
    package let aliases: [String]
    /// Settled when the form is handed out, such as the month of 1～n月; nobody types over it.
    package let isFixed: Bool

    package init(
        name: String, label: String, type: FormFieldType, isRequired: Bool,
        maximumLength: Int? = nil, hint: String = "", formula: FormFormula? = nil,
        aliases: [String] = [], isFixed: Bool = false
    ) {
        self.name = name
        self.label = label
        self.type = type
        self.isRequired = isRequired
        self.maximumLength = maximumLength
        self.hint = hint
        self.formula = formula
        self.aliases = aliases
        self.isFixed = isFixed
    }
}

/// A block of a form with as many rows as the department needs.
package struct FormTable: Hashable, Sendable {
    package let name: String
    package let columns: [FormField]
    package let minimumRows: Int
    /// Above it the form is refused.
    package let maximumRows: Int

    package init(name: String, columns: [FormField], minimumRows: Int, maximumRows: Int) {
        self.name = name
        self.columns = columns
        self.minimumRows = minimumRows
        self.maximumRows = maximumRows
    }

    package func column(_ name: String) -> FormField? { columns.first { $0.name == name } }
}

/// What an answer is made of, and how it is spelled in a ``FormContent``.
package enum FormFieldType: Hashable, Sendable {
    /// As it stands.
    case text
    /// 万元: a decimal such as `20.00`, with its stated digits.
    case money
    /// A decimal fraction: `0.8783` for 87.83 %.
    case percent
    /// A plain decimal.
    case number
    /// 分: at most two decimals.
    case score
    /// `2021-07-31`.
    case day
    /// `2021`.
    case year
    /// 指标值 or 完成值 as written, such as `≥300人次`: 表样 §0.3.
    case target
    /// One of these words.
    case choice([String])
    /// A tick: `√`, or absent.
    case tick
}
