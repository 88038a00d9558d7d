import Documents

extension ReadableDocument {
    init(_ bytes: [UInt8], _ name: String) throws {
        try self.init(reading: InputFile(bytes: bytes, name: name))
    }

    init(_ text: String, _ name: String) throws {
        try self.init(Array(text.utf8), name)
    }

    /// `第1行+0[文字]` for each piece: place, offset inside it, words.
    var summary: [String] {
        let bytes = Array(text.utf8)
        return pieces.map { piece in
            let words = String(decoding: bytes[piece.range], as: UTF8.self)
            let kind = piece.isGenerated ? "*" : ""
            return "\(piece.origin.chineseName)+\(piece.offset)\(kind)[\(words)]"
        }
    }

    /// Where the first occurrence of some words stood.
    func origin(of words: String) -> TextPosition? {
        let (all, wanted) = (Array(text.utf8), Array(words.utf8))
        let place = all.indices.first { all[$0...].starts(with: wanted) }
        return place.flatMap { origin(at: $0) }
    }
}

/// What reading a file says; nil where it is read.
func readingComplaint(
    _ bytes: [UInt8], _ name: String, limits: ReadableLimits = .standard,
    converters: Converters = .standard
) throws -> String? {
    do {
        _ = try ReadableDocument(
            reading: InputFile(bytes: bytes, name: name), limits: limits, converters: converters)
        return nil
    } catch let error as DocumentError {
        return error.message
    }
}
