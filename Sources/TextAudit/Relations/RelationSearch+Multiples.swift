import Performance

/// How many times one level is another (倍数): 净收益5.72亿元，本息4.48亿元，覆盖倍数1.28倍.
extension RelationSearch {
    func isMultiple(_ index: Int32) -> Bool {
        figure(index).kind == .count && figure(index).unit == CountUnit.multiple
    }

    mutating func findMultiples() {
        for index in 2..<max(figureCount, 2) where isMultiple(index) {
            guard statement(index).role == .level,
                holdsAny(["倍数", "倍率", "相当于", "是", "为"], in: label(of: index))
            else { continue }
            let (first, second) = (index - 2, index - 1)
            guard statement(first).role == .level, statement(second).role == .level,
                figure(first).adds(with: figure(second)), !isMultiple(first),
                statement(first).part == statement(index).part
            else { continue }
            if !noteMultiple(index, first, second) { _ = noteMultiple(index, second, first) }
        }
    }

    /// Notes stated = first ÷ second, where it holds or one slip is the matter.
    mutating func noteMultiple(_ stated: Int32, _ first: Int32, _ second: Int32) -> Bool {
        let start = Int32(pool.count)
        pool.append(contentsOf: [first, second])
        var relation = Relation(
            shape: .multiple, clarity: .likely, verdict: .exact, stated: stated,
            firstOperand: start, operandCount: 2)
        guard let result = compute(relation) else {
            pool.removeLast(2)
            return false
        }
        relation.verdict = result.verdict
        if result.verdict == .error {
            relation.isSlip =
                Slip.digits(figure(stated)) >= 3
                && [stated, first, second].contains { index in
                    repairs(of: index, in: relation).contains { isSlip($0) }
                }
            guard relation.isSlip else {
                pool.removeLast(2)
                return false
            }
        }
        relations.append(relation)
        return true
    }
}
