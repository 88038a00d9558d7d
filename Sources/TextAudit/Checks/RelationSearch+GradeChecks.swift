import Performance

/// Grades beside scores (等级与得分): CC-078.
extension RelationSearch {
    private static let grades: [(StaticString, String)] = [
        ("优", "优"), ("良", "良"), ("中", "中"), ("差", "差"),
    ]

    /// One line of a stated scale: from `low` to `high` hundredths, with or without its ends.
    private struct Band {
        var grade: String
        var low: Int128
        var high: Int128
        var places: [Range<Int>]
    }

    func checkGrades(into result: inout [TextFinding]) {
        var bands: [Band]?
        for index in 0..<figureCount where isTotalScore(index) {
            guard let (grade, place) = grade(behind: index) else { continue }
            if bands == nil { bands = statedBands() }
            checkGrade(index, grade, place, bands ?? [], into: &result)
        }
    }

    private func isTotalScore(_ index: Int32) -> Bool {
        guard figure(index).kind == .score, statement(index).role == .level,
            figure(index).marks.isEmpty
        else { return false }
        let name = label(of: index)
        for word: StaticString in ["得分", "评分", "自评", "总分", "评价", "考核"]
        where reading.text.holds(word, in: name) {
            return true
        }
        return false
    }

    /// 评价等级为良, 等次为“优”: the grade told behind a score in the same line.
    private func grade(behind index: Int32) -> (String, Range<Int>)? {
        let start = Int(figure(index).end)
        var place = start
        let limit = min(start + 180, reading.text.bytes.count)
        while place < limit, reading.text.bytes[place] != 0x0A {
            if let width = reading.text.first(
                of: ["等级为", "等次为", "级别为", "评定为", "等级：", "等次：", "等级是", "结果为"], at: place)
            {
                return grade(at: place + width)
            }
            // Another score has its own grade.
            if reading.text.stands("得分", at: place) { return nil }
            place += reading.text.width(at: place)
        }
        return nil
    }

    private func grade(at place: Int) -> (String, Range<Int>)? {
        var place = reading.text.skipBlanks(place)
        if let quote = reading.text.first(of: ["“", "\"", "「"], at: place) { place += quote }
        for (word, grade) in Self.grades where reading.text.stands(word, at: place) {
            let end = place + 3
            guard
                reading.text.first(
                    of: [
                        "”", "\"", "」", "，", "。", "；", "、", "）", ",", "\n", "秀", "好", "级", "等", "的",
                    ], at: end) != nil
            else { return nil }
            return (grade, place..<end)
        }
        return nil
    }

    private func hundredths(_ index: Int32) -> Int128? {
        let own = figure(index)
        guard own.decimals <= 2, own.scale == 0 else { return nil }
        return Int128(own.mantissa) * Arithmetic.power(2 - Int(own.decimals))
    }

    /// 90分, also where 分 belongs to 分为.
    private func isBound(_ index: Int32) -> Bool {
        figure(index).kind == .score
            || figure(index).kind == .number
                && reading.text.stands("分", at: Int(figure(index).end))
    }

    /// 80分（含）至90分为良, 90分及以上为优, 60分以下为差.
    private func statedBands() -> [Band] {
        var bands: [Band] = []
        for index in 0..<figureCount where isBound(index) && bands.count < 12 {
            let start = Int(figure(index).end)
            let end = min(start + 36, reading.text.bytes.count)
            guard let place = reading.text.find("为", in: start..<end),
                index + 1 == figureCount || Int(figure(index + 1).start) > place,
                let (grade, range) = grade(at: place + 3), let value = hundredths(index)
            else { continue }
            let gap = start..<place
            if reading.text.holds("以上", in: gap) {
                bands.append(
                    Band(grade: grade, low: value, high: .max, places: [self.place(index), range]))
            } else if reading.text.holds("以下", in: gap) {
                bands.append(
                    Band(grade: grade, low: 0, high: value, places: [self.place(index), range]))
            } else if index > 0, figure(index - 1).end > figure(index).start - 24,
                let low = hundredths(index - 1), low < value
            {
                bands.append(
                    Band(
                        grade: grade, low: low, high: value,
                        places: [self.place(index - 1), self.place(index), range]))
            }
        }
        return bands
    }

    private func checkGrade(
        _ index: Int32, _ grade: String, _ place: Range<Int>, _ bands: [Band],
        into result: inout [TextFinding]
    ) {
        guard let score = hundredths(index) else { return }
        if let band = bands.first(where: { $0.grade == grade }) {
            guard score < band.low || score > band.high else { return }
            result.append(
                remark(
                    "CC-078", .compare, at: [self.place(index), place] + band.places,
                    "\(words(index)) → \(grade)", stated: words(index),
                    "得分 \(words(index))不在文中所列“\(grade)”的分数段内。", "请核对得分和等级。"))
            return
        }
        let usual = score >= 9000 ? "优" : score >= 8000 ? "良" : score >= 6000 ? "中" : "差"
        guard bands.isEmpty, usual != grade, score <= 10_000 else { return }
        result.append(
            remark(
                "CC-078", .compare, at: [self.place(index), place], "\(words(index)) → \(grade)",
                computed: usual, stated: grade, severity: .note,
                "得分 \(words(index))按通常标准为“\(usual)”，文中为“\(grade)”。", "请核对等级，或写明评分标准。"))
    }
}
