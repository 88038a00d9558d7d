/// Whether what is called likely comes about that often (校准): probabilities in ten classes.
struct Calibration {
    private var classes = [(count: Int, expected: Double, misses: Int)](
        repeating: (0, 0, 0), count: 10)

    mutating func add(_ probability: Double, _ misses: Bool) {
        let place = min(Int(probability * 10), 9)
        classes[place].count += 1
        classes[place].expected += probability
        if misses { classes[place].misses += 1 }
    }

    /// Courses, misses expected in thousandths, misses, class by class.
    var lines: [String] {
        classes.filter { $0.count > 0 }.map {
            "\($0.count) \(Int($0.expected * 1000)) \($0.misses)"
        }
    }
}
