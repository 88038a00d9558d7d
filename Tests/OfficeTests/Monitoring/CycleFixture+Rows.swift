import Foundation
import Performance
import Quantities
import Testing

@testable import Office

extension CycleFixture {
    /// Imports one csv, written on the spot, into the book.
    func importRows(_ csv: String, into ledger: String) throws {
        let path = folder.appendingPathComponent("\(ledger).csv").path
        try Data(csv.utf8).write(to: URL(filePath: path))
        let importer = ImportDesk(
            desk.workplace, memoryPath: folder.appendingPathComponent("layouts.json").path)
        let order = ImportOrder(
            file: ImportFile(path: path), book: desk.book, ledger: ledger, sheet: nil,
            actor: "测试", at: at("2021-12-31"))
        let report = try importer.run(order, commits: true) { _ in }
        try #require(report.isClean, "\(ledger): \(report)")
    }

    private static let indicatorHeader =
        "生效日期,指标编号,层级,项目,一级指标,二级指标,三级指标,计算符号,指标值,单位,分值,对应口径,来源\n"

    /// A year in which every threshold is passed.
    func addTroubledYear() throws {
        try importRows(
            """
            批复日期,预算类型,支出类别,项目,金额（元）
            2021-01-20,年初,人员经费,,1000000
            2021-01-20,年初,公用经费,,100000
            2021-01-20,年初,项目支出,困难职工帮扶,2000000
            """, into: "支出预算")
        try importRows("生效日期,项目名称,负责科室\n2021-01-20,困难职工帮扶,帮扶中心", into: "项目")
        try importRows(
            """
            日期,凭证号,分录号,支出类别,项目,金额（元）
            2021-02-10,付-1,1,人员经费,,600000
            2021-02-10,付-2,1,公用经费,,65000
            2021-03-20,付-3,1,项目支出,困难职工帮扶,100000
            """, into: "支付")
        try importRows(
            """
            日期,类型,费用项目,金额（元）
            2021-01-20,预算,公务接待费,10000
            2021-04-01,决算,公务接待费,9500
            """, into: "三公经费")
        try importRows(
            Self.indicatorHeader + """
                2021-01-20,Z-1,项目,困难职工帮扶,产出指标,数量指标,救助人次,≥,300,人次,10,工作人次：困难职工帮扶：季度生活救助,
                2021-01-20,Z-2,项目,困难职工帮扶,产出指标,数量指标,投诉次数,≤,1,次,10,工作次数：困难职工帮扶：投诉,
                """, into: "绩效指标")
        try importRows(
            """
            日期,项目,事项,人次,次数
            2021-03-24,困难职工帮扶,季度生活救助,20,1
            2021-05-06,困难职工帮扶,投诉,,2
            """, into: "工作记录")
        try importRows(
            """
            日期,采购编号,类型,采购内容,金额（元）,中标通知日期,合同签订日期
            2021-06-01,CG-1,合同,保密设备,20000,2021-06-01,
            """, into: "采购")
        try importRows("登记日期,事项,批复日期,公开日期\n2021-02-10,预算,2021-02-10,", into: "公开记录")
        try desk.perform(
            "open", on: Matter(.monitoring, period: "2021-07-31"), by: section,
            at: at("2021-08-01"), StepPapers(dueDay: Day(iso: "2021-08-10")))
        _ = try desk.issue(
            IssueNotice(
                source: .monitoring, department: "帮扶中心", category: .execution,
                description: "执行进度严重滞后，须说明原因", basis: "EW-01", dueDay: Day(iso: "2021-09-01")),
            by: section, at: at("2021-08-20"))
    }

    /// A year in which all is well.
    func addSoundYear() throws {
        try importRows(
            "批复日期,预算类型,支出类别,项目,金额（元）\n2021-01-20,年初,项目支出,困难职工帮扶,200000",
            into: "支出预算")
        try importRows("生效日期,项目名称,负责科室\n2021-01-20,困难职工帮扶,帮扶中心", into: "项目")
        let months = ["03-20", "06-20", "09-20", "12-20"]
        try importRows(
            (["日期,凭证号,分录号,支出类别,项目,金额（元）"]
                + months.enumerated().map { "2021-\($1),付-\($0),1,项目支出,困难职工帮扶,49000" })
                .joined(separator: "\n"), into: "支付")
        try importRows(
            (["日期,项目,事项,人次"] + months.map { "2021-\($0),困难职工帮扶,季度生活救助,76" })
                .joined(separator: "\n"), into: "工作记录")
        try importRows(
            Self.indicatorHeader
                + "2021-01-20,Z-1,项目,困难职工帮扶,产出指标,数量指标,救助人次,≥,300,人次,10,工作人次：困难职工帮扶：季度生活救助,",
            into: "绩效指标")
        try importRows(
            """
            日期,采购编号,类型,采购内容,金额（元）,中标通知日期,合同签订日期
            2021-06-01,CG-1,合同,保密设备,20000,2021-06-01,2021-06-15
            """, into: "采购")
        try importRows("登记日期,事项,批复日期,公开日期\n2021-02-10,预算,2021-02-10,2021-02-20", into: "公开记录")
    }
}
