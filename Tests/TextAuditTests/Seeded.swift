import Foundation

/// A small generator (SplitMix64) whose seed each random test prints.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    /// The seed is JIXIAO_SEED where that is set, else chosen afresh.
    init(_ test: String = #function) {
        let given = ProcessInfo.processInfo.environment["JIXIAO_SEED"].flatMap { UInt64($0) }
        state = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("\(test): JIXIAO_SEED=\(state)")
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
