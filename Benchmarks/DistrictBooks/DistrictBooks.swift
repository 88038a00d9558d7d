package import Formulas
package import Performance
import Quantities
package import Storage

/// Keeps a made-up district in a store (样例区入库): a book for each department, its ledgers filled.
package enum DistrictBooks {
    /// - Returns: how many rows were added.
    package static func fill(_ store: LedgerStore, with district: District) throws -> Int64 {
        var count: Int64 = 0
        for id in district.departmentIDs {
            let writer = BookWriter(store, district.content(of: id), district)
            count += try writer.write()
        }
        return count
    }

    /// One more payment of a project, as a clerk would enter it.
    package static func pay(
        _ fen: Int64, for project: String, number: Int, of unitCode: String, in store: LedgerStore,
        _ district: District
    ) throws {
        let book = BookID(unitCode: unitCode, year: district.year)
        let cells = BookWriter.payment(
            on: district.quarter.lastDay(of: district.year), voucher: "改-\(number)", fen: fen,
            class: "项目支出", project: project)
        try enter([("改-\(number)|1", cells)], into: "支付", of: book, in: store)
    }

    /// Enters rows of one ledger, their cells by the columns' Chinese names.
    package static func enter(
        _ rows: [(key: String, cells: [String: CellValue])], into ledger: String, of book: BookID,
        in store: LedgerStore
    ) throws {
        let useCase = UseCase(unitCode: book.unitCode, actor: "样例", at: 0, action: "登记")
        _ = try store.accept(useCase) { acceptance in
            try BookWriter.insert(rows, into: ledger, of: book, acceptance, store)
        }
    }
}

/// Writes one department's book.
private struct BookWriter {
    private typealias Row = (key: String, cells: [String: CellValue])

    private let store: LedgerStore
    private let content: DepartmentContent
    private let book: BookID
    private let year: FiscalYear
    private let quarter: Quarter

    init(_ store: LedgerStore, _ content: DepartmentContent, _ district: District) {
        self.store = store
        self.content = content
        year = district.year
        quarter = district.quarter
        book = BookID(unitCode: content.department.code, year: district.year)
    }

    func write() throws -> Int64 {
        let useCase = UseCase(unitCode: book.unitCode, actor: "样例", at: 0, action: "样例入库")
        let ledgers = [
            ("项目", projects), ("支出预算", budgets), ("支付", payments), ("绩效指标", indicators),
            ("核对数", figures),
        ]
        return try store.accept(useCase) { acceptance in
            try acceptance.put(
                BookRecord(id: book, unitName: content.department.name, ledgers: []))
            var count: Int64 = 0
            for (name, rows) in ledgers {
                try Self.insert(rows, into: name, of: book, acceptance, store)
                count += Int64(rows.count)
            }
            return count
        }.result
    }

    static func insert(
        _ rows: [(key: String, cells: [String: CellValue])], into name: String, of book: BookID,
        _ acceptance: Acceptance, _ store: LedgerStore
    ) throws {
        guard let ledger = store.ledgers.first(where: { $0.name == name }) else { return }
        try acceptance.keep(ledger.table, in: book)
        var batch = RowBatch(file: "样例", columnCount: ledger.columns.count)
        for (number, row) in rows.enumerated() {
            batch.append(
                key: row.key, sourceRow: Int64(number + 1),
                cells: ledger.columns.map { row.cells[$0.name] ?? .missing })
        }
        _ = try acceptance.insert(batch, into: ledger.table, of: book)
    }

    // MARK: - Rows

    private var projects: [Row] {
        content.projects.enumerated().map { place, content in
            (
                content.project.name,
                [
                    "生效日期": .text(year.firstDay.iso), "项目名称": .text(content.project.name),
                    "序号": .integer(Int64(place + 1)), "年度目标": .text(content.project.goalText),
                    "负责科室": .text(content.project.office),
                    "责任人": .text(content.project.responsiblePerson),
                ]
            )
        }
    }

    private var budgets: [Row] {
        let basic = budget("公用经费", nil, content.department.basicBudget.fen)
        return [basic]
            + content.projects.map {
                budget("项目支出", $0.project.name, $0.project.adjustedBudget.fen)
            }
    }

