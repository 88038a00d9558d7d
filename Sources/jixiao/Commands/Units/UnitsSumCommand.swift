import ArgumentParser
import Formulas
import Office
import Performance
import Quantities
import Reports

struct UnitsSumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sum", abstract: "部门汇总数：各单位的数、内部往来抵销和合计。",
        discussion: """
            不写口径就列收支预算和决算。比率按汇总后的数计算，不相加。缺数据时退出码为 1。例：
              jixiao units sum 支出决算 支出完成率 --unit 440118
            """)

    @Argument(help: ArgumentHelp("口径名称，可以有几个。", valueName: "口径"))
    var names: [String] = []
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: FormatOption

    private static let usual = ["收入预算", "收入决算", "支出预算", "调整预算", "支出决算", "支出完成率"]

    func run() throws {
        let desk = try DepartmentText.desk(options)
        let sums = try desk.departmentSums(
            names.isEmpty ? Self.usual : names, traced: output.format == .json)
        if output.format == .json {
            Output.line(CanonicalJSON.array(sums.map { DepartmentText.json($0, desk) }).text)
        } else {
            Output.lines(DepartmentText.lines(sums, desk))
        }
        if sums.contains(where: \.isMissing) { throw ExitCode(1) }
    }
}

struct UnitsTransfersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfers", abstract: "内部往来：逐行列出抵销了什么，两边是否相符。",
        discussion: """
            抵销的是：对附属单位补助支出、上缴上级支出，附属单位上缴收入、上级补助收入（单位之间有隶属关系时），
            以及收款方、付款方写着本部门另一单位名称的行。对方写着别的单位的不抵销。
            两边不符时退出码为 1。
            """)

    @OptionGroup var options: DeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = try DepartmentText.desk(options)
        let transfers = try EntryPages(desk).internalTransfers()
        let mismatches = TransferMismatch.all(of: transfers)
        if output.format == .json {
            Output.line(
                CanonicalJSON.object([
                    "transfers": .array(transfers.map(DepartmentText.json)),
                    "mismatches": .array(mismatches.map { .string($0.message) }),
                ]).text)
        } else {
            Output.lines(DepartmentText.lines(transfers, desk) + mismatches.map(\.message))
        }
        if !mismatches.isEmpty { throw ExitCode(1) }
    }
}

extension DepartmentSum {
    var isMissing: Bool { if case .missing = whole.value { true } else { false } }
}

/// A department's sums and transfers for people and programs.
enum DepartmentText {
    static func desk(_ options: DeskOptions) throws -> BookDesk {
        try options.book.workplace().desk(
            unit: options.book.unit, year: options.book.year, through: options.through,
            withUnits: true)
    }

    static func lines(_ sums: [DepartmentSum], _ desk: BookDesk) -> [String] {
        let (measures, units) = (MeasureDesk(desk), desk.department?.units ?? [])
        var table = TextTable(
            [("口径", .left)] + units.map { ($0.name, .right) }
                + [("内部往来抵销", .right), ("部门合计", .right)])
        for sum in sums {
            let unit = measures.unit(of: sum.name)
            func text(_ value: FormulaValue) -> String {
                guard let number = value.number, case .number(_, let base) = sum.whole.value
                else { return value == .undefined ? "无法计算" : "缺数据" }
                let trace = FigureTrace(
                    name: sum.name, value: .number(number, base), formula: "", arithmetic: "",
                    entries: [])
                return ValueText.text(trace, in: unit)
            }
            let off = sum.eliminated.map { text(.number($0.negated)) } ?? "—"
            table.append(
                [sum.name] + sum.units.map(text) + [
                    off, sum.isMissing ? "缺数据" : ValueText.text(sum.whole, in: unit),
                ])
        }
        let reasons = sums.compactMap { sum -> String? in
            guard case .missing(let reason) = sum.whole.value else { return nil }
            return "\(sum.name)：\(reason)。"
        }
        return table.lines + reasons
    }

    static func json(_ sum: DepartmentSum, _ desk: BookDesk) -> CanonicalJSON {
        let units = zip(desk.department?.units ?? [], sum.units).map { unit, value in
            CanonicalJSON.object([
                "unit": .string(unit.code), "name": .string(unit.name),
                "value": value.number.map { .string($0.description) } ?? .null,
            ])
        }
        return [
            "measure": .string(sum.name), "units": .array(units),
            "eliminated": sum.eliminated.map { .string($0.description) } ?? .null,
            "whole": TraceDocument.json(sum.whole),
        ]
    }

    static func lines(_ transfers: [InternalTransfer], _ desk: BookDesk) -> [String] {
        var table = TextTable([
            ("台账", .left), ("单位", .left), ("类别", .left), ("对方", .left), ("金额（元）", .right),
            ("来源", .left),
        ])
        for transfer in transfers {
            table.append([
                transfer.ledger, desk.department?.unit(transfer.unitCode)?.name ?? "",
                transfer.kind, transfer.other ?? "", transfer.amount.text(in: .yuan),
                transfer.source,
            ])
        }
        return transfers.isEmpty ? ["没有内部往来。"] : table.lines
    }

    static func json(_ transfer: InternalTransfer) -> CanonicalJSON {
        [
            "ledger": .string(transfer.ledger), "unit": .string(transfer.unitCode),
            "kind": .string(transfer.kind), "other": transfer.other.map { .string($0) } ?? .null,
            "fen": .integer(transfer.amount.fen), "source": .string(transfer.source),
        ]
    }
}
