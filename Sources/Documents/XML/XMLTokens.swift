/// Walks through the tags and texts of a well-formed XML part (XML 记号), keeping where each stands,
/// so that a part can be changed in one place and left as it is in all others.
///
/// The part has been parsed by libxml2 before: nothing is checked again here.
struct XMLTokens {
    enum Kind {
        case start
        /// `<a/>`: a start and an end in one.
        case empty
        case end
        case text
        case cdata
        /// The declaration, a comment or an instruction.
        case other
    }

    struct Token {
        let kind: Kind
        let range: Range<Int>
        /// The name of a tag, with its prefix.
        var name: Range<Int> = 0..<0
    }

    let bytes: [UInt8]
    private var position = 0
    /// Prefixes declared by the elements that are open; one entry for each that declares any.
    private var scopes: [(depth: Int, prefixes: [String: String])] = []
    private var depth = 0
    private var closesEmpty = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        if closesEmpty {
            leave()
            closesEmpty = false
        }
        guard position < bytes.count else { return nil }
        let start = position
        guard bytes[start] == UInt8(ascii: "<") else {
            position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return Token(kind: .text, range: start..<position)
        }
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "?"): return other(start, until: "?>", .other)
        case UInt8(ascii: "!"):
            return has("<![CDATA[", at: start)
                ? other(start, until: "]]>", .cdata) : other(start, until: "-->", .other)
        case UInt8(ascii: "/"):
            position = tagEnd(start)
            // The element's own prefixes hold for its end tag; they go when the next token comes.
            closesEmpty = true
            return Token(
                kind: .end, range: start..<position, name: name(from: start + 2))
        default: return startTag(start)
        }
    }

    /// A name without its prefix.
    func local(_ token: Token) -> ArraySlice<UInt8> {
        let name = bytes[token.name]
        return name.firstIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    }

    func hasName(_ token: Token, _ name: StaticString) -> Bool {
        let local = local(token)
        guard local.count == name.utf8CodeUnitCount else { return false }
        return local.elementsEqual(
            UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// The prefix of a name, without its colon; empty where it has none.
    func prefix(_ token: Token) -> String {
        let name = bytes[token.name]
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return "" }
        return String(decoding: name[..<colon], as: UTF8.self)
    }

    /// The address of the token's namespace; empty where it has none.
    func namespace(of token: Token) -> String {
        let prefix = prefix(token)
        for scope in scopes.reversed() {
            if let address = scope.prefixes[prefix] { return address }
        }
        return ""
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The value of an attribute, by its local name, and where the value stands.
    func attribute(_ name: String, of token: Token) -> (value: String, range: Range<Int>)? {
        let found = attributes(of: token).first { own in
            own.name == name || own.name.hasSuffix(":" + name)
        }
        return found.map { (XMLText.decoded(bytes[$0.value]), $0.value) }
    }

    /// All attributes with their full names.
    func attributes(of token: Token) -> [(name: String, value: Range<Int>, whole: Range<Int>)] {
        var found: [(String, Range<Int>, Range<Int>)] = []
        var index = token.name.upperBound
        let end = token.range.upperBound
        while index < end {
            guard let mark = bytes[index..<end].firstIndex(of: UInt8(ascii: "=")) else { break }
            let isNameByte = { (byte: UInt8) in byte > 0x20 }
            guard let first = bytes[index..<mark].firstIndex(where: isNameByte),
                let last = bytes[index..<mark].lastIndex(where: isNameByte),
                let open = bytes[mark..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
                let close = bytes[(open + 1)..<end].firstIndex(of: bytes[open])
            else { break }
            found.append((text(first..<(last + 1)), (open + 1)..<close, first..<(close + 1)))
            index = close + 1
        }
        return found
    }
}

extension XMLTokens {
    private mutating func startTag(_ start: Int) -> Token {
        position = tagEnd(start)
        let isEmpty = bytes[position - 2] == UInt8(ascii: "/")
        let token = Token(
            kind: isEmpty ? .empty : .start, range: start..<position, name: name(from: start + 1))
        depth += 1
        if let prefixes = declared(by: token) { scopes.append((depth, prefixes)) }
        closesEmpty = isEmpty
        return token
    }

    private mutating func leave() {
        if let last = scopes.last, last.depth == depth { scopes.removeLast() }
        depth -= 1
    }

    private func declared(by token: Token) -> [String: String]? {
        let tag = bytes[token.range]
        guard tag.count > 8, tag.contains(UInt8(ascii: "=")), has("xmlns", in: token.range)
        else { return nil }
        var prefixes: [String: String] = [:]
        for attribute in attributes(of: token) {
            if attribute.name == "xmlns" {
                prefixes[""] = XMLText.decoded(bytes[attribute.value])
            } else if attribute.name.hasPrefix("xmlns:") {
                prefixes[String(attribute.name.dropFirst(6))] = XMLText.decoded(
                    bytes[attribute.value])
            }
        }
        return prefixes.isEmpty ? nil : prefixes
    }

    private mutating func other(_ start: Int, until mark: String, _ kind: Kind) -> Token {
        let mark = Array(mark.utf8)
        var index = start + 2
        while index < bytes.count, !bytes[index...].starts(with: mark) { index += 1 }
        position = min(index + mark.count, bytes.count)
        return Token(kind: kind, range: start..<position)
    }

    /// The end of a tag; `>` in a value does not end it.
    private func tagEnd(_ start: Int) -> Int {
        var quote: UInt8 = 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
            index += 1
        }
        return bytes.count
    }

    private func name(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
            bytes[end] != UInt8(ascii: "/")
        {
            end += 1
        }
        return start..<end
    }

    private func has(_ word: String, at start: Int) -> Bool {
        bytes[start...].starts(with: word.utf8)
    }

    private func has(_ word: String, in range: Range<Int>) -> Bool {
        let word = Array(word.utf8)
        var index = range.lowerBound
        while index + word.count <= range.upperBound {
            if bytes[index] == word[0], bytes[index...].starts(with: word) { return true }
            index += 1
        }
        return false
    }
}

/// Texts as XML writes them: entities, line ends.
enum XMLText {
    /// The character that begins at a byte: how many bytes it takes here, and how many as UTF-8.
    static func character(_ bytes: ArraySlice<UInt8>) -> (raw: Int, decoded: [UInt8]) {
        guard let first = bytes.first else { return (0, []) }
        if first == UInt8(ascii: "&"), let end = bytes.firstIndex(of: UInt8(ascii: ";")) {
            let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
            return (end + 1 - bytes.startIndex, Array(entity(name).utf8))
        }
        if first == 0x0D {
            let isPair = bytes.dropFirst().first == 0x0A
            return (isPair ? 2 : 1, [0x0A])
        }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return (min(length, bytes.count), Array(bytes.prefix(length)))
    }

    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) || bytes.contains(0x0D)
        else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        var rest = bytes
        while !rest.isEmpty {
            let next = character(rest)
            text += next.decoded
            rest = rest.dropFirst(next.raw)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// UTF-8 bytes of a text once it is decoded.
    static func length(_ bytes: ArraySlice<UInt8>) -> Int {
        guard bytes.contains(UInt8(ascii: "&")) || bytes.contains(0x0D) else { return bytes.count }
        return decoded(bytes).utf8.count
    }

    static func escaped(_ text: String) -> String {
        var xml = XMLWriter.fragment
        xml.text(text)
        return String(decoding: xml.bytes, as: UTF8.self)
    }

    private static func entity(_ name: String) -> String {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let digits = name.dropFirst()
            let value =
                digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }
}
