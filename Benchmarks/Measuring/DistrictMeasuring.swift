import DistrictBooks
import DistrictSamples
import Formulas
import Office
import Performance
import Quantities
import Reports
import Seeds
import Storage

/// A whole district: loaded, checked, edited one payment at a time, and told in a bulletin.
///
/// Prints a line for each figure: its name, then microseconds or counts.
struct DistrictMeasuring {
    let seed: UInt64
    let departments: Int
    let edits: Int
    private let clock = ContinuousClock()

    init(seed: UInt64, departments: Int, edits: Int) {
        self.seed = seed
        self.departments = departments
        self.edits = edits
    }

    // MARK: - From a database

    func run(database: String) throws {
        let workplace = try Workplace.open(database)
        let standards = try DistrictReader.standards(workplace.packs)
        let generated = try generate(standards)
        let rows = try timed("load") {
            try DistrictBooks.fill(workplace.store, with: generated.district)
        }
        print("rows", rows)
        let year = generated.district.year
        let reader = DistrictReader(workplace, year, .fourth)
        let district = try timed("read") { try reader.district(named: "样例区") }
        let review = DistrictReview(district, standards)
        try timed("check") { _ = try review.summary() }
        print("derived", review.cost.count)
        try edit(review, reader, workplace)
        try tellWhetherEqual(review)
        let order = BulletinOrder(
            .district(name: "样例区", bureau: "样例区财政局", bureauUnit: "CZJ"), year: year,
            quarter: .fourth, issuedOn: nil,
            texts: try BulletinTexts(reading: BulletinOrder.builtInTexts(), file: "内置"))
        let facts = try timed("facts") { try BulletinDesk(workplace, order).facts() }
        let bundle = try timed("bulletin") { try BulletinBundle.compose(facts) }
        print("bytes", bundle.files.reduce(0) { $0 + $1.bytes.count })
    }

    /// A payment is entered; its book is read again; what depends on it is worked out again.
    private func edit(
        _ review: DistrictReview, _ reader: DistrictReader, _ workplace: Workplace
    ) throws {
        var random = RandomSource(seed: seed)
        for number in 0..<edits {
            let id = random.pick(review.district.departmentIDs)
            let unit = review.district[id].code
            let project = review.district[random.pick(review.district[id].projects)].name
            try timed("accept") {
                try DistrictBooks.pay(
                    Int64(random.number(1...10_000)) * 100, for: project, number: number, of: unit,
                    in: workplace.store, review.district)
            }
            let start = clock.now
            guard let content = try reader.contents(of: unit).first else { throw UsageError() }
            let readAt = clock.now
            review.beginEdit()
            review.update(id, to: content)
            _ = try review.summary()
            print(
                "edit", (readAt - start).microseconds, (clock.now - readAt).microseconds,
                review.cost.count)
        }
    }

    // MARK: - In memory

    /// Random edits of any cell or row of a whole district; ten times all is compared with a full review.
    func runInMemory() throws {
        let standards = try DistrictReader.standards(BuiltInPacks.load())
        let generated = try generate(standards)
        let review = DistrictReview(generated.district, standards)
        try timed("check") { _ = try review.summary() }
        print("derived", review.cost.count)
        var random = RandomSource(seed: seed)
        for number in 1...edits {
            let start = clock.now
            review.beginEdit()
            _ = try RandomEdit.apply(to: review, &random)
            _ = try review.summary()
            print(
                "edit", review.cost.judgedRules, (clock.now - start).microseconds,
                review.cost.count)
            if number.isMultiple(of: max(1, edits / 10)) { try tellWhetherEqual(review) }
        }
    }

    /// Random edits of a small district; after each single one all is compared with a full review.
    func compareEach() throws {
        let standards = try DistrictReader.standards(BuiltInPacks.load())
        guard let year = FiscalYear(2026) else { throw UsageError() }
        var random = RandomSource(seed: seed)
        let small = try GeneratedDistrict(
            .init(departments: 3, projects: 2, indicators: 4), .fourth, year: year,
            standards.parameters, random: random)
        var review = DistrictReview(small.district, standards)
        var equal = 0
        for _ in 0..<edits {
            _ = try RandomEdit.apply(to: review, &random)
            let full = DistrictReview(review.district, standards)
            if try full.summary() == review.summary(),
                try full.officeResults() == review.officeResults()
            {
                equal += 1
            }
            // So many rows came or went that the next edits begin anew.
            if !(2...6).contains(review.district.departmentIDs.count)
                || !(4...60).contains(review.district.indicatorCount)
            {
                review = DistrictReview(small.district, standards)
            }
        }
        print("each", equal)
    }

    private func tellWhetherEqual(_ review: DistrictReview) throws {
        let full = DistrictReview(review.district, review.standards)
        let summary = try timed("recheck") { try full.summary() }
        print("equal", try summary == review.summary() ? 1 : 0)
    }

    private func generate(_ standards: ReviewStandards) throws -> GeneratedDistrict {
        guard let year = FiscalYear(2026) else { throw UsageError() }
        return try timed("generate") {
            try GeneratedDistrict(
                .init(departments: departments, projects: 12, indicators: 12), .fourth, year: year,
                standards.parameters, random: RandomSource(seed: seed))
        }
    }

    private func timed<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
        let start = clock.now
        let result = try work()
        print(name, (clock.now - start).microseconds)
        return result
    }
}
