/// Tells lines around a table from its rows: 填表人：…, 第1页, 一、人员经费 (表外文字).
enum FooterText {
    private static let openings = [
        "填表人", "填报人", "制表人", "制表", "编制人", "审核人", "审核", "复核人", "复核", "负责人", "单位负责人",
        "财务负责人", "主管领导", "经办人", "联系人", "联系电话", "电话", "填报日期", "填表日期", "制表日期", "打印日期",
        "打印时间", "导出时间", "导出日期", "填报单位", "编制单位", "单位名称", "金额单位", "单位", "数据来源", "备注",
        "注", "说明", "附注",
    ]

    /// Whether a text opens a line below or above a table.
    static func isFooter(_ text: String) -> Bool {
        let folded = HeaderText.comparable(text)
        if isPageNumber(folded) { return true }
        return openings.contains { opening in
            guard folded.hasPrefix(opening) else { return false }
            // 负责人 alone stood before a colon that the comparison has cut off.
            guard let next = folded.dropFirst(opening.count).first else { return true }
            return next == ":" || next == "(" || (next.isNumber && opening == "注")
        }
    }

    private static func isPageNumber(_ text: String) -> Bool {
        guard text.hasSuffix("页") || text.contains("页,共") || text.contains("页/共") else {
            return false
        }
        return text.hasPrefix("第") || text.hasPrefix("共")
    }

    /// Whether a text is a title between rows: `一、人员经费`, `（二）公用经费`.
    static func isSectionTitle(_ text: String) -> Bool {
        let numerals = "一二三四五六七八九十"
        var rest = Substring(HeaderText.comparable(text))
        let isBracketed = rest.hasPrefix("(")
        if isBracketed { rest = rest.dropFirst() }
        let number = rest.prefix { numerals.contains($0) }
        guard (1...3).contains(number.count) else { return false }
        let next = rest.dropFirst(number.count).first
        return isBracketed ? next == ")" : next == "、" || next == "."
    }
}
