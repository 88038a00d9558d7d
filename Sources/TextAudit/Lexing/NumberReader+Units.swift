/// The unit behind a number (计量单位): what is counted, and in which power of ten.
extension NumberReader {
    mutating func unit(_ figure: inout Figure, _ table: borrowing ScalarTable) {
        var next = skipBlanks(place)
        guard next < bytes.count else { return }
        if bytes[next] == UInt8(ascii: "%") {
            close(&figure, .percent, at: next + 1)
            return suffix(&figure)
        }
        guard bytes[next] >= 0xE0, next + 2 < bytes.count else { return }
        var scalar = Lexer.scalar(bytes, next)
        if scalar == 0xFF05 {
            close(&figure, .percent, at: next + 3)
            return suffix(&figure)
        }
        // 百万亿千 before the unit, with 余 or 多 between.
        var scale = 0
        while let power = Self.power(scalar), next + 2 < bytes.count {
            // 3千克 and 5千米 are units of their own.
            // 2百分点 is no hundred.
            if power == 2, points(at: next) != nil { break }
            if power == 3, table.countUnits.begins(scalar), count(at: next, table) != nil { break }
            scale += power
            next = skipBlanks(next + 3)
            guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { break }
            scalar = Lexer.scalar(bytes, next)
        }
        if scale > 0, scalar == 0x4F59 || scalar == 0x591A {  // 余 多
            figure.marks.insert(.over)
            next += 3
            guard next + 2 < bytes.count, bytes[next] >= 0xE0 else {
                return scaled(&figure, scale, at: next)
            }
            scalar = Lexer.scalar(bytes, next)
        } else if scale == 0, scalar == 0x4F59 || scalar == 0x591A && isMany(next, table) {
            // 300余人 30多万元
            figure.marks.insert(.over)
            next += 3
            guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return }
            scalar = Lexer.scalar(bytes, next)
            while let power = Self.power(scalar), next + 5 < bytes.count, bytes[next + 3] >= 0xE0 {
                scale += power
                next += 3
                scalar = Lexer.scalar(bytes, next)
            }
        }
        figure.scale = UInt8(min(scale, 18))
        named(&figure, scalar, next, table)
        suffix(&figure)
    }

    /// 30多万元, 20多人: a unit follows 多.
    func isMany(_ next: Int, _ table: borrowing ScalarTable) -> Bool {
        guard next + 5 < bytes.count, bytes[next + 3] >= 0xE0 else { return false }
        let scalar = Lexer.scalar(bytes, next + 3)
        return scalar == 0x5143 || Self.power(scalar) != nil || count(at: next + 3, table) != nil
    }

    mutating func named(
        _ figure: inout Figure, _ scalar: UInt32, _ next: Int, _ table: borrowing ScalarTable
    ) {
        switch scalar {
        case 0x5143, 0x5706:  // 元 圆
            close(&figure, .amount, at: next + 3)
        case 0x5E74:  // 年
            let isYear =
                figure.decimals == 0 && figure.scale == 0
                && (1900...2100).contains(figure.mantissa)
            figure.unit = isYear ? 0 : CountUnit.year
            close(&figure, isYear ? .year : .count, at: next + 3)
        case 0x6708, 0x65E5:  // 月 日
            close(&figure, .date, at: next + 3)
        case 0x53F7 where figure.scale == 0:  // 号
            figure.marks.insert(.name)
            close(&figure, .date, at: next + 3)
        case 0x5206:  // 分: points, unless 分钟, 分之, 分别
            if isScore(after: next + 3) {
                close(&figure, .score, at: next + 3)
            } else if let found = count(at: next, table) {
                figure.unit = found.unit
                close(&figure, .count, at: found.end)
            }
        case 0x4E2A where points(at: next) != nil:
            close(&figure, .points, at: points(at: next) ?? next)
        case 0x767E where points(at: next) != nil:
            close(&figure, .points, at: points(at: next) ?? next)
        default:
            if let found = count(at: next, table) {
                figure.unit = found.unit
                close(&figure, .count, at: found.end)
            } else if figure.scale > 0 {
                scaled(&figure, Int(figure.scale), at: bytes[next - 1] < 0x80 ? next : next)
            }
        }
    }

    /// `1000.86万` without a unit counts money: nothing else is written so.
    mutating func scaled(_ figure: inout Figure, _ scale: Int, at end: Int) {
        figure.scale = UInt8(min(scale, 18))
        close(&figure, .amount, at: end)
    }

    mutating func close(_ figure: inout Figure, _ kind: Figure.Kind, at end: Int) {
        figure.kind = kind
        figure.end = Int32(end)
        place = end
    }

    func count(
        at next: Int, _ table: borrowing ScalarTable
    ) -> (unit: UInt8, end: Int)? {
        guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return nil }
        let scalar = Lexer.scalar(bytes, next)
        guard table.countUnits.begins(scalar),
            let entry = table.countUnits.first(scalar, at: next, of: bytes, where: { _ in true })
        else { return nil }
        return (entry.meaning, next + Int(entry.length))
    }

    /// The end of 个百分点 or 百分点.
    func points(at next: Int) -> Int? {
        var place = next
        if place + 2 < bytes.count, Lexer.scalar(bytes, place) == 0x4E2A { place += 3 }
        guard place + 8 < bytes.count, bytes[place] >= 0xE0,
            Lexer.scalar(bytes, place) == 0x767E, Lexer.scalar(bytes, place + 3) == 0x5206,
            Lexer.scalar(bytes, place + 6) == 0x70B9
        else { return nil }
        return place + 9
    }

    func isScore(after next: Int) -> Bool {
        guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return true }
        switch Lexer.scalar(bytes, next) {
        case 0x949F, 0x4E4B, 0x522B, 0x4E3A, 0x6210, 0x6279, 0x6B65, 0x9879, 0x7C7B, 0x5C40:
            return false  // 分钟 分之 分别 分为 分成 分批 分步 分项 分类 分局
        default: return true
        }
    }

    func skipBlanks(_ place: Int) -> Int {
        var place = place
        var count = 0
        while place < bytes.count, bytes[place] == 0x20, count < 2 {
            place += 1
            count += 1
        }
        return place
    }

    /// The power of ten of 十百千万亿.
    static func power(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x767E: 2
        case 0x5343: 3
        case 0x4E07: 4
        case 0x4EBF: 8
        default: nil
        }
    }

    /// 余、左右、以上 behind the unit.
    func suffix(_ figure: inout Figure) {
        let next = Int(figure.end)
        guard next + 5 < bytes.count, bytes[next] >= 0xE0 else { return }
        switch (Lexer.scalar(bytes, next), Lexer.scalar(bytes, next + 3)) {
        case (0x4EE5, 0x4E0A): figure.marks.formUnion([.limit, .atLeast])  // 以上
        case (0x4EE5, 0x4E0B), (0x4EE5, 0x5185), (0x4E4B, 0x5185):
            figure.marks.formUnion([.limit, .atMost])  // 以下 以内 之内
        case (0x5DE6, 0x53F3), (0x4E0A, 0x4E0B): figure.marks.insert(.about)  // 左右 上下
        case (0x4F59, let after), (0x591A, let after):
            // 5年多， but 598万元多收 and 20万元余额.
            // 比目标30万人次多1.8万人次.
            guard !(0x4E00...0x9FFF).contains(after), bytes[next + 3] &- 0x30 > 9 else { break }
            figure.marks.insert(.over)  // 余 多
        default: break
        }
    }
}
