import Glibc

/// A name of an element or attribute without its prefix; lives only during one callback.
struct XMLName {
    let bytes: UnsafePointer<UInt8>
    /// The address of its namespace; nil where it has none or nobody asked.
    var namespace: UnsafePointer<UInt8>?

    @inline(__always)
    static func == (name: XMLName, text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        var index = 0
        // A NUL ends the name, so that a shorter one differs there at the latest.
        while index < count {
            if name.bytes[index] != text.utf8Start[index] { return false }
            index += 1
        }
        return name.bytes[count] == 0
    }

    @inline(__always)
    static func != (name: XMLName, text: StaticString) -> Bool { !(name == text) }

    /// Whether the namespace's address holds a word such as `wordprocessingml`; false without one.
    func hasNamespace(holding word: StaticString) -> Bool {
        guard let namespace else { return false }
        return UnsafeRawPointer(namespace).withMemoryRebound(to: CChar.self, capacity: 1) { own in
            UnsafeRawPointer(word.utf8Start).withMemoryRebound(to: CChar.self, capacity: 1) {
                strstr(own, $0) != nil
            }
        }
    }

    /// The letter of a name of one letter, 0 for longer ones.
    @inline(__always)
    var letter: UInt8 { bytes[1] == 0 ? bytes[0] : 0 }
}

/// The attributes of an element; live only during one callback.
struct XMLAttributes {
    /// Five pointers for each: local name, prefix, namespace, first byte, byte after the last.
    let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    @inline(__always)
    func name(_ index: Int) -> XMLName? {
        guard let bytes = pointers?[5 * index] else { return nil }
        return XMLName(bytes: bytes)
    }

    @inline(__always)
    func hasPrefix(_ index: Int) -> Bool { pointers?[5 * index + 1] != nil }

    @inline(__always)
    func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let start = pointers?[5 * index + 3], let end = pointers?[5 * index + 4]
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    /// The text of an attribute; `prefixed` ones such as `r:id` are asked for as such.
    func text(_ name: StaticString, prefixed: Bool = false) -> String? {
        for index in 0..<count where hasPrefix(index) == prefixed {
            if let own = self.name(index), own == name {
                return String(decoding: value(index), as: UTF8.self)
            }
        }
        return nil
    }

    /// An XML boolean; nil where the attribute does not stand.
    func flag(_ name: StaticString) -> Bool? {
        text(name).map { ["1", "true", "on"].contains($0) }
    }
}

/// What a reader of one XML part does with what it meets. Override `start`, `end` and `text`.
class XMLElements {
    /// What ends the reading.
    final var failure: (any Error)?
    /// Text between tags is handed over only while this is set.
    final var wantsText = false

    // Set by the parser that drives these elements.
    final var stop: (() -> Void)?
    final var depthLimit = Int.max
    final var depthFailure: (any Error)?
    final var doctypeFailure: (any Error)?
    private var depth = 0

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    final func fail(_ error: any Error) { failure = failure ?? error }

    @inline(__always)
    static func from(_ user: UnsafeMutableRawPointer?) -> XMLElements? {
        user.map { Unmanaged<XMLElements>.fromOpaque($0).takeUnretainedValue() }
    }

    final func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        if depth > depthLimit, let depthFailure { fail(depthFailure) }
        if failure == nil { start(name, attributes) }
        if failure != nil { stop?() }
    }

    final func endElement(_ name: XMLName) {
        depth -= 1
        if failure == nil { end(name) }
        if failure != nil { stop?() }
    }
}
