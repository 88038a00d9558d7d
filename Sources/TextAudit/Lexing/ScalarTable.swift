/// What each scalar of the basic plane can begin (字符表), one byte a scalar.
struct ScalarTable: ~Copyable {
    static let wordStart = UInt8(1)
    static let numeral = UInt8(2)
    static let sign = UInt8(4)
    static let blank = UInt8(8)
    static let wideDigit = UInt8(16)

    private let flags: UnsafeMutablePointer<UInt8>
    /// The bucket of words that begin with a scalar.
    private let buckets: UnsafeMutablePointer<UInt16>
    private let units: UnsafeMutablePointer<UInt16>
    let words: ContiguousArray<ContiguousArray<WordList.Entry>>
    let countUnits: ContiguousArray<ContiguousArray<CountUnit.Entry>>

    init() {
        flags = .allocate(capacity: 0x10000)
        flags.initialize(repeating: 0, count: 0x10000)
        buckets = .allocate(capacity: 0x10000)
        buckets.initialize(repeating: 0, count: 0x10000)
        units = .allocate(capacity: 0x10000)
        units.initialize(repeating: 0, count: 0x10000)
        var words: ContiguousArray<ContiguousArray<WordList.Entry>> = [[]]
        for (scalar, entries) in WordList.byFirstScalar.sorted(by: { $0.key < $1.key }) {
            flags[Int(scalar)] |= Self.wordStart
            buckets[Int(scalar)] = UInt16(words.count)
            words.append(ContiguousArray(entries))
        }
        self.words = words
        var countUnits: ContiguousArray<ContiguousArray<CountUnit.Entry>> = [[]]
        for (scalar, entries) in CountUnit.byFirstScalar.sorted(by: { $0.key < $1.key }) {
            units[Int(scalar)] = UInt16(countUnits.count)
            countUnits.append(ContiguousArray(entries))
        }
        self.countUnits = countUnits
        for scalar in "一二三四五六七八九十百千两零〇壹贰叁肆伍陆柒捌玖拾佰仟半".unicodeScalars {
            flags[Int(scalar.value)] |= Self.numeral
        }
        for scalar in "，、；：。！？（）［］【】〔〕《》".unicodeScalars {
            flags[Int(scalar.value)] |= Self.sign
        }
        flags[0x3000] |= Self.blank
        flags[0x00A0] |= Self.blank
        for scalar in 0xFF10...0xFF19 { flags[scalar] |= Self.wideDigit }
    }

    deinit {
        flags.deallocate()
        buckets.deallocate()
        units.deallocate()
    }

    @inline(__always)
    subscript(scalar: UInt32) -> UInt8 { flags[Int(scalar)] }

    @inline(__always)
    func wordBucket(_ scalar: UInt32) -> Int { Int(buckets[Int(scalar)]) }

    @inline(__always)
    func unitBucket(_ scalar: UInt32) -> Int { Int(units[Int(scalar)]) }
}
