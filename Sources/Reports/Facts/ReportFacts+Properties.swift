package import Documents
import Formulas
import Performance
import Quantities

extension ReportFacts {
    /// What every document of these facts says of itself: its book, its snapshot, its anchor.
    package func properties(title: String) -> DocumentProperties {
        DocumentProperties(
            title: "\(year)年度\(unitName)\(title)", creator: unitName, day: snapshot.periodEnd,
            custom: [
                CustomProperty(PropertyName.unitCode, snapshot.book.unitCode),
                CustomProperty(PropertyName.fiscalYear, String(year)),
                CustomProperty(PropertyName.periodEnd, snapshot.periodEnd.iso),
                CustomProperty(PropertyName.journalNumber, String(snapshot.journalNumber)),
                CustomProperty(PropertyName.journalHash, journalHash),
                CustomProperty(
                    PropertyName.schemes,
                    evaluations.map { "\($0.scheme.id)@\($0.scheme.version)" }
                        .joined(separator: " ")),
            ])
    }

    /// Names of the custom properties by which `verify` finds the book again.
    package enum PropertyName {
        /// What the document is, where it is no report.
        package static let kind = "JixiaoKind"
        package static let unitCode = "JixiaoUnit"
        package static let fiscalYear = "JixiaoFiscalYear"
        package static let periodEnd = "JixiaoPeriodEnd"
        package static let journalNumber = "JixiaoJournalNumber"
        package static let journalHash = "JixiaoJournalHash"
        package static let schemes = "JixiaoSchemes"
    }
}

extension NarrativeText {
    /// The passage as it reads, its fields filled in.
    package var plainText: String {
        pieces.map {
            switch $0 {
            case .typed(let text): text
            case .figure(let trace, let format): format.text(trace.value)
            }
        }.joined()
    }
}
