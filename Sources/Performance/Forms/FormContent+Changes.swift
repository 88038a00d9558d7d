/// One answer that differs between two versions of a form (修改).
package struct FormChange: Hashable, Sendable {
    package let place: FormPlace
    package let before: String?
    package let after: String?

    package init(place: FormPlace, before: String?, after: String?) {
        self.place = place
        self.before = before
        self.after = after
    }
}

extension FormContent {
    /// What changed since an earlier version: fields by name, then tables row by row.
    package func changes(since earlier: FormContent) -> [FormChange] {
        var changes = Self.changes(from: earlier.fields, to: fields) { name in
            FormPlace(form: form, subject: subject, field: name)
        }
        for table in Set(tables.keys).union(earlier.tables.keys).sorted() {
            let (before, after) = (earlier.rows(table), rows(table))
            for row in 0..<max(before.count, after.count) {
                changes += Self.changes(
                    from: row < before.count ? before[row].values : [:],
                    to: row < after.count ? after[row].values : [:]
                ) { name in
                    FormPlace(
                        form: form, subject: subject, field: name,
                        cell: FormPlace.Cell(table: table, row: row))
                }
            }
        }
        return changes
    }

    private static func changes(
        from before: [String: String], to after: [String: String], at place: (String) -> FormPlace
    ) -> [FormChange] {
        Set(before.keys).union(after.keys).sorted().compactMap { name in
            before[name] == after[name]
                ? nil : FormChange(place: place(name), before: before[name], after: after[name])
        }
    }
}
