import Documents
import Performance
import Quantities

/// Everything that is released with a bulletin (出具的文件); same facts, same bytes.
package struct BulletinBundle: Sendable {
    package let bulletin: ComposedBulletin
    /// The bulletin first, then its annexes, the list of results, and the trace.
    package let files: [ReportBundle.File]

    package static func compose(_ facts: BulletinFacts) throws -> BulletinBundle {
        let bulletin = try Bulletin.compose(facts)
        let name = facts.title.fileName
        let trace = bulletin.trace
        return BulletinBundle(
            bulletin: bulletin,
            files: [
                .init(
                    name: "\(name).docx", bytes: try bulletin.document(trace: trace.text).bytes()),
                .init(
                    name: "\(name)（附表1至3）.xlsx", bytes: try BulletinAnnex.compose(facts).bytes()),
                .init(
                    name: "\(facts.period)绩效结果清单.xlsx",
                    bytes: try ResultsWorkbook.compose(facts).bytes()),
                .init(name: "\(name) 溯源.json", bytes: trace.bytes),
            ])
    }
}

extension ComposedBulletin {
    /// The machine-readable trace: the figures of the text, then both amounts of each line.
    var trace: CanonicalJSON {
        var lines = FigureRegister()
        for line in facts.summary.lines {
            for trace in [line.budgetTrace(facts), line.executedTrace(facts)] {
                _ = lines.run(FigureFormat.exactTenThousandYuan.text(trace.value), trace)
            }
        }
        let annex = lines.figures.map {
            PrintedFigure(id: "A\($0.id.dropFirst())", text: $0.text, trace: $0.trace)
        }
        return TraceDocument.json(
            figures + annex,
            head: [
                "unit": .string(facts.unitCode), "publisher": .string(facts.publisher.name),
                "fiscalYear": .integer(Int64(facts.year.number)),
                "quarter": .integer(Int64(facts.quarter.rawValue)),
                "periodEnd": .string(facts.periodEnd.iso),
            ])
    }

    func document(trace: String) -> WordDocument {
        WordDocument(
            properties: facts.properties(title: title), sections: sections, trace: trace)
    }
}

extension BulletinFacts {
    /// By which `verify` tells a bulletin from a report.
    package static let documentKind = "季度通报"

    func properties(title: String) -> DocumentProperties {
        DocumentProperties(
            title: title, creator: publisher.name, day: issuedOn ?? periodEnd,
            custom: [
                CustomProperty(ReportFacts.PropertyName.kind, BulletinFacts.documentKind),
                CustomProperty(ReportFacts.PropertyName.unitCode, unitCode),
                CustomProperty(ReportFacts.PropertyName.fiscalYear, String(year.number)),
                CustomProperty(ReportFacts.PropertyName.periodEnd, periodEnd.iso),
            ])
    }
}
