extension TextFigure {
    /// What the words before a figure say of it: 近、超、不超过; nil where they say nothing.
    static func qualifier(before figure: Figure, in reading: borrowing Reading) -> Qualifier? {
        let place = Int(figure.token) - 1
        guard place >= 0 else { return nil }
        let token = reading.lexer.tokens[place]
        guard token.kind == .word, token.end <= figure.start, figure.start - token.end <= 3 else {
            return nil
        }
        switch reading.string(token.start, token.end) {
        case "约", "大约", "约为": return .about
        case "近", "将近", "接近": return .nearly
        case "超", "超过", "超出", "逾", "突破", "多于", "大于", "高于": return .over
        case "不足", "不到", "小于", "低于", "少于", "不及": return .under
        case "不低于", "不少于", "不小于", "不得低于", "大于等于", "至少", "最低", "下限", "下限为", "≥", "＞", ">":
            return .atLeast
        case "不超过", "不高于", "不大于", "不得超过", "小于等于", "未超过", "未突破", "未高于", "至多", "最多", "最高", "上限",
            "上限为", "控制在", "≤", "＜", "<":
            return .atMost
        default: return nil
        }
    }
}
