import Performance

/// Stocks and what came and went (存量与增减): 年初 + 新增 − 退出 = 年末.
extension RelationSearch {
    mutating func findFlows() {
        for index in 0..<figureCount where isTotalLike(index) {
            let name = label(of: index)
            if reading.text.holds("年末", in: name) || reading.text.holds("期末", in: name)
                || reading.text.holds("年底", in: name) || reading.text.holds("现有", in: name)
            {
                findFlow(index)
            }
        }
    }

    private mutating func findFlow(_ end: Int32) {
        var flows: ContiguousArray<Int32> = []
        var index = end - 1
        while index >= nearest(before: end), flows.count < 8,
            statement(index).sentence == statement(end).sentence
        {
            if statement(index).role == .level || statement(index).role == .change,
                figure(index).adds(with: figure(end))
            {
                flows.append(index)
                if isOpening(index) { break }
            }
            index -= 1
        }
        guard flows.count >= 2, let opening = flows.last, isOpening(opening) else { return }
        settleFlow(end, flows)
    }

    func isOpening(_ index: Int32) -> Bool {
        let name = label(of: index)
        return reading.text.holds("年初", in: name) || reading.text.holds("期初", in: name)
            || reading.text.holds("上年末", in: name) || reading.text.holds("原有", in: name)
            || reading.text.holds("年末", in: name) && statement(index).comparand == .prior
    }

    /// −1 for what left: 退出, 调出, 退休, 报废, 出库.
    private func sign(of index: Int32) -> Int128 {
        if statement(index).role == .change { return Int128(statement(index).direction) }
        let words: [StaticString] = [
            "退出", "调出", "退休", "报废", "出库", "停发", "注销", "解除", "离职", "执行", "死亡", "减少", "处置", "支出",
            "使用",
            "发放", "迁出", "毕业", "清退", "偿还", "归还", "化解", "核销", "收回", "还本",
        ]
        let name = label(of: index)
        for word in words where reading.text.holds(word, in: name) { return -1 }
        return 1
    }

    private mutating func settleFlow(_ end: Int32, _ flows: ContiguousArray<Int32>) {
        var arithmetic = SumArithmetic(figure(end))
        for flow in flows { arithmetic.take(figure(flow)) }
        let exponent = arithmetic.exponent
        var off = Arithmetic.steps(figure(end), exponent)
        for flow in flows { off -= sign(of: flow) * Arithmetic.steps(figure(flow), exponent) }
        let verdict = arithmetic.verdict(off, total: figure(end), count: flows.count)
        var isSlip = false
        if verdict == .error {
            guard Slip.digits(figure(end)) >= 2 else { return }
            isSlip = Slip.explains(figure(end), by: -off, exponent: exponent, slack: 0)
            for flow in flows {
                let delta = off * sign(of: flow)
                if Slip.explains(figure(flow), by: delta, exponent: exponent, slack: 0) {
                    isSlip = true
                }
            }
            guard isSlip, flows.count >= 3 || Slip.digits(figure(end)) >= 4 else { return }
        }
        let start = Int32(pool.count)
        pool.append(contentsOf: flows)
        relations.append(
            Relation(
                shape: .signedSum, clarity: .likely, verdict: verdict, stated: end,
                firstOperand: start, operandCount: Int32(flows.count), isSlip: isSlip))
    }
}
