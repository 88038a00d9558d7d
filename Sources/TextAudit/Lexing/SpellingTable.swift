/// Spellings by their first scalar, the longest first (词表), in one stretch of memory.
///
/// Most scalars that begin a word begin none where they stand; two bits of the second scalar tell
/// that for nearly all of them without a look at any spelling.
struct SpellingTable<Meaning: BitwiseCopyable>: ~Copyable {
    struct Entry: BitwiseCopyable {
        /// Where the spelling stands in `spellings`.
        let start: Int32
        let length: Int32
        /// The bytes of the second scalar; 0 where the spelling has none of three bytes.
        fileprivate let second: UInt32
        let meaning: Meaning
    }

    private struct Bucket: BitwiseCopyable {
        var start: UInt16
        var end: UInt16
        /// One bit for each hash of a second scalar; all where a spelling has no second scalar.
        var seconds: UInt64
    }

    /// The bucket of each scalar of the basic plane; 0 for none.
    private let buckets: UnsafeMutablePointer<UInt16>
    private let contents: ContiguousArray<Bucket>
    private let entries: ContiguousArray<Entry>
    private let spellings: ContiguousArray<UInt8>

    /// - Parameter lists: the spellings of each first scalar, in the order in which they are tried.
    init(_ lists: [(scalar: UInt32, words: [(bytes: ContiguousArray<UInt8>, meaning: Meaning)])]) {
        buckets = .allocate(capacity: 0x10000)
        buckets.initialize(repeating: 0, count: 0x10000)
        var contents = ContiguousArray([Bucket(start: 0, end: 0, seconds: 0)])
        var entries: ContiguousArray<Entry> = []
        var spellings: ContiguousArray<UInt8> = []
        for (scalar, words) in lists where scalar < 0x10000 {
            var bucket = Bucket(start: UInt16(entries.count), end: 0, seconds: 0)
            for word in words {
                bucket.seconds |= Self.seconds(of: word.bytes)
                entries.append(
                    Entry(
                        start: Int32(spellings.count), length: Int32(word.bytes.count),
                        second: Self.second(of: word.bytes), meaning: word.meaning))
                spellings.append(contentsOf: word.bytes)
            }
            bucket.end = UInt16(entries.count)
            buckets[Int(scalar)] = UInt16(contents.count)
            contents.append(bucket)
        }
        self.contents = contents
        self.entries = entries
        self.spellings = spellings
    }

    deinit { buckets.deallocate() }

    private static func seconds(of word: ContiguousArray<UInt8>) -> UInt64 {
        word.count >= 6 ? 1 << UInt64(hash(word[4], word[5])) : .max
    }

    @inline(__always)
    private static func hash(_ middle: UInt8, _ last: UInt8) -> UInt8 {
        (middle &* 5 &+ last) & 63
    }

    private static func second(of word: ContiguousArray<UInt8>) -> UInt32 {
        guard word.count >= 6 else { return 0 }
        return word[3...5].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether any spelling begins with a scalar.
    @inline(__always)
    func begins(_ scalar: UInt32) -> Bool { buckets[Int(scalar)] != 0 }

    /// The first spelling at a place, of those that begin with the scalar there, that `fits`.
    @inline(__always)
    func first(
        _ scalar: UInt32, at place: Int, of bytes: UnsafeBufferPointer<UInt8>,
        where fits: (Entry) -> Bool
    ) -> Entry? {
        let bucket = contents[Int(buckets[Int(scalar)])]
        var second: UInt32 = 0
        if place + 5 < bytes.count {
            let hash = Self.hash(bytes[place + 4], bytes[place + 5])
            guard bucket.seconds & 1 << UInt64(hash) != 0 else { return nil }
            second =
                UInt32(bytes[place + 3]) << 16 | UInt32(bytes[place + 4]) << 8
                | UInt32(bytes[place + 5])
        }
        var index = Int(bucket.start)
        while index < Int(bucket.end) {
            let isLikely = entries[index].second == 0 || entries[index].second == second
            if isLikely, stands(entries[index], at: place, of: bytes), fits(entries[index]) {
                return entries[index]
            }
            index += 1
        }
        return nil
    }

    @inline(__always)
    private func stands(
        _ entry: Entry, at place: Int, of bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (start, length) = (Int(entry.start), Int(entry.length))
        guard place + length <= bytes.count else { return false }
        // The first scalar is known to match, and the second where the entry has one.
        var index = entry.second == 0 ? 3 : 6
        while index < length {
            if bytes[place + index] != spellings[start + index] { return false }
            index += 1
        }
        return true
    }
}
