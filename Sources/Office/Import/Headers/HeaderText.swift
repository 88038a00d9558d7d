import Quantities

/// One header of a sheet (表头文字), made comparable: `金 额（万元）` is `金额` in 万元.
struct HeaderText: Hashable, Sendable {
    /// As it stands in the sheet, for messages.
    let text: String
    /// Without spaces and marks, 半角, lower case, brackets included: `金额(万元)`.
    let whole: String
    /// `whole` without its unit or brackets: `金额`.
    let base: String
    /// The unit of money that the header states.
    let moneyUnit: MoneyUnit?

    init(_ text: String) {
        self.text = text
        whole = Self.comparable(text)
        (base, moneyUnit) = Self.split(whole)
    }

    var isEmpty: Bool { whole.isEmpty }

    /// 半角, without spaces, line breaks and the marks that forms put around a name.
    static func comparable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in PlainBytes.text(text).unicodeScalars {
            switch scalar {
            case " ", "*", "※", "●", "\"", "“", "”", "\u{FFFD}": continue
            case "【", "〔", "[", "{": result.append("(")
            case "】", "〕", "]", "}": result.append(")")
            default: result.append(scalar)
            }
        }
        var folded = String(result).lowercased()
        while let last = folded.last, ":;,、".contains(last) { folded.removeLast() }
        return folded
    }

    /// Takes the unit and what stands in brackets off a comparable header.
    private static func split(_ whole: String) -> (base: String, unit: MoneyUnit?) {
        var base = ""
        var note = ""
        var depth = 0
        for character in whole {
            if character == "(" {
                depth += 1
            } else if character == ")" {
                depth = max(0, depth - 1)
            } else if depth > 0 {
                note.append(character)
            } else {
                base.append(character)
            }
        }
        if let unit = UnitLine.unit(named: note) { return (base, unit) }
        for mark in ["/", ":", "-"] {
            guard let index = base.lastIndex(of: Character(mark)),
                let unit = UnitLine.unit(named: String(base[base.index(after: index)...]))
            else { continue }
            return (String(base[..<index]), unit)
        }
        for unit in MoneyUnit.allCases.reversed() where base.hasSuffix(unit.rawValue) {
            // 亿元, 万元, 千元 before 元: `金额万元`.
            let rest = String(base.dropLast(unit.rawValue.count))
            if !rest.isEmpty { return (rest, unit) }
        }
        return (base, nil)
    }
}

/// The unit line of a sheet (单位行): `单位：万元`, `金额单位：人民币元`.
enum UnitLine {
    /// The unit that a text names by itself: `万元`, `人民币元`, `单位:元`.
    static func unit(named text: String) -> MoneyUnit? {
        var name = Substring(text)
        for prefix in ["金额单位", "单位", "货币单位", ":", "人民币"] where name.hasPrefix(prefix) {
            name = name.dropFirst(prefix.count)
        }
        return MoneyUnit(rawValue: String(name))
    }

    /// The unit that a cell above the header states; nil for `填报单位：区总工会`.
    static func unit(in text: String) -> MoneyUnit? {
        // With its spaces a word behind the unit shows; without them `单 位：万 元` does.
        for folded in [PlainBytes.text(text), HeaderText.comparable(text)] {
            var rest = Substring(folded)
            while let range = rest.firstRange(of: "单位") {
                rest = rest[range.upperBound...]
                if let unit = leadingUnit(rest) { return unit }
            }
        }
        return nil
    }

    private static func leadingUnit(_ text: Substring) -> MoneyUnit? {
        var rest = text
        while let first = rest.first, ":( ".contains(first) { rest = rest.dropFirst() }
        if rest.hasPrefix("人民币") { rest = rest.dropFirst(3) }
        for unit in MoneyUnit.allCases.reversed() where rest.hasPrefix(unit.rawValue) {
            let tail = rest.dropFirst(unit.rawValue.count)
            if tail.isEmpty || tail.first.map({ "),;、| ".contains($0) }) == true { return unit }
        }
        return nil
    }
}
