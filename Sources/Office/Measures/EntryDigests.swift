import Crypto
import Formulas
import Foundation
import Performance
import Storage

/// Counts and digests the rows behind aggregates (分录摘要), each ledger in one stream.
enum EntryDigests {
    static func traces(
        of tests: [EntryTest], in reader: LedgerReader, _ ledgers: [LedgerDefinition]
    ) throws -> [EntryTest.Key: EntryTrace] {
        var traces: [EntryTest.Key: EntryTrace] = [:]
        for ledger in ledgers {
            let byUnit = Dictionary(
                grouping: tests.filter { $0.ledger.table == ledger.table }
            ) { $0.snapshot.book.unitCode }
            for (unit, own) in byUnit.sorted(by: { $0.key < $1.key }) {
                var digests = own.map { EntryDigest($0, ledger) }
                switch ledger.kind {
                case .entries: try readEntries(&digests, in: reader, ledger, unit)
                case .register:
                    for index in digests.indices {
                        let snapshot = digests[index].test.snapshot
                        for row in try reader.current(ledger, at: snapshot) {
                            try digests[index].take(row.row, row.source)
                        }
                    }
                }
                for digest in digests { traces[digest.test.key] = digest.trace }
            }
        }
        return traces
    }

    private static func readEntries(
        _ digests: inout [EntryDigest], in reader: LedgerReader, _ ledger: LedgerDefinition,
        _ unit: String
    ) throws {
        let number = digests.map(\.test.snapshot.journalNumber).max() ?? 0
        let struck = try reader.reversedIDs(in: ledger.table, unitCode: unit, asOf: number)
        var own = digests
        try reader.forEachRow(of: ledger.table, .init(unitCode: unit, asOf: number)) {
            row, source in
            guard row.kind != .reversal, !struck.contains(row.id) else { return }
            for index in own.indices { try own[index].take(row, source) }
        }
        digests = own
    }
}

/// The growing digest of one aggregate's rows.
private struct EntryDigest {
    let test: EntryTest
    private let basisColumn: Int?
    private var rowCount = 0
    private var hash = SHA256()
    private var rowsByBasis: [DataBasis: Int] = [:]
    private var sources: [SourceName: Int] = [:]

    private struct SourceName: Hashable {
        let file: String
        let sheet: String
    }

    init(_ test: EntryTest, _ ledger: LedgerDefinition) {
        self.test = test
        basisColumn = ledger.columns.firstIndex { $0.name == "依据" }
    }

    mutating func take(_ row: LedgerRow, _ source: RowSource) throws {
        guard try test.admits(row) else { return }
        rowCount += 1
        hash.update(data: Self.bytes(of: row))
        rowsByBasis[basis(of: row), default: 0] += 1
        sources[SourceName(file: source.file, sheet: source.sheet), default: 0] += 1
    }

    private func basis(of row: LedgerRow) -> DataBasis {
        guard let basisColumn, case .text(let text) = row.cells[basisColumn] else {
            return .recorded
        }
        return DataBasis(rawValue: text) ?? .recorded
    }

    /// The row's id and cells, each with its length before it, so that no two rows read alike.
    private static func bytes(of row: LedgerRow) -> Data {
        var text = "\(row.id);\(row.kind.rawValue)"
        for cell in row.cells {
            switch cell {
            case .missing: text += ";-"
            case .integer(let number): text += ";i\(number)"
            case .text(let string): text += ";t\(string.utf8.count):\(string)"
            }
        }
        return Data((text + "\n").utf8)
    }

    var trace: EntryTrace {
        let digest = ContentDigest(bytes: Array(hash.finalize()))?.hexadecimal ?? ""
        let names = sources.keys.sorted { ($0.file, $0.sheet) < ($1.file, $1.sheet) }
        return EntryTrace(
            ledger: test.ledger.name, aggregate: test.text, book: test.snapshot.book,
            periodStart: test.snapshot.periodStart, periodEnd: test.snapshot.periodEnd,
            journalNumber: test.snapshot.journalNumber, rowCount: rowCount, result: "",
            digest: digest, rowsByBasis: rowsByBasis,
            sources: names.map {
                .init(file: $0.file, sheet: $0.sheet, rowCount: sources[$0] ?? 0)
            })
    }
}

extension EntryTrace {
    /// The same rows with the aggregate as the figure has it, and what it gave.
    func with(aggregate: String? = nil, result: String) -> EntryTrace {
        EntryTrace(
            ledger: ledger, aggregate: aggregate ?? self.aggregate, book: book,
            periodStart: periodStart,
            periodEnd: periodEnd, journalNumber: journalNumber, rowCount: rowCount, result: result,
            digest: digest, rowsByBasis: rowsByBasis, sources: sources)
    }
}

extension Explanation {
    /// What an aggregate of this explanation gave, as people write it; "" where it is told elsewhere.
    func result(of test: EntryTest) -> String {
        if case .aggregate(let trace) = kind, trace.snapshot == test.snapshot,
            trace.text == test.text
        {
            return valueText
        }
        for child in children {
            let result = child.result(of: test)
            if !result.isEmpty { return result }
        }
        return ""
    }
}
