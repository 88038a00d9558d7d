import Foundation
import Performance
import Quantities
import Storage
import Testing

@testable import Office

struct EvidenceTests {
    private let matter = Matter(.goal, of: "困难职工帮扶")

    private func prepared(_ backend: CycleBackend = .sqlite) throws -> CycleFixture {
        let fixture = try CycleFixture(backend)
        try fixture.desk.perform(
            "create", on: matter, by: fixture.office, at: fixture.at("2020-10-09"),
            .facts("projectInBudgetDraft"))
        return fixture
    }

    private func files(_ fixture: CycleFixture) -> [String] {
        let names = FileManager.default.enumerator(atPath: fixture.folder.path)?.allObjects ?? []
        return names.compactMap { $0 as? String }.filter { $0.contains(".evidence/") }.sorted()
    }

    @Test(arguments: CycleBackend.available)
    func `佐证按内容摘要存放，同一份只登记一次`(backend: CycleBackend) throws {
        let fixture = try prepared(backend)
        let digest = try fixture.evidence(for: matter, by: fixture.office, "2020-10-10")
        #expect(try fixture.evidence(for: matter, by: fixture.office, "2020-10-10") == digest)
        let items = try fixture.desk.evidence(of: matter)
        #expect(items.map(\.digest) == [digest])
        #expect(items.map(\.byteCount) == [9])
        let name = digest.hexadecimal
        #expect(files(fixture).last == "账套.db.evidence/\(name.prefix(2))/\(name)")
        let bytes = try fixture.desk.open(
            items[0], of: matter, by: fixture.head, at: fixture.at("2020-10-11"))
        #expect(String(decoding: bytes, as: UTF8.self) == "签收表")
        // Who looked is in the journal.
        let head = try fixture.desk.workplace.store.read { try $0.head(of: CycleFixture.unit) }
        let last = try fixture.desk.workplace.store.read {
            try $0.journal(of: CycleFixture.unit, after: head.number - 1)
        }
        #expect(last.map(\.entry.action) == ["查看佐证"])
    }

    @Test func `文件名不决定存放的位置`() throws {
        let fixture = try prepared()
        let note = EvidenceNote(
            name: "../../../../tmp/x", kind: "合同", source: "办公室",
            takenOn: try #require(Day(iso: "2020-10-10")))
        try fixture.desk.attach(
            Array("合同".utf8), note, to: matter, by: fixture.office, at: fixture.at("2020-10-10"))
        #expect(files(fixture).count == 2)
        #expect(try fixture.desk.evidence(of: matter).map(\.note.name) == ["../../../../tmp/x"])
    }

    @Test func `被改动的文件读不出来`() throws {
        let fixture = try prepared()
        _ = try fixture.evidence(for: matter, by: fixture.office, "2020-10-10")
        let item = try #require(try fixture.desk.evidence(of: matter).first)
        let path = fixture.folder.appendingPathComponent(try #require(files(fixture).last)).path
        try Data("改过".utf8).write(to: URL(fileURLWithPath: path))
        let damaged = #expect(throws: CycleError.self) {
            try fixture.desk.open(
                item, of: matter, by: fixture.head, at: fixture.at("2020-10-11"))
        }
        #expect(damaged?.message == "佐证“签收表.pdf”的内容与登记的摘要不符，可能已损坏或被改动。请从备份恢复。")
    }

    @Test func `无权的不能上传和查看，没登记的不能引用`() throws {
        let fixture = try prepared()
        let refused = #expect(throws: CycleError.self) {
            try fixture.evidence(for: matter, by: fixture.section, "2020-10-10")
        }
        #expect(
            refused?.message
                == "“草拟”状态下，“财政局绩效科”不能上传佐证。可由部门业务科室、部门财务办理。")
        #expect(files(fixture).isEmpty)
        _ = try fixture.evidence(for: matter, by: fixture.office, "2020-10-10")
        let item = try #require(try fixture.desk.evidence(of: matter).first)
        #expect(throws: CycleError.self) {
            try fixture.desk.open(
                item, of: matter, by: fixture.section, at: fixture.at("2020-10-11"))
        }
        let unknown = #expect(throws: CycleError.self) {
            try fixture.desk.perform(
                "submitInternally", on: matter, by: fixture.office,
                at: fixture.at("2020-10-12"),
                StepPapers(evidence: [.none], facts: WorkflowFacts(findings: [])))
        }
        #expect(unknown?.message == "没有登记过摘要为 000000000000… 的佐证。请先上传。")
    }

    @Test func `含个人信息的佐证不留文件名，复核人看不到`() throws {
        let fixture = try prepared()
        let note = EvidenceNote(
            name: "张三身份证.jpg", kind: "身份证复印件", source: "本人",
            takenOn: try #require(Day(iso: "2020-10-10")), privacy: .sensitive)
        let item = try fixture.desk.attach(
            Array("图".utf8), note, to: matter, by: fixture.office, at: fixture.at("2020-10-10"))
        #expect(item.note.name == "身份证复印件.jpg")
        #expect(
            try fixture.desk.open(
                item, of: matter, by: fixture.office, at: fixture.at("2020-10-11")
            ).count == 3)
        let refused = #expect(throws: CycleError.self) {
            try fixture.desk.open(
                item, of: matter, by: fixture.finance, at: fixture.at("2020-10-11"))
        }
        #expect(
            refused?.message
                == "“草拟”状态下，“部门财务”不能查看含个人信息的佐证。可由审计、部门业务科室、部门负责人办理。")
    }

    @Test func `没有权的看不到事项`() throws {
        let fixture = try prepared()
        let day = try #require(Day(iso: "2020-10-11"))
        let view = try fixture.desk.view(matter, by: fixture.office, on: day)
        #expect(view.possible.map(\.event) == ["submitInternally"])
        let administrator = Performer(fixture.administrator, as: .systemAdmin)
        #expect(throws: CycleError.self) {
            try fixture.desk.view(matter, by: administrator, on: day)
        }
    }
}
