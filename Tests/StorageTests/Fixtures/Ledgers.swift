import Formulas
import Performance
import Quantities
import Storage
import Testing

extension LedgerDefinition {
    /// 支付, in short.
    static let payment = LedgerDefinition(
        name: "支付", table: "payment", kind: .entries, rowUnit: MeasureUnit("笔"),
        dayColumn: "日期", naturalKey: ["凭证号"],
        columns: [
            column("日期", "paid_on", .day, isRequired: true),
            column("凭证号", "voucher_number", .text, isRequired: true),
            column("金额", "amount_fen", .money, isRequired: true),
            column("比例", "share", .number(scale: 2, unit: .one)),
            column("是否及时", "is_timely", .truth),
            column("摘要", "summary", .text),
        ], allowsNegativeMoney: false, source: "测试")

    /// 登记簿, in short.
    static let register = LedgerDefinition(
        name: "机构", table: "office", kind: .register, rowUnit: MeasureUnit("个"),
        dayColumn: "生效日期", naturalKey: ["名称"],
        columns: [
            column("生效日期", "valid_from", .day, isRequired: true),
            column("名称", "office_name", .text, isRequired: true),
        ], allowsNegativeMoney: false, source: "测试")

    static func column(
        _ name: String, _ sqlName: String, _ type: ColumnShape.ValueType, isRequired: Bool = false
    ) -> LedgerColumn {
        LedgerColumn(name: name, sqlName: sqlName, type: type, isRequired: isRequired)
    }

    func with(columns: [LedgerColumn]) -> LedgerDefinition {
        LedgerDefinition(
            name: name, table: table, kind: kind, rowUnit: rowUnit, dayColumn: dayColumn,
            naturalKey: naturalKey, columns: columns, allowsNegativeMoney: allowsNegativeMoney,
            source: source)
    }
}

extension BookID {
    static func sample(_ unitCode: String = "440118001", _ year: Int = 2021) throws -> BookID {
        BookID(unitCode: unitCode, year: try #require(FiscalYear(year)))
    }
}

/// A payment as a test writes it.
struct Payment {
    var voucher: String
    var fen: Int64
    var day = "2021-03-05"
    var summary: String?
    var kind = LedgerRow.Kind.normal

    var cells: [CellValue] {
        [
            .text(day), .text(voucher), .integer(fen), .missing, .integer(1),
            summary.map { .text($0) } ?? .missing,
        ]
    }
}

extension LedgerStore {
    func useCase(_ action: String, _ unitCode: String = "440118001") -> UseCase {
        UseCase(
            unitCode: unitCode, actor: "测试员", at: 1_640_966_400_000, action: action,
            payload: ["说明": "测试"])
    }

    @discardableResult
    func open(_ book: BookID, state: BookRecord.State = .open) throws -> JournalReceipt {
        let accepted = try accept(useCase("建账", book.unitCode)) {
            try $0.put(
                BookRecord(
                    id: book, unitName: "某区总工会", state: state, ledgers: ["payment", "office"]))
        }
        return try #require(accepted.receipt)
    }

    /// Imports payments, all of them new, known or contradicting.
    @discardableResult
    func add(
        _ payments: [Payment], to book: BookID, file: String = "支付.csv"
    ) throws -> Accepted<InsertOutcome> {
        try accept(useCase("导入", book.unitCode), journalsAlways: false) {
            try $0.insert(Self.batch(payments, file: file), into: "payment", of: book)
        }
    }

    static func batch(_ payments: [Payment], file: String = "支付.csv") -> RowBatch {
        var batch = RowBatch(
            file: file, sheet: "1月", columnCount: LedgerDefinition.payment.columns.count)
        for (index, payment) in payments.enumerated() {
            batch.append(
                key: payment.voucher, kind: payment.kind, sourceRow: Int64(index + 2),
                cells: payment.cells)
        }
        return batch
    }

    func payments(of book: BookID) throws -> [LedgerRow] {
        try read { try $0.rows(of: "payment", .init(unitCode: book.unitCode, year: book.year)) }
    }

    /// Findings without the notices.
    func errors(knownHeads: [Anchor] = []) throws -> [StorageFinding.Kind] {
        try verify(knownHeads: knownHeads).filter { $0.severity == .error }.map(\.kind)
    }
}
