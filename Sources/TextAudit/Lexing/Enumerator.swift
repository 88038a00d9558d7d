/// The ordinal that opens an item of a list (序号): its style, its number and its bytes.
struct Enumerator {
    /// Styles, outermost first as official documents use them: 一、（一）1.（1）① 一是.
    enum Style: UInt8 {
        case chapter = 1
        case bracketedChapter, number, bracketedNumber, circled, firstly
    }

    let style: Style
    let number: Int
    let length: Int

    init?(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) {
        var reader = EnumeratorReader(bytes: bytes, place: offset)
        guard let (style, number) = reader.read() else { return nil }
        self.style = style
        self.number = number
        length = reader.place - offset
    }
}

/// Reads an ordinal byte by byte.
private struct EnumeratorReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place: Int

    mutating func read() -> (Enumerator.Style, Int)? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        if byte &- 0x30 < 10 { return plainNumber() }
        if byte == UInt8(ascii: "(") {
            place += 1
            return bracketed()
        }
        guard byte >= 0xE2, place + 2 < bytes.count else { return nil }
        if stands(0xEF, 0xBC, 0x88) {  // （
            place += 3
            return bracketed()
        }
        if byte == 0xE2, bytes[place + 1] == 0x91, bytes[place + 2] &- 0xA0 < 20 {  // ①…⑳
            let number = Int(bytes[place + 2] &- 0xA0) + 1
            place += 3
            return (.circled, number)
        }
        return chinese()
    }

    /// `1.` `1、` `1．` `1）`, not `1.5`.
    private mutating func plainNumber() -> (Enumerator.Style, Int)? {
        guard let number = arabic(), number > 0 else { return nil }
        guard place < bytes.count else { return nil }
        if bytes[place] == UInt8(ascii: ".") {
            place += 1
            return nextIsDigit ? nil : (.number, number)
        }
        if stands(0xE3, 0x80, 0x81) || stands(0xEF, 0xBC, 0x8E) {  // 、 ．
            place += 3
            return nextIsDigit ? nil : (.number, number)
        }
        if bytes[place] == UInt8(ascii: ")") {
            place += 1
            return (.bracketedNumber, number)
        }
        if stands(0xEF, 0xBC, 0x89) {
            place += 3
            return (.bracketedNumber, number)
        }
        return nil
    }

    private mutating func bracketed() -> (Enumerator.Style, Int)? {
        let style: Enumerator.Style
        let number: Int
        if let arabic = arabic() {
            (style, number) = (.bracketedNumber, arabic)
        } else if let numeral = numeral() {
            (style, number) = (.bracketedChapter, numeral)
        } else {
            return nil
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: ")") {
            place += 1
        } else if stands(0xEF, 0xBC, 0x89) {
            place += 3
        } else {
            return nil
        }
        return (style, number)
    }

    /// `一、` `一是` `其一`, `第一，`.
    private mutating func chinese() -> (Enumerator.Style, Int)? {
        let start = place
        let isOrdinal = stands(0xE7, 0xAC, 0xAC)  // 第
        if isOrdinal { place += 3 }
        guard let number = numeral() else {
            place = start
            return nil
        }
        if !isOrdinal, stands(0xE6, 0x98, 0xAF) {  // 是
            place += 3
            return (.firstly, number)
        }
        if stands(0xE3, 0x80, 0x81) {  // 、
            place += 3
            return (isOrdinal ? .firstly : .chapter, number)
        }
        if isOrdinal, stands(0xEF, 0xBC, 0x8C) {  // ，
            place += 3
            return (.firstly, number)
        }
        place = start
        return nil
    }

    private mutating func arabic() -> Int? {
        var value = 0
        var count = 0
        while place < bytes.count, bytes[place] &- 0x30 < 10, count < 3 {
            value = value * 10 + Int(bytes[place] &- 0x30)
            place += 1
            count += 1
        }
        return count == 0 || (place < bytes.count && bytes[place] &- 0x30 < 10) ? nil : value
    }

    /// 一 … 九十九.
    private mutating func numeral() -> Int? {
        var value = 0
        var digit = 0
        var count = 0
        while count < 3, place + 2 < bytes.count, let next = Self.digit(bytes, place) {
            if next == 10 {
                value = max(digit, 1) * 10
                digit = 0
            } else {
                digit = next
            }
            place += 3
            count += 1
        }
        return count == 0 ? nil : value + digit
    }

    private static func digit(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
        case (0xE4, 0xB8, 0x80): 1
        case (0xE4, 0xBA, 0x8C): 2
        case (0xE4, 0xB8, 0x89): 3
        case (0xE5, 0x9B, 0x9B): 4
        case (0xE4, 0xBA, 0x94): 5
        case (0xE5, 0x85, 0xAD): 6
        case (0xE4, 0xB8, 0x83): 7
        case (0xE5, 0x85, 0xAB): 8
        case (0xE4, 0xB9, 0x9D): 9
        case (0xE5, 0x8D, 0x81): 10
        default: nil
        }
    }

    private func stands(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        place + 2 < bytes.count && bytes[place] == a && bytes[place + 1] == b
            && bytes[place + 2] == c
    }

    private var nextIsDigit: Bool { place < bytes.count && bytes[place] &- 0x30 < 10 }
}
