import Crypto
package import Formulas
import Performance

/// The table of a ledger as the database has it: columns are only ever added at its end.
package struct LedgerTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case money
            case number(scale: Int)
            case day
            case text
            case truth
        }

        package let sqlName: String
        package let kind: Kind
        package let isRequired: Bool

        /// Days and texts are TEXT, everything else is an integer.
        var isText: Bool { kind == .day || kind == .text }
    }

    package let name: String
    package let kind: LedgerShape.Kind
    package let naturalKey: [String]
    package let columns: [Column]

    /// Columns before the ledger's own, in the order in which rows are written and digested.
    static let commonColumns: [CommonColumn] = [
        .unitCode, .fiscalYear, .id, .rowKey, .journalNumber, .rowKind, .reverses, .sourceFile,
        .sourceSheet, .sourceRow,
    ]

    /// The first eight bytes of the row's SHA-256 as an integer; says which row was changed.
    static let digestColumn = "row_digest"

    static let rowsPerJournalNumber: Int64 = 10_000_000

    /// All columns but ``digestColumn``.
    package var digestedColumns: [String] {
        Self.commonColumns.map(\.rawValue) + columns.map(\.sqlName)
    }

    init(name: String, kind: LedgerShape.Kind, naturalKey: [String], columns: [Column]) {
        self.name = name
        self.kind = kind
        self.naturalKey = naturalKey
        self.columns = columns
    }

    init(_ definition: LedgerDefinition) {
        self.init(
            name: definition.table, kind: definition.kind,
            naturalKey: definition.naturalKey.map { key in
                definition.columns.first { $0.name == key }?.sqlName ?? key
            },
            columns: definition.columns.map {
                Column(
                    sqlName: $0.sqlName, kind: Column.Kind($0.type), isRequired: $0.isRequired)
            })
    }
}

extension LedgerTable.Column.Kind {
    init(_ type: ColumnShape.ValueType) {
        self =
            switch type {
            case .money: .money
            case .number(let scale, _): .number(scale: scale)
            case .day: .day
            case .text: .text
            case .truth: .truth
            }
    }

    var name: String {
        switch self {
        case .money: "money"
        case .number(let scale): "number(\(scale))"
        case .day: "day"
        case .text: "text"
        case .truth: "truth"
        }
    }

    init?(name: String) {
        switch name {
        case "money": self = .money
        case "day": self = .day
        case "text": self = .text
        case "truth": self = .truth
        default:
            guard name.hasPrefix("number("), name.hasSuffix(")"),
                let scale = Int(name.dropFirst("number(".count).dropLast())
            else { return nil }
            self = .number(scale: scale)
        }
    }
}

// MARK: - As the database remembers it

extension LedgerTable {
    var json: CanonicalJSON {
        [
            "columns": .array(
                columns.map {
                    [
                        "kind": .string($0.kind.name), "name": .string($0.sqlName),
                        "required": .bool($0.isRequired),
                    ]
                }),
            "kind": .string(kind.rawValue),
            "natural_key": .array(naturalKey.map { .string($0) }),
            "table": .string(name),
        ]
    }

    init?(json: CanonicalJSON) {
        guard let name = json["table"]?.string,
            let kind = json["kind"]?.string.flatMap(LedgerShape.Kind.init(rawValue:)),
            let keys = json["natural_key"]?.array, let columns = json["columns"]?.array
        else { return nil }
        self.init(
            name: name, kind: kind, naturalKey: keys.compactMap(\.string),
            columns: columns.compactMap { column in
                guard let name = column["name"]?.string,
                    let kind = column["kind"]?.string.flatMap(Column.Kind.init(name:)),
                    let isRequired = column["required"]?.bool
                else { return nil }
                return Column(sqlName: name, kind: kind, isRequired: isRequired)
            })
        guard self.columns.count == columns.count else { return nil }
    }

    var digest: ContentDigest { ContentDigest(of: json.bytes) }
}

extension LedgerTable {
    /// Returns this table with the columns that `definition` adds.
    ///
    /// - Throws: ``StorageError/ledgerChanged(ledger:change:)`` when anything else differs.
    func extended(by definition: LedgerDefinition) throws(StorageError) -> LedgerTable {
        let wanted = LedgerTable(definition)
        func refuse(_ change: String) -> StorageError {
            .ledgerChanged(ledger: definition.name, change: change)
        }
        guard wanted.kind == kind else { throw refuse("台账种类变了") }
        guard wanted.naturalKey == naturalKey else { throw refuse("自然键变了") }
        for column in columns {
            guard let other = wanted.columns.first(where: { $0.sqlName == column.sqlName })
            else { throw refuse("少了列 \(column.sqlName)") }
            guard other.kind == column.kind else {
                throw refuse("列 \(column.sqlName) 的类型由 \(column.kind.name) 改为 \(other.kind.name)")
            }
            guard other.isRequired == column.isRequired
            else { throw refuse("列 \(column.sqlName) 是否必填变了") }
        }
        let known = Set(columns.map(\.sqlName))
        let added = wanted.columns.filter { !known.contains($0.sqlName) }
        if let column = added.first(where: \.isRequired) {
            throw refuse("新增的列 \(column.sqlName) 是必填列，而已有的行没有它")
        }
        return LedgerTable(
            name: name, kind: kind, naturalKey: naturalKey, columns: columns + added)
    }
}
