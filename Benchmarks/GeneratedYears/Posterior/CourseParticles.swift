import Foundation
import Performance
import Seeds

/// What may be true of a made-up project by all that its books say: many cases of equal weight
/// (粒子滤波). Habits stay through the years, states begin anew.
///
/// - Source: N. Gordon, D. Salmond, A. Smith, Novel approach to nonlinear/non-Gaussian Bayesian state
///   estimation, IEE Proceedings F 140 (1993); here each step weighs all ways that lead to what is seen.
struct CourseParticles {
    private struct Particle {
        var habits: ProjectHabits
        var rules: Int
        var state: ProjectState
        var weight: Double
    }

    private let law: DistrictLaw
    private var particles: [Particle]
    /// The logarithm of the probability of all that was read.
    private(set) var evidence = 0.0

    /// - Parameter kind: what the books call the kind; "" where they tell none.
    init(_ law: DistrictLaw, kind: String, count: Int, _ random: inout RandomSource) {
        self.law = law
        let family = law.family
        particles = (0..<count).map { number in
            let nature =
                ProjectNature(rawValue: kind) ?? family.natures[number % family.natures.count]
            // As many of both, so that the rare ones are there when the books point to them.
            let isChronic = number / family.natures.count % 2 == 0
            let part = isChronic ? family.chronic : 1000 - family.chronic
            let habits = ProjectHabits(nature, law.object, isChronic: isChronic, family, &random)
            return Particle(
                habits: habits, rules: 0, state: ProjectState(planned: 0, pace: 0, openLumps: 0),
                weight: Double(part))
        }
    }

    /// - Parameter departmentPace: nil where it has to be guessed.
    mutating func read(
        _ course: MonthlyCourse, departmentPace: ClosedRange<Int>? = nil,
        _ random: inout RandomSource
    ) {
        let natures = ProjectNature.allCases
        let rules = natures.map {
            YearRules($0, law.family, springFestival: law.springFestivals[course.year] ?? 2)
        }
        for place in particles.indices {
            let number = natures.firstIndex(of: particles[place].habits.nature) ?? 0
            let pace =
                departmentPace.map { random.number($0) } ?? law.family.departmentPace(&random)
            particles[place].rules = number
            particles[place].habits.stir(&random)
            particles[place].state = rules[number].begin(
                planned: course.planned[0], departmentPace: pace, &random)
        }
        for month in 0..<course.months {
            read(
                MonthEntry(
                    planned: course.planned[month], reached: course.reached[month],
                    isLast: month == 11), rules, &random)
        }
    }

    private mutating func read(
        _ entry: MonthEntry, _ rules: [YearRules], _ random: inout RandomSource
    ) {
        let before = particles.reduce(0) { $0 + $1.weight }
        let old = particles
        for place in particles.indices {
            let particle = particles[place]
            let reading = MonthReading(
                particle.state, particle.habits, rules[particle.rules], entry, &random)
            particles[place].state = reading.state
            particles[place].weight *= reading.probability
        }
        let after = particles.reduce(0) { $0 + $1.weight }
        guard after > 0 else {
            // No particle explains the month: it is taken as it stands, and counts against this reading.
            evidence -= Self.surprise
            for place in particles.indices {
                particles[place].weight = old[place].weight
                particles[place].state.reached = entry.reached
                particles[place].state.late = 0
            }
            return
        }
        evidence += log(after / before)
        resample(after, &random)
    }

    /// What a month that no particle explains takes from the logarithm.
    private static let surprise = 20.0

    /// Where few carry all the weight, they are copied and the others dropped.
    private mutating func resample(_ sum: Double, _ random: inout RandomSource) {
        let squares = particles.reduce(0) { $0 + $1.weight * $1.weight }
        guard sum * sum < squares * Double(particles.count) / 2 else { return }
        let step = sum / Double(particles.count)
        var (place, reached, next) = (0, particles[0].weight, random.unit() * step)
        var chosen: [Particle] = []
        chosen.reserveCapacity(particles.count)
        while chosen.count < particles.count {
            while reached < next, place < particles.count - 1 {
                place += 1
                reached += particles[place].weight
            }
            chosen.append(particles[place])
            next += step
        }
        for place in chosen.indices { chosen[place].weight = 1 }
        particles = chosen
    }

    /// How likely the year ends below a limit.
    func probability(below limit: Int, year: Int, reruns: Int, _ random: inout RandomSource)
        -> Double
    {
        let rules = ProjectNature.allCases.map {
            YearRules($0, law.family, springFestival: law.springFestivals[year] ?? 2)
        }
        var (sum, misses) = (0.0, 0.0)
        for particle in particles where particle.weight > 0 {
            for _ in 0..<reruns {
                var state = particle.state
                state.settle(particle.habits, &random)
                while state.month < 12 {
                    rules[particle.rules].advance(&state, particle.habits, &random)
                }
                sum += particle.weight
                if (YearShare.of(state.reached, state.planned) ?? 0) < limit {
                    misses += particle.weight
                }
            }
        }
        return sum > 0 ? misses / sum : 0
    }
}
