import Formulas
import Performance
import Quantities
import Storage

/// Budget and execution of all books of a year, by project (预算执行取数), in one pass over each of the
/// two ledgers.
struct DistrictAmounts {
    private var byUnit: [String: UnitAmounts] = [:]

    init(
        _ reader: LedgerReader, _ workplace: Workplace, _ year: FiscalYear, _ quarter: Quarter,
        _ unitCode: String?, asOf journalNumber: Int64 = .max
    ) throws {
        let last = quarter.lastDay(of: year)
        let budgets = try reader.sums(
            GroupedSumQuery(
                workplace.ledger("支出预算"), sum: "金额", by: ["支出类别", "项目", "预算类型"], year: year,
                through: [last], unitCode: unitCode, asOf: journalNumber))
        for sum in budgets {
            byUnit[sum.unitCode, default: UnitAmounts()].addBudget(
                Money(fen: sum.sums[0]), class: sum.groups[0], project: sum.groups[1],
                isInitial: sum.groups[2] == "年初")
        }
        let quarters = Quarter.allCases.filter { $0 <= quarter }
        let payments = try reader.sums(
            GroupedSumQuery(
                workplace.ledger("支付"), sum: "金额", by: ["支出类别", "项目"], year: year,
                through: quarters.map { $0.lastDay(of: year) }, unitCode: unitCode,
                asOf: journalNumber))
        for sum in payments {
            byUnit[sum.unitCode, default: UnitAmounts()].addExecution(
                throughQuarters: sum.sums.map { Money(fen: $0) }, class: sum.groups[0],
                project: sum.groups[1])
        }
    }

    subscript(unitCode: String) -> UnitAmounts { byUnit[unitCode] ?? UnitAmounts() }
}

/// The amounts of one unit.
struct UnitAmounts {
    private var approved: [String: Money] = [:]
    private var adjusted: [String: Money] = [:]
    private var execution: [String: QuarterlyAmounts] = [:]
    private var otherBudgets: [Money] = []
    private var otherExecution: [QuarterlyAmounts] = []

    private static let projectClass = "项目支出"

    mutating func addBudget(
        _ money: Money, class name: String, project: String, isInitial: Bool
    ) {
        guard name == Self.projectClass else { return otherBudgets.append(money) }
        let project = Self.name(project)
        adjusted[project] = (adjusted[project] ?? .zero) + money
        if isInitial { approved[project] = (approved[project] ?? .zero) + money }
    }

    mutating func addExecution(
        throughQuarters sums: [Money], class name: String, project: String
    ) {
        let before = [.zero] + sums.dropLast()
        let amounts = QuarterlyAmounts(zip(sums, before).map { $0 - $1 })
        guard name == Self.projectClass else { return otherExecution.append(amounts) }
        execution[Self.name(project)] = amounts
    }

    /// Projects that have a budget or an execution; a line of 0.00 makes no project.
    var projects: Set<String> {
        Set(adjusted.filter { $0.value != .zero }.keys).union(execution.keys)
    }

    func approvedBudget(of project: String) -> Money { approved[project] ?? .zero }
    func adjustedBudget(of project: String) -> Money { adjusted[project] ?? .zero }
    func execution(of project: String) -> QuarterlyAmounts {
        execution[project] ?? QuarterlyAmounts()
    }

    private static func name(_ project: String) -> String {
        project.isEmpty ? "（未写项目名称）" : project
    }

    /// Everything but projects.
    func basicBudget() throws(ArithmeticError) -> Money { try Money.sum(otherBudgets) }

    func basicExecution() throws(ArithmeticError) -> QuarterlyAmounts {
        var amounts: [Money] = []
        for quarter in Quarter.allCases {
            amounts.append(try Money.sum(otherExecution.map { $0[quarter] }))
        }
        return QuarterlyAmounts(amounts)
    }
}
