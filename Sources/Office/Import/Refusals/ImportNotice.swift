package import Quantities

/// What a clerk should know of an import that is not refused for it (提示).
package struct ImportNotice: Hashable, Sendable {
    package let place: ImportPlace
    package let matter: Matter

    package enum Matter: Hashable, Sendable {
        /// A 合计 row states another figure than its rows add up to.
        case totalDiffers(label: String, column: String, stated: Money, sum: Money)
        /// Neither header nor sheet says a unit of money.
        case unitAssumed
        /// Header and sheet say different units; the header counts.
        case unitsDiffer(header: MoneyUnit, sheet: MoneyUnit)
        case columnLeftOut(header: String)
        case rowLeftOut(text: String)
        case hiddenSheetLeftOut
        case sheetLeftOut
        /// The sheet was proposed for this ledger, and why.
        case ledgerProposed(name: String, matched: [String])
    }

    init(_ place: ImportPlace, _ matter: Matter) {
        self.place = place
        self.matter = matter
    }

    package var message: String { "\(place.text)：\(words)" }

    private var words: String {
        switch matter {
        case .totalDiffers(let label, let column, let stated, let sum):
            let difference = Money(fen: stated.fen - sum.fen)
            return "“\(label)”的\(column)是 \(stated.text(in: .yuan)) 元，各行相加是 "
                + "\(sum.text(in: .yuan)) 元，相差 \(difference.text(in: .yuan)) 元。请核对。"
        case .unitAssumed: return "没有写明金额单位，按元读取。"
        case .unitsDiffer(let header, let sheet):
            return "表头的单位是\(header.rawValue)，表上方写的是\(sheet.rawValue)，按表头读取。请核对。"
        case .columnLeftOut(let header): return "“\(header)”不是台账的字段，没有导入。"
        case .rowLeftOut(let text): return "“\(text)”不是数据，没有导入。"
        case .hiddenSheetLeftOut: return "这个工作表是隐藏的，没有读取。如需导入，请指明它。"
        case .sheetLeftOut: return "这个工作表没有相应的表头，没有读取。"
        case .ledgerProposed(let name, let matched):
            return "按表头认作“\(name)”台账（认出：\(matched.joined(separator: "、"))）。"
        }
    }
}
