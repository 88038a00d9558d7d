/// Bytes of a UTF-8 text as Unicode scalars from its start: what other programs count by.
///
/// One pass over the text answers for all places at once.
struct ScalarOffsets {
    private let bytes: [Int]
    private let scalars: [Int]

    /// - Parameter offsets: the bytes that are asked for, in any order; those past the end count
    ///   as the end.
    init(_ text: UnsafeBufferPointer<UInt8>, at offsets: some Sequence<Int>) {
        var bytes: [Int] = []
        for offset in offsets.sorted() where offset != bytes.last { bytes.append(offset) }
        var (position, count) = (0, 0)
        var scalars: [Int] = []
        scalars.reserveCapacity(bytes.count)
        for offset in bytes {
            let end = min(max(offset, position), text.count)
            count += Self.scalarCount(text, position..<end)
            position = end
            scalars.append(count)
        }
        (self.bytes, self.scalars) = (bytes, scalars)
    }

    /// The scalars before a byte that was asked for.
    subscript(byte: Int) -> Int {
        var (low, high) = (0, bytes.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if bytes[middle] < byte { low = middle + 1 } else { high = middle }
        }
        precondition(low < bytes.count && bytes[low] == byte, "only what was asked for is known")
        return scalars[low]
    }

    /// Counts the bytes that begin a scalar, eight at a time.
    private static func scalarCount(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int
    {
        let raw = UnsafeRawBufferPointer(text)
        var (index, continuations) = (range.lowerBound, 0)
        while index + 8 <= range.upperBound {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // A continuation byte is 10xxxxxx: its first bit is set and its second is not.
            let marks = word & ~(word << 1) & 0x8080_8080_8080_8080
            continuations += marks.nonzeroBitCount
            index += 8
        }
        while index < range.upperBound {
            if raw[index] & 0xC0 == 0x80 { continuations += 1 }
            index += 1
        }
        return range.count - continuations
    }
}
