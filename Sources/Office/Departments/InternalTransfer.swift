package import Quantities

/// One row that passed between the units of a department (内部往来), taken off its sum.
package struct InternalTransfer: Hashable, Sendable {
    package let ledger: String
    package let unitCode: String
    package let amount: Money
    /// 支出类别 or 来源.
    package let kind: String
    /// 收款方 or 付款方; nil where none is named, as in a budget.
    package let other: String?
    /// File, sheet and row.
    package let source: String

    /// The ledgers in which something passes, with the column that says of what kind.
    static let ledgers = [
        ("支出预算", "支出类别"), ("收入预算", "来源"), ("支付", "支出类别"), ("收入", "来源"),
    ]
    static let otherSides = ["收款方", "付款方"]
}

/// What one side told and the other did not (往来不符): both must give the same.
package struct TransferMismatch: Hashable, Sendable {
    /// 支付 and 收入, or their budgets.
    package let paying: String
    package let receiving: String
    package let paid: Money
    package let received: Money

    package var message: String {
        "内部往来两边不符：台账“\(paying)”付出\(paid.text(in: .tenThousandYuan))万元，"
            + "台账“\(receiving)”收到\(received.text(in: .tenThousandYuan))万元。"
            + "请核对两边单位的类别、来源和往来对方。"
    }

    /// None where both sides give the same.
    package static func all(of transfers: [InternalTransfer]) -> [TransferMismatch] {
        [("支出预算", "收入预算"), ("支付", "收入")].compactMap { paying, receiving in
            let (paid, received) = (sum(transfers, paying), sum(transfers, receiving))
            guard paid != received else { return nil }
            return TransferMismatch(
                paying: paying, receiving: receiving, paid: paid, received: received)
        }
    }

    private static func sum(_ transfers: [InternalTransfer], _ ledger: String) -> Money {
        transfers.filter { $0.ledger == ledger }.reduce(.zero) { $0 + $1.amount }
    }
}
