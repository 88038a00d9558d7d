package import Formulas
import Performance
package import Quantities

/// Why a use case of the cycle is refused, its machine and grants aside.
package enum CycleError: MessageError, Hashable {
    case invalidMatter(String)
    case matterExists(String, state: String)
    case noSuchMatter(String)
    case noRole(String)
    case noGoalsToCopy(BookID)
    case draftExists(form: String, subject: String, draft: Int)
    case mayNot(useCase: String, role: String, state: String, allowed: [String])
    case tooLong(field: String, maximum: Int, actual: Int)
    case tooShort(field: String, minimum: Int, actual: Int)
    case missing(field: String)
    case formOfAnotherBook(form: String)
    case formNotStored(form: String, subject: String, version: Int?)
    case unknownComment(Int)
    case commentSettled(Int)
    case evidenceUnknown(digest: String)
    case evidenceDamaged(name: String)
    case noEvidenceFolder
    case evidenceNotWritten(String, reason: String)
    case evidenceTooLarge(name: String, maximum: Int)
    case openWarnings([String])
    case invalidInstant(Int64)
    case dayOrder(String, Day, Day)
    case unreadableTarget(form: String, row: Int, text: String)

    package var message: String {
        switch self {
        case .invalidMatter(let text): "“\(text)”不能作为事项的对象或期次。请勿使用“|”，且不超过100个字。"
        case .matterExists(let name, let state): "事项“\(name)”已经建立，现为“\(state)”。请在原事项上办理。"
        case .noSuchMatter(let name): "没有事项“\(name)”。请先建立，或核对对象和期次。"
        case .noGoalsToCopy(let book):
            "\(book.unitCode) 在 \(book.year.number - 1) 年没有保存过绩效目标表，没有可以沿用的。请直接填报（jixiao form template F02）。"
        case .draftExists(let form, let subject, let draft):
            "\(form) \(subject) 今年已有第 \(draft) 稿。确要用上年的目标另存一稿，请加 --replace（旧稿留着）。"
        case .noRole(let account):
            "账号 \(account) 今天没有任何岗位，也没有受人委托。请先由系统管理员授权（jixiao user grant）。"
        case .mayNot(let useCase, let role, let state, let allowed):
            "“\(state)”状态下，“\(role)”不能\(useCase)。"
                + (allowed.isEmpty ? "这个状态下谁都不能。" : "可由\(allowed.joined(separator: "、"))办理。")
        case .tooLong(let field, let maximum, let actual):
            "“\(field)”有 \(actual) 个字，最多 \(maximum) 个。请缩短。"
        case .tooShort(let field, let minimum, let actual):
            "“\(field)”只有 \(actual) 个字，至少 \(minimum) 个。请写具体。"
        case .missing(let field): "“\(field)”没有填。请补上。"
        case .formOfAnotherBook(let form): "表 \(form) 的单位或年度与账套不同。请核对后重新填报。"
        case .formNotStored(let form, let subject, let version):
            "没有保存过表 \(form)（\(subject)）\(version.map { "的第 \($0) 版" } ?? "")。请先填报。"
        case .unknownComment(let number): "没有第 \(number) 条意见。请核对编号。"
        case .commentSettled(let number): "第 \(number) 条意见已经办结，不能再答复。如有新情况请另提意见。"
        case .evidenceUnknown(let digest): "没有登记过摘要为 \(digest.prefix(12))… 的佐证。请先上传。"
        case .evidenceDamaged(let name): "佐证“\(name)”的内容与登记的摘要不符，可能已损坏或被改动。请从备份恢复。"
        case .noEvidenceFolder: "没有设置存放佐证文件的文件夹。请在打开工作区时指定。"
        case .evidenceNotWritten(let name, let reason): "佐证“\(name)”没有存好：\(reason)。请检查磁盘空间和权限后重试。"
        case .evidenceTooLarge(let name, let maximum):
            "佐证“\(name)”超过 \(maximum >> 20) MB 的上限。请压缩或拆分后再上传。"
        case .openWarnings(let list):
            "还有 \(list.count) 条预警没有处置，季度不能结束：\(list.joined(separator: "；"))。请逐条写明处置情况。"
        case .invalidInstant(let at): "时刻 \(at) 不在可用的年份内。请核对系统时间。"
        case .unreadableTarget(let form, let row, let text):
            "表 \(form) 第 \(row) 个指标的指标值“\(text)”没有比较符号。请写成如 ≥300人次 的形式。"
        case .dayOrder(let field, let first, let last):
            "“\(field)”的日期次序不对：\(last.chinese)早于\(first.chinese)。请核对。"
        }
    }
}