    private func budget(_ name: String, _ project: String?, _ fen: Int64) -> Row {
        (
            "\(name)|\(project ?? "")",
            [
                "批复日期": .text(year.firstDay.iso), "预算类型": .text("年初"), "支出类别": .text(name),
                "项目": project.map { .text($0) } ?? .missing, "资金来源": .text("一般公共预算"),
                "金额": .integer(fen),
            ]
        )
    }

    /// Two payments a quarter of each project, so that sums have something to sum.
    private var payments: [Row] {
        var rows: [Row] = []
        func pay(_ class: String, _ project: String?, _ amounts: QuarterlyAmounts) {
            for quarter in Quarter.allCases where quarter <= self.quarter {
                let fen = amounts[quarter].fen
                for part in [fen / 3, fen - fen / 3] {
                    let voucher = "付-\(rows.count + 1)"
                    let cells = Self.payment(
                        on: quarter.lastDay(of: year), voucher: voucher, fen: part, class: `class`,
                        project: project)
                    rows.append(("\(voucher)|1", cells))
                }
            }
        }
        pay("公用经费", nil, content.department.basicExecution)
        for project in content.projects {
            pay("项目支出", project.project.name, project.project.execution)
        }
        return rows
    }

    static func payment(
        on day: Day, voucher: String, fen: Int64, class name: String, project: String?
    ) -> [String: CellValue] {
        [
            "日期": .text(day.iso), "凭证号": .text(voucher), "分录号": .integer(1), "支出类别": .text(name),
            "项目": project.map { .text($0) } ?? .missing, "金额": .integer(fen),
        ]
    }

    /// As approved in January, and as filled in at the quarter's end.
    private var indicators: [Row] {
        content.projects.flatMap { content in
            content.indicators.flatMap { indicator -> [Row] in
                let name = content.project.name
                let (first, last) = (year.firstDay.iso, quarter.lastDay(of: year).iso)
                let approved = cells(
                    of: indicator, name, indicator.approvedTarget ?? indicator.target, day: first)
                var filled = cells(of: indicator, name, indicator.target, day: last)
                if case .quantity(let actual)? = indicator.actual {
                    filled["完成值"] = Self.text(of: actual.value, indicator.target.unit)
                }
                filled["偏差原因"] = Self.text(indicator.deviationAnalysis)
                filled["来源"] = Self.text(indicator.dataSource ?? "")
                filled["判断理由"] = .text("填报")
                return [
                    ("\(indicator.code)|\(first)", approved), ("\(indicator.code)|\(last)", filled),
                ]
            }
        }
    }

    private func cells(
        of indicator: DistrictIndicator, _ project: String, _ target: PerformanceIndicator.Target,
        day: String
    ) -> [String: CellValue] {
        guard case .quantitative(let comparator, let value, let unit) = target else { return [:] }
        let signs: [Comparator: String] = [.atLeast: "≥", .equal: "=", .atMost: "≤"]
        return [
            "生效日期": .text(day), "指标编号": .text(indicator.code), "层级": .text("项目"),
            "项目": .text(project), "一级指标": .text(indicator.kind.category.rawValue),
            "二级指标": .text(indicator.kind.rawValue), "三级指标": .text(indicator.name),
            "计算符号": .text(signs[comparator] ?? comparator.rawValue),
            "指标值": Self.text(of: value, unit), "单位": .text(unit.text),
            "分值": .integer(indicator.weight.hundredths),
        ]
    }

    private var figures: [Row] {
        let department = content.department
        return [
            ("项目支出调整预算", department.statedProjectBudget),
            ("项目支出决算", department.statedProjectExecution),
        ].compactMap { name, money in
            money.map {
                (
                    name,
                    [
                        "生效日期": .text(year.firstDay.iso), "口径": .text(name),
                        "数值": .text($0.text(in: .yuan)), "单位": .text("元"), "出处": .text("样例"),
                    ]
                )
            }
        }
    }

    private static func text(_ text: String) -> CellValue { text.isEmpty ? .missing : .text(text) }

    private static func text(of value: Fraction, _ unit: UnitSymbol?) -> CellValue {
        guard let unit, let shown = try? value.divided(by: unit.factor).rounded(to: 6)
        else { return .missing }
        return .text(shown.trimmed().text)
    }
}
