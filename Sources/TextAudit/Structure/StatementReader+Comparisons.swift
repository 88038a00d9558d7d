/// What a figure is held against, and what it shares with the figure beside it (比较与并列).
extension StatementReader {
    /// 与上年决算11902.15万元相比: what something is held against is no subject of what follows.
    func isCompared(_ result: Statement, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard result.role == .level, result.comparand != .none,
            result.labelStart + 2 < result.labelEnd, bytes[Int(result.labelStart)] >= 0xE0
        else { return false }
        return Self.comparing.contains(Lexer.scalar(bytes, Int(result.labelStart)))
    }

    /// 与 比 较 同 和.
    private static let comparing: Set<UInt32> = [0x4E0E, 0x6BD4, 0x8F83, 0x540C, 0x548C]

    /// 补助标准每人640元; 超标准收费207.91万元 names something else.
    func isStandard(_ figure: Figure, _ gap: Gap) -> Bool {
        segment.has(.standard)
            && (segment.last != .standard || figure.kind != .amount || figure.scale < 4
                || gap.isShort && gap.isFiller)
    }

    /// The figure that nothing but 、 or 和 sets apart from this one; nil for none.
    func coordinate(
        before index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32? {
        if index > 1, tokens[index - 1].kind == .pause, tokens[index - 2].kind == .figure,
            tokens[index].start - tokens[index - 1].end <= 1
        {
            return tokens[index - 2].value
        }
        guard index > 0, tokens[index - 1].kind == .figure,
            tokens[index].start - tokens[index - 1].end == 3,
            bytes[Int(tokens[index].start) - 3] >= 0xE0,
            Lexer.scalar(bytes, Int(tokens[index].start) - 3) == 0x548C  // 和
        else { return nil }
        return tokens[index - 1].value
    }

    /// 净减少126户、241人: a figure that only 、 joins to a change is one too.
    func inheritsChange(
        _ result: inout Statement, _ index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ statements: borrowing ContiguousArray<Statement>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let before = coordinate(before: index, tokens, bytes),
            statements[Int(before)].role == .change
        else { return false }
        result.role = .change
        result.direction = statements[Int(before)].direction
        result.comparand = statements[Int(before)].comparand
        result.marks.formUnion(
            statements[Int(before)].marks.intersection([.cause, .comparandNamed]))
        return true
    }

    /// 较年初405.11亿元, 比上月末31.20亿元: what stood at another time.
    func isHeldAgainstStart(
        _ result: Statement, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (start, end) = (Int(result.labelStart), Int(result.labelEnd))
        guard end - start >= 6, end - start <= 24, bytes[start] >= 0xE0 else { return false }
        let head = Lexer.scalar(bytes, start)
        guard head == 0x6BD4 || head == 0x8F83 else { return false }  // 比 较
        var last = end
        while last > start, bytes[last - 1] == 0x20 { last -= 1 }
        if last - start >= 9, Lexer.scalar(bytes, last - 3) == 0x7684 { last -= 3 }  // 的
        guard last - start >= 6, bytes[last - 3] >= 0xE0 else { return false }
        let tail = Lexer.scalar(bytes, last - 3)
        return tail == 0x521D || tail == 0x672B || tail == 0x5E95  // 初 末 底
    }
}
