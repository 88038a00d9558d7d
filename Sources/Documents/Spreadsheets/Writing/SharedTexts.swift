/// The texts of a workbook (共享字符串), each once, numbered from 0 as they come up.
struct SharedTexts {
    private var numbers: [String: Int] = [:]
    private var texts: [String] = []
    private var uses = 0

    mutating func number(of text: String) -> Int {
        uses += 1
        // `==` calls é and e + ´ equal; the file keeps the bytes that came in.
        if let known = numbers[text], texts[known].utf8.elementsEqual(text.utf8) { return known }
        numbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    func xml() -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "sst",
            [
                "xmlns": OfficeNamespace.sheet, "count": "\(uses)",
                "uniqueCount": "\(texts.count)",
            ]
        ) { xml in
            for text in texts {
                xml.element("si") { xml in
                    xml.element("t", ["xml:space": "preserve"], text: Self.escaped(text))
                }
            }
        }
        return xml
    }

    /// Line ends become LF, the only one that cells know, and a text such as `_x0041_`, which a
    /// spreadsheet program would read as `A`, gets its underscore escaped (ECMA-376, ST_Xstring).
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0D || $0 == UInt8(ascii: "_") })
        else { return text }
        let bytes = Array(text.utf8)
        var escaped: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0D:
                if index + 1 >= bytes.count || bytes[index + 1] != 0x0A { escaped.append(0x0A) }
            case UInt8(ascii: "_") where isEscape(bytes[index...]):
                escaped.append(contentsOf: "_x005F_".utf8)
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        let start = bytes.startIndex
        guard bytes.count >= 7, bytes[start + 1] == UInt8(ascii: "x"),
            bytes[start + 6] == UInt8(ascii: "_")
        else { return false }
        return bytes[(start + 2)..<(start + 6)].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "a")...UInt8(ascii: "f"):
                true
            default: false
            }
        }
    }
}
