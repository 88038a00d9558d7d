import Formulas
package import Packs
package import Performance
package import Quantities
package import Reports
import Storage

/// What a bulletin is asked for (通报任务).
package struct BulletinOrder: Sendable {
    /// Who publishes.
    package enum Scope: Hashable, Sendable {
        /// 财政局 of a district, for all departments; its unit keeps the journal of bulletins.
        case district(name: String, bureau: String, bureauUnit: String)
        /// One department, for its own offices.
        case department(unit: String)
    }

    package let scope: Scope
    package let year: FiscalYear
    package let quarter: Quarter
    package let issuedOn: Day?
    package let texts: BulletinTexts
    /// 区县规则: the district's own rule files, by which it is judged beside the built-in ones.
    package let rules: [PackText]

    package init(
        _ scope: Scope, year: FiscalYear, quarter: Quarter, issuedOn: Day?, texts: BulletinTexts,
        rules: [PackText] = []
    ) {
        self.scope = scope
        self.year = year
        self.quarter = quarter
        self.issuedOn = issuedOn
        self.texts = texts
        self.rules = rules
    }

    /// The unit whose journal keeps the bulletin.
    var publisherUnit: String {
        switch scope {
        case .district(_, _, let unit), .department(let unit): unit
        }
    }

    /// The one department that it is about; nil for a district.
    var ownUnit: String? { if case .department(let unit) = scope { unit } else { nil } }

    /// The prose that travels with the program, to be copied and edited.
    package static func builtInTexts() throws -> String {
        try PackResources.text(of: textsFile)
    }

    package static let textsFile = "bulletin/texts.txt"
}

/// Reads what a bulletin says (通报取数) from the store.
package struct BulletinDesk {
    private let workplace: Workplace
    private let order: BulletinOrder

    package init(_ workplace: Workplace, _ order: BulletinOrder) {
        self.workplace = workplace
        self.order = order
    }

    /// - Parameter heads: what the figures shall stand on; nil takes the books as they are now.
    package func facts(at heads: [Anchor]? = nil) throws -> BulletinFacts {
        let rules = try RulePack.book(district: order.rules)
        let reader = DistrictReader(workplace, order.year, order.quarter, rules: rules)
        let unit = order.publisherUnit
        let source = Source(
            rules: rules, heads: try heads ?? reader.heads(of: order.ownUnit),
            published: try PublishedBulletins(workplace, unit: unit).standings(before: order))
        switch order.scope {
        case .district(let name, let bureau, _):
            return try facts(
                reader.district(named: name, at: heads), .bureau(bureau), source)
        case .department(let unit):
            let contents =
                try heads.map { try reader.contents(at: $0) }
                ?? reader.contents(of: unit)
            guard let content = contents.first else {
                throw OfficeError.unknownBook(BookID(unitCode: unit, year: order.year))
            }
            return try facts(
                content.offices(order.year, order.quarter),
                .department(content.department.name), source)
        }
    }

    /// What a bulletin stands on beside the district itself.
    private struct Source {
        let rules: RuleBook
        let heads: [Anchor]
        let published: [String: PublishedStanding]
    }

    private func facts(
        _ district: District, _ publisher: BulletinFacts.Publisher, _ source: Source
    ) throws -> BulletinFacts {
        let review = DistrictReview(
            district,
            try DistrictReader.standards(
                workplace.packs, rules: source.rules, published: source.published))
        let own = order.ownUnit
        let traces =
            if let own {
                try OfficeTraces.read(
                    workplace, district, unit: own, at: source.heads.first?.number)
            } else {
                try DistrictTraces.read(
                    workplace, order.year, order.quarter, at: source.heads)
            }
        return try BulletinFacts(
            review, publisher: publisher, unitCode: order.publisherUnit,
            issuedOn: order.issuedOn, answerDue: answerDue(), trainings: trainings(of: own),
            traces: traces, absentLedgers: absentLedgers(of: own), texts: order.texts,
            heads: source.heads)
    }

    private func answerDue() -> Day? {
        guard let day = order.issuedOn else { return nil }
        do {
            return try workplace.packs.calendar.calendar.adding(
                workingDays: BulletinFacts.answerTerm, to: day)
        } catch {
            // The holidays of that year are not announced yet: the number of days stands alone.
            return nil
        }
    }

    // MARK: - Registers of other rooms

    /// 培训记录 up to the quarter's end.
    private func trainings(of unit: String?) throws -> [TrainingRecord] {
        guard let ledger = workplace.ledgers.first(where: { $0.name == "培训记录" }) else { return [] }
        let end = order.quarter.lastDay(of: order.year)
        return try workplace.store.read { reader in
            let names = Dictionary(
                try reader.books(unitCode: unit).map { ($0.id.unitCode, $0.unitName) },
                uniquingKeysWith: { _, last in last })
            var (rows, struck): ([RegisterRow], Set<Int64>) = ([], [])
            try reader.forEachRow(of: ledger.table, unitCode: unit) { row, source in
                if let reversed = row.reverses { struck.insert(reversed) }
                rows.append(RegisterRow(row, source, ledger))
            }
            return rows.filter {
                $0.row.kind == .normal && !struck.contains($0.row.id)
                    && $0.row.book.year == order.year
            }
            .compactMap { row in
                guard let day = Day(iso: row.text("培训日期")), day <= end else { return nil }
                return TrainingRecord(
                    department: names[row.row.book.unitCode] ?? row.row.book.unitCode, day: day,
                    topic: row.text("培训主题"), audience: row.text("培训对象"),
                    attendance: row.number("参训人数"), hours: row.number("学时"),
                    lecturer: row.text("主讲"))
            }
        }
    }

    /// Ledgers that no book of the bulletin keeps: their figures are missing, not 0.
    private func absentLedgers(of unit: String?) throws -> Set<String> {
        let kept = try workplace.store.read { reader in
            Set(
                try reader.books(unitCode: unit).filter { $0.id.year == order.year }
                    .flatMap(\.ledgers))
        }
        let names = ["整改", "培训记录"]
        return Set(
            names.filter { name in
                guard let ledger = workplace.ledgers.first(where: { $0.name == name })
                else { return true }
                return !kept.contains(ledger.table)
            })
    }
}

extension DepartmentContent {
    /// The department's offices as a district of their own: each with its projects.
    func offices(_ year: FiscalYear, _ quarter: Quarter) -> District {
        var district = District(name: department.name, year: year, quarter: quarter)
        let names = Set(projects.map(\.project.office)).sorted()
        for name in names {
            let shown = name.isEmpty ? "（未写明科室）" : name
            district.add(
                DepartmentContent(
                    department: DistrictDepartment(code: shown, name: shown),
                    projects: projects.filter { $0.project.office == name }))
        }
        return district
    }
}
