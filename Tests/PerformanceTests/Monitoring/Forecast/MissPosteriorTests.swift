import Performance
import Seeds
import Testing

@testable import GeneratedYears

/// The yardstick of the benchmark: what can be known from the books of a made-up district.
struct MissPosteriorTests {
    @Test(arguments: [(3 as Int64, 120), (40, 300), (400, 20), (2_000, 120)])
    func `各种付款数的可能性合计为一`(usual: Int64, noise: Int) {
        let all = (0...(3 * usual)).map {
            PaymentNoise.probability(of: $0, usual: usual, noise: noise)
        }
        #expect(abs(all.reduce(0, +) - 1) < 0.01)
        let half = PaymentNoise.probability(ofAtLeast: usual, usual: usual, noise: noise)
        #expect(abs(half - 0.5) < 1e-9)
    }

    @Test(arguments: [(0 as Int64, 1.0), (1, 0)])
    func `没有应付就只能付零`(paid: Int64, probability: Double) {
        #expect(PaymentNoise.probability(of: paid, usual: 0, noise: 120) == probability)
    }

    /// As many misses as the probabilities add up to, give or take six deviations; and nearer to what
    /// came than the mean of all is.
    @Test(arguments: MonitoredObject.allCases)
    func `可能性与实际相符`(object: MonitoredObject) throws {
        var random = RandomSource()
        var family = GeneratedFamily.training[0]
        (family.departments, family.projects, family.historyYears) = (12, 5, 1)
        let limit = YearEndAlarm.limit(of: object)
        let district = GeneratedDistrict(family, object, month: 8, reruns: 1, &random)
        let posterior = try #require(
            MissPosterior(district, below: limit, particles: 60, &random))
        let chances = posterior.probabilities
        let misses = district.running.map { $0.misses(limit) ? 1.0 : 0 }
        let (expected, came) = (chances.reduce(0, +), misses.reduce(0, +))
        let variance = chances.reduce(2) { $0 + $1 * (1 - $1) }
        #expect((expected - came) * (expected - came) < 36 * variance)
        let mean = came / Double(misses.count)
        let error = zip(chances, misses).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        #expect(error < misses.reduce(1) { $0 + (mean - $1) * (mean - $1) })
    }

    @Test func `另一套生成器没有可逆的规律`() {
        var random = RandomSource()
        var family = ContractFamily(&random)
        family.departments = 2
        let district = family.district(.money, month: 8, reruns: 3, units: "C", &random)
        #expect(MissPosterior(district, below: 8_000, particles: 10, &random) == nil)
        for year in district.running {
            #expect(year.course.months == 8)
            #expect(year.finalShare >= 0 && year.finalShare <= 10_000)
            #expect(year.otherEnds.count == 3)
        }
    }
}
