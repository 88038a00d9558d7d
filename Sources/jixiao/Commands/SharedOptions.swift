import ArgumentParser
import Foundation
import Office
import Performance
import Quantities

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

struct FormatOption: ParsableArguments {
    @Option(help: ArgumentHelp("输出格式：text 给人看，json 给程序用。", valueName: "text|json"))
    var format = OutputFormat.text
}

/// Where the data are, and which book is meant.
struct BookOptions: ParsableArguments {
    @Option(help: ArgumentHelp("数据库：文件路径，或 postgresql://…", valueName: "数据库"))
    var database = "jixiao.sqlite"

    @Option(help: ArgumentHelp("链头存证文件（PostgreSQL 用；SQLite 默认在数据库旁）。", valueName: "文件"))
    var anchor: String?

    @Option(help: ArgumentHelp("单位代码；只有一个账套时可以不写。", valueName: "代码"))
    var unit: String?

    @Option(help: ArgumentHelp("年度，如 2021；只有一个账套时可以不写。", valueName: "年度"))
    var year: Int?

    func workplace() throws -> Workplace {
        try Workplace.open(database, anchorPath: anchor)
    }
}

/// A book at a day.
struct DeskOptions: ParsableArguments {
    @OptionGroup var book: BookOptions

    @Option(help: ArgumentHelp("截至日期（期末），如 2021-08-31；不写就是年末。", valueName: "日期"))
    var through: String?

    func desk(_ workplace: Workplace) throws -> BookDesk {
        try workplace.desk(unit: book.unit, year: book.year, through: through)
    }
}

/// Who does it, for the journal.
struct ActorOption: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("操作人（岗位或账号，记入日志）。", valueName: "操作人"))
    var actor = "本机操作人"
}

enum Clock {
    /// Milliseconds since 1970 UTC: the one place where the program looks at a clock.
    static var now: Int64 { Int64((Date().timeIntervalSince1970 * 1000).rounded()) }
}
