import Formulas
import Performance
import Quantities
import Reports
import Storage

/// Bulletins as the journal keeps them (已发布的通报): what was published stays what it was.
struct PublishedBulletins {
    static let action = "发布通报"
    private let workplace: Workplace
    private let unit: String

    init(_ workplace: Workplace, unit: String) {
        self.workplace = workplace
        self.unit = unit
    }

    /// How the lines stood in the bulletin of the quarter before, by code; empty where none was
    /// published.
    func standings(before order: BulletinOrder) throws -> [String: PublishedStanding] {
        let year = order.quarter.previous == nil ? order.year.number - 1 : order.year.number
        let quarter = order.quarter.previous ?? .fourth
        guard let payload = try last(year: year, quarter: quarter) else { return [:] }
        var standings: [String: PublishedStanding] = [:]
        for line in payload["standings"]?.array ?? [] {
            guard let code = line["code"]?.string,
                let light = line["light"]?.string.flatMap(MonitoringLight.init(rawValue:)),
                let run = line["redRun"]?.integer
            else { continue }
            standings[code] = PublishedStanding(
                rank: line["rank"]?.integer.map(Int.init), rate: Self.rate(line), light: light,
                redRun: Int(run))
        }
        return standings
    }

    private func last(year: Int, quarter: Quarter) throws -> CanonicalJSON? {
        try all(year: year, quarter: quarter).last
    }

    /// What the journal keeps of all bulletins of a quarter, in the order of their release.
    func all(year: Int, quarter: Quarter) throws -> [CanonicalJSON] {
        try workplace.store.read { reader in
            var (found, after): ([CanonicalJSON], Int64) = ([], 0)
            while true {
                let page = try reader.journal(of: unit, after: after)
                guard let last = page.last else { return found }
                for record in page where record.entry.action == Self.action {
                    let payload = record.entry.payload
                    if payload["fiscalYear"]?.integer == Int64(year),
                        payload["quarter"]?.integer == Int64(quarter.rawValue)
                    {
                        found.append(payload)
                    }
                }
                after = last.entry.number
            }
        }
    }

    private static func rate(_ line: CanonicalJSON) -> Fraction? {
        guard let executed = line["executedFen"]?.integer, let budget = line["budgetFen"]?.integer
        else { return nil }
        return Ratio(Money(fen: executed), of: Money(fen: budget)).value
    }

    /// What the journal keeps of a bulletin: enough to compare the next one with, and to compose the
    /// same one again.
    static func payload(
        _ facts: BulletinFacts, _ order: BulletinOrder
    ) -> [String: CanonicalJSON] {
        [
            "order": order.json,
            "heads": .array(facts.heads.map(\.json)),
            "fiscalYear": .integer(Int64(facts.year.number)),
            "quarter": .integer(Int64(facts.quarter.rawValue)),
            "publisher": .string(facts.publisher.name),
            "standings": .array(
                facts.summary.lines.map { line in
                    var members: [String: CanonicalJSON] = [
                        "code": .string(line.code),
                        "light": .string(line.execution.light.rawValue),
                        "redRun": .integer(Int64(line.redRun)),
                        "executedFen": .integer(line.execution.executed.fen),
                        "budgetFen": .integer(line.execution.budget.fen),
                    ]
                    if let rank = line.rank { members["rank"] = .integer(Int64(rank)) }
                    return .object(members)
                }),
        ]
    }
}
