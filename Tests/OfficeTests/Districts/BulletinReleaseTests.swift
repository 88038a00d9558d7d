import DistrictSamples
import Documents
import Formulas
import Foundation
import Performance
import Quantities
import Reports
import Testing

@testable import Office

@Suite struct BulletinReleaseTests {
    @Test(arguments: CycleBackend.available)
    func theBureauTellsAboutAllDepartments(backend: CycleBackend) throws {
        let stored = try StoredDistrict(on: backend)
        defer { stored.remove() }
        let release = try stored.release(stored.order())
        #expect(
            release.files.map(\.name) == [
                "样例区财政局关于2026年第二季度部门预算绩效运行情况的通报.docx",
                "样例区财政局关于2026年第二季度部门预算绩效运行情况的通报（附表1至3）.xlsx",
                "2026年第二季度绩效结果清单.xlsx",
                "样例区财政局关于2026年第二季度部门预算绩效运行情况的通报 溯源.json",
            ])
        #expect(release.audits.allSatisfy { !$0.hasErrors })
        #expect(release.facts.summary.lines.count == 4)
        for line in release.facts.summary.lines {
            let traces = try #require(release.facts.traces[line.code])
            #expect(traces.budget.value.number == line.execution.budget.yuan)
            #expect(traces.executed.value.number == line.execution.executed.yuan)
            #expect(traces.executed.entries.allSatisfy { !$0.digest.isEmpty && $0.rowCount > 0 })
        }
    }

    @Test func theNextBulletinComparesWithWhatWasPublished() throws {
        let stored = try StoredDistrict(
            .init(departments: 6, projects: 2, indicators: 5), .third)
        defer { stored.remove() }
        let first = try stored.release(stored.order(.first))
        let second = try stored.release(stored.order(.second))
        for line in second.facts.summary.lines {
            let before = try #require(first.facts.summary.lines.first { $0.code == line.code })
            #expect(line.published?.rank == before.rank)
            #expect(line.published?.rate == before.execution.rate.value)
            #expect(line.rankGain == (before.rank ?? 0) - (line.rank ?? 0))
            let run = line.execution.light == .red ? before.redRun + 1 : 0
            #expect(line.redRun == run)
        }
        let third = try stored.release(stored.order(.third))
        #expect(third.facts.summary.lines.allSatisfy { $0.published != nil })
    }

    @Test func aDepartmentTellsAboutItsOfficesAndProjects() throws {
        let stored = try StoredDistrict()
        defer { stored.remove() }
        let release = try stored.release(stored.order(of: "D002"))
        #expect(
            release.facts.publisher.name
                == stored.generated.district.content(
                    of: stored.generated.district.departmentIDs[1]
                ).department.name)
        #expect(release.facts.summary.lines.map(\.name).sorted() == ["业务一科", "业务二科", "办公室"])
        #expect(release.facts.projects.count == 3)
        for line in release.facts.summary.lines {
            let traces = try #require(release.facts.traces[line.code])
            #expect(traces.budget.value.number == line.execution.budget.yuan)
            #expect(traces.executed.value.number == line.execution.executed.yuan)
        }
    }

    @Test func theSameStoreGivesTheSameBytes() throws {
        let stored = try StoredDistrict()
        defer { stored.remove() }
        let facts = try BulletinDesk(stored.workplace, stored.order()).facts()
        let again = try BulletinDesk(stored.workplace, stored.order()).facts()
        let (first, second) = (
            try BulletinBundle.compose(facts), try BulletinBundle.compose(again)
        )
        #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    }

    @Test(
        arguments: [
            ("[下一步]\n请整改。", "通报文字.txt 第1行：没有名为“下一步”的段落。"),
            ("请整改。", "通报文字.txt 第1行：这段文字不属于任何段落。"),
            ("[下一步要求]\n\n请{红灯}个部门整改。", "通报文字.txt 第3行：没有名为“红灯”的数字。"),
            ("[下一步要求]\n请{红灯部门数个部门整改。", "通报文字.txt 第2行：花括号没有写完。"),
        ])
    func refusesTextsThatItCannotUse(text: String, message: String) throws {
        let stored = try StoredDistrict(.init(departments: 1, projects: 1, indicators: 5))
        defer { stored.remove() }
        var told = ""
        do {
            _ = try stored.release(stored.order(texts: text))
        } catch let error as BulletinTextError {
            told = error.message
        } catch let error as OfficeError {
            told = error.message
        }
        #expect(told.hasPrefix(message))
        #expect(!FileManager.default.fileExists(atPath: "\(stored.folder)/out"))
    }

    @Test func noBulletinBeforeEveryWarningOfTheQuarterIsDisposedOf() throws {
        let stored = try StoredDistrict()
        defer { stored.remove() }
        let id = try #require(stored.generated.district.departmentIDs.first)
        let department = stored.generated.district[id]
        let name = department.name
        let desk = CycleDesk(
            stored.workplace, BookID(unitCode: department.code, year: stored.year),
            isOnePersonOffice: true)
        let at: Int64 = 1_780_000_000_000  // 2026-05-29
        let notice = WarningNotice(
            rule: "EW-01", subject: "部门整体", period: "2026Q2", light: .red, facts: "执行率20%")
        try desk.raise(notice, at: at)
        let refused = #expect(throws: CycleError.self) { try stored.release(stored.order()) }
        #expect(refused == .openWarnings(["\(name) EW-01 部门整体（2026Q2）：执行率20%"]))
        #expect(throws: CycleError.self) {
            try stored.release(stored.order(of: department.code))
        }
        // 一季度在它发出之前就结束了。
        _ = try stored.release(stored.order(.first), to: "first")
        try desk.appointAdministrator("guanli", at: at)
        try desk.grant(.departmentHead, to: "fuzeren", by: "guanli", at: at)
        try desk.grant(.financeOffice, to: "caiwu", by: "guanli", at: at)
        try desk.assign(
            notice.matter, to: "caiwu", dueDay: #require(Day(iso: "2026-06-10")),
            by: Performer("fuzeren", as: .departmentHead), at: at)
        try desk.dispose(
            notice.matter, .hastened, "六月底前支付", by: Performer("caiwu", as: .financeOffice), at: at)
        _ = try stored.release(stored.order())
    }
}
