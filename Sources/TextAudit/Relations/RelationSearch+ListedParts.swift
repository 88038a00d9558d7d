import Performance

/// Parts that words introduce in the sentence of their total (同句合计).
extension RelationSearch {
    /// 收入预算938.76万元，其中：…；…，…分为…，…：….
    mutating func findListedParts(of total: Int32) -> Bool {
        if statement(total).comparand == .prior { return false }
        var place = Int(figure(total).token) + 1
        var level = 0
        var isPast = false
        var isBehindChange = false
        let end = tokenEnd(behind: place)
        while place < end {
            let token = token(place)
            switch token.kind {
            case .open: level += 1
            case .close:
                level -= 1
                if level < 0 { return false }
            case .figure where level == 0:
                let other = token.value
                if statement(other).role == .change, figure(other).adds(with: figure(total)) {
                    isBehindChange = true
                }
                if isPast, statement(other).role == .level { return false }
                if statement(other).role == .level, figure(other).adds(with: figure(total)),
                    !isBase(other, beside: total)
                {
                    if isFirstOfSentence(total), findBehindSentence(total, from: place) {
                        return true
                    }
                    return findFlatParts(of: total, from: place)
                }
            case .word where level == 0:
                guard let word = Word(rawValue: token.detail) else { break }
                if word == .wholly, findEqual(to: total, from: place + 1) { return true }
                if isPast, word == .ofWhich { return findPastParts(of: total, from: place + 1) }
                if word == .ofWhich || word == .parts || word == .someParts {
                    return findIntroducedParts(
                        of: total, from: place + 1, word, weight: isPast ? 3 : 2,
                        most: isBehindChange ? .likely : .stated)
                }
            case .colon where level == 0:
                if isPast { return false }
                return findIntroducedParts(of: total, from: place + 1, nil)
            case .semicolon where level == 0: isPast = true
            case .period where level == 0: return findNextSentenceParts(of: total, from: place + 1)
            case .line: return findNextSentenceParts(of: total, from: place + 1)
            default: break
            }
            place += 1
        }
        return false
    }

    mutating func findIntroducedParts(
        of total: Int32, from place: Int, _ word: Word?, weight: Int = 2,
        most: Relation.Clarity = .stated
    ) -> Bool {
        var place = place
        while place < tokenCount, token(place).kind == .colon { place += 1 }
        if word == .ofWhich || word == .parts || word == nil, findLinedParts(of: total, from: place)
        {
            return true
        }
        parts.start(total, figure(total))
        var clarity = gather(from: place, depth: statement(total).depth, untilClose: false)
        // 其中契税5126万元；其他各税…: without a colon the semicolon ends what 其中 began.
        let hasColon = place > 0 && token(place - 1).kind == .colon
        let isCut =
            (word == .ofWhich || word == .parts) && !hasColon && parts.firstGroupEnd < parts.count
        if isCut { parts.isClosed = false }
        if word == .ofWhich, !parts.isClosed { clarity = min(clarity ?? .stated, .likely) }
        clarity = min(clarity ?? .stated, most)
        if word == .someParts { parts.isOpen = true }
        if word == .parts, parts.firstGroupEnd == 1, isToldAgain(total, at: place) {
            parts.start(total, figure(total))
            _ = gather(
                from: place, depth: statement(total).depth, untilClose: false, mostParts: 1)
            parts.align(reading.lexer.figures)
            let verdict = parts.fit(.all, upTo: 1)
            let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
            if verdict != .error || isSlip { noteSum(total, .stated, verdict, isSlip: isSlip) }
            return true
        }
        guard parts.count >= 2, !isNameless(parts.parts[0].figure) else { return false }
        let weight = hasThreshold() ? 5 : weight
        if word == .ofWhich || word == nil, settlePrefix(total, clarity ?? .stated) { return true }
        if isCut {
            let own = parts.firstGroupEnd
            return settle(total, own < 2 ? .guess : .likely, weight: weight, within: max(own, 2))
        }
        return settle(total, clarity ?? .stated, weight: weight)
    }

    /// 其中亿元以上9个、5亿元以上2个: what passes one limit may pass the other too.
    func hasThreshold() -> Bool {
        let above = parts.parts.filter { holdsAny(["以上"], in: label(of: $0.figure)) }.count
        let below = parts.parts.filter {
            holdsAny(["以下", "以内"], in: label(of: $0.figure))
        }.count
        // 规模以上2.7亿元、规模以下0.9亿元 leave nothing out and share nothing.
        return above + below > 0 && (above != 1 || below != 1)
    }

    /// 供养22人，即在职22人: 即 right behind the clause of the total, and a figure in its own.
    func isToldAgain(_ total: Int32, at place: Int) -> Bool {
        guard place >= 2, reading.text.stands("即", at: Int(token(place - 1).start)),
            figure(total).token == Int32(place - 3), token(place - 2).kind == .comma,
            let part = parts.parts.first
        else { return false }
        return statement(part.figure).clause == statement(total).clause + 1
            && statement(part.figure).depth == statement(total).depth
    }

    /// 其中2人兼任两处工作: a count without a name is no part of a list.
    func isNameless(_ index: Int32) -> Bool {
        guard figure(index).kind == .count else { return false }
        let place = Int(figure(index).token) - 1
        return place >= 0 && token(place).kind == .word
            && figure(index).start - token(place).end < 3
    }

    /// 其中现金262.3万元，物资123.4万元，已拨付350万元: the first parts may be all, if a slip says so.
    mutating func settlePrefix(_ total: Int32, _ clarity: Relation.Clarity) -> Bool {
        guard parts.count > 2, Slip.digits(figure(total)) >= 4 else { return false }
        let ends = 2..<min(parts.count, Self.mostOfPrefix)
        parts.align(reading.lexer.figures)
        for choice in PartList.Choice.allCases
        where parts.mayFit(choice, upTo: parts.count)
            && parts.fit(choice, upTo: parts.count) != .error
        { return false }
        for end in ends where parts.mayFit(.all, upTo: end) { return false }
        for end in ends {
            _ = parts.fit(.all, upTo: end)
            if parts.isSlip(reading.lexer.figures) {
                noteSum(total, min(clarity, .likely), .error, isSlip: true)
                return true
            }
        }
        return false
    }

    /// The parts among which a list that goes on with other figures is looked for.
    static let mostOfPrefix = 16

    /// 收入预算238.66万元，全为财政拨款238.66万元; with several parts it is a list like any other.
    mutating func findEqual(to total: Int32, from place: Int) -> Bool {
        guard place < tokenCount, !token(place).endsClause else { return false }
        // 1142万元，补偿10%即114.20万元: what is told again is not the total.
        var before = place - 2
        while before > place - Self.tokenReach, before >= 0, token(before).kind != .figure {
            before -= 1
        }
        guard before >= 0, token(before).value == total else { return false }
        parts.start(total, figure(total))
        let clarity = gather(from: place, depth: statement(total).depth, untilClose: false)
        if parts.count >= 2 { return settle(total, clarity ?? .stated, weight: 2) }
        guard parts.count == 1, let part = parts.parts.first,
            statement(part.figure).clause <= statement(total).clause + 1
        else { return false }
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: 1)
        noteSum(
            total, .stated, verdict,
            isSlip: verdict == .error && parts.isSlip(reading.lexer.figures))
        return true
    }
}
