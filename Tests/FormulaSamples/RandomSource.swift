import Foundation

/// Numbers that a seed decides (SplitMix64), so that a failure can be run again.
package struct RandomSource: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// The seed in JIXIAO_SEED, else a new one; printed.
    package static func seed(for test: String) -> UInt64 {
        let given = ProcessInfo.processInfo.environment["JIXIAO_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 1...999_999_999)
        print("\(test): JIXIAO_SEED=\(seed)")
        return seed
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

    /// True in `percent` of 100 cases.
    package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    package mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(0...values.count - 1)]
    }
}
