extension FormDefinition {
    /// The content with every answer in the one spelling of its type: `20` of an amount is `20.00`.
    ///
    /// What cannot be read stays as it stands.
    package func canonical(_ content: FormContent) -> FormContent {
        var canonical = content
        for field in fields { canonical[field.name] = field.canonical(content[field.name]) }
        for table in tables {
            canonical.tables[table.name] = content.tables[table.name]?.map { row in
                var row = row
                for column in table.columns {
                    row[column.name] = column.canonical(row[column.name])
                }
                return row
            }
        }
        return canonical
    }

    /// What is settled when the form is handed out, where nobody says otherwise.
    package var fixedDefaults: [String: String] {
        Dictionary(
            fields.compactMap { field in
                guard field.isFixed, case .choice(let choices) = field.type,
                    let first = choices.first
                else { return nil }
                return (field.name, first)
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension FormField {
    fileprivate func canonical(_ answer: String?) -> String? {
        guard let answer, !answer.isEmpty else { return nil }
        return type.read(answer, isShownAsPercent: true).text
    }
}
