import Quantities

typealias ReviewGraph = DerivationGraph<DistrictKey, DistrictValue, ArithmeticError>

/// A record whose cells are noted as they are read.
@dynamicMemberLookup
struct TrackedRecord<Record> {
    private let record: Record
    private let graph: ReviewGraph
    private let place: Int
    private let numbers: CellNumbers<Record>

    init(
        _ record: Record, of key: DistrictKey, in graph: ReviewGraph,
        _ numbers: CellNumbers<Record>
    ) {
        self.record = record
        self.graph = graph
        place = graph.place(of: key)
        self.numbers = numbers
    }

    subscript<Content>(dynamicMember cell: KeyPath<Record, Content>) -> Content {
        graph.read(cellAt: place, part: numbers.number(of: cell))
        return record[keyPath: cell]
    }
}

/// Numbers the cells of one kind of record as they are first met, by where they lie in it.
final class CellNumbers<Record> {
    private var numbers = [UInt8](repeating: .max, count: MemoryLayout<Record>.size)
    private var count: UInt8 = 0

    /// - Precondition: the cell is stored.
    func number(of cell: PartialKeyPath<Record>) -> Int {
        guard let offset = MemoryLayout<Record>.offset(of: cell)
        else { preconditionFailure("what is worked out is no cell") }
        if numbers[offset] == .max {
            precondition(count < DerivationEdge.partLimit, "too many cells")
            numbers[offset] = count
            count += 1
        }
        return Int(numbers[offset])
    }
}
