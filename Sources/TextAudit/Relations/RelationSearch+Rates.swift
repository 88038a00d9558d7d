import Performance

/// Percentages, changes and averages (比率、增减与平均): which search a figure goes to.
extension RelationSearch {
    mutating func findRates() {
        bases.removeAll(keepingCapacity: true)
        bases.append(contentsOf: repeatElement(-1, count: reading.lexer.figures.count))
        for index in 0..<figureCount
        where figure(index).kind != .percent || !findNamedQuotient(index) {
            switch statement(index).role {
            case .growth: findGrowth(index)
            case .change: findDifference(index)
            case .completion: findCompletion(index)
            case .average: findAverage(index)
            case .points: findPoints(index)
            case .none where isAmountOfText(index), .standard where isAmountOfText(index):
                _ = findProduct(index)
            case .level where figure(index).kind == .amount && endsWithEach(index):
                _ = findProduct(index)
            default: break
            }
        }
        findShares()
        findJointShares()
    }

    private func isAmountOfText(_ index: Int32) -> Bool {
        figure(index).kind == .amount && !statement(index).marks.contains(.tabular)
    }
}
