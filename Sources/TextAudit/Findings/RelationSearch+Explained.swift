import Performance

/// One mistake and every relation that it breaks (同源错误).
struct Mistake {
    /// The relation that is told.
    var relation: Relation
    /// The figure and the number that would repair all of them; none where only one is broken.
    var repair = Replacement.none
    /// The other broken relations.
    var others: [Relation] = []
}

extension RelationSearch {
    /// Gathers broken relations that one changed figure explains; none is dropped otherwise.
    func mistakes(_ failing: [Relation]) -> [Mistake] {
        var order: [Relation] = failing
        order.sort { strength($0) > strength($1) }
        var users: [Int32: [Int]] = [:]
        for (place, relation) in order.enumerated() {
            for figure in figures(relation) { users[figure, default: []].append(place) }
        }
        var isTold = [Bool](repeating: false, count: order.count)
        var result: [Mistake] = []
        for place in order.indices where !isTold[place] {
            isTold[place] = true
            var mistake = Mistake(relation: order[place])
            let found = explanation(of: place, order, users, isTold)
            mistake.repair = found.repair
            for other in found.others {
                isTold[other] = true
                mistake.others.append(order[other])
            }
            result.append(mistake)
        }
        return result
    }

    /// The one repair that mends most of the other relations too.
    private func explanation(
        of place: Int, _ order: [Relation], _ users: [Int32: [Int]], _ isTold: [Bool]
    ) -> (repair: Replacement, others: [Int]) {
        var best: (repair: Replacement, others: [Int]) = (.none, [])
        for figure in figures(order[place]) {
            let shared = (users[figure] ?? []).prefix(Self.mostShared).filter {
                !isTold[$0] && $0 != place
            }
            guard !shared.isEmpty else { continue }
            var tries = repairs(of: figure, in: order[place])
            for other in shared.prefix(4) { tries += repairs(of: figure, in: order[other]) }
            for repair in tries.prefix(24) {
                guard holds(order[place], repair) else { continue }
                let mended = shared.filter { holds(order[$0], repair) }
                if mended.count > best.others.count { best = (repair, mended) }
            }
        }
        return best
    }

    private static let mostShared = 16

    /// The stated figure and up to 40 operands.
    private func figures(_ relation: Relation) -> [Int32] {
        [relation.stated] + operands(relation).prefix(40)
    }

    /// Sums before rates, clear words before likely ones, slips before the rest.
    private func strength(_ relation: Relation) -> (Int, Int, Int, Int32) {
        let shape =
            switch relation.shape {
            case .sum: 3
            case .signedSum, .difference, .product: 2
            case .repeat: 0
            default: 1
            }
        return (
            Int(relation.clarity.rawValue), relation.isSlip ? 1 : 0, shape, -relation.stated
        )
    }
}
