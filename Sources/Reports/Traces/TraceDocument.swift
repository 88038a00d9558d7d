import Documents
import Formulas
package import Performance
import Quantities

/// The machine-readable trace (溯源数据) that goes with a document, as canonical JSON.
package enum TraceDocument {
    package static func json(_ figures: [PrintedFigure], facts: ReportFacts) -> CanonicalJSON {
        json(
            figures,
            head: [
                "unit": .string(facts.snapshot.book.unitCode),
                "unitName": .string(facts.unitName),
                "fiscalYear": .integer(Int64(facts.year)),
                "periodEnd": .string(facts.snapshot.periodEnd.iso),
                "journalNumber": .integer(facts.snapshot.journalNumber),
                "journalHash": .string(facts.journalHash),
            ])
    }

    /// - Parameter head: what the document says of itself.
    static func json(
        _ figures: [PrintedFigure], head: [String: CanonicalJSON]
    ) -> CanonicalJSON {
        let own: [String: CanonicalJSON] = [
            "format": .string("jixiao-trace-1"),
            "figures": .array(
                figures.map { figure in
                    .object([
                        "id": .string(figure.id), "text": .string(figure.text),
                        "trace": json(figure.trace),
                    ])
                }),
        ]
        return .object(own.merging(head) { own, _ in own })
    }

    package static func json(_ trace: FigureTrace) -> CanonicalJSON {
        var members: [String: CanonicalJSON] = [
            "name": .string(trace.name), "formula": .string(trace.formula),
            "arithmetic": .string(trace.arithmetic), "basis": .string(trace.basis.rawValue),
            "entries": .array(trace.entries.map(json)),
        ]
        switch trace.value {
        case .number(let value, let unit):
            members["value"] = .string(value.description)
            members["valueUnit"] = .string(unit.description)
        case .text(let text): members["word"] = .string(text)
        case .missing(let reason): members["missing"] = .string(reason)
        case .undefined(let reason): members["undefined"] = .string(reason)
        }
        return .object(members)
    }

    private static func json(_ entry: EntryTrace) -> CanonicalJSON {
        .object([
            "ledger": .string(entry.ledger), "aggregate": .string(entry.aggregate),
            "unit": .string(entry.book.unitCode),
            "fiscalYear": .integer(Int64(entry.book.year.number)),
            "periodStart": .string(entry.periodStart.iso),
            "periodEnd": .string(entry.periodEnd.iso),
            "journalNumber": .integer(entry.journalNumber),
            "rowCount": .integer(Int64(entry.rowCount)), "result": .string(entry.result),
            "digest": .string(entry.digest),
            "rowsByBasis": .object(
                Dictionary(
                    uniqueKeysWithValues: entry.rowsByBasis.map {
                        ($0.key.rawValue, .integer(Int64($0.value)))
                    })),
            "sources": .array(
                entry.sources.map {
                    .object([
                        "file": .string($0.file), "sheet": .string($0.sheet),
                        "rowCount": .integer(Int64($0.rowCount)),
                    ])
                }),
        ])
    }
}
