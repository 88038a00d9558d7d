import Performance

/// What a column of a sheet is for (列的去向).
package enum LayoutTarget: Hashable, Sendable {
    /// A column of the ledger, by its position in the definition.
    case column(Int)
    /// 记录类型: whether a row is a 退款.
    case rowKind
    /// 单位代码: checked against the book.
    case unitCode
    /// 年度: checked against the book.
    case fiscalYear
    /// Known to be no column of a ledger, such as 序号, or answered so.
    case leftOut

    /// The name of what a column goes into.
    func name(in ledger: LedgerDefinition) -> String {
        switch self {
        case .column(let index): ledger.columns[index].name
        case .rowKind: "记录类型"
        case .unitCode: "单位代码"
        case .fiscalYear: "年度"
        case .leftOut: ""
        }
    }
}

/// The headers under which the columns of one ledger are known.
struct HeaderNames {
    struct Match: Hashable {
        let target: LayoutTarget
        /// 0 for the column's own name, 1 for another header of it, 2 without the words in brackets.
        let rank: Int
    }

    let definition: LedgerDefinition
    private var matches: [String: Match] = [:]

    init(_ definition: LedgerDefinition) {
        self.definition = definition
        for (index, column) in definition.columns.enumerated() {
            add(column.name, Match(target: .column(index), rank: 0))
        }
        for (index, column) in definition.columns.enumerated() {
            for header in column.headers {
                add(header, Match(target: .column(index), rank: 1))
            }
        }
        for (target, headers) in Self.common {
            for header in headers { add(header, Match(target: target, rank: 1)) }
        }
    }

    /// The target of a header; nil where no name of the ledger is like it.
    func match(_ header: HeaderText) -> Match? {
        if let match = matches[header.whole] { return match }
        guard !header.base.isEmpty, let match = matches[header.base] else { return nil }
        // A unit in brackets takes nothing away, another word may.
        return header.moneyUnit != nil ? match : Match(target: match.target, rank: 2)
    }

    private mutating func add(_ name: String, _ match: Match) {
        let header = HeaderText(name)
        // The ledger's own columns come first: a name that one of them has stays its.
        if matches[header.whole] == nil { matches[header.whole] = match }
        if header.moneyUnit != nil, matches[header.base] == nil { matches[header.base] = match }
    }

    private static let common: [(LayoutTarget, [String])] = [
        (.rowKind, ["记录类型", "行类型", "记录性质", "支付性质", "业务性质", "是否退款", "退款标志"]),
        (.unitCode, ["单位代码", "单位编码", "预算单位代码", "预算单位编码"]),
        (.fiscalYear, ["年度", "会计年度", "财政年度", "预算年度"]),
        (.leftOut, ["序号", "行号", "No", "No.", "单位名称", "预算单位", "预算单位名称"]),
    ]
}
