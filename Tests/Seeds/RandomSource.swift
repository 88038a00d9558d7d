import Foundation

/// Numbers that a seed decides (SplitMix64), so that a failure can be run again.
package struct RandomSource: RandomNumberGenerator {
    package let seed: UInt64
    private var state: UInt64

    package init(seed: UInt64) { (self.seed, state) = (seed, seed) }

    /// The seed is `JIXIAO_SEED` where that is set, else chosen afresh; it is printed.
    /// - Parameter part: what a test that runs in parts adds, so that each has numbers of its own.
    package init(_ test: String = #function, part: UInt64 = 0) {
        let given = ProcessInfo.processInfo.environment["JIXIAO_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 1...999_999_999)
        print("\(test): JIXIAO_SEED=\(seed)")
        self.init(seed: seed &+ part)
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    package mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// A number whose count of digits is random too, so that small ones come as often as large ones.
    package mutating func number(below limit: Int64) -> Int64 {
        let digits = Int.random(in: 1...String(limit).count, using: &self)
        let bound = (0..<digits).reduce(1 as Int64) { bound, _ in
            bound > limit / 10 ? limit : bound * 10
        }
        return Int64.random(in: 0..<Swift.max(bound, 1), using: &self)
    }

    /// True in `percent` of 100 cases.
    package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    package mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(0...values.count - 1)]
    }
}
