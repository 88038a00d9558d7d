import Quantities

/// Chinese and financial numerals (中文数字): 三百二十, 壹万, 三成, 三分之二.
extension NumberReader {
    /// A figure in Chinese numerals with a unit: 三个, 一百二十万元, 百分之五, 三分之二, 两成.
    mutating func chineseFigure(_ table: borrowing ScalarTable) -> Figure? {
        let start = place
        var next = place
        var length = 0
        while next + 2 < bytes.count, bytes[next] >= 0xE0, length < 16 {
            let scalar = Lexer.scalar(bytes, next)
            guard
                table[scalar] & ScalarTable.numeral != 0 || scalar == 0x4E07 || scalar == 0x4EBF
            else { break }
            next += 3
            length += 1
        }
        guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return nil }
        let unit = Lexer.scalar(bytes, next)
        let isUnit =
            unit == 0x5143 || unit == 0x5206 || unit == 0x70B9
            || (table.countUnits.begins(unit) && count(at: next, table) != nil)
        guard isUnit, !isOneOfAny(start, length, unit),
            let read = try? FigureReading(at: start, of: bytes),
            read.upper == nil, read.range.lowerBound == start
        else { return nil }
        return chinese(read, start: start, unitAt: next, length: length, table)
    }

    /// 一个, 一次: counts nothing, and is no amount, share or score either.
    func isOneOfAny(_ start: Int, _ length: Int, _ unit: UInt32) -> Bool {
        guard length == 1, Lexer.scalar(bytes, start) == 0x4E00 else { return false }
        switch unit {
        case 0x5143, 0x5206, 0x70B9, 0x6210, 0x89D2: return false  // 元 分 点 成 角
        case 0x4E2A: return points(at: start + 3) == nil  // 个百分点
        default: return true
        }
    }

    mutating func chinese(
        _ read: FigureReading, start: Int, unitAt next: Int, length: Int,
        _ table: borrowing ScalarTable
    ) -> Figure? {
        let stated = read.number.stated
        guard let mantissa = Int64(exactly: stated.mantissa), stated.scale <= 6,
            mantissa.magnitude < Arithmetic.smallPower(17)
        else { return nil }
        var figure = Figure(
            mantissa: mantissa, decimals: UInt8(stated.scale), scale: 0, kind: .number, unit: 0,
            marks: .chinese, start: Int32(start), digitsEnd: Int32(next),
            end: Int32(read.range.upperBound), token: 0)
        switch read.kind {
        case .percent:
            figure.kind = .percent
            figure.digitsEnd = figure.end
        case .percentagePoints: figure.kind = .points
        case .number:
            var scale = read.number.power
            if unit(at: next) == 0x5206, length > 0, isScore(after: next + 3),
                read.unit?.text == "分"
            {
                figure.kind = .score
            } else if let symbol = read.unit, symbol.unit.isMoney {
                figure.kind = .amount
                scale += Self.factorPower(symbol)
            } else if let found = count(at: next, table) {
                // 一个、一次 in running text seldom counts anything.
                guard length > 1 || mantissa > 1, !CountUnit.isOrdinal(found.unit) else {
                    return nil
                }
                figure.kind = .count
                figure.unit = found.unit
                figure.end = Int32(found.end)
            } else {
                return nil
            }
            guard (0...18).contains(scale) else { return nil }
            figure.digitsEnd = Int32(digitsEnd(next, power: scale))
            figure.scale = UInt8(scale)
        default: return nil
        }
        place = Int(figure.end)
        return figure
    }

    func unit(at place: Int) -> UInt32 { Lexer.scalar(bytes, place) }

    /// 三百万元 is 300 of 万元: the multipliers behind the digits belong to the unit.
    func digitsEnd(_ end: Int, power: Int) -> Int {
        var (end, power) = (end, power)
        while power > 0, end >= 6, let last = Self.power(Lexer.scalar(bytes, end - 3)),
            last <= power
        {
            power -= last
            end -= 3
        }
        return end
    }

    static func factorPower(_ symbol: UnitSymbol) -> Int {
        switch symbol.text {
        case "千元": 3
        case "万元": 4
        case "亿元": 8
        default: 0
        }
    }
}
