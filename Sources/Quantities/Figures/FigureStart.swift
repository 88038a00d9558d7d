extension FigureReading {
    /// Whether a figure, its sign or its qualifier can begin with the scalar at `offset`.
    ///
    /// One look at a table: a scan of a text asks this first and reads only where it holds.
    package static func mayBegin(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        FigureStart.scalars.contains(ByteScanner(bytes, at: offset).next)
    }
}

/// The scalars with which a figure can begin, as folded.
enum FigureStart {
    static let scalars = ScalarSet(
        ["0123456789", "+-—–(¥%负人半百千万", "零〇○一壹弌二贰两貳兩三叁參叄四肆五伍六陆陸七柒八捌九玖十拾"]
            + FigureQualifier.prefixes.map(\.text))
}

/// A set of scalars of the basic plane, by the first scalar of each text or all of them.
struct ScalarSet: Sendable {
    private let words: [UInt64]

    init(_ texts: [String]) {
        var words = [UInt64](repeating: 0, count: 1024)
        for scalar in texts.joined().unicodeScalars where scalar.value < 0x10000 {
            let folded = ByteScanner.folded(scalar.value)
            words[Int(folded >> 6)] |= 1 << UInt64(folded & 63)
        }
        self.words = words
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x10000
            && words[Int(scalar.value >> 6)] & 1 << UInt64(scalar.value & 63) != 0
    }
}
