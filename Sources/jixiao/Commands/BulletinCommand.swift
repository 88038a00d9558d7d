import ArgumentParser
import Formulas
import Foundation
import Office
import Performance
import Quantities
import Reports

struct BulletinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin", abstract: "季度通报：写出通报（.docx）、附表1至3和绩效结果清单（.xlsx）、溯源（.json）。",
        discussion: """
            写 --district 就由财政局通报全区各部门；不写就由一个部门通报自己的科室和项目（--unit，只有一个账套时可以不写）。
            排名变化和连续红灯与上一期已发布的通报比较。写出之前先审核自己的数字；有错误时一个文件也不写，退出码为 1。
            """)

    @Option(help: ArgumentHelp("季度：1、2、3、4。", valueName: "季度"))
    var quarter: Int?

    @Option(help: ArgumentHelp("区名，如 增城区；写了就通报全区各部门。", valueName: "区名"))
    var district: String?

    @Option(help: ArgumentHelp("发布单位；不写就是区名加“财政局”。", valueName: "单位"))
    var bureau: String?

    @Option(help: ArgumentHelp("发布单位的代码，通报记在它的日志里。", valueName: "代码"))
    var bureauUnit = "CZJ"

    @Option(help: ArgumentHelp("通报文字文件；不写就用内置的。", valueName: "文件"))
    var texts: String?

    @Option(help: ArgumentHelp("成文日期，如 2026-07-10；不写就留空待填。", valueName: "日期"))
    var date: String?

    @Flag(help: ArgumentHelp("只显示内置的通报文字，供复制修改。"))
    var showTexts = false

    @Option(help: ArgumentHelp("输出文件夹。", valueName: "文件夹"))
    var output = "."

    @Option(help: ArgumentHelp("审核有错误仍要出具时，写明理由；理由和所违反的规则记入日志。", valueName: "理由"))
    var overrideAudit: String?

    @OptionGroup var rules: DistrictRulesOption
    @OptionGroup var book: BookOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var format: FormatOption

    func validate() throws {
        if showTexts { return }
        guard let quarter, Quarter(rawValue: quarter) != nil
        else { throw ValidationError("--quarter 后面要写 1、2、3 或 4。") }
        guard let overrideAudit, overrideAudit.allSatisfy(\.isWhitespace) else { return }
        throw ValidationError("--override-audit 后面要写明理由。")
    }

    func run() throws {
        guard let number = quarter, let quarter = Quarter(rawValue: number), !showTexts else {
            Output.line(try BulletinOrder.builtInTexts())
            return
        }
        do {
            let workplace = try book.workplace()
            let release = try BulletinRelease.release(
                workplace, order(workplace, quarter), to: output, actor: actor.actor,
                at: Clock.now, overridingAudit: overrideAudit)
            Output.lines(BulletinText.lines(release, format.format))
        } catch let refusal as UnsoundRelease {
            try RefusalText.show(refusal, format: format.format)
        }
    }

    private func order(_ workplace: Workplace, _ quarter: Quarter) throws -> BulletinOrder {
        let texts = try readTexts()
        let issuedOn = try date.map { text in
            guard let day = try? Day(reading: text) else { throw OfficeError.invalidDay(text) }
            return day
        }
        guard let district else {
            let own = try workplace.bookID(unit: book.unit, year: book.year)
            return try BulletinOrder(
                .department(unit: own.unitCode), year: own.year, quarter: quarter,
                issuedOn: issuedOn, texts: texts, rules: rules.texts())
        }
        return try BulletinOrder(
            .district(
                name: district, bureau: bureau ?? "\(district)财政局", bureauUnit: bureauUnit),
            year: try workplace.year(book.year), quarter: quarter, issuedOn: issuedOn,
            texts: texts, rules: rules.texts())
    }

    private func readTexts() throws -> BulletinTexts {
        do {
            guard let texts
            else { return try BulletinTexts(reading: BulletinOrder.builtInTexts(), file: "内置通报文字") }
            guard let text = try? String(contentsOfFile: texts, encoding: .utf8)
            else { throw OfficeError.fileUnreadable(texts, reason: "不能读取，或不是UTF-8文字") }
            return try BulletinTexts(reading: text, file: texts)
        } catch let error as BulletinTextError {
            throw OfficeError.wrongBulletinText(error)
        }
    }
}

enum BulletinText {
    static func lines(_ release: BulletinRelease, _ format: OutputFormat) -> [String] {
        if format == .json {
            return [
                CanonicalJSON.array(
                    release.files.map { ["path": .string($0.path), "sha256": .string($0.digest)] }
                ).text
            ]
        }
        let (facts, summary) = (release.facts, release.facts.summary)
        let lights = [MonitoringLight.red, .yellow, .green].map {
            "\($0.rawValue)\(summary.count($0))个"
        }
        return [
            "\(facts.title)",
            "\(facts.publisher.subjectWord)\(summary.lines.count)个，项目\(summary.projectCount)个；"
                + lights.joined(separator: "，") + "。",
            "写出 \(release.files.count) 个文件，通报中 \(release.bulletin.figures.count) 个数字都可溯源：",
        ] + release.files.map { "  \($0.path)  \($0.digest.prefix(16))" }
            + [ReleaseText.audit(release.audits)]
    }
}
