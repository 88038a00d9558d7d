import Testing

@testable import Performance

struct CourseStandingTests {
    private func standing(_ reached: [Int64], month: Int) throws -> CourseStanding {
        let course = MonthlyCourse(
            subject: CourseSubject(unitCode: "A", name: "项目", kind: ""), year: 2021,
            reached: reached, planned: reached.map { _ in 1000 })
        return try #require(CourseStanding(course, month: month))
    }

    @Test(arguments: [
        ("照记的数", [100, 200, 300, 400] as [Int64], [1_000, 2_000, 3_000, 4_000]),
        ("多记的次月冲回", [100, 1100, 300, 400], [1_000, 3_000, 3_000, 4_000]),
        ("最后一月多记看不出", [100, 200, 300, 1400], [1_000, 2_000, 3_000, 14_000]),
        ("退款", [100, 200, 300, 250], [1_000, 2_000, 2_500, 2_500]),
    ])
    func `后来冲回的视同没有记过`(id: String, reached: [Int64], shares: [Int]) throws {
        #expect(try standing(reached, month: 4).shares == shares)
    }

    @Test(arguments: [
        ("上月有", [100, 200, 300] as [Int64], 0), ("停一个月", [100, 200, 200], 1),
        ("零头不算", [100, 200, 205], 1), ("过了零头", [100, 200, 206], 0), ("一直没有", [0, 0, 0], 3),
    ])
    func `连续没有进展的月数`(id: String, reached: [Int64], months: Int) throws {
        #expect(try standing(reached, month: 3).silentMonths == months)
    }

    @Test func `各月一样就没有起伏`() throws {
        #expect(try standing([100, 200, 300], month: 3).unevenness == 0)
        #expect(try standing([0, 0, 300], month: 3).unevenness > 10_000)
    }

    @Test func `余下月份最大一个月只有全年才知道`() throws {
        #expect(try standing([100, 200, 300], month: 2).largestToCome == nil)
        let year: [Int64] = [0, 0, 0, 0, 0, 0, 0, 0, 100, 500, 600, 700]
        #expect(try standing(year, month: 8).largestToCome == 4_000)
        #expect(try standing(year, month: 12).largestToCome == 0)
    }
}
