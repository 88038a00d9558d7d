import Performance

/// Columns that are computed from other columns (比率列与增减列).
extension RelationSearch {
    /// What a computed column is computed from.
    private struct Source {
        var shape: Relation.Shape
        var first: Int
        var second: Int
        /// The second operand is the column's total instead of the row's own cell.
        var isOfTotal: Bool
        /// Whether the heads of the columns say so: 执行率 of 执行数 and 预算数.
        var isNamed = false
        var held = 0
        var failed = 0
    }

    /// 执行率 = 执行数 ÷ 预算数; 增减幅度; 占比: the pair of columns that explains most rows.
    mutating func checkRatios(_ column: Int, _ body: Int, _ isPercent: ContiguousArray<Bool>) {
        guard !isTimeProgress(column) else { return }
        let operands = operandColumns(besides: column, isPercent)
        var best: Source?
        for first in operands {
            tally(
                &best, Source(shape: .ratio, first: first, second: first, isOfTotal: true), column,
                body)
            for second in operands where second != first {
                for shape in [Relation.Shape.ratio, .growth] {
                    tally(
                        &best,
                        Source(
                            shape: shape, first: first, second: second, isOfTotal: false,
                            isNamed: shape == .ratio && isExecution(column, first, second)),
                        column, body)
                }
            }
        }
        settle(best, column, body, isHeaded: isRateHeader(column))
    }

    /// 数量 × 单价 = 金额: by the heads of the columns.
    mutating func checkProducts(_ column: Int, _ body: Int) {
        guard holdsAnyHead(column, ["金额", "总价", "小计", "合计"]) else { return }
        let others = (0..<column).filter { $0 != column }
        guard let count = others.first(where: { holdsAnyHead($0, ["数量", "人数", "次数", "户数"]) }),
            let price = others.first(where: { holdsAnyHead($0, ["单价", "标准"]) }), count != price
        else { return }
        var held = 0
        var failing: ContiguousArray<Int> = []
        for row in body..<table.rows.count where !table.rows[row].isTotal {
            let stated = table.figure(row, column)
            let factors = [table.figure(row, count), table.figure(row, price)]
            guard stated >= 0, factors[0] >= 0, factors[1] >= 0 else { continue }
            if tryProduct(stated, ContiguousArray(factors), isSlipOnly: false) {
                held += 1
            } else {
                failing.append(row)
            }
        }
        guard held > 0, held >= failing.count else { return }
        for row in failing {
            let factors = [table.figure(row, count), table.figure(row, price)]
            _ = tryProduct(
                table.figure(row, column), ContiguousArray(factors), isSlipOnly: true)
        }
    }

    private func holdsAnyHead(_ column: Int, _ words: [StaticString]) -> Bool {
        for word in words where header(column, holds: word) { return true }
        return false
    }

    /// 增减额 = 本年 − 上年: in most rows.
    mutating func checkDifferences(_ column: Int, _ body: Int, _ isPercent: ContiguousArray<Bool>) {
        guard
            header(column, holds: "增减") || header(column, holds: "差") || header(column, holds: "结余")
                || header(column, holds: "增加") || header(column, holds: "减少")
                || header(column, holds: "结转") || header(column, holds: "余额")
                || header(column, holds: "较") || header(column, holds: "调整额")
                || header(column, holds: "扣分") || header(column, holds: "剩余")
                || header(column, holds: "节约")
        else { return }
        let operands = operandColumns(besides: column, isPercent)
        var best: Source?
        for first in operands {
            for second in operands where second != first {
                tally(
                    &best,
                    Source(shape: .difference, first: first, second: second, isOfTotal: false),
                    column, body)
            }
        }
        settle(best, column, body, isHeaded: true)
    }

    /// 执行率 beside 执行数 and 预算数.
    private func isExecution(_ rate: Int, _ done: Int, _ planned: Int) -> Bool {
        guard header(rate, holds: "率") || header(rate, holds: "进度") else { return false }
        let isDone =
            header(done, holds: "执行") || header(done, holds: "支出") || header(done, holds: "决算")
            || header(done, holds: "支付")
        return isDone && !header(done, holds: "预算")
            && (header(planned, holds: "预算") || header(planned, holds: "下达"))
    }

    /// Columns that another may be computed from; 序号 and 排名 count nothing.
    private func operandColumns(
        besides column: Int, _ isPercent: ContiguousArray<Bool>
    ) -> [Int] {
        (0..<table.columnCount).filter { other in
            other != column && !isPercent[other]
                && !holdsAnyHead(other, ["序号", "编号", "排名", "名次", "位次"])
        }
    }

    /// 序时进度 follows from the calendar, not from the table.
    private func isTimeProgress(_ column: Int) -> Bool {
        holdsAnyHead(column, ["序时", "时间进度"])
    }

    private func isRateHeader(_ column: Int) -> Bool {
        header(column, holds: "率") || header(column, holds: "比") || header(column, holds: "占")
            || header(column, holds: "幅") || header(column, holds: "增减")
            || header(column, holds: "进度") || header(column, holds: "%")
    }

    private var totalRow: Int? { table.rows.firstIndex { $0.isTotal && $0.hasFigures } }

    private func operands(_ source: Source, _ row: Int) -> (Int32, Int32)? {
        let first = table.figure(row, source.first)
        let second: Int32
        if source.isOfTotal {
            guard let total = totalRow, total != row else { return nil }
            second = table.figure(total, source.second)
        } else {
            second = table.figure(row, source.second)
        }
        guard first >= 0, second >= 0, figure(second).mantissa != 0 || source.shape == .difference
        else { return nil }
        return (first, second)
    }

    private mutating func tally(_ best: inout Source?, _ source: Source, _ column: Int, _ body: Int)
    {
        var source = source
        for row in body..<min(table.rows.count, body + 60) {
            let stated = table.figure(row, column)
            guard stated >= 0, let (first, second) = operands(source, row) else { continue }
            // 0 of anything, and all of one thing, tell nothing apart.
            if figure(stated).mantissa == 0 || figure(first).mantissa == 0 { continue }
            let trial = RateTrial(
                shape: source.shape, clarity: .stated, first: first, second: second)
            if verdict(stated, trial) == .error { source.failed += 1 } else { source.held += 1 }
        }
        guard source.held > 0 else { return }
        let isBetter =
            best.map {
                (source.isNamed ? 1 : 0, source.held, -source.failed)
                    > ($0.isNamed ? 1 : 0, $0.held, -$0.failed)
            } ?? true
        if isBetter { best = source }
    }

    private mutating func settle(
        _ source: Source?, _ column: Int, _ body: Int, isHeaded: Bool
    ) {
        guard let source, source.held >= source.failed,
            source.held >= 2 || isHeaded && source.failed <= 1
        else { return }
        for row in body..<table.rows.count {
            let stated = table.figure(row, column)
            guard stated >= 0, let (first, second) = operands(source, row) else { continue }
            let trial = RateTrial(
                shape: source.shape, clarity: .stated, first: first, second: second)
            var trials = RateTrials()
            attempt(&trials, stated: stated, trial, slipDigits: 2)
            if source.held >= 2 * source.failed
                || best(of: trials, stated: stated)?.isSlip ?? false
            {
                settle(trials, stated: stated)
            }
        }
    }
}
