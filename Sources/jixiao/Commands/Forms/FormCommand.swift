import ArgumentParser
import Documents
import Foundation
import Office
import Packs
import Performance
import Reports

struct FormCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form", abstract: "表样：导出空表，写出、读入、检查填好的表，错误标回原表。",
        subcommands: [
            FormListCommand.self, FormTemplateCommand.self, FormFillCommand.self,
            FormReadCommand.self, FormCheckCommand.self,
        ])
}

/// The official forms that the program knows.
enum KnownForms {
    static func form(_ id: String) throws -> FormDefinition {
        let pack = try FormPack.builtIn()
        guard let form = pack.form(id.uppercased()) else {
            throw ValidationError(
                "没有表样“\(id)”。请改用：\(pack.forms.map(\.id).joined(separator: "、"))。")
        }
        return form
    }
}

struct FormListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出表样。")

    @OptionGroup var output: FormatOption

    func run() throws {
        let forms = try FormPack.builtIn().forms
        if output.format == .json {
            let list = forms.map { form -> CanonicalJSON in
                [
                    "form": .string(form.id), "version": .string(form.version),
                    "name": .string(form.name), "source": .string(form.source.text),
                    "mark": .string(form.source.evidence.rawValue),
                ]
            }
            return Output.line(CanonicalJSON.array(list).text)
        }
        var table = TextTable([("表样", .left), ("版本", .left), ("名称", .left), ("来源", .left)])
        for form in forms { table.append([form.id, form.version, form.name, form.source.text]) }
        Output.lines(table.lines)
    }
}

struct FormTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "导出空表（xlsx）。")

    @Argument(help: ArgumentHelp("表样编号，如 F02。", valueName: "表样"))
    var form: String

    @Option(help: ArgumentHelp("年度，如 2021。", valueName: "年度"))
    var year: Int

    @Option(help: ArgumentHelp("单位代码，记在隐藏的表样信息里。", valueName: "代码"))
    var unit = ""

    @Option(
        name: [.short, .long], help: ArgumentHelp("写入的文件。", valueName: "文件"),
        completion: .file(extensions: ["xlsx"]))
    var output: String

    func run() throws {
        let form = try KnownForms.form(form)
        let content = FormContent(
            form: form.id, version: form.version, unitCode: unit, fiscalYear: year,
            subject: form.subjectField == nil ? FormContent.wholeDepartment : "",
            fields: form.fixedDefaults)
        try FileRelease.write(try FormWorkbook.compose(form, content).bytes(), to: output)
    }
}

struct FormFillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill", abstract: "把 JSON 的填报内容写成表（xlsx）。",
        discussion: "JSON 的写法与 jixiao form read --format json 的输出相同。")

    @Argument(help: ArgumentHelp("表样编号，如 F02。", valueName: "表样"))
    var form: String

    @Argument(help: ArgumentHelp("填报内容。", valueName: "JSON文件"), completion: .file())
    var content: String

    @Option(
        name: [.short, .long], help: ArgumentHelp("写入的文件。", valueName: "文件"),
        completion: .file(extensions: ["xlsx"]))
    var output: String

    func run() throws {
        let form = try KnownForms.form(form)
        let content = try FormContentFile.content(content, of: form)
        try FileRelease.write(try FormWorkbook.compose(form, content).bytes(), to: output)
    }
}
