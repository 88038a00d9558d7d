/// A filled form as neutral values (填报内容): what is stored, checked, compared and printed.
///
/// Every answer is a text spelled as its ``FormFieldType`` says; an answer that was not given is
/// absent, one that does not apply is ``notApplicable``. Text that could not be read as its type is
/// kept as it stood, for the checks to name.
package struct FormContent: Hashable, Sendable {
    /// 不适用.
    package static let notApplicable = "—"
    /// The subject of a form about the whole department.
    package static let wholeDepartment = "整体"

    /// Such as `F02`.
    package var form: String
    package var version: String
    package var unitCode: String
    package var fiscalYear: Int
    /// The project's name, or ``wholeDepartment``.
    package var subject: String
    package var fields: [String: String]
    package var tables: [String: [FormRow]]

    package init(
        form: String, version: String, unitCode: String, fiscalYear: Int,
        subject: String = FormContent.wholeDepartment, fields: [String: String] = [:],
        tables: [String: [FormRow]] = [:]
    ) {
        self.form = form
        self.version = version
        self.unitCode = unitCode
        self.fiscalYear = fiscalYear
        self.subject = subject
        self.fields = fields
        self.tables = tables
    }

    /// The answer, or nil where none was given.
    package subscript(field: String) -> String? {
        get { fields[field] }
        set { fields[field] = newValue }
    }

    /// The rows of a table; none where the form has no such table.
    package func rows(_ table: String) -> [FormRow] { tables[table] ?? [] }

    /// The answer at a place of this form.
    package subscript(place: FormPlace) -> String? {
        guard let cell = place.cell else { return fields[place.field] }
        let rows = rows(cell.table)
        return rows.indices.contains(cell.row) ? rows[cell.row][place.field] : nil
    }
}

/// One row of a form's table: answers by column.
package struct FormRow: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    package var values: [String: String]

    package init(_ values: [String: String] = [:]) { self.values = values }
    package init(dictionaryLiteral elements: (String, String)...) {
        values = Dictionary(elements, uniquingKeysWith: { _, last in last })
    }

    package subscript(column: String) -> String? {
        get { values[column] }
        set { values[column] = newValue }
    }
}

/// Where an answer stands in a form (填报位置).
package struct FormPlace: Hashable, Sendable {
    /// Such as `F02`.
    package let form: String
    /// The project's name, or ``FormContent/wholeDepartment``; nil where only one form is meant.
    package let subject: String?
    /// The field, or the column of ``cell``.
    package let field: String
    /// The table and 0-based row; nil for a single answer.
    package let cell: Cell?

    package struct Cell: Hashable, Sendable {
        package let table: String
        package let row: Int

        package init(table: String, row: Int) {
            self.table = table
            self.row = row
        }
    }

    package init(form: String, subject: String? = nil, field: String, cell: Cell? = nil) {
        self.form = form
        self.subject = subject
        self.field = field
        self.cell = cell
    }
}
