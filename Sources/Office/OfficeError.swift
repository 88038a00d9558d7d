package import Formulas
import Quantities
package import Reports

/// An error that has words for the user.
package protocol MessageError: Error {
    /// What happened and what to do next; never an identity number, a payee's name or SQL.
    var message: String { get }
}

/// Why a use case was refused.
package enum OfficeError: MessageError, Hashable {
    case noBook(database: String)
    case unknownBook(BookID)
    case noBookOfYear(Int, known: [BookID])
    case severalBooks([BookID])
    case unitNameMissing(BookID)
    case unknownLedger(String, known: [String])
    case unknownMeasure(String, nearest: [String])
    case unknownScheme(String, known: [String])
    case unknownProject(String, known: [String])
    case unknownFigure(String)
    case invalidYear(String)
    case invalidDay(String)
    case dayOutsideYear(String, year: Int)
    case wrongField(String, source: String, reason: String)
    case fileUnreadable(String, reason: String)
    case notAReleasedReport(String, missing: String)
    case wrongBulletinText(BulletinTextError)

    package var message: String {
        switch self {
        case .noBook(let database):
            "数据库 \(database) 中还没有账套。请先导入台账，并用 --unit、--year、--unit-name 说明单位和年度。"
        case .unknownBook(let book):
            "没有账套 \(book.unitCode) \(book.year.number) 年。请核对单位代码和年度，或先导入台账。"
        case .noBookOfYear(let year, let known):
            "没有 \(year) 年的账套，已有：\(Self.list(known))。请先导入该年度的台账，并用 --unit、--year、--unit-name 说明单位和年度。"
        case .severalBooks(let books):
            "数据库中有几个账套：\(Self.list(books))。请用 --unit 和 --year 说明是哪一个。"
        case .unitNameMissing(let book):
            "\(book.unitCode) \(book.year.number) 年还没有账套。请用 --unit-name 写明单位名称，以便建立账套。"
        case .unknownLedger(let name, let known):
            "没有名为“\(name)”的台账。可用的台账：\(known.joined(separator: "、"))。"
        case .unknownMeasure(let name, let nearest):
            "没有名为“\(name)”的口径。" + Self.suggestion(nearest) + "用 jixiao measure 查看全部口径。"
        case .unknownScheme(let id, let known):
            "没有编号为“\(id)”的评价方案。可用的方案：\(known.joined(separator: "、"))。"
        case .unknownProject(let name, let known):
            "没有名为“\(name)”的项目。登记的项目：\(known.joined(separator: "、"))。"
        case .unknownFigure(let name):
            "没有名为“\(name)”的口径，报告中也没有编号为“\(name)”的数字。请核对名称或编号。"
        case .invalidYear(let text): "“\(text)”不是年度。请写成四位数，如 2021。"
        case .invalidDay(let text): "“\(text)”不是日期。请写成 2021-08-31 或 2021年8月31日。"
        case .dayOutsideYear(let day, let year): "\(day)不在 \(year) 年度内。请改用该年度内的日期。"
        case .wrongField(let field, let source, let reason):
            "\(source) 中的字段 {\(field)} 不能计算：\(reason)"
        case .fileUnreadable(let path, let reason): "读不了文件 \(path)：\(reason)。请检查文件是否存在、是否有权限。"
        case .notAReleasedReport(let path, let missing):
            "\(path) 不是 Jixiao 出具的报告：缺少“\(missing)”。请选择 jixiao report 写出的 .docx 文件。"
        case .wrongBulletinText(let error): error.message
        }
    }

    private static func list(_ books: [BookID]) -> String {
        books.map { "\($0.unitCode) \($0.year.number)年" }.joined(separator: "、")
    }

    private static func suggestion(_ names: [String]) -> String {
        names.isEmpty ? "" : "是不是：\(names.joined(separator: "、"))？"
    }
}
