/// Room for the text of one document after another, given back only with the last.
final class TextRoom {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    init() {
        capacity = 1 << 16
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// What stands in the room now; gone with the next ``clear(for:)``.
    var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// Empties the room and makes sure that so many bytes fit.
    func clear(for size: Int) {
        count = 0
        guard size > capacity else { return }
        bytes.deallocate()
        capacity = max(size, 2 * capacity)
        bytes = .allocate(capacity: capacity)
    }

    func append(_ piece: UnsafeBufferPointer<UInt8>) {
        precondition(piece.count <= capacity - count, "a text is never longer than its JSON")
        guard let start = piece.baseAddress else { return }
        (bytes + count).update(from: start, count: piece.count)
        count += piece.count
    }

    /// Appends a Unicode scalar value as UTF-8.
    func append(_ scalar: UInt32) {
        precondition(capacity - count >= 4 || scalar < 0x80 && capacity > count)
        func put(_ byte: UInt32) {
            bytes[count] = UInt8(truncatingIfNeeded: byte)
            count += 1
        }
        func putTail(_ shift: UInt32) { put(0x80 | scalar >> shift & 0x3F) }
        switch scalar {
        case 0..<0x80: put(scalar)
        case 0x80..<0x800:
            put(0xC0 | scalar >> 6)
            putTail(0)
        case 0x800..<0x10000:
            put(0xE0 | scalar >> 12)
            putTail(6)
            putTail(0)
        default:
            put(0xF0 | scalar >> 18)
            putTail(12)
            putTail(6)
            putTail(0)
        }
    }
}
