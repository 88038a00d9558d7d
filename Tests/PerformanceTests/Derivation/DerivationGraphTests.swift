import Testing

@testable import Performance

/// A sheet of four cells: `sign` reads a, `sum` reads sign and b, `choice` reads b and then c or d.
private final class Sheet {
    enum Key: Hashable {
        case a, b, c, d
        case sign, sum, choice, total
    }

    struct Refusal: Error {}

    var cells: [Key: Int] = [.a: 1, .b: 2, .c: 3, .d: 4]
    private(set) lazy var graph = DerivationGraph<Key, Int, any Error> {
        [unowned self] key, graph in
        func cell(_ key: Key) -> Int {
            graph.read(cell: key)
            return cells[key] ?? 0
        }
        switch key {
        case .sign: return cell(.a).signum()
        case .sum: return try graph.value(of: .sign) + cell(.b)
        case .choice: return cell(.b) > 0 ? cell(.c) : cell(.d)
        case .total:
            let sum = try graph.value(of: .sum)
            if sum == 13 { throw Refusal() }
            return try sum + graph.value(of: .choice)
        case .a, .b, .c, .d: return 0
        }
    }

    func set(_ key: Key, _ value: Int) {
        graph.clearLog()
        cells[key] = value
        graph.change(cell: key)
    }
}

@Suite struct DerivationGraphTests {
    @Test func derivesWhatIsAskedForAndNothingTwice() throws {
        let sheet = Sheet()
        #expect(try sheet.graph.value(of: .total) == 6)
        #expect(sheet.graph.derived == [.sign, .sum, .choice, .total])
        sheet.graph.clearLog()
        #expect(try sheet.graph.value(of: .total) == 6)
        #expect(sheet.graph.derived.isEmpty)
    }

    /// `.a` and `.b` are parts 0 and 1 of one node; each is read by a value of its own, both by a third.
    @Test func aChangedPartConcernsItsReadersAlone() throws {
        var cells = [1, 2]
        let graph = DerivationGraph<Sheet.Key, Int, any Error> { key, graph in
            let parts = key == .sum ? [0, 1] : key == .sign ? [0] : [1]
            return parts.reduce(0) { sum, part in
                graph.read(cellAt: graph.place(of: .a), part: part)
                return sum + cells[part]
            }
        }
        func values() throws -> [Int] {
            graph.clearLog()
            return try [.sign, .choice, .sum].map { try graph.value(of: $0) }
        }
        #expect(try values() == [1, 2, 3])
        cells[1] = 7
        graph.change(cell: .a, part: 1)
        #expect(try values() == [1, 7, 8])
        #expect(graph.derived == [.choice, .sum])
        cells[0] = 5
        graph.change(cell: .a, part: 0)
        #expect(try values() == [5, 7, 12])
        #expect(graph.derived == [.sign, .sum])
        graph.change(cell: .a, part: 2)
        #expect(try values() == [5, 7, 12])
        #expect(graph.derived.isEmpty)
    }

    @Test func stopsWhereAValueStaysTheSame() throws {
        let sheet = Sheet()
        _ = try sheet.graph.value(of: .total)
        sheet.set(.a, 5)
        #expect(try sheet.graph.value(of: .total) == 6)
        #expect(sheet.graph.derived == [.sign])
        sheet.set(.a, -5)
        #expect(try sheet.graph.value(of: .total) == 4)
        #expect(sheet.graph.derived == [.sign, .sum, .total])
    }

    @Test func forgetsWhatIsNoLongerRead() throws {
        let sheet = Sheet()
        _ = try sheet.graph.value(of: .total)
        sheet.set(.d, 40)
        #expect(try sheet.graph.value(of: .total) == 6)
        #expect(sheet.graph.derived.isEmpty)
        sheet.set(.b, 0)
        #expect(try sheet.graph.value(of: .total) == 41)
        sheet.set(.c, 30)
        #expect(try sheet.graph.value(of: .total) == 41)
        #expect(sheet.graph.derived.isEmpty)
    }

    @Test func derivesAgainAfterARefusal() throws {
        let sheet = Sheet()
        _ = try sheet.graph.value(of: .total)
        sheet.set(.b, 12)
        #expect(throws: Sheet.Refusal.self) { try sheet.graph.value(of: .total) }
        #expect(throws: Sheet.Refusal.self) { try sheet.graph.value(of: .total) }
        sheet.set(.b, 11)
        #expect(try sheet.graph.value(of: .total) == 15)
    }
}
