import Performance

/// Reads one form: head, fields, tables, layout; names in formulas and texts must be its own.
struct FormReader {
    let fields: FormFieldReader

    private static let keys = [
        "form", "version", "name", "source", "subject", "unit", "fields", "tables", "layout",
    ]

    func form(_ value: YAMLValue) throws(PackError) -> FormDefinition {
        let top = try value.mapping(Self.keys)
        let names =
            try top["fields"].map { list throws(PackError) in try fields.fields(list) } ?? []
        let tables = try tables(top["tables"])
        let known = FormNames(fields: names, tables: tables)
        let pages = FormPageReader(names: known)
        let form = FormDefinition(
            id: try top.require("form").text(), version: try top.require("version").text(),
            name: try top.require("name").text(),
            source: try RuleSource(reading: top.require("source")), fields: names, tables: tables,
            subjectField: try known.field(top["subject"]),
            unitField: try known.field(top["unit"]),
            pages: try pages.pages(top.require("layout")))
        try checkFormulas(of: form, known, value)
        try checkPlaces(of: form, value)
        return form
    }

    private func tables(_ list: YAMLValue?) throws(PackError) -> [FormTable] {
        guard let list else { return [] }
        var tables: [FormTable] = []
        for value in try list.nonEmptyList() {
            let mapping = try value.mapping(["name", "columns", "minimumRows", "maximumRows"])
            let name = try mapping.require("name").text()
            guard !tables.contains(where: { $0.name == name })
            else { throw value.refusal("表“\(name)”已有定义", remedy: "换一个名称") }
            let least = try mapping["minimumRows"]?.integer(0...10_000) ?? 0
            tables.append(
                FormTable(
                    name: name, columns: try fields.fields(mapping.require("columns")),
                    minimumRows: least,
                    maximumRows: try mapping["maximumRows"]?.integer(max(least, 1)...1_000_000)
                        ?? 500))
        }
        return tables
    }

    private func checkFormulas(
        of form: FormDefinition, _ known: FormNames, _ place: YAMLValue
    ) throws(PackError) {
        for (table, fields) in [(nil, form.fields)] + form.tables.map({ ($0, $0.columns) }) {
            for field in fields {
                for operand in field.formula?.operands ?? [] where !known.has(operand, in: table) {
                    throw place.refusal(
                        "“\(field.name)”的公式引用了表中没有的项", remedy: "改用本表的填报项或“sum(表.列)”")
                }
            }
        }
    }

    /// Every answer has one place where it is filled in.
    private func checkPlaces(of form: FormDefinition, _ place: YAMLValue) throws(PackError) {
        let printed = FormPlaces(form)
        for field in form.fields {
            let count = printed.count(of: field.name)
            // What is settled when the form is handed out may stand in several headings.
            if count == 1 || count > 1 && field.isFixed { continue }
            throw place.refusal("“\(field.name)”在版式中应恰好出现一次", remedy: "在layout中写一处[\(field.name)]")
        }
        for table in form.tables {
            for column in table.columns where printed.count(of: column.name, in: table.name) != 1 {
                throw place.refusal(
                    "表“\(table.name)”的“\(column.name)”在版式中应恰好出现一次",
                    remedy: "在该表的row中写一处[\(column.name)]")
            }
        }
    }
}

/// What a form's formulas and texts may name.
struct FormNames {
    let fields: [FormField]
    let tables: [FormTable]

    func field(_ value: YAMLValue?) throws(PackError) -> String? {
        guard let value else { return nil }
        let name = try value.text()
        guard fields.contains(where: { $0.name == name })
        else { throw value.refusal("没有填报项“\(name)”", remedy: "改用fields中的名称") }
        return name
    }

    func has(_ operand: FormFormula.Operand, in table: FormTable?) -> Bool {
        switch operand {
        case .answer(let name): table?.column(name) != nil || fields.contains { $0.name == name }
        case .total(let table, let column):
            tables.first { $0.name == table }?.column(column) != nil
        }
    }

    /// Whether a text outside (no tables) or inside a block of tables may name an answer.
    func has(_ answer: FormText.Answer, in block: [FormTable]) -> Bool {
        switch answer {
        case .fiscalYear: true
        case .rowNumber: !block.isEmpty
        case .field(let name):
            block.isEmpty
                ? fields.contains { $0.name == name }
                : block.allSatisfy { $0.column(name) != nil }
        case .column(let table, let name):
            block.first { $0.name == table }?.column(name) != nil
        }
    }
}

/// How often a layout has a place for each answer.
private struct FormPlaces {
    private var counts: [String: Int] = [:]

    init(_ form: FormDefinition) {
        for page in form.pages {
            count(page.title, nil)
            count(page.subtitle, nil)
            for section in page.sections {
                for cell in (section.lines + section.linesBelow).flatMap(\.cells) {
                    count(cell.text, nil)
                }
                for cell in section.block?.row.cells ?? [] { count(cell.text, section.block) }
            }
        }
    }

    func count(of name: String, in table: String = "") -> Int { counts["\(table).\(name)"] ?? 0 }

    private mutating func count(_ text: FormText, _ block: FormBlock?) {
        for answer in text.answers {
            switch answer {
            case .fiscalYear, .rowNumber: break
            case .field(let name):
                for table in block?.tables ?? [""] { counts["\(table).\(name)", default: 0] += 1 }
            case .column(let table, let name): counts["\(table).\(name)", default: 0] += 1
            }
        }
    }
}
