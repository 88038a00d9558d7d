import Performance

/// Names of projects, of groups of persons and of what is counted (称谓、口径).
extension RelationSearch {
    // MARK: CC-061

    /// A project that is told again with the same amount under a slightly different name.
    func checkProjectNames(into result: inout [TextFinding]) {
        var projects: [Int32] = []
        for relation in relations
        where relation.shape == .sum && relation.verdict != .error && relation.operandCount >= 2
            && projects.count < 64 && isLabelled(relation.stated, "项目")
            && figure(relation.stated).kind == .amount
        {
            for operand in operands(relation)
            where projects.count < 64 && !projects.contains(operand) {
                projects.append(operand)
            }
        }
        guard !projects.isEmpty else { return }
        var byValue: [Int64: Int32] = [:]
        for project in projects where Slip.digits(figure(project)) >= 3 {
            byValue[figure(project).mantissa] = project
        }
        var told: Set<Int32> = []
        for index in 0..<figureCount where isLevel(index, .amount) {
            guard let project = byValue[figure(index).mantissa], project != index,
                figure(project).exponent == figure(index).exponent,
                statement(project).sentence != statement(index).sentence,
                isRenamed(project, index), told.insert(project).inserted
            else { continue }
            result.append(renamed(project, index))
        }
    }

    /// Alike in at least three characters, but not the same, and none a part of the other.
    private func isRenamed(_ first: Int32, _ second: Int32) -> Bool {
        let (a, b) = (name(of: first), name(of: second))
        guard a.count >= 4, b.count >= 4, a != b, !a.hasSuffix(b), !b.hasSuffix(a) else {
            return false
        }
        return overlap(label(of: first), label(of: second)) >= 9
    }

    private func renamed(_ first: Int32, _ second: Int32) -> TextFinding {
        let (a, b) = (name(of: first), name(of: second))
        return remark(
            "CC-061", .style, at: [place(second), place(first)], "\(a) / \(b)",
            "同为 \(words(second))的项目，前后名称不一致：“\(a)”、“\(b)”。", "请统一项目名称。")
    }

    // MARK: CC-065

    /// One number of 人次 under two names.
    func checkTimes(_ overview: Overview, into result: inout [TextFinding]) {
        for (place, first) in overview.times.enumerated() {
            for second in overview.times[(place + 1)...]
            where figure(first).mantissa == figure(second).mantissa
                && figure(first).exponent == figure(second).exponent
                && figure(first).mantissa % 10 != 0 && Slip.digits(figure(first)) >= 3
                && statement(first).line != statement(second).line
            {
                let (a, b) = (name(of: first), name(of: second))
                guard a.count >= 2, b.count >= 2, overlap(label(of: first), label(of: second)) < 6
                else { continue }
                result.append(
                    remark(
                        "CC-065", .style, at: [self.place(second), self.place(first)],
                        "\(a) / \(b)", stated: words(second),
                        "\(words(second))前后口径不一致：“\(a)”、“\(b)”。", "请统一口径，或说明两者的关系。"))
                break
            }
        }
    }

    // MARK: CC-066

    private static let qualifiers: [StaticString] = [
        "困难", "在职", "退休", "一线", "特困", "低保", "优秀", "农民工", "残疾", "单亲", "在岗", "女",
    ]

    /// 10名困难劳模、43名劳模 told later as 在职劳模53人: the sum of one group under another name.
    func checkGroups(into result: inout [TextFinding]) {
        var pairs: [Int64: (Int32, Int32)] = [:]
        var last = Int32(-1)
        for index in 0..<figureCount
        where isLevel(index, .count) && figure(index).unit == CountUnit.person {
            let own = figure(index)
            guard own.decimals == 0, own.scale == 0, own.marks.subtracting(.chinese).isEmpty else {
                continue
            }
            if let pair = pairs[own.mantissa], own.mantissa >= 20,
                statement(pair.0).line != statement(index).line, isGroupRenamed(pair, index)
            {
                result.append(groupRenamed(pair, index))
                pairs[own.mantissa] = nil
            }
            if last >= 0, statement(last).sentence == statement(index).sentence,
                wholes[Int(index)] < 0, pairs.count < 256
            {
                pairs[figure(last).mantissa + own.mantissa] = (last, index)
            }
            last = index
        }
    }

    /// The label of a count and the words right behind it.
    private func phrase(_ index: Int32) -> Range<Int> {
        let end = Int(figure(index).end)
        let next = Int(figure(index).token) + 1
        let stop = next < tokenCount ? Int(token(next).start) : end
        return label(of: index).lowerBound..<min(max(stop, end), end + 24)
    }

    private func isGroupRenamed(_ pair: (Int32, Int32), _ sum: Int32) -> Bool {
        let (a, b, c) = (phrase(pair.0), phrase(pair.1), phrase(sum))
        guard sharesName(a, c), sharesName(b, c) else { return false }
        for word in Self.qualifiers {
            let isOfSum = reading.text.holds(word, in: c)
            let isOfParts = reading.text.holds(word, in: a) || reading.text.holds(word, in: b)
            if isOfSum != isOfParts { return true }
        }
        return false
    }

    /// Whether two phrases share the name of a group.
    private func sharesName(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        for group: StaticString in [
            "劳模", "职工", "党员", "老人", "学生", "教师", "群众", "干部", "残疾人", "儿童", "妇女", "农民",
            "军人", "患者", "会员", "代表", "工匠", "志愿者", "户主", "人才", "对象",
        ] where reading.text.holds(group, in: first) && reading.text.holds(group, in: second) {
            return true
        }
        return false
    }

    private func groupRenamed(_ pair: (Int32, Int32), _ sum: Int32) -> TextFinding {
        remark(
            "CC-066", .style, at: [place(sum), place(pair.0), place(pair.1)],
            "\(words(sum)) = \(words(pair.0)) + \(words(pair.1))", stated: words(sum),
            "\(words(sum))应是前文 \(words(pair.0))与 \(words(pair.1))之和，但对同一群体的称谓不一致。",
            "请统一称谓，并说明是人数还是人次。")
    }
}
