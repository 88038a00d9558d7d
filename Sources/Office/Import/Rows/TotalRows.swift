import Quantities

/// Adds up the columns of money and compares what 合计 rows say (合计核对).
struct TotalRows {
    /// Positions of the columns of money among the cells of a row.
    let columns: [Int]
    /// The sum of each column over the rows accepted.
    private(set) var sums: [Int128]
    private var sumsSinceTotal: [Int128]
    /// A refused row leaves sums that say nothing about a total.
    private var isIncomplete = false
    private var isIncompleteSinceTotal = false
    private(set) var rowCount = 0

    init(columns: [Int]) {
        self.columns = columns
        sums = Array(repeating: 0, count: columns.count)
        sumsSinceTotal = sums
    }

    mutating func add(_ readings: [CellReading]) {
        for (position, column) in columns.enumerated() {
            guard case .integer(let fen) = readings[column] else { continue }
            sums[position] += Int128(fen)
            sumsSinceTotal[position] += Int128(fen)
        }
    }

    mutating func markIncomplete() {
        isIncomplete = true
        isIncompleteSinceTotal = true
    }

    /// A total that is not the sum of its rows.
    struct Difference {
        /// Position of the cell among the cells of the row.
        let column: Int
        let stated: Money
        let sum: Money
    }

    /// Compares a total with the sums before it and begins the next part.
    mutating func check(_ label: TotalLabel, _ readings: [CellReading]) -> [Difference] {
        rowCount += 1
        defer {
            sumsSinceTotal = Array(repeating: 0, count: columns.count)
            isIncompleteSinceTotal = false
        }
        guard label.kind != .running else { return [] }
        var differences: [Difference] = []
        for (position, column) in columns.enumerated() {
            guard case .integer(let stated) = readings[column] else { continue }
            let (whole, part) = (sums[position], sumsSinceTotal[position])
            if Int128(stated) == whole || Int128(stated) == part { continue }
            let isPart = label.kind == .part
            guard !(isPart ? isIncompleteSinceTotal : isIncomplete),
                let sum = Int64(exactly: isPart ? part : whole)
            else { continue }
            differences.append(
                Difference(column: column, stated: Money(fen: stated), sum: Money(fen: sum)))
        }
        return differences
    }
}
