/// A forest of regression trees that keeps its samples (分位数回归森林): instead of one number it
/// answers with the past outcomes that resemble a case, each with a weight.
///
/// Every tree sees all rows; they differ by the features they try and the limits they draw. All of it is
/// whole numbers and a fixed seed, so the same rows give the same answer everywhere.
///
/// - Source: N. Meinshausen, Quantile Regression Forests, JMLR 7 (2006); the drawn limits are those
///   of P. Geurts, D. Ernst, L. Wehenkel, Extremely Randomized Trees, Machine Learning 63 (2006).
struct RegressionForest {
    private let binning: FeatureBinning
    private let trees: [RegressionTree]

    /// - Parameter rows: as many features each.
    init(rows: [[Int]], outcomes: [Int], _ shape: ForestShape) {
        let binning = FeatureBinning(rows)
        let columns = binning.columns(of: rows)
        var random = FixedRandom(seed: 1)
        trees = (0..<shape.trees).map { _ in
            RegressionTree(columns: columns, outcomes: outcomes, shape, &random)
        }
        self.binning = binning
    }

    /// The weight of each row that shares a leaf with the case; each tree gives the same in all.
    func weights(of row: [Int]) -> [(row: Int, weight: Int)] {
        let cell = binning.cell(of: row)
        var answer: [(row: Int, weight: Int)] = []
        for tree in trees {
            let leaf = tree.leaf(of: cell)
            answer += leaf.map { (row: $0, weight: Self.unit / leaf.count) }
        }
        return answer
    }

    private static let unit = 1_000_000
}

/// How a forest grows.
struct ForestShape {
    var trees = 150
    /// Features looked at for each split.
    var triedFeatures = 12
    /// No leaf has fewer rows.
    var leastLeaf = 4
    /// The square of a sum of so many outcomes of at most twice the plan still fits 63 bits.
    static let mostRows = 100_000
}
