import Formulas
import Performance

/// A negative amount must be a 退款, unless its ledger knows negative rows of its own (负数规则).
struct RefundRule {
    private let allowsNegative: Bool
    private let hasKindColumn: Bool
    private let isFigure: [Bool]
    private let isMoney: [Bool]
    private let isPlainText: [Bool]

    init(_ ledger: LedgerDefinition, hasKindColumn: Bool) {
        allowsNegative = ledger.allowsNegativeMoney
        self.hasKindColumn = hasKindColumn
        isMoney = ledger.columns.map { $0.type == .money }
        isFigure = ledger.columns.map {
            if case .number = $0.type { true } else { $0.type == .money }
        }
        isPlainText = ledger.columns.map { $0.type == .text && $0.choices.isEmpty }
    }

    /// What the row is: a 退款 by its 记录类型, or where no such column stands, by its own words.
    func kind(_ readings: [CellReading], _ targets: [LayoutTarget]) -> LedgerRow.Kind {
        if hasKindColumn {
            for index in targets.indices where targets[index] == .rowKind {
                if case .integer(LedgerRow.Kind.refund.rawValue) = readings[index] {
                    return .refund
                }
            }
            return .normal
        }
        if allowsNegative || !hasNegative(readings, targets) { return .normal }
        return saysRefund(readings, targets) ? .refund : .normal
    }

    /// The amounts whose sign does not go with the kind of row, by the position of their cell.
    func problems(
        _ readings: [CellReading], _ targets: [LayoutTarget]
    ) -> [Int: CellProblem] {
        guard hasKindColumn || hasNegative(readings, targets) else { return [:] }
        let isRefund = kind(readings, targets) == .refund
        if !isRefund, allowsNegative { return [:] }
        var problems: [Int: CellProblem] = [:]
        for (index, target) in targets.enumerated() {
            guard case .column(let column) = target, isFigure[column],
                case .integer(let number) = readings[index]
            else { continue }
            if isRefund, isMoney[column], number >= 0 {
                problems[index] = .refundNotNegative
            } else if !isRefund, number < 0 {
                problems[index] = isMoney[column] ? .negativeWithoutRefund : .negativeNumber
            }
        }
        return problems
    }

    private func hasNegative(_ readings: [CellReading], _ targets: [LayoutTarget]) -> Bool {
        for (index, target) in targets.enumerated() {
            guard case .integer(let number) = readings[index], number < 0,
                case .column = target
            else { continue }
            return true
        }
        return false
    }

    private func saysRefund(_ readings: [CellReading], _ targets: [LayoutTarget]) -> Bool {
        targets.indices.contains { index in
            guard case .column(let column) = targets[index], isPlainText[column] else {
                return false
            }
            let text: String
            switch readings[index] {
            case .text(let found): text = found
            case .utf8(let bytes): text = bytes.string
            default: return false
            }
            return ["退款", "退回", "退库"].contains(where: text.contains)
        }
    }
}
