import ArgumentParser
import Documents
import Foundation
import Office
import Packs
import Performance
import Quantities
import Reports

struct StepSaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "填报：把填好的表（xlsx、JSON 或 JSON 行）存为事项的下一稿，旧稿留着。")

    @OptionGroup var target: MatterOptions
    @Argument(help: ArgumentHelp("填好的表，可以有几个。", valueName: "文件"), completion: .file())
    var files: [String]

    func run() throws {
        let (desk, history) = try target.open()
        let pack = try FormPack.builtIn()
        for file in files {
            for content in try FilledForms.contents(of: file, pack, book: desk.book) {
                let useCase = desk.workflow.authorisation.useCase(ofForm: content.form)
                let performer = try target.editor(desk, history, useCase)
                let saved = try desk.save(content, of: history.matter, by: performer, at: Clock.now)
                Output.line(
                    "\(saved.form) \(saved.subject)：存为第 \(saved.version) 版第 \(saved.draft) 稿。")
            }
        }
    }
}

struct StepAttachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "上传佐证：文件按内容摘要保存并登记。")

    @OptionGroup var target: MatterOptions
    @Argument(help: ArgumentHelp("佐证文件。", valueName: "文件"), completion: .file())
    var file: String
    @Option(help: ArgumentHelp("种类，如 合同、签收表、问卷。", valueName: "种类"))
    var kind: String
    @Option(help: ArgumentHelp("出具单位或来源。", valueName: "文字"))
    var source: String
    @Option(help: ArgumentHelp("取得日期；不写就是今天。", valueName: "日期"))
    var taken: String?
    @Option(help: ArgumentHelp("证明哪个填报项或指标。", valueName: "填报项"))
    var proves: String?
    @Option(help: ArgumentHelp("隐私级别：P0公开、P1内部、P2个人、P3敏感。", valueName: "级别"))
    var privacy = "P1"

    func run() throws {
        let (desk, history) = try target.open()
        guard let level = EvidenceNote.PrivacyClass(rawValue: privacy.uppercased())
        else { throw InputProblem("没有隐私级别“\(privacy)”。请写 P0、P1、P2 或 P3。") }
        guard let data = FileManager.default.contents(atPath: file)
        else { throw OfficeError.fileUnreadable(file, reason: "打不开") }
        let today = try Day(shanghaiMilliseconds: Clock.now)
        let note = EvidenceNote(
            name: URL(filePath: file).lastPathComponent, kind: kind, source: source,
            takenOn: try RoleName.day(taken) ?? today, privacy: level, linkedField: proves)
        let item = try desk.attach(
            Array(data), note, to: history.matter,
            by: target.editor(desk, history, .attachEvidence), at: Clock.now)
        Output.line(
            "已登记佐证“\(item.note.name)”，\(item.byteCount) 字节，摘要 \(item.digest.hexadecimal)。")
    }
}

struct StepCommentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment", abstract: "意见：对表中一处提出意见、答复、办结。",
        discussion: """
            例：
              jixiao step comment goal 指标值偏低，请说明 --form F02 --subject 困难职工帮扶 --field 指标值 --row 1 --by yewuke
              jixiao step comment goal 已改为300人次 --answer 1 --by yewu
              jixiao step comment goal 已核对 --settle 1 --by yewuke
            """)

    @OptionGroup var target: MatterOptions
    @Argument(help: ArgumentHelp("意见或答复；办结的不记。", valueName: "文字"))
    var text: String
    @Option(help: ArgumentHelp("表号，如 F02。", valueName: "表号"))
    var form: String?
    @Option(help: ArgumentHelp("项目名称；不写就是整体。", valueName: "对象"))
    var subject = FormContent.wholeDepartment
    @Option(help: ArgumentHelp("填报项或列名。", valueName: "填报项"))
    var field: String?
    @Option(help: ArgumentHelp("表格名称。", valueName: "表格"))
    var table = "绩效指标"
    @Option(help: ArgumentHelp("表格的第几行；单项不写。", valueName: "行号"))
    var row: Int?
    @Option(help: ArgumentHelp("答复第几条意见。", valueName: "意见号"))
    var answer: Int?
    @Option(help: ArgumentHelp("办结第几条意见。", valueName: "意见号"))
    var settle: Int?

    func run() throws {
        let (desk, history) = try target.open()
        if let number = answer {
            let comment = try desk.answer(
                number, of: history.matter, with: text,
                by: target.editor(desk, history, .answerComment), at: Clock.now)
            return Output.line("已答复\(comment.title)。")
        }
        let performer = try target.editor(desk, history, .comment)
        if let number = settle {
            let comment = try desk.settle(
                number, of: history.matter, by: performer, at: Clock.now)
            return Output.line("已办结\(comment.title)。")
        }
        guard let form, let field
        else { throw InputProblem("提出意见要写明 --form 表号和 --field 填报项。") }
        let place = FormPlace(
            form: form, subject: subject, field: field,
            cell: row.map { FormPlace.Cell(table: table, row: $0 - 1) })
        let comment = try desk.comment(
            text, at: place, of: history.matter, by: performer, at: Clock.now)
        Output.line("已提出\(comment.title)。")
    }
}

extension MatterOptions {
    /// As whom the account does something that is no step.
    func editor(
        _ desk: CycleDesk, _ history: MatterHistory, _ useCase: CycleUseCase
    ) throws -> Performer {
        let allowed =
            history.state.map {
                desk.workflow.authorisation.roles(for: useCase, history.matter.kind, in: $0)
            } ?? []
        return try desk.performer(
            by, among: allowed, as: role.map { try RoleName.read($0, at: desk) },
            onBehalfOf: principal, on: Day(shanghaiMilliseconds: Clock.now))
    }
}
