/// Which row keys an import has met, as 64-bit hashes in one flat table.
///
/// It may say *met* for a key that is new (then the database is asked), never the reverse.
struct KeySet {
    private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)
    private(set) var count = 0

    /// Adds a key.
    ///
    /// - Returns: false when it, or one with the same hash, is in already.
    mutating func insert(_ key: UnsafeRawBufferPointer) -> Bool {
        if (count + 1) * 4 > slots.count * 3 { grow() }
        let isNew = Self.insert(Self.hash(key), into: &slots)
        if isNew { count += 1 }
        return isNew
    }

    private mutating func grow() {
        var larger: [UInt64] = Array(repeating: 0, count: slots.count * 2)
        for hash in slots where hash != 0 { _ = Self.insert(hash, into: &larger) }
        slots = larger
    }

    private static func insert(_ hash: UInt64, into slots: inout [UInt64]) -> Bool {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index] != 0 {
            if slots[index] == hash { return false }
            index = (index + 1) & mask
        }
        slots[index] = hash
        return true
    }

    /// FNV-1a with a final mix; never 0, which marks an empty slot.
    private static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 32
        hash = hash &* 0xd6e8_feb8_6659_fd93
        hash ^= hash >> 32
        return hash == 0 ? 1 : hash
    }
}
