extension FormContent {
    /// As it is stored and hashed.
    package var json: CanonicalJSON {
        [
            "form": .string(form), "version": .string(version), "unitCode": .string(unitCode),
            "fiscalYear": .integer(Int64(fiscalYear)), "subject": .string(subject),
            "fields": Self.json(fields),
            "tables": .object(tables.mapValues { .array($0.map { Self.json($0.values) }) }),
        ]
    }

    /// Reads what ``json`` writes; nil where something is missing or of another type.
    package init?(json: CanonicalJSON) {
        guard let form = json["form"]?.string, let version = json["version"]?.string,
            let unitCode = json["unitCode"]?.string, let year = json["fiscalYear"]?.integer,
            let subject = json["subject"]?.string, let members = json["fields"]?.object,
            let fields = Self.texts(members), let lists = json["tables"]?.object
        else { return nil }
        var tables: [String: [FormRow]] = [:]
        for (name, list) in lists {
            guard let items = list.array else { return nil }
            var rows: [FormRow] = []
            for item in items {
                guard let members = item.object, let values = Self.texts(members)
                else { return nil }
                rows.append(FormRow(values))
            }
            tables[name] = rows
        }
        self.init(
            form: form, version: version, unitCode: unitCode, fiscalYear: Int(year),
            subject: subject, fields: fields, tables: tables)
    }

    private static func json(_ texts: [String: String]) -> CanonicalJSON {
        .object(texts.mapValues(CanonicalJSON.string))
    }

    private static func texts(_ members: [String: CanonicalJSON]) -> [String: String]? {
        var texts: [String: String] = [:]
        for (name, value) in members {
            guard let text = value.string else { return nil }
            texts[name] = text
        }
        return texts
    }
}
