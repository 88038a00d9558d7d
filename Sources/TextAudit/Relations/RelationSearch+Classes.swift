/// Things counted by class (分类计数): 128个问题中，立行立改问题95个、…; 优16个、良4个、中1个.
extension RelationSearch {
    mutating func findClasses() {
        for index in 0..<figureCount where figure(index).kind == .count && isTotalLike(index) {
            if isBeforeClasses(index) { settleClasses(index) }
            if opensGrades(index) { settleGrades(from: index) }
        }
    }

    /// 审计查出的128个问题中，: what is counted, and 中 before the comma.
    private func isBeforeClasses(_ index: Int32) -> Bool {
        let place = Int(figure(index).token) + 1
        guard place < tokenCount, token(place).kind == .comma else { return false }
        let name = Int(figure(index).end)..<Int(token(place).start)
        return name.count >= 6 && name.count <= 30
            && reading.text.stands("中", at: name.upperBound - 3)
    }

    private mutating func settleClasses(_ total: Int32) {
        parts.start(total, figure(total))
        _ = gather(
            from: Int(figure(total).token) + 2, depth: statement(total).depth, untilClose: false)
        guard parts.count >= 3 else { return }
        let name = counted(behind: total)
        let kind = name.lowerBound..<max(name.upperBound - 3, name.lowerBound)
        let areKinds = parts.parts.allSatisfy { overlap(kind, label(of: $0.figure)) >= kind.count }
        guard areKinds, kind.count >= 6 else { return }
        _ = settle(total, .likely, weight: 2)
    }

    /// “优”16个 with “良” behind it: grades leave nothing out.
    private func opensGrades(_ index: Int32) -> Bool {
        guard index + 1 < figureCount, grade(of: index) == 0 else { return false }
        return grade(of: index + 1) == 1 && figure(index + 1).adds(with: figure(index))
            && statement(index + 1).part == statement(index).part
    }

    /// The place of a grade in 优、良、中、差; −1 for no grade.
    private func grade(of index: Int32) -> Int {
        let name = label(of: index)
        guard name.count <= 30 else { return -1 }
        let tail = max(name.lowerBound, name.upperBound - 12)..<name.upperBound
        for (place, word) in (["优", "良", "中", "差"] as [StaticString]).enumerated()
        where reading.text.holds(word, in: tail) {
            return place
        }
        return -1
    }

    private mutating func settleGrades(from first: Int32) {
        guard wholes[Int(first)] < 0 else { return }
        let candidates = wholesBefore(first)
        for (clarity, totals) in [
            (Relation.Clarity.guess, candidates), (.likely, topics(candidates, of: first)),
        ] {
            for total in totals {
                parts.start(total, figure(total))
                var index = first
                while index < nearest(behind: first), grade(of: index) >= 0,
                    statement(index).part == statement(first).part,
                    figure(index).adds(with: figure(total))
                {
                    parts.add(index, figure(index), opensGroup: false, isNested: false)
                    index += 1
                }
                guard parts.count >= 3 else { return }
                if settle(total, clarity, weight: 2) { return }
            }
        }
    }
}
