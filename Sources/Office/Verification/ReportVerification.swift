import Documents
import Formulas
import Foundation
import Performance
import Quantities
package import Reports
import Storage

/// Verifies a released report or bulletin (核验报告): its anchor against the journal, then every word and figure
/// against the same report composed again from the ledgers.
package struct ReportVerification: Sendable {
    package let path: String
    /// What the store found: chain, entries, anchors, the document's head among them.
    package let storage: StoreVerification
    package let comparison: ReportComparison
    /// Why the document's snapshot is not the one of the journal; nil where it is.
    package let snapshotProblem: String?

    package var isClean: Bool {
        comparison.differences.isEmpty && snapshotProblem == nil
            && storage.errors.isEmpty
    }

    package static func verify(
        _ path: String, in workplace: Workplace,
        progress: @escaping (_ table: String, _ rows: Int64) -> Void = { _, _ in }
    ) throws -> ReportVerification {
        guard let data = FileManager.default.contents(atPath: path)
        else { throw OfficeError.fileUnreadable(path, reason: "找不到或没有权限") }
        let bytes = [UInt8](data)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let properties = try WordDocumentReader(InputFile(bytes: bytes, name: name)).text()
            .customProperties
        if properties[ReportFacts.PropertyName.kind] == BulletinFacts.documentKind {
            return try BulletinVerification.verify(
                bytes, properties, at: path, in: workplace, progress: progress)
        }
        let head = try DocumentHead(properties, path: path)
        guard let book = try workplace.store.read({ try $0.book(head.book) })
        else { throw OfficeError.unknownBook(head.book) }
        let findings = try StoreVerification.verify(
            workplace, unit: head.book.unitCode, knownHeads: [head.anchor], progress: progress)
        let desk = try BookDesk.open(
            workplace, book, through: head.periodEnd, journalNumber: head.anchor.number)
        let problem: String? =
            desk.anchor.number != head.anchor.number
            ? "报告依据日志第\(head.anchor.number)号，而库中到此为止的数据只到第\(desk.anchor.number)号。"
            : desk.anchor.hash != head.anchor.hash
                ? "报告依据的日志第\(head.anchor.number)号，其链头与库中的不同：日志在出具报告之后被改写。" : nil
        let facts = try ReportFactsReader(desk, schemes: head.schemes).facts()
        let report = SelfEvaluationReport.compose(facts)
        return ReportVerification(
            path: path, storage: findings,
            comparison: try ReportComparison(
                report, expected: try report.document().bytes(), found: bytes, name: name),
            snapshotProblem: problem)
    }
}

/// What a released document says of itself.
private struct DocumentHead {
    let book: BookID
    let periodEnd: Day
    let anchor: Anchor
    let schemes: [String]

    init(_ properties: [String: String], path: String) throws {
        func value(_ name: String) throws -> String {
            guard let text = properties[name], !text.isEmpty
            else { throw OfficeError.notAReleasedReport(path, missing: name) }
            return text
        }
        typealias Name = ReportFacts.PropertyName
        guard let number = Int(try value(Name.fiscalYear)), let year = FiscalYear(number)
        else { throw OfficeError.notAReleasedReport(path, missing: Name.fiscalYear) }
        guard let periodEnd = Day(iso: try value(Name.periodEnd))
        else { throw OfficeError.notAReleasedReport(path, missing: Name.periodEnd) }
        guard let journalNumber = Int64(try value(Name.journalNumber)),
            let hash = ContentDigest(hexadecimal: try value(Name.journalHash))
        else { throw OfficeError.notAReleasedReport(path, missing: Name.journalHash) }
        book = BookID(unitCode: try value(Name.unitCode), year: year)
        self.periodEnd = periodEnd
        anchor = Anchor(unitCode: book.unitCode, number: journalNumber, hash: hash)
        schemes = (properties[Name.schemes] ?? "").split(separator: " ").map {
            String($0.prefix { $0 != "@" })
        }
    }
}
