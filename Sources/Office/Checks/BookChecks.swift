import Formulas
import Packs
package import Performance

/// 勾稽核对 of one book: the rules of accounts, staff and spending over what its ledgers give.
///
/// What no ledger gives is missing, and a rule that needs it stays silent.
package struct BookChecks {
    private let desk: BookDesk
    private let rules: RuleBook

    package init(_ desk: BookDesk, _ rules: RuleBook) {
        self.desk = desk
        self.rules = rules
    }

    /// By subject, then by rule.
    package func findings() throws -> [RuleFinding] {
        let records = try BookRecords(desk).all()
        return BookRecords.subjects(of: records).flatMap { subject in
            rules.findings(
                of: records.filter { $0.subject == subject }.map(\.facts), subject: subject)
        }
    }
}
