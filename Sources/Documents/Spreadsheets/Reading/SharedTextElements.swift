/// How much text the cells of one workbook may share (共享文字上限).
package struct SharedTextLimits: Hashable, Sendable {
    package var count: Int
    package var bytes: Int

    package init(count: Int, bytes: Int) {
        self.count = count
        self.bytes = bytes
    }

    package static let standard = SharedTextLimits(count: 4_000_000, bytes: 256 << 20)
}

/// Reads the texts that cells share: runs joined, phonetic guides dropped.
final class SharedTextElements: XMLElements {
    private(set) var texts: [String] = []
    private var collector = TextCollector()
    private var isInPhonetic = false
    private var bytes = 0
    private let file: String
    private let limits: SharedTextLimits

    init(file: String, limits: SharedTextLimits) {
        self.file = file
        self.limits = limits
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name.letter == UInt8(ascii: "t") {
            wantsText = !isInPhonetic
        } else if name == "si" {
            collector.clear()
        } else if name == "rPh" {
            isInPhonetic = true
        }
    }

    override func end(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") {
            wantsText = false
        } else if name == "rPh" {
            isInPhonetic = false
        } else if name == "si" {
            close()
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard collector.append(bytes) else { return failTooLong() }
    }

    private func failTooLong() {
        fail(
            DocumentError.sharedTextTooLong(
                file: file, number: texts.count + 1, limit: TableLimits.textLength))
    }

    private func close() {
        guard let text = collector.text else { return failTooLong() }
        bytes += collector.count
        guard texts.count < limits.count else {
            return fail(DocumentError.tooManySharedTexts(file: file, limit: "\(limits.count) 条"))
        }
        guard bytes <= limits.bytes else {
            return fail(
                DocumentError.tooManySharedTexts(
                    file: file, limit: DocumentError.size(limits.bytes)))
        }
        texts.append(text)
    }
}

/// Collects the bytes of one cell's text within the limit of a cell.
struct TextCollector {
    private var bytes: [UInt8] = []

    var count: Int { bytes.count }
    var isEmpty: Bool { bytes.isEmpty }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// False once the bytes are more than any cell's text has.
    @inline(__always)
    mutating func append(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.append(contentsOf: more)
        // A UTF-16 unit takes at most three bytes of UTF-8, an escape seven for one unit.
        return bytes.count <= 7 * TableLimits.textLength
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer(body)
    }

    /// The text, its escapes such as `_x000D_` resolved; nil past the limit of a cell.
    var text: String? {
        var text = String(decoding: bytes, as: UTF8.self)
        if bytes.count >= 7, Self.mayHoldEscapes(bytes) { text = Self.resolvingEscapes(text) }
        if text.utf8.count > TableLimits.textLength, text.utf16.count > TableLimits.textLength {
            return nil
        }
        return text
    }

    private static func mayHoldEscapes(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index + 6 < bytes.count {
            if bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
                bytes[index + 6] == UInt8(ascii: "_")
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    private static func resolvingEscapes(_ text: String) -> String {
        let units = Array(text.utf16)
        var result: [UInt16] = []
        var index = 0
        while index < units.count {
            if index + 6 < units.count, units[index] == 0x5F, units[index + 1] == 0x78,
                units[index + 6] == 0x5F,
                let code = UInt16(
                    String(decoding: units[index + 2..<index + 6], as: UTF16.self), radix: 16)
            {
                result.append(code)
                index += 7
            } else {
                result.append(units[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF16.self)
    }
}
