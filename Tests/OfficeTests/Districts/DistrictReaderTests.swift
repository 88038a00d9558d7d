import DistrictBooks
import DistrictSamples
import Office
import Performance
import Quantities
import Testing

@Suite struct DistrictReaderTests {
    /// What the ledgers give is what was put into them.
    @Test(arguments: CycleBackend.available)
    func readsWhatTheBooksKeep(backend: CycleBackend) throws {
        let stored = try StoredDistrict(on: backend)
        defer { stored.remove() }
        let district = stored.generated.district
        let contents = try stored.reader().contents()
        try #require(contents.count == district.departmentIDs.count)
        for (id, read) in zip(district.departmentIDs, contents) {
            let made = district.content(of: id)
            #expect(read.department.code == made.department.code)
            #expect(read.department.name == made.department.name)
            #expect(read.department.basicBudget == made.department.basicBudget)
            #expect(read.department.statedProjectBudget == made.department.statedProjectBudget)
            for quarter in [Quarter.first, .second] {
                #expect(
                    read.department.basicExecution[quarter]
                        == made.department.basicExecution[quarter])
            }
            #expect(read.department.basicExecution[.third] == .zero)
            try #require(read.projects.map(\.project.name) == made.projects.map(\.project.name))
            for (read, made) in zip(read.projects, made.projects) {
                #expect(read.project.adjustedBudget == made.project.adjustedBudget)
                #expect(read.project.approvedBudget == made.project.adjustedBudget)
                #expect(
                    try read.project.execution.through(.second)
                        == made.project.execution.through(.second))
                #expect(read.project.goalText == made.project.goalText)
                #expect(read.project.office == made.project.office)
                #expect(
                    Set(read.indicators.map(\.code)) == Set(made.indicators.map(\.code)))
                let byCode = Dictionary(
                    uniqueKeysWithValues: made.indicators.map { ($0.code, $0) })
                for indicator in read.indicators {
                    let made = byCode[indicator.code]
                    #expect(indicator.target == made?.target)
                    #expect(indicator.approvedTarget == made?.approvedTarget)
                    #expect(indicator.actual == made?.actual)
                    #expect(indicator.weight == made?.weight)
                }
            }
        }
    }

    @Test(arguments: CycleBackend.available)
    func aPaymentChangesOnlyWhatDependsOnIt(backend: CycleBackend) throws {
        let stored = try StoredDistrict(on: backend)
        defer { stored.remove() }
        let reader = stored.reader()
        let review = DistrictReview(
            try reader.district(named: "样例区"), try DistrictReader.standards(stored.workplace.packs))
        _ = try review.summary()
        let id = try #require(review.district.departmentIDs.last)
        let unit = review.district[id].code
        let project = try #require(review.district[id].projects.first)
        try DistrictBooks.pay(
            123_400, for: review.district[project].name, number: 1, of: unit,
            in: stored.workplace.store, review.district)
        let content = try #require(try reader.contents(of: unit).first)
        review.beginEdit()
        review.update(id, to: content)
        let incremental = try review.summary()
        #expect(review.cost.indicators == 0)
        #expect(review.cost.projects <= 7)
        let anew = DistrictReview(
            try reader.district(named: "样例区"), try DistrictReader.standards(stored.workplace.packs))
        let full = try anew.summary()
        #expect(incremental.execution == full.execution)
        #expect(incremental.tally == full.tally)
        #expect(incremental.lines.map(\.code) == full.lines.map(\.code))
        #expect(incremental.lines.map(\.rank) == full.lines.map(\.rank))
    }

    @Test func aProjectWithMoneyAndNoGoalIsTold() throws {
        let stored = try StoredDistrict(.init(departments: 1, projects: 1, indicators: 6))
        defer { stored.remove() }
        try DistrictBooks.pay(
            100, for: "没有登记的项目", number: 1, of: "D001", in: stored.workplace.store,
            stored.generated.district)
        let review = DistrictReview(
            try stored.reader().district(named: "样例区"),
            try DistrictReader.standards(stored.workplace.packs))
        let id = try #require(review.district.departmentIDs.first)
        let project = try #require(
            review.district[id].projects.first { review.district[$0].name == "没有登记的项目" })
        let rules = try review.findings(of: project).map(\.ruleId)
        #expect(rules.contains("TQ-016"))
        #expect(rules.contains("SC-ZERO-BUDGET"))
    }
}
