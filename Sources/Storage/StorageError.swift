package import Formulas
import Quantities

/// Why the store refused or failed.
package enum StorageError: Error, Hashable, Sendable {
    case cannotOpen(String, reason: String)
    /// The database failed for a reason of its own: disk full, connection lost, …
    case databaseFailed(reason: String)
    /// A constraint or a guard of the database said no.
    case refusedByDatabase(reason: String)
    /// Another program holds the database for longer than we wait.
    case busy
    /// The database asks to run the transaction again (serialisation failure, deadlock).
    case conflictingTransactions
    case unexpectedValue(String)

    case schemaNotPrepared
    case schemaFromNewerVersion(migration: String)
    case ledgerDefinitionInvalid(ledger: String, reason: String)
    case ledgerChanged(ledger: String, change: String)

    case unknownLedger(String)
    case unknownBook(BookID)
    case bookClosed(BookID)
    case bookOfAnotherUnit(BookID)
    case ledgerNotKept(String, BookID)
    case incompleteRows(ledger: String)
    case tooManyRows(ledger: String)
    case unknownRow(ledger: String, id: Int64)
    case alreadyReversed(ledger: String, id: Int64)
    case reversalCannotBeReversed(ledger: String, id: Int64)
    case invalidUnitCode(String)
    case changedMeanwhile(currentVersion: Int64)

    case anchorFileUnreadable(String, reason: String)
    case anchorKeyUnreadable(String)

    /// What happened and what to do next.
    package var message: String {
        switch self {
        case .cannotOpen(let place, let reason):
            "打不开数据库 \(place)：\(reason)。请检查位置和权限。"
        case .databaseFailed(let reason): "数据库出错：\(reason)。本次操作没有留下任何改动，请排除后重试。"
        case .refusedByDatabase(let reason): "数据库拒绝写入：\(reason)。本次操作没有留下任何改动。"
        case .busy: "数据库正被其他程序占用，等候超时。请稍后重试。"
        case .conflictingTransactions: "与他人同时写入发生冲突，本次操作没有留下任何改动。请重试。"
        case .unexpectedValue(let column): "数据库中 \(column) 一栏的内容不是应有的类型。请运行 jixiao verify 核对。"
        case .schemaNotPrepared: "数据库还没有建好表。请先用有建表权限的账号初始化。"
        case .schemaFromNewerVersion(let migration):
            "数据库由更新版本的程序建立（\(migration)）。请升级程序后再打开。"
        case .ledgerDefinitionInvalid(let ledger, let reason): "台账“\(ledger)”的定义有误：\(reason)。"
        case .ledgerChanged(let ledger, let change):
            "台账“\(ledger)”的定义与库中的表不符：\(change)。台账只能在末尾增加非必填的列，请恢复原定义。"
        case .unknownLedger(let name): "没有台账“\(name)”。"
        case .unknownBook(let book): "没有账套 \(book.unitCode) \(book.year.number) 年。请先建立账套。"
        case .bookClosed(let book): "账套 \(book.unitCode) \(book.year.number) 年已关闭，不能再登记。"
        case .bookOfAnotherUnit(let book):
            "账套 \(book.unitCode) \(book.year.number) 年不属于本次操作的单位。"
        case .ledgerNotKept(let name, let book):
            "账套 \(book.unitCode) \(book.year.number) 年没有设置台账“\(name)”。请先在账套中启用。"
        case .incompleteRows(let ledger): "写入台账“\(ledger)”的行与其栏数不符。"
        case .tooManyRows(let ledger): "台账“\(ledger)”一次最多登记 9,999,999 行。请分次导入。"
        case .unknownRow(let ledger, let id): "台账“\(ledger)”没有第 \(id) 号记录。"
        case .alreadyReversed(let ledger, let id): "台账“\(ledger)”第 \(id) 号记录已被红冲，不能再次红冲。"
        case .reversalCannotBeReversed(let ledger, let id):
            "台账“\(ledger)”第 \(id) 号记录本身是红冲，不能再红冲。请重新登记正确的内容。"
        case .invalidUnitCode(let code): "单位代码“\(code)”无效：应为 1 至 40 位字母、数字、“-”或“_”。"
        case .changedMeanwhile(let version): "内容已被他人修改，现为第 \(version) 版。请刷新，核对后重新提交。"
        case .anchorFileUnreadable(let path, let reason): "锚点文件 \(path) 读写失败：\(reason)。"
        case .anchorKeyUnreadable(let path): "签名密钥 \(path) 无法读取或已损坏。请从备份恢复。"
        }
    }
}
