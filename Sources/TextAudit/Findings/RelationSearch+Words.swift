import Quantities

/// Names and numbers as a finding tells them (措辞).
extension RelationSearch {
    /// The figure as written, without blanks.
    func words(_ index: Int32) -> String {
        written(figure(index).start, figure(index).end)
    }

    /// The unit as written: 万元, %, 人次.
    func unit(_ index: Int32) -> String {
        written(figure(index).digitsEnd, figure(index).end)
    }

    private func written(_ start: Int32, _ end: Int32) -> String {
        var text = String.UnicodeScalarView()
        for scalar in reading.string(start, end).unicodeScalars where !Self.isBlank(scalar) {
            text.append(scalar)
        }
        return String(text)
    }

    /// A number of steps of 10^exponent in the figure's own unit, with at least its decimals.
    func words(_ steps: Int128, _ exponent: Int, like index: Int32) -> String {
        number(steps, exponent, like: index) + unit(index)
    }

    func number(_ steps: Int128, _ exponent: Int, like index: Int32) -> String {
        let figure = figure(index)
        var decimals = Int(figure.scale) - exponent
        var steps = steps
        if decimals < 0 {
            steps *= Arithmetic.power(min(-decimals, 20))
            decimals = 0
        }
        while decimals > Int(figure.decimals), steps % 10 == 0 {
            steps /= 10
            decimals -= 1
        }
        return ExactDecimal(mantissa: steps, scale: min(decimals, 38)).text
    }

    /// A difference in the figure's unit; percentages differ by 百分点.
    func distance(_ steps: Int128, _ exponent: Int, like index: Int32) -> String {
        let number = number(steps, exponent, like: index)
        return figure(index).kind == .percent || figure(index).kind == .points
            ? number + " 个百分点" : number + unit(index)
    }

    // MARK: Names

    /// What a figure is a figure of: its label without leading and closing words; empty for none.
    func name(of index: Int32) -> String {
        let isChange = statement(index).role == .change || statement(index).role == .growth
        let range = isChange ? subjectName(of: index) : label(of: index)
        return Self.trimmed(
            reading.string(Int32(range.lowerBound), Int32(max(range.lowerBound, range.upperBound))))
    }

    static func trimmed(_ label: String) -> String {
        // Scalars, not characters: labels have no marks to combine, and there are many of them.
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(label.utf8.count / 3)
        var open = 0
        var closed = 0
        for scalar in label.unicodeScalars where !isBlank(scalar) {
            switch scalar {
            case "“", "”", "\"": continue
            case "（", "(": open += 1
            case "）", ")": closed += 1
            default: break
            }
            scalars.append(scalar)
        }
        var text = scalars[...]
        if open != closed {
            text = text.split(whereSeparator: { "（）()".unicodeScalars.contains($0) }).last ?? []
        }
        var isMoving = true
        while isMoving {
            isMoving = false
            for lead in leads where text.starts(with: lead) {
                text = text.dropFirst(lead.count)
                isMoving = true
            }
            for tail in tails where text.count > tail.count && text.suffix(tail.count) == tail[...]
            {
                text = text.dropLast(tail.count)
                isMoving = true
            }
        }
        var result = String.UnicodeScalarView()
        if text.count > 24 { result.append("…") }
        result.append(contentsOf: text.count > 24 ? text.suffix(22) : text)
        return String(result)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x3000: true
        case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
        default: false
        }
    }

    private static let leads = [
        "其中", "主要原因是", "主要是", "本年度", "年度", "全年", "本年", "当年", "今年", "截至", "、", "，", "：", ":", ",",
        "和", "及", "以及", "安排", "度", "月", "累计", "我单位", "本部门", "分别为", "分别是", "包括", "的", "＝", "=", "×",
        "一是", "二是",
        "共有", "共", "与上年", "比上年", "较上年", "与去年", "比去年", "同比", "与", "比", "较",
    ].map { Array($0.unicodeScalars) }
    private static let tails = [
        "为", "共", "达", "是", "约", "了", "：", ":", "（", "(", "有", "的", "达到", "仅", "已", "、", "，",
    ].map { Array($0.unicodeScalars) }

    /// The level that a change, growth, share or rate speaks of.
    func subjectName(_ relation: Relation) -> String {
        let subject = statement(relation.stated).subject
        if subject >= 0 {
            let name = name(of: subject)
            if !name.isEmpty { return name }
        }
        return relation.operandCount > 0 ? name(of: operand(relation, 0)) : ""
    }

    /// What the stated figure of a relation is called in the finding.
    func title(of relation: Relation) -> String {
        let own = name(of: relation.stated)
        let subject = subjectName(relation)
        switch statement(relation.stated).role {
        case .completion: return rateTitle(own, subject)
        case .share: return subject.isEmpty ? "占比" : subject + "占比"
        case .growth:
            let word = statement(relation.stated).direction < 0 ? "降幅" : "增幅"
            return changeTitle(own, subject) + word
        case .change:
            let word = statement(relation.stated).direction < 0 ? "减少额" : "增加额"
            return changeTitle(own, subject) + word
        case .points: return "两个百分数之差"
        case .average: return own.count < 2 ? "平均数" : own
        case .rate: return own.isEmpty ? "比率" : own
        default: return own
        }
    }

    /// 较上年决算数 names the base, not what changes.
    private func changeTitle(_ own: String, _ subject: String) -> String {
        for base in ["上年", "去年", "同期", "决算数", "预算数", "年初预算"] where own.contains(base) {
            return subject
        }
        return own.count < 2 ? subject : own
    }

    private func rateTitle(_ own: String, _ subject: String) -> String {
        for tail in ["率", "进度", "比例"] where own.hasSuffix(tail) && own.count <= 16 {
            return own
        }
        if subject.contains("收入"), !subject.contains("支出") { return "收入完成率" }
        if subject.contains("支出"), subject.count <= 6 { return "支出完成率" }
        return subject.isEmpty ? "完成率" : subject + "完成率"
    }
}
