package import Quantities

extension ScoringScheme {
    /// Evaluates every indicator of the scheme.
    package func evaluation(of inputs: RuleInputs) throws(ArithmeticError) -> SchemeEvaluation {
        let leaves = indicators.map {
            SchemeEvaluation.Leaf(indicator: $0, result: result(of: $0, inputs))
        }
        let results = Dictionary(
            leaves.map { ($0.indicator.id, $0.result) }, uniquingKeysWith: { first, _ in first })
        let subtotals = dimensions.map { $0.subtotal(of: results) }
        return SchemeEvaluation(
            scheme: self, leaves: leaves, dimensions: subtotals,
            total: try total(of: subtotals, results, caps: leaves.compactMap(\.result.gradeCap)))
    }

    private func result(of indicator: SchemeIndicator, _ inputs: RuleInputs) -> LeafResult {
        LeafScorer(indicator: indicator, inputs: inputs, decimals: leafDecimals).result()
    }

    private func total(
        of subtotals: [SchemeEvaluation.Subtotal], _ results: [String: LeafResult], caps: [String]
    ) throws(ArithmeticError) -> SchemeEvaluation.Total {
        func sum(_ part: KeyPath<SchemeEvaluation.Subtotal, Points>) -> Points {
            subtotals.reduce(.zero) { $0 + $1[keyPath: part] }
        }
        let (score, evaluated) = (sum(\.score), sum(\.evaluatedPoints))
        let (missing, notApplicable) = (sum(\.missingPoints), sum(\.notApplicablePoints))
        guard missing == .zero else {
            return .partial(
                evaluatedPoints: evaluated, score: score, missingPoints: missing,
                notApplicablePoints: notApplicable)
        }
        guard evaluated > .zero else { return .nothingApplies }
        let total: Points
        switch notApplicablePolicy {
        case .rebase: total = try rebasedTotal(score: score, applicablePoints: evaluated)
        case .giveFull: total = score + notApplicable
        case .redistributeWithinParent:
            var shares: [(Fraction?, Fraction)] = []
            for dimension in dimensions {
                shares.append((try dimension.share(of: results), dimension.points.fraction))
            }
            let share = try SchemeGroup.share(of: shares)
            total = try Points(rounding: (share ?? .zero).multiplied(by: Fraction(100)))
        }
        let grade = caps.reduce(grades.grade(of: total)) { grades.grade($0, cappedAt: $1) }
        return .complete(
            score: total, grade: grade, sum: score, applicablePoints: evaluated)
    }
}

/// Σ score ÷ Σ applicable points × 100, rounded once more to two decimals (不适用折算).
package func rebasedTotal(
    score: Points, applicablePoints: Points
) throws(ArithmeticError) -> Points {
    if score.hundredths == applicablePoints.hundredths { return Points(hundredths: 10000) }
    return try Points(
        rounding: score.fraction.divided(by: applicablePoints.fraction)
            .multiplied(by: Fraction(100)))
}

extension SchemeGroup {
    fileprivate func subtotal(of results: [String: LeafResult]) -> SchemeEvaluation.Subtotal {
        let own = indicators.compactMap { results[$0.id] }
        func points(_ isCounted: (LeafState) -> Bool) -> Points {
            own.filter { isCounted($0.state) }.reduce(.zero) { $0 + $1.points }
        }
        return SchemeEvaluation.Subtotal(
            id: id, name: name, points: self.points, score: own.reduce(.zero) { $0 + $1.score },
            evaluatedPoints: points { $0 == .auto || $0 == .manual },
            missingPoints: points { $0 == .missingData },
            notApplicablePoints: points { $0 == .notApplicable },
            groups: children.compactMap { child in
                if case .group(let group) = child { group.subtotal(of: results) } else { nil }
            })
    }

    /// The share of its points that a group earns after its applicable children have taken over
    /// the points of the others; nil where no child applies.
    fileprivate func share(of results: [String: LeafResult]) throws(ArithmeticError) -> Fraction? {
        var shares: [(Fraction?, Fraction)] = []
        for child in children {
            switch child {
            case .group(let group):
                shares.append((try group.share(of: results), group.points.fraction))
            case .indicator(let indicator):
                guard let result = results[indicator.id], result.state != .notApplicable,
                    indicator.points > .zero
                else { continue }
                let share = try result.score.fraction.divided(by: indicator.points.fraction)
                shares.append((share, indicator.points.fraction))
            }
        }
        return try Self.share(of: shares)
    }

    fileprivate static func share(
        of shares: [(share: Fraction?, points: Fraction)]
    ) throws(ArithmeticError) -> Fraction? {
        var (sum, points) = (Fraction.zero, Fraction.zero)
        for part in shares {
            guard let share = part.share else { continue }
            sum = try sum.adding(share.multiplied(by: part.points))
            points = try points.adding(part.points)
        }
        return points.isZero ? nil : try sum.divided(by: points)
    }
}
