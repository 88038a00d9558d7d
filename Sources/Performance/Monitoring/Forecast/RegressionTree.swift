/// One tree of a ``RegressionForest``: splits where the squares around the means shrink most.
struct RegressionTree {
    private enum Node {
        case leaf([Int])
        /// Bins up to `limit` go left, which is the next node; the others to `right`.
        case split(feature: Int, limit: UInt8, right: Int)
    }

    private var nodes: [Node] = []

    init(
        columns: [[UInt8]], outcomes: [Int], _ shape: ForestShape, _ random: inout FixedRandom
    ) {
        grow(
            Array(outcomes.indices), Grower(columns: columns, outcomes: outcomes, shape: shape),
            &random)
    }

    /// The rows of the leaf into which a case falls.
    func leaf(of cell: [UInt8]) -> [Int] {
        var place = 0
        while true {
            switch nodes[place] {
            case .leaf(let rows): return rows
            case .split(let feature, let limit, let right):
                place = cell[feature] <= limit ? place + 1 : right
            }
        }
    }

    private mutating func grow(_ rows: [Int], _ grower: Grower, _ random: inout FixedRandom) {
        guard let best = grower.split(rows, &random) else {
            nodes.append(.leaf(rows))
            return
        }
        let place = nodes.count
        nodes.append(.leaf([]))
        let column = grower.columns[best.feature]
        let left = rows.filter { column[$0] <= best.limit }
        let right = rows.filter { column[$0] > best.limit }
        grow(left, grower, &random)
        nodes[place] = .split(feature: best.feature, limit: best.limit, right: nodes.count)
        grow(right, grower, &random)
    }
}

/// Looks for the best split of some rows.
private struct Grower {
    /// The bins of each feature, by row.
    let columns: [[UInt8]]
    let outcomes: [Int]
    let shape: ForestShape

    struct Split {
        let feature: Int
        let limit: UInt8
        let gain: Int
    }

    func split(_ rows: [Int], _ random: inout FixedRandom) -> Split? {
        guard rows.count >= 2 * shape.leastLeaf else { return nil }
        let width = columns.count
        var features = Array(0..<width)
        var best: Split?
        for tried in 0..<min(shape.triedFeatures, width) {
            features.swapAt(tried, tried + random.number(below: width - tried))
            guard let split = split(rows, by: features[tried], &random) else { continue }
            if best.map({ split.gain > $0.gain }) ?? true { best = split }
        }
        return best
    }

    /// One feature at a limit drawn between its ends: what single trees lose by it, many gain.
    private func split(
        _ rows: [Int], by feature: Int, _ random: inout FixedRandom
    ) -> Split? {
        let column = columns[feature]
        var (low, high) = (UInt8.max, UInt8.min)
        for row in rows {
            low = min(low, column[row])
            high = max(high, column[row])
        }
        guard low < high else { return nil }
        let limit = low + UInt8(random.number(below: Int(high - low)))
        var (left, right) = (Side(), Side())
        for row in rows {
            if column[row] <= limit {
                left.add(outcomes[row])
            } else {
                right.add(outcomes[row])
            }
        }
        guard left.count >= shape.leastLeaf, right.count >= shape.leastLeaf else { return nil }
        return Split(feature: feature, limit: limit, gain: left.square + right.square)
    }

    private struct Side {
        var sum = 0
        var count = 0
        /// The square of the sum ÷ count: the more of it in both sides, the less is left around the means.
        var square: Int { sum * sum / count }

        mutating func add(_ outcome: Int) {
            sum += outcome
            count += 1
        }
    }
}
