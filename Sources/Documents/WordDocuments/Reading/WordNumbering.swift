/// Counts the numbered paragraphs of a document (自动编号): the `一、` that nobody typed.
struct WordNumbering {
    private let numbers: WordNumberingElements
    private let styles: WordStyleListElements
    /// Numbers reached so far by list, a list being shared by all its uses.
    private var counters: [String: [Int: Int]] = [:]
    private var startedUses: Set<Int> = []

    init(_ numbers: WordNumberingElements, _ styles: WordStyleListElements) {
        self.numbers = numbers
        self.styles = styles
    }

    /// What is shown before the paragraph, with the space that keeps it apart where it needs one;
    /// nil where nothing is. Paragraphs come in document order.
    mutating func label(of paragraph: WordTextParagraph) -> String? {
        guard let (use, level) = place(of: paragraph), Self.levels.contains(level),
            let list = numbers.uses[use]?.list,
            let levels = numbers.lists[list]?.levels, let own = levels[level]
        else { return nil }
        count(use, list, level, levels)
        let label = text(of: own, at: level, levels, counters[list] ?? [:])
        guard let last = label.last else { return nil }
        return "、）)》】：:".contains(last) ? label : label + " "
    }

    /// - Source: ECMA-376 part 1, 17.9.3: a list has nine levels.
    private static let levels = 0..<9

    /// The list and level of a paragraph, by itself or by its style.
    private func place(of paragraph: WordTextParagraph) -> (use: Int, level: Int)? {
        var (use, level) = (paragraph.list?.list, paragraph.list?.level)
        var style = paragraph.style ?? styles.standard
        var owner: String?
        var steps = 0
        while use == nil, let id = style, let own = styles.styles[id], steps < 16 {
            if let list = own.place.list { (use, owner) = (list, id) }
            level = level ?? own.place.level
            style = own.parent
            steps += 1
        }
        guard let use, use != 0 else { return nil }
        return (use, level ?? owner.flatMap { self.level(of: $0, in: use) } ?? 0)
    }

    /// The level that a list keeps for a style.
    private func level(of style: String, in use: Int) -> Int? {
        guard let list = numbers.uses[use]?.list else { return nil }
        return numbers.lists[list]?.levels.filter { $0.value.style == style }.keys.min()
    }

    private mutating func count(
        _ use: Int, _ list: String, _ level: Int, _ levels: [Int: WordNumberingElements.Level]
    ) {
        var reached = counters[list] ?? [:]
        if startedUses.insert(use).inserted {
            for (level, start) in numbers.uses[use]?.starts ?? [:] { reached[level] = start &- 1 }
        }
        let start = levels[level]?.start ?? 1
        let (next, isTooLarge) = (reached[level] ?? start &- 1).addingReportingOverflow(1)
        reached[level] = isTooLarge ? start : next
        for deeper in reached.keys where deeper > level { reached[deeper] = nil }
        for higher in 0..<max(level, 0) where reached[higher] == nil {
            reached[higher] = levels[higher]?.start ?? 1
        }
        counters[list] = reached
    }

    private func text(
        of own: WordNumberingElements.Level, at level: Int,
        _ levels: [Int: WordNumberingElements.Level], _ reached: [Int: Int]
    ) -> String {
        guard own.format != "bullet", own.format != "none" else { return "" }
        var label = ""
        var rest = own.text[...]
        while let sign = rest.first {
            rest = rest.dropFirst()
            guard sign == "%", let digit = rest.first?.wholeNumberValue, digit > 0 else {
                label.append(sign)
                continue
            }
            rest = rest.dropFirst()
            let format = own.isLegal ? "decimal" : levels[digit - 1]?.format ?? "decimal"
            label += WordNumberFormat.text(reached[digit - 1] ?? 1, format)
        }
        return label
    }
}

/// Writes the number of a list as its format says (编号格式).
///
/// - Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat), those that Chinese documents use.
enum WordNumberFormat {
    static func text(_ number: Int, _ format: String) -> String {
        guard number >= 0, number < 10_000 else { return String(number) }
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting",
            "ideographDigital", "taiwaneseCounting", "taiwaneseCountingThousand":
            return chinese(number, digits: "〇一二三四五六七八九", units: ["", "十", "百", "千"])
        case "chineseLegalSimplified", "ideographLegalTraditional":
            return chinese(number, digits: "零壹贰叁肆伍陆柒捌玖", units: ["", "拾", "佰", "仟"])
        case "ideographTraditional": return sign(number, in: "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": return sign(number, in: "子丑寅卯辰巳午未申酉戌亥")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            return sign(number, in: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
        case "decimalEnclosedParen": return "(\(number))"
        case "decimalEnclosedFullstop": return "\(number)."
        case "decimalZero": return number < 10 ? "0\(number)" : String(number)
        case "lowerLetter": return letter(number, "a")
        case "upperLetter": return letter(number, "A")
        case "lowerRoman": return roman(number).lowercased()
        case "upperRoman": return roman(number)
        case "none", "bullet": return ""
        default: return String(number)
        }
    }

    /// `12` is 十二, `20` 二十, `105` 一百〇五.
    private static func chinese(_ number: Int, digits: String, units: [String]) -> String {
        let digits = Array(digits)
        guard number > 0 else { return String(digits[0]) }
        var text = ""
        var isZeroDue = false
        for (place, unit) in units.enumerated().reversed() {
            let power = [1, 10, 100, 1000][place]
            let digit = number / power % 10
            if digit == 0 {
                isZeroDue = !text.isEmpty
            } else {
                if isZeroDue { text.append(digits[0]) }
                isZeroDue = false
                let isPlainTen = unit == "十" && digit == 1 && text.isEmpty
                text += (isPlainTen ? "" : String(digits[digit])) + unit
            }
        }
        return text
    }

    private static func sign(_ number: Int, in signs: String) -> String {
        guard number >= 1, number <= signs.count else { return String(number) }
        return String(signs[signs.index(signs.startIndex, offsetBy: number - 1)])
    }

    /// 27 is `aa`, as Word repeats the letter.
    private static func letter(_ number: Int, _ first: Unicode.Scalar) -> String {
        guard number > 0, number <= 780,
            let scalar = Unicode.Scalar(first.value + UInt32((number - 1) % 26))
        else { return String(number) }
        return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text.isEmpty ? "0" : text
    }
}
