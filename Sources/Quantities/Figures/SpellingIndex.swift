/// Finds the longest of a fixed set of spellings at a place of a text, without hashing or copying.
struct SpellingIndex: Sendable {
    private struct Entry {
        let start: Int
        let count: Int
        /// The place of the spelling in the list that the index was made from.
        let number: Int
    }

    private let pool: [UInt8]
    private let entries: [Entry]
    /// `entries[starts[b]..<starts[b + 1]]` are those of bucket `b`, the longest first.
    private let starts: [Int]

    init(_ spellings: [String]) {
        var pool: [UInt8] = []
        var buckets = [[Entry]](repeating: [], count: 256)
        for (number, spelling) in spellings.enumerated() {
            let bytes = Array(spelling.utf8)
            let entry = Entry(start: pool.count, count: bytes.count, number: number)
            pool += bytes
            buckets[bytes.withUnsafeBufferPointer { Self.bucket($0, 0) }].append(entry)
        }
        var entries: [Entry] = []
        var starts = [0]
        for bucket in buckets {
            entries += bucket.sorted { ($0.count, $1.number) > ($1.count, $0.number) }
            starts.append(entries.count)
        }
        self.pool = pool
        self.entries = entries
        self.starts = starts
    }

    /// Returns the number of the longest spelling that stands at `place`, and its bytes.
    func longest(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (number: Int, count: Int)?
    {
        guard place < bytes.count else { return nil }
        let bucket = Self.bucket(bytes, place)
        for index in starts[bucket]..<starts[bucket + 1] {
            let entry = entries[index]
            if matches(entry, bytes, place) { return (entry.number, entry.count) }
        }
        return nil
    }

    /// Returns the number of the longest spelling that ends right before `end`, and its bytes.
    func longest(in bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> (
        number: Int, count: Int
    )? {
        var found: Entry?
        for entry in entries where entry.count <= end && entry.count > found?.count ?? 0 {
            if matches(entry, bytes, end - entry.count) { found = entry }
        }
        return found.map { ($0.number, $0.count) }
    }

    private func matches(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool
    {
        guard place + entry.count <= bytes.count else { return false }
        for index in 0..<entry.count where pool[entry.start + index] != bytes[place + index] {
            return false
        }
        return true
    }

    /// Chinese characters share their first byte, so the other two choose the bucket.
    private static func bucket(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let first = bytes[place]
        if first < 0x80 { return Int(first) }
        guard place + 2 < bytes.count else { return Int(first) }
        return Int(bytes[place + 1] &* 31 ^ bytes[place + 2])
    }
}
