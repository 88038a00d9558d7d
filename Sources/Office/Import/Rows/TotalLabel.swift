/// The label of a row that adds up others: 合计, 小计, 本月合计, 累计.
struct TotalLabel: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Adds up the rows since the total before: 小计, 本页合计, 本月合计.
        case part
        /// Adds up all rows of the sheet: 合计, 总计.
        case whole
        /// Adds up rows that may stand in another file: 累计. Its figure is not checked.
        case running
    }

    let text: String
    let kind: Kind
    /// The label says nothing but the word itself.
    let isBare: Bool

    private static let words = ["合计", "小计", "总计", "累计", "共计", "总和"]
    private static let partWords = ["小计", "本页", "本月", "本日", "月合计", "季度", "本季"]

    /// Reads a label; nil for a text that only contains such a word, like 合计支付办公费.
    init?(_ text: String) {
        let name = HeaderText(text).base
        guard name.unicodeScalars.count <= 12,
            let word = Self.words.first(where: { name.hasSuffix($0) || name.hasPrefix($0) })
        else { return nil }
        let rest = name.hasSuffix(word) ? name.dropLast(word.count) : name.dropFirst(word.count)
        guard name.hasSuffix(word) || rest.isEmpty || rest == "金额" || rest == "数" else {
            return nil
        }
        self.text = text.trimmingSpaces
        isBare = rest.isEmpty
        if name.contains("累计") {
            kind = .running
        } else {
            kind = Self.partWords.contains(where: name.contains) ? .part : .whole
        }
    }

    /// Whether bytes may be a label: what does not hold 计 or 总和 costs no more than this.
    static func mayBe(_ bytes: CellBytes) -> Bool {
        guard bytes.count >= 6, bytes.count <= 48, bytes[0] >= 0x80 || bytes[0] == 0x20
        else { return false }
        for index in 0..<(bytes.count - 2) where bytes[index] == 0xE8 || bytes[index] == 0xE5 {
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            // 计, and 和 of 总和.
            if (second, third) == (0xAE, 0xA1) || (second, third) == (0x92, 0x8C) { return true }
        }
        return false
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmingSpaces: String { PlainBytes.text(self) }
}
