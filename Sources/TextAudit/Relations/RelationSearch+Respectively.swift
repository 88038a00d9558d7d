import Performance

/// Figures told in the order of names told before (分别): A、B分别占61.2%、38.8%.
extension RelationSearch {
    mutating func findRespectiveShares() {
        var index = Int32(0)
        while index < figureCount {
            guard figure(index).kind == .percent, isRespective(index) else {
                index += 1
                continue
            }
            let last = lastOfRun(from: index)
            if last > index { settleRespective(index, last) }
            index = last + 1
        }
    }

    /// Whether 分别 or 依次 stands in the clause before the percentage.
    private func isRespective(_ index: Int32) -> Bool {
        var place = Int(figure(index).token) - 1
        while place >= 0, token(place).kind == .word {
            if token(place).word == .respectively { return true }
            place -= 1
        }
        let label = Int(statement(index).labelStart)..<Int(figure(index).start)
        return holdsAny(["分别", "依次", "者占比", "类占比", "项占比"], in: label)
    }

    /// The last of the percentages that follow one another with nothing but 、 or 和 between.
    private func lastOfRun(from first: Int32) -> Int32 {
        var last = first
        while last + 1 < figureCount, last - first < 12, figure(last + 1).kind == .percent,
            figure(last + 1).start - figure(last).end <= 6
        {
            last += 1
        }
        return last
    }

    private mutating func settleRespective(_ first: Int32, _ last: Int32) {
        let count = last - first + 1
        if statement(first).role == .growth { return settleRespectiveGrowth(first, count) }
        if settleUnlike(first, count) { return }
        var levels: ContiguousArray<Int32> = []
        var index = first - 1
        while index >= 0, levels.count < count, first - index < 40,
            statement(index).line == statement(first).line
        {
            if statement(index).role == .level,
                levels.isEmpty || figure(index).adds(with: figure(levels[0]))
            {
                levels.append(index)
            } else if figure(index).kind == .percent {
                return
            }
            index -= 1
        }
        guard levels.count == count else { return }
        guard let whole = commonWhole(first, levels) else {
            settlePaired(first, levels)
            return
        }
        for step in 0..<count {
            let trial = RateTrial(
                shape: .ratio, clarity: .stated, first: levels[Int(count - 1 - step)],
                second: whole)
            let verdict = verdict(first + step, trial)
            // The shares beside it tell the whole: no other pair can be meant.
            let isSlip =
                verdict == .error && isSlip(first + step, trial, digits: 1, onlyStated: false)
            guard verdict != .error || isSlip || isNear(first + step, trial) else { continue }
            note(
                .ratio, .stated, verdict, stated: first + step, trial.first, whole, isSlip: isSlip)
        }
    }

    /// 农户18642户、63907人，其中脱贫户7416户、24758人，分别占39.8%、38.7%: figures of several units, each of
    /// the one that stands at its place in the row before.
    private mutating func settleUnlike(_ first: Int32, _ count: Int32) -> Bool {
        let own = first - count
        guard statement(first).role == .share || statement(first).role == .rate, own >= count,
            !areAlike(own, count)
        else {
            return false
        }
        for index in own..<first where statement(index).role != .level { return false }
        var base = own - count
        while base >= nearest(before: own), statement(base).line == statement(first).line {
            let isRow = (0..<count).allSatisfy {
                statement(base + $0).role == .level
                    && figure(base + $0).adds(with: figure(own + $0))
            }
            if isRow {
                for step in 0..<count {
                    var trials = RateTrials()
                    attempt(
                        &trials, stated: first + step,
                        RateTrial(
                            shape: .ratio, clarity: .likely, first: own + step,
                            second: base + step))
                    settle(trials, stated: first + step)
                }
                return true
            }
            base -= 1
        }
        return false
    }

    private func areAlike(_ start: Int32, _ count: Int32) -> Bool {
        (1..<count).contains { figure(start + $0).adds(with: figure(start)) }
    }

    /// Whether a percentage is one of several behind a 分别: they have wholes of their own.
    func isOneOfRun(_ index: Int32) -> Bool {
        var first = index
        while first > 0, figure(first - 1).kind == .percent,
            figure(first).start - figure(first - 1).end <= 6
        { first -= 1 }
        return isRespective(first) && lastOfRun(from: first) > first
    }

    /// 收入A万元、支出B万元，分别完成预算的48.1%和45.8%（预算分别为C万元、D万元）: each of its own base.
    private mutating func settlePaired(_ first: Int32, _ levels: ContiguousArray<Int32>) {
        let count = Int32(levels.count)
        guard let top = levels.last else { return }
        for start in [first + count, top - count] where start >= 0 && start + count <= figureCount {
            var held = 0
            for step in 0..<count {
                let (own, base) = (levels[Int(count - 1 - step)], start + step)
                guard statement(base).role == .level, figure(own).adds(with: figure(base)) else {
                    break
                }
                let trial = RateTrial(shape: .ratio, clarity: .stated, first: own, second: base)
                if verdict(first + step, trial) != .error { held += 1 }
            }
            guard held >= max(1, Int(count) - 1) else { continue }
            for step in 0..<count {
                var trials = RateTrials()
                attempt(
                    &trials, stated: first + step,
                    RateTrial(
                        shape: .ratio, clarity: .stated, first: levels[Int(count - 1 - step)],
                        second: start + step))
                settle(trials, stated: first + step)
            }
            return
        }
    }

    /// 事故14起、死亡9人，比上年减少3起、2人，分别下降17.6%和18.2%.
    private mutating func settleRespectiveGrowth(_ first: Int32, _ count: Int32) {
        let (changes, levels) = (first - count, first - 2 * count)
        guard levels >= 0 else { return }
        for step in 0..<count {
            let (change, level) = (changes + step, levels + step)
            guard statement(change).role == .change, statement(level).role == .level,
                figure(change).adds(with: figure(level)),
                statement(level).sentence == statement(first).sentence
            else { return }
        }
        for step in 0..<count {
            var trials = RateTrials()
            attempt(
                &trials, stated: first + step,
                RateTrial(
                    shape: .growthOnImpliedBase, clarity: .stated, first: changes + step,
                    second: levels + step, direction: statement(changes + step).direction),
                slipDigits: 2)
            settle(trials, stated: first + step)
        }
    }

    /// The level before of which all but one of the percentages are shares.
    private func commonWhole(_ first: Int32, _ levels: ContiguousArray<Int32>) -> Int32? {
        guard let top = levels.last else { return nil }
        var index = top - 1
        var tried = 0
        while index >= farthest(before: top), tried < 24 {
            if statement(index).role == .level, figure(index).adds(with: figure(top)) {
                tried += 1
                var held = 0
                for step in 0..<levels.count {
                    let trial = RateTrial(
                        shape: .ratio, clarity: .stated, first: levels[levels.count - 1 - step],
                        second: index)
                    if verdict(first + Int32(step), trial) != .error { held += 1 }
                }
                // One of two that agrees is chance enough, far away.
                let least = tried > 10 ? max(2, levels.count - 1) : max(1, levels.count - 1)
                if held >= least { return index }
            }
            index -= 1
        }
        return nil
    }
}
