import Documents
import Formulas
import Office
import Packs
import Performance
import Quantities
import Reports
import ZengchengExample

/// Chapters six and seven: problems are put right until they are closed; the year is told.
extension YearDemo {
    /// The problem that a person found, with its evidence accepted by the reviewer.
    func rectify() throws {
        story.chapter("六、整改：日常监督发现的问题，整改到销号")
        story.on(Self.day(2022, 4, 18))
        let observation = "抽查 3 月巡检记录，有 2 次没有巡检人签字"
        try cycle.record(
            SupervisionNote(
                day: Self.day(2022, 4, 18), way: .papers, subject: Self.venue,
                observation: observation,
                hasProblem: true),
            by: Seat.fundsReview.performer, at: story.next())
        story.tell(Seat.fundsReview.rawValue, "登记日常监督：\(observation)")
        let (issue, _) = try cycle.issue(
            IssueNotice(
                source: .supervision, department: ZengchengExample.unitName, project: Self.venue,
                category: .other, description: observation, basis: "巡检管理办法：每次巡检须有人签字"),
            by: Seat.fundsReview.performer, at: story.next())
        story.tell(
            Seat.fundsReview.rawValue, "下达整改 \(issue.number)，限\(issue.dueDay.chinese)")
        try cycle.accept(
            issue: issue.matter, measure: "补签记录，改用巡检登记表，当月由财务核对", owner: Seat.finance.rawValue,
            by: Seat.finance.performer, at: story.next())
        story.on(Self.day(2022, 5, 6))
        let evidence = try attach("巡检登记表.txt", "补签后的巡检登记表（合成）", to: issue.matter)
        try cycle.submit(
            issue: issue.matter, result: "已补签 2 次，4 月起按登记表逐次签字", evidence: [evidence],
            by: Seat.finance.performer, at: story.next())
        story.tell(Seat.finance.rawValue, "送验收 \(issue.number)，附佐证 1 份")
        try cycle.close(
            issue: issue.matter, .acceptedEvidence(reason: "登记表签字齐全，同意销号"),
            by: Seat.section.performer, at: story.next())
        story.tell(Seat.section.rawValue, "验收 \(issue.number)：已销号")
        guard let definition = forms.form(IssueFilling.form) else { return }
        try write(
            IssueFilling.content(cycle, on: story.today, definition: definition), named: "整改台账")
    }

    /// The department's own bulletin of the fourth quarter.
    func publishBulletin() throws {
        story.chapter("七、季度通报：各科室、各项目")
        story.on(Self.day(2022, 5, 10))
        let texts = try BulletinTexts(reading: BulletinOrder.builtInTexts(), file: "内置通报文字")
        let release = try BulletinRelease.release(
            workplace,
            BulletinOrder(
                .department(unit: cycle.book.unitCode), year: cycle.book.year, quarter: .fourth,
                issuedOn: story.today, texts: texts), to: folder, actor: Seat.finance.rawValue,
            at: story.next())
        story.tell(
            Seat.finance.rawValue,
            "发布\(release.facts.title)：数字都是字段，发布前已审核，写出 \(release.files.count) 个文件")
        story.show(release.files.map(\.path))
    }

    /// Writes a form as the clerk would hand it in.
    func write(_ content: FormContent, named name: String) throws {
        guard let definition = forms.form(content.form) else { return }
        let bytes = try FormWorkbook.compose(definition, content).bytes()
        let path = "\(folder)/年度示例-\(content.form)-\(name).xlsx"
        try FileRelease.write(bytes, to: path)
        story.written.append(path)
    }

    /// Keeps a synthetic piece of evidence.
    func attach(_ name: String, _ text: String, to matter: Matter) throws -> ContentDigest {
        try cycle.attach(
            Array(text.utf8),
            EvidenceNote(
                name: name, kind: "登记表", source: "示例（合成）", takenOn: story.today,
                privacy: .internal),
            to: matter, by: Seat.finance.performer, at: story.next()
        ).digest
    }

    static let venue = "广州市增城区总工会办公场所和文体设施区日常维护及运作费用"
    static let devices = "保密设备购置费"

    /// The journal holds every step, and the chain of hashes is whole.
    func proveJournal() throws {
        story.chapter("八、日志：每一步都在链上")
        let summary = try JournalSummary.of(cycle.book.unitCode, in: workplace)
        let list = summary.actions.map { "\($0.name) \($0.count)" }.joined(separator: "、")
        story.show(["共 \(summary.lastNumber) 号：\(list)"])
        let sound = try StoreVerification.verify(workplace).errors.isEmpty
        story.show([sound ? "核验：日志链完整，台账与日志相符" : "核验：发现不符，请运行 jixiao verify"])
    }
}
