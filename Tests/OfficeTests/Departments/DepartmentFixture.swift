import Formulas
import Foundation
import Performance
import Quantities

@testable import Office

/// A department with one subordinate unit, in a folder of its own.
struct DepartmentFixture {
    static let head = "440100-ZGH"
    static let unit = "440100-WHG"
    private static let names = [head: "示例区总工会", unit: "区工人文化宫", "440100-XX": "区职工学校"]
    static let year: FiscalYear = {
        guard let year = FiscalYear(2021) else { preconditionFailure("2021 is a fiscal year") }
        return year
    }()

    let folder: String
    let workplace: Workplace

    init() throws {
        folder = NSTemporaryDirectory() + "department-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        workplace = try Workplace.open("\(folder)/jixiao.sqlite")
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    static func book(_ unit: String) -> BookID { BookID(unitCode: unit, year: year) }

    func add(_ rows: [String], to ledger: String, of unit: String) throws {
        let header =
            switch ledger {
            case "支付": "日期,凭证号,分录号,支出类别,项目,收款方,金额（元）"
            case "收入": "日期,凭证号,分录号,来源,付款方,金额（元）"
            case "支出预算": "批复日期,预算类型,支出类别,项目,金额（元）"
            case "收入预算": "批复日期,预算类型,来源,金额（元）"
            default: preconditionFailure("no header of \(ledger)")
            }
        let path = "\(folder)/\(unit)-\(ledger).csv"
        try Data(([header] + rows).joined(separator: "\n").utf8).write(to: URL(filePath: path))
        let importer = ImportDesk(workplace, memoryPath: "\(folder)/layouts.json")
        let book = try importer.book(
            unit: unit, year: Self.year.number, unitName: Self.names[unit], actor: "测试",
            at: CycleFixture.at("2021-12-31"))
        let order = ImportOrder(
            file: ImportFile(path: path), book: book, ledger: ledger, sheet: nil, actor: "测试",
            at: CycleFixture.at("2021-12-31"))
        let report = try importer.run(order, commits: true) { _ in }
        precondition(report.isClean, "the rows of a test are good")
    }

    /// The rows of docs/departments.md.
    func addExample() throws {
        try add(
            [
                "2021-01-20,年初,人员经费,,6000000", "2021-01-20,年初,项目支出,职工文化活动,1000000",
                "2021-01-20,年初,对附属单位补助支出,,500000",
            ], to: "支出预算", of: Self.head)
        try add(["2021-01-20,年初,一般公共预算,7500000"], to: "收入预算", of: Self.head)
        try add(
            [
                "2021-03-10,付-1,1,人员经费,,个人（按发放表）,3200000",
                "2021-04-15,付-2,1,对附属单位补助支出,,区工人文化宫,300000",
                "2021-05-20,付-3,1,项目支出,职工文化活动,区工人文化宫,200000",
                "2021-06-30,付-4,1,项目支出,职工文化活动,某印刷公司,150000",
            ], to: "支付", of: Self.head)
        try add(["2021-01-31,收-1,1,一般公共预算,区财政局,4500000"], to: "收入", of: Self.head)
        try add(
            ["2021-01-20,年初,人员经费,,800000", "2021-01-20,年初,项目支出,场馆维护,400000"],
            to: "支出预算", of: Self.unit)
        try add(
            ["2021-01-20,年初,一般公共预算,700000", "2021-01-20,年初,上级补助收入,500000"],
            to: "收入预算", of: Self.unit)
        try add(
            [
                "2021-03-10,付-1,1,人员经费,,个人（按发放表）,400000",
                "2021-07-05,付-2,1,项目支出,场馆维护,某工程公司,260000",
            ], to: "支付", of: Self.unit)
        try add(
            [
                "2021-02-01,收-1,1,一般公共预算,区财政局,350000",
                "2021-04-16,收-2,1,上级补助收入,示例区总工会,300000",
                "2021-05-21,收-3,1,其他收入,示例区总工会,200000",
                "2021-08-02,收-4,1,上级补助收入,市总工会,90000",
            ], to: "收入", of: Self.unit)
    }

    func cycle(_ unit: String) -> CycleDesk {
        CycleDesk(workplace, Self.book(unit), isOnePersonOffice: true)
    }

    /// Registers a unit below the department, by its own head.
    func join(_ unit: String = unit, to superior: String = head, without: [String] = []) throws {
        let desk = cycle(unit)
        let at = CycleFixture.at("2021-01-04")
        if try desk.directory().grants.isEmpty {
            try desk.appointAdministrator("guanli", at: at)
            try desk.grant(.departmentHead, to: "zhuren", by: "guanli", at: at)
            try desk.grant(.financeOffice, to: "caiwu", by: "guanli", at: at)
        }
        try desk.affiliate(
            to: superior, without: without, reason: "三定规定",
            by: Performer("zhuren", as: .departmentHead), at: at)
    }

    func department(through day: String? = nil) throws -> BookDesk {
        try workplace.desk(
            unit: Self.head, year: Self.year.number, through: day, withUnits: true)
    }
}
