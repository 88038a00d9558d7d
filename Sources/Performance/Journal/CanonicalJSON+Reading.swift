/// Why a text is no canonical JSON value; `offset` counts UTF-8 bytes from its start.
package struct CanonicalJSONSyntaxError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case unexpectedByte
        case unexpectedEnd
        /// A fraction, an exponent, a leading zero, or more than 64 bits.
        case notAnInteger
        case invalidEscape
        case invalidUTF8
        case duplicateKey
        case tooDeep
    }

    package let reason: Reason
    package let offset: Int

    package init(_ reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension CanonicalJSON {
    /// Levels of arrays and objects inside each other.
    package static let maximumDepth = 64

    /// Reads one value; spaces between its parts are allowed, fractions are not.
    package init(reading text: String) throws(CanonicalJSONSyntaxError) {
        try self.init(reading: Array(text.utf8))
    }

    package init(reading bytes: [UInt8]) throws(CanonicalJSONSyntaxError) {
        var reader = CanonicalJSONReader(bytes: bytes)
        self = try reader.value(depth: 0)
        try reader.end()
    }
}

private struct CanonicalJSONReader {
    let bytes: [UInt8]
    var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private func failure(_ reason: CanonicalJSONSyntaxError.Reason) -> CanonicalJSONSyntaxError {
        CanonicalJSONSyntaxError(
            reason == .unexpectedByte && current == nil ? .unexpectedEnd : reason, offset: offset)
    }

    private mutating func skipSpaces() {
        while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { offset += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(CanonicalJSONSyntaxError) {
        guard take(character) else { throw failure(.unexpectedByte) }
    }

    private mutating func expect(word: String) throws(CanonicalJSONSyntaxError) {
        for scalar in word.unicodeScalars { try expect(scalar) }
    }

    mutating func end() throws(CanonicalJSONSyntaxError) {
        skipSpaces()
        guard offset == bytes.count else { throw failure(.unexpectedByte) }
    }

    mutating func value(depth: Int) throws(CanonicalJSONSyntaxError) -> CanonicalJSON {
        guard depth <= CanonicalJSON.maximumDepth else { throw failure(.tooDeep) }
        skipSpaces()
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try expect(word: "true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try expect(word: "false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try expect(word: "null")
            return .null
        default: return .integer(try integer())
        }
    }

    private mutating func array(depth: Int) throws(CanonicalJSONSyntaxError) -> CanonicalJSON {
        try expect("[")
        var items: [CanonicalJSON] = []
        skipSpaces()
        if take("]") { return .array(items) }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpaces()
        } while take(",")
        try expect("]")
        return .array(items)
    }

    private mutating func object(depth: Int) throws(CanonicalJSONSyntaxError) -> CanonicalJSON {
        try expect("{")
        var members: [String: CanonicalJSON] = [:]
        skipSpaces()
        if take("}") { return .object(members) }
        repeat {
            skipSpaces()
            let key = try string()
            guard members[key] == nil else { throw failure(.duplicateKey) }
            skipSpaces()
            try expect(":")
            members[key] = try value(depth: depth + 1)
            skipSpaces()
        } while take(",")
        try expect("}")
        return .object(members)
    }

    private mutating func integer() throws(CanonicalJSONSyntaxError) -> Int64 {
        let start = offset
        _ = take("-")
        let digits = offset
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            offset += 1
        }
        guard offset > digits else { throw failure(.unexpectedByte) }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        let isFraction = [".", "e", "E"].contains { current == UInt8(ascii: $0) }
        // Only canonical numbers have their own spelling back: this refuses `01` and `-0`.
        guard !isFraction, let number = Int64(text), String(number) == text
        else { throw CanonicalJSONSyntaxError(.notAnInteger, offset: start) }
        return number
    }

    private mutating func string() throws(CanonicalJSONSyntaxError) -> String {
        try expect("\"")
        let start = offset
        var text: [UInt8] = []
        while true {
            guard let byte = current else { throw failure(.unexpectedEnd) }
            guard byte >= 0x20 else { throw failure(.unexpectedByte) }
            if take("\"") { break }
            if take("\\") {
                try escape(into: &text)
            } else {
                text.append(byte)
                offset += 1
            }
        }
        guard let string = String(validating: text, as: UTF8.self)
        else { throw CanonicalJSONSyntaxError(.invalidUTF8, offset: start) }
        return string
    }

    private mutating func escape(into text: inout [UInt8]) throws(CanonicalJSONSyntaxError) {
        guard let byte = current else { throw failure(.unexpectedEnd) }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "u"): text += String(try scalar()).utf8
        default: throw CanonicalJSONSyntaxError(.invalidEscape, offset: offset - 1)
        }
    }

    private mutating func scalar() throws(CanonicalJSONSyntaxError) -> Unicode.Scalar {
        let start = offset
        var code = try hexadecimal()
        if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
            let low = try hexadecimal()
            if (0xDC00..<0xE000).contains(low) {
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
        }
        guard let scalar = Unicode.Scalar(code)
        else { throw CanonicalJSONSyntaxError(.invalidEscape, offset: start) }
        return scalar
    }

    private mutating func hexadecimal() throws(CanonicalJSONSyntaxError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw failure(.unexpectedEnd) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80
            else { throw failure(.invalidEscape) }
            code = code << 4 + UInt32(digit)
            offset += 1
        }
        return code
    }
}
