package import Quantities

/// What a formula may know of one kind of record (一条记录): its fields with types and units.
///
/// A record is one indicator as declared, one form, one row of a sheet. A field may be missing,
/// which is neither 0 nor an empty text.
package struct RecordShape: Hashable, Sendable {
    /// Chinese name, as messages write it: 指标.
    package let name: String
    package let fields: [RecordField]
    private let places: [ExactText: Int]

    /// - Precondition: no two fields have one name.
    package init(name: String, fields: [RecordField]) {
        self.name = name
        self.fields = fields
        places = Dictionary(
            uniqueKeysWithValues: fields.enumerated().map {
                (ExactText($0.element.name), $0.offset)
            })
    }

    /// The place of a field in ``fields``.
    package func index(of name: String) -> Int? { places[ExactText(name)] }

    /// The field's name that a misspelt one was probably meant to be.
    package func nearest(to name: String) -> String? {
        Spelling.nearest(to: name, among: fields.map(\.name))
    }
}

/// One field of a record.
package struct RecordField: Hashable, Sendable {
    /// Chinese name, as formulas write it: 三级指标.
    package let name: String
    package let type: FormulaType
    /// What a number is never below, such as 0 of a count; nil where it may be any.
    package let minimum: Fraction?
    /// What a text can only be; empty where it may be any.
    package let choices: [String]

    package init(
        name: String, type: FormulaType, minimum: Fraction? = nil, choices: [String] = []
    ) {
        self.name = name
        self.type = type
        self.minimum = minimum
        self.choices = choices
    }
}
