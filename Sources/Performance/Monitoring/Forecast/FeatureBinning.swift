/// Features cut into at most 64 bins of equally many rows, so that a split is one pass.
struct FeatureBinning {
    static let bins = 64
    /// Upper limits of the bins of each feature, ascending.
    private let limits: [[Int]]

    init(_ rows: [[Int]]) {
        limits = (0..<(rows.first?.count ?? 0)).map { feature in
            let values = rows.map { $0[feature] }.sorted()
            var limits: [Int] = []
            for bin in 1..<Self.bins {
                let limit = values[(values.count - 1) * bin / Self.bins]
                if limits.last != limit { limits.append(limit) }
            }
            return limits
        }
    }

    /// The bins of each feature, by row.
    func columns(of rows: [[Int]]) -> [[UInt8]] {
        let cells = rows.map(cell)
        return limits.indices.map { feature in cells.map { $0[feature] } }
    }

    func cell(of row: [Int]) -> [UInt8] {
        zip(row, limits).map { value, limits in
            var (low, high) = (0, limits.count)
            while low < high {
                let middle = (low + high) / 2
                if value > limits[middle] { low = middle + 1 } else { high = middle }
            }
            return UInt8(low)
        }
    }
}
