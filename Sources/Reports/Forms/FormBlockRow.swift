import Performance

/// One printed row of a block: a row of each of its tables, or one that an empty form offers.
struct FormBlockRow {
    let tables: [String]
    /// From 1.
    let number: Int
    /// The row of each table; a table without one has nothing here.
    private let indexes: [String: Int]
    private let offered: FormRow?

    /// The rows as they are printed; tables side by side are held together by their shared level.
    static func rows(of block: FormBlock, _ content: FormContent) -> [FormBlockRow] {
        var lines: [[String: Int]] = []
        if block.tables.count == 1 {
            lines = content.rows(block.tables[0]).indices.map { [block.tables[0]: $0] }
        } else if let level = block.mergedColumns.first {
            lines = sideBySide(block.tables, level, content)
        }
        if !lines.isEmpty {
            return lines.enumerated().map { number, indexes in
                FormBlockRow(
                    tables: block.tables, number: number + 1, indexes: indexes, offered: nil)
            }
        }
        let offered = block.offeredRows.isEmpty ? [[:]] : block.offeredRows
        return offered.enumerated().map { number, row in
            FormBlockRow(tables: block.tables, number: number + 1, indexes: [:], offered: row)
        }
    }

    func answer(_ column: String, in table: String?, _ content: FormContent) -> String? {
        if let offered { return offered[column] }
        for table in table.map({ [$0] }) ?? tables {
            if let index = indexes[table] { return content.rows(table)[index][column] }
        }
        return nil
    }

    /// Where an answer of this row belongs: one place for each table that shares it.
    func places(of answer: FormText.Answer, _ form: FormDefinition) -> [FormPlace?] {
        switch answer {
        case .fiscalYear, .rowNumber: []
        case .field(let name):
            tables.map { table in index(in: table).map { FormPlace(table, $0, name, of: form) } }
        case .column(let table, let name):
            [index(in: table).map { FormPlace(table, $0, name, of: form) }]
        }
    }

    /// The row of a table that is printed here, from 0; one that is offered counts as the next.
    func index(in table: String) -> Int? { offered == nil ? indexes[table] : number - 1 }

    private static func sideBySide(
        _ tables: [String], _ level: String, _ content: FormContent
    ) -> [[String: Int]] {
        var rest = tables.map { table in (table, Run.runs(content.rows(table), level)[...]) }
        var lines: [[String: Int]] = []
        while rest.contains(where: { !$0.1.isEmpty }) {
            let keys = rest.compactMap { $0.1.first?.key }
            // A level that no other table still has waiting before it goes first.
            let key =
                keys.first { key in
                    rest.allSatisfy { $0.1.first?.key == key || !$0.1.contains { $0.key == key } }
                } ?? keys[0]
            var group: [(String, Range<Int>)] = []
            for index in rest.indices {
                guard let run = rest[index].1.first, run.key == key else { continue }
                group.append((rest[index].0, run.rows))
                rest[index].1.removeFirst()
            }
            for offset in 0..<(group.map(\.1.count).max() ?? 0) {
                var line: [String: Int] = [:]
                for (table, rows) in group where offset < rows.count {
                    line[table] = rows.lowerBound + offset
                }
                lines.append(line)
            }
        }
        return lines
    }

    /// Neighbouring rows of one level.
    private struct Run {
        let key: String
        let rows: Range<Int>

        static func runs(_ rows: [FormRow], _ level: String) -> [Run] {
            var runs: [Run] = []
            for (index, row) in rows.enumerated() {
                let key = row[level] ?? ""
                if let last = runs.last, last.key == key {
                    runs[runs.count - 1] = Run(key: key, rows: last.rows.lowerBound..<(index + 1))
                } else {
                    runs.append(Run(key: key, rows: index..<(index + 1)))
                }
            }
            return runs
        }
    }
}
