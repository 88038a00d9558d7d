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
        let subjects = try BookFactPack.builtIn()
        let formulas = try subjects.flatMap(\.facts).map { try desk.vocabulary.check($0.formula) }
        let figures = try BookFigures(desk, formulas: formulas, traced: false)
        return try subjects.flatMap { subject in
            var facts = Facts(
                subject.asked.map { ($0, .text("")) }, uniquingKeysWith: { first, _ in first })
            for fact in subject.facts {
                guard let formula = figures.formula(fact.formula) else { continue }
                let value = try figures.value(of: formula)
                if value.isDefined { facts[fact.name] = value }
            }
            return rules.findings(of: [facts], subject: subject.subject)
        }
    }
}
