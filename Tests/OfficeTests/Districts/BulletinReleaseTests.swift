import DistrictSamples
import Documents
import Formulas
import Foundation
import Office
import Performance
import Quantities
import Reports
import Testing

@Suite struct BulletinReleaseTests {
    @Test func theBureauTellsAboutAllDepartments() throws {
        let stored = try StoredDistrict()
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
}
