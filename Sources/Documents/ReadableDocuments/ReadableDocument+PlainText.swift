extension ReadableDocument {
    /// Reads a text file in any of the encodings that a ``TextDecoder`` knows.
    init(plainText file: InputFile, limits: ReadableLimits) throws {
        let text = try Self.decoded(file, limits: limits)
        var builder = ReadableTextBuilder(file: file.name, limits: limits)
        var (start, line) = (0, 1)
        while start < text.count {
            let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
            try builder.append(text[start..<end], at: .line(line))
            guard end < text.count else { break }
            try builder.endLine()
            let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
            start = end + (isPair ? 2 : 1)
            line += 1
        }
        self = builder.document(kind: .text)
    }

    /// The whole text as UTF-8.
    ///
    /// - Throws: ``DocumentError/notText(file:line:offset:)`` or `badEncoding` at the first byte
    ///   that is no text.
    static func decoded(
        _ file: InputFile, as encoding: TextEncoding? = nil, limits: ReadableLimits
    ) throws -> [UInt8] {
        let input = try InputBytes(file, limit: limits.fileBytes)
        let decoder = try TextDecoder(input, as: encoding)
        var text: [UInt8] = []
        while try decoder.appendPiece(to: &text) {
            guard text.count <= limits.textBytes else {
                throw DocumentError.textTooLarge(file: file.name, limit: limits.textBytes)
            }
        }
        if let failure = decoder.failure {
            let line = try decoder.line(ofOffset: failure.offset)
            throw failure.isNUL
                ? DocumentError.notText(file: file.name, line: line, offset: failure.offset + 1)
                : DocumentError.badEncoding(file: file.name, line: line, offset: failure.offset + 1)
        }
        return text
    }
}
