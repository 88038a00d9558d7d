import Performance

/// Changes that are listed without their levels (增减列举).
extension RelationSearch {
    /// 同上年相比减少15.29万元…其中公车减少2.90万元，接待减少12.39万元: changes without their levels.
    mutating func findListedChanges() {
        for index in 0..<figureCount where statement(index).role == .change {
            let own = statement(index)
            guard !isSummed(index) else { continue }
            var changes: ContiguousArray<Int32> = []
            var other = index + 1
            var isIntroduced = false
            while other < nearest(behind: index), changes.count < 12 {
                let next = statement(other)
                guard next.line <= own.line + 1, next.sentence <= own.sentence + 3 else { break }
                if next.role == .change, next.comparand == own.comparand,
                    figure(other).adds(with: figure(index))
                {
                    if isNested(index, other) { isIntroduced = true }
                    changes.append(other)
                }
                other += 1
            }
            guard changes.count >= 2 else { continue }
            var end = changes.count
            var isSettled = false
            while end >= 2, !isSettled {
                let verdict = verdict(index, changes[..<end])
                if verdict == .exact || verdict == .rounding {
                    settleChanges(index, changes[..<end], clarity: .guess, weight: 3)
                    isSettled = true
                }
                end -= 1
            }
            if !isSettled, !isIntroduced, let run = changeRun(after: index) {
                settleChanges(index, run[...], clarity: .likely, weight: 4)
                continue
            }
            if !isSettled, isIntroduced {
                let nested = changes.prefix { isNested(index, $0) }
                if let last = nested.last, holdsLevel(from: index, to: last) {
                    if settleMixed(index) { continue }
                }
                if nested.count >= 2, let last = nested.last {
                    let isPure = !holdsLevel(from: index, to: last)
                    settleChanges(
                        index, nested, clarity: isPure ? .stated : .likely,
                        weight: isPure ? 2 : 4)
                }
            }
        }
    }

    /// 增加24960万元，其中：新增债券12600万元，补助增加9815万元: not only changes are listed.
    func holdsLevel(from first: Int32, to last: Int32) -> Bool {
        for index in first + 1..<last
        where statement(index).role == .level && figure(index).adds(with: figure(first))
            && statement(index).comparand == .none && !isFollowedByChange(index)
        { return true }
        return false
    }

    /// 增加24960万元，其中：新增债券12600万元，补助增加9815万元，其他2545万元: up to the semicolon.
    mutating func settleMixed(_ total: Int32) -> Bool {
        let next = Int(figure(total).token) + 2
        guard next < tokenCount, token(next).word == .ofWhich || token(next).word == .parts,
            statement(total).direction != 0
        else { return false }
        parts.start(total, figure(total))
        var index = total + 1
        while index < nearest(behind: total), statement(index).part == statement(total).part {
            let own = statement(index)
            if own.depth == statement(total).depth, figure(index).adds(with: figure(total)),
                own.role == .level || own.role == .change
            {
                guard own.role == .level || own.direction == statement(total).direction else {
                    return false
                }
                parts.add(index, figure(index), opensGroup: false, isNested: false)
            }
            index += 1
        }
        return parts.count >= 2 && settle(total, .likely, weight: 4)
    }

    /// 公车10万元，增加2.9万元: the change names nothing of its own.
    func isFollowedByChange(_ level: Int32) -> Bool {
        let next = level + 1
        return next < figureCount && statement(next).role == .change
            && subjectName(of: next).isEmpty
    }

    /// The changes that fill the next sentence, in one run: 人员经费增加…、公用经费减少…、项目支出增加….
    func changeRun(after index: Int32) -> ContiguousArray<Int32>? {
        var run: ContiguousArray<Int32> = []
        var other = index + 1
        while other < nearest(behind: index),
            statement(other).sentence <= statement(index).sentence + 1
        {
            if statement(other).sentence == statement(index).sentence + 1 {
                guard statement(other).role == .change, figure(other).adds(with: figure(index))
                else {
                    break
                }
                run.append(other)
            }
            other += 1
        }
        return run.count >= 2 ? run : nil
    }

    func isSummed(_ index: Int32) -> Bool {
        isChangeSum[Int(index)]
    }

    /// Whether a 其中 stands between two changes of neighbouring sentences.
    func isNested(_ first: Int32, _ second: Int32) -> Bool {
        guard statement(second).sentence <= statement(first).sentence + 1 else { return false }
        var place = Int(figure(first).token)
        let end = min(Int(figure(second).token), tokenEnd(behind: place))
        while place < end {
            if token(place).word == .ofWhich || token(place).kind == .colon { return true }
            place += 1
        }
        return false
    }
}
