import ArgumentParser
import Documents
import Foundation
import Office
import Reports
import TextAudit

struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "数字：列出文中的每个数字，连同单位、精度和位置。",
        discussion: """
            每行一个 JSON 对象：text 原文，kind 类别，value 数值（十进制文本，不损失精度），unit 单位，
            start、end 起止位置（从文首数的 Unicode 字符数），precision 小数位数，qualifier 修饰（约、近、超过等）。
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
        case text
    }

    @Argument(help: ArgumentHelp("文件；- 表示标准输入。", valueName: "文件"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("输出格式：jsonl 给程序用，text 给人看。", valueName: "jsonl|text"))
    var format = Format.jsonl

    func run() throws {
        let input =
            file == "-"
            ? InputFile(bytes: try StandardInput.bytes(), name: "标准输入") : InputFile(path: file)
        let document = try AuditedDocument(reading: input)
        for notice in document.notices { Output.error(notice) }
        var auditor = TextAuditor()
        let figures = document.text.withUnsafeBufferPointer { auditor.figures(in: $0) }
        switch format {
        case .jsonl:
            var json = JSONBytes()
            document.text.withUnsafeBufferPointer {
                AuditJSON.write(figures, of: $0, to: &json)
            }
            Output.bytes(json.bytes)
        case .text:
            Output.lines(FigureListing.lines(figures, in: document) + ["共 \(figures.count) 个数字。"])
        }
    }
}

/// Figures of a text on the terminal.
enum FigureListing {
    static func lines(_ figures: [TextFigure], in document: AuditedDocument) -> [String] {
        var table = TextTable([
            ("原文", .left), ("数值", .right), ("单位", .left), ("类别", .left), ("位置", .left),
        ])
        let places = AuditedPlaces(document)
        for figure in figures {
            let text = String(decoding: document.text[figure.range], as: UTF8.self)
            table.append([
                DisplayWidth.cut(DisplayWidth.shown(text), to: 40), figure.value,
                DisplayWidth.shown(figure.unit), figure.kind.title,
                DisplayWidth.shown(places.place(at: figure.range.lowerBound)),
            ])
        }
        return table.lines
    }
}

extension TextFigure.Kind {
    fileprivate var title: String {
        switch self {
        case .amount: "金额"
        case .percent: "百分数"
        case .count: "数量"
        case .score: "分数"
        case .dateYear: "日期"
        }
    }
}
