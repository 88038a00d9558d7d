package import Formulas
package import Quantities

/// The ledgers that the tests speak of; their shapes are like those of the built-in pack.
package enum SampleLedgers {
    package static let payment = LedgerShape(
        name: "支付", table: "payment", kind: .entries, rowUnit: MeasureUnit("笔"), dayColumn: "日期",
        columns: [
            ColumnShape(name: "日期", sqlName: "paid_on", type: .day),
            ColumnShape(name: "金额", sqlName: "amount_fen", type: .money),
            ColumnShape(name: "支出类别", sqlName: "class", type: .text),
            ColumnShape(
                name: "项目", sqlName: "project_code", type: .text, distinctUnit: MeasureUnit("个")),
            ColumnShape(name: "应付金额", sqlName: "due_fen", type: .money),
            ColumnShape(name: "到期日", sqlName: "due_on", type: .day),
            ColumnShape(name: "政府采购", sqlName: "is_procurement", type: .truth),
        ])
    package static let aid = LedgerShape(
        name: "帮扶", table: "aid_payment", kind: .entries, rowUnit: MeasureUnit("人次"),
        dayColumn: "发放日期",
        columns: [
            ColumnShape(name: "发放日期", sqlName: "paid_on", type: .day),
            ColumnShape(name: "类型", sqlName: "kind", type: .text),
            ColumnShape(
                name: "对象", sqlName: "person_number", type: .text, distinctUnit: MeasureUnit("人")),
            ColumnShape(name: "金额", sqlName: "amount_fen", type: .money),
            ColumnShape(
                name: "工时", sqlName: "hours",
                type: .number(scale: 1, unit: MeasureUnit("小时"))),
            ColumnShape(
                name: "评分", sqlName: "rating", type: .number(scale: 3, unit: .one)),
            ColumnShape(
                name: "核定工时", sqlName: "approved_hours",
                type: .number(scale: 2, unit: MeasureUnit("小时"))),
        ])
    package static let asset = LedgerShape(
        name: "资产", table: "fixed_asset", kind: .register, rowUnit: MeasureUnit("台"),
        dayColumn: "生效日期", keyColumns: ["编号"],
        columns: [
            ColumnShape(name: "生效日期", sqlName: "valid_from", type: .day),
            ColumnShape(name: "编号", sqlName: "asset_no", type: .text),
            ColumnShape(name: "原值", sqlName: "value_fen", type: .money),
            ColumnShape(name: "状态", sqlName: "status", type: .text),
            ColumnShape(name: "在用", sqlName: "in_service", type: .truth),
            ColumnShape(
                name: "面积", sqlName: "area",
                type: .number(scale: 2, unit: MeasureUnit("平方米"))),
        ])
    package static let all = [payment, aid, asset]
}

/// A small accounting department in memory: rows written as texts, facts as sets.
package struct SampleBooks: InMemoryRows {
    package var rowsByLedger: [String: [LedgerRow]] = [:]
    /// Ledger names that every book keeps; `名称@2020` for one year alone.
    package var kept: Set<String> = ["支付", "帮扶", "资产"]
    package var typed: [String: Quantity] = [:]

    package init() {}

    package func rows(of ledger: String, unitCode: String) -> [LedgerRow] {
        rowsByLedger[ledger, default: []].filter { $0.book.unitCode == unitCode }
    }

    package func keeps(ledger: String, in snapshot: Snapshot) -> Bool {
        kept.contains(ledger) || kept.contains("\(ledger)@\(snapshot.book.year.number)")
    }

    /// Keyed `口径@2020`.
    package func typedFigure(of measure: String, for book: BookID) -> Quantity? {
        typed["\(measure)@\(book.year.number)"]
    }

    /// Adds one row a line, cells parted by `|`, blanks as `-`.
    ///
    /// Marks before the first cell: `#7` id, `j5` journal number, `u2` unit, `y2020` year,
    /// `冲3` a reversal of row 3, `退` a refund.
    package mutating func add(_ ledger: LedgerShape, _ lines: String) {
        for line in lines.split(separator: "\n") {
            var cells = line.split(separator: "|").map { $0.trimmed }
            var marks: [Substring] = []
            if cells[0].first.map({ "#juy冲退".contains($0) }) == true {
                marks = cells.removeFirst().split(separator: " ")
            }
            rowsByLedger[ledger.name, default: []].append(row(ledger, cells, marks))
        }
    }

    private func row(_ ledger: LedgerShape, _ cells: [String], _ marks: [Substring]) -> LedgerRow {
        func mark(_ letter: Character) -> Int64? {
            marks.first { $0.first == letter }.flatMap { Int64($0.dropFirst()) }
        }
        let reverses = mark("冲")
        let isRefund = marks.contains("退")
        return LedgerRow(
            id: mark("#") ?? Int64(rowsByLedger[ledger.name, default: []].count + 1),
            book: SampleBooks.book(
                Int(mark("y") ?? 2021), unit: mark("u").map { "u\($0)" } ?? "u1"),
            journalNumber: mark("j") ?? 1,
            kind: reverses != nil ? .reversal : isRefund ? .refund : .normal, reverses: reverses,
            cells: zip(ledger.columns, cells).map { $0.cell($1) })
    }

    package static func book(_ year: Int, unit: String = "u1") -> BookID {
        guard let year = FiscalYear(year) else { preconditionFailure("a year of the calendar") }
        return BookID(unitCode: unit, year: year)
    }

    package static func snapshot(
        _ year: Int = 2021, from start: String? = nil, to end: String? = nil, journal: Int64 = 100,
        unit: String = "u1"
    ) -> Snapshot {
        Snapshot(
            book: book(year, unit: unit), periodStart: start.flatMap { Day(iso: $0) },
            periodEnd: end.flatMap { Day(iso: $0) }, journalNumber: journal)
    }
}

extension ColumnShape {
    fileprivate func cell(_ text: String) -> CellValue {
        if text == "-" { return .missing }
        switch type {
        case .day, .text: return .text(text)
        case .truth: return .integer(text == "是" ? 1 : 0)
        case .money, .number:
            guard let scale = storedScale, let stored = try? ExactDecimal(text)?.rounded(to: scale)
            else { preconditionFailure("a number: \(text)") }
            return .integer(Int64(stored.mantissa))
        }
    }

    private var storedScale: Int? {
        switch type {
        case .money: 2
        case .number(let scale, _): scale
        case .day, .text, .truth: nil
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
