import Formulas
import Storage
import Testing

struct StorageErrorTests {
    @Test func `每个拒绝都说清何事何处怎么办`() throws {
        let book = try BookID.sample()
        let cases: [(StorageError, String)] = [
            (.cannotOpen("a.db", reason: "无权限"), "打不开数据库 a.db：无权限。请检查位置和权限。"),
            (.databaseFailed(reason: "磁盘已满"), "数据库出错：磁盘已满。本次操作没有留下任何改动，请排除后重试。"),
            (.refusedByDatabase(reason: "某约束"), "数据库拒绝写入：某约束。本次操作没有留下任何改动。"),
            (.busy, "数据库正被其他程序占用，等候超时。请稍后重试。"),
            (.conflictingTransactions, "与他人同时写入发生冲突，本次操作没有留下任何改动。请重试。"),
            (.unexpectedValue("id"), "数据库中 id 一栏的内容不是应有的类型。请运行 jixiao verify 核对。"),
            (.schemaNotPrepared, "数据库还没有建好表。请先用有建表权限的账号初始化。"),
            (.schemaFromNewerVersion(migration: "9"), "数据库由更新版本的程序建立（9）。请升级程序后再打开。"),
            (.ledgerDefinitionInvalid(ledger: "支付", reason: "无列"), "台账“支付”的定义有误：无列。"),
            (.unknownLedger("x"), "没有台账“x”。"),
            (.unknownBook(book), "没有账套 440118001 2021 年。请先建立账套。"),
            (.bookClosed(book), "账套 440118001 2021 年已关闭，不能再登记。"),
            (.bookOfAnotherUnit(book), "账套 440118001 2021 年不属于本次操作的单位。"),
            (
                .ledgerNotKept("支付", book), "账套 440118001 2021 年没有设置台账“支付”。请先在账套中启用。"
            ),
            (.incompleteRows(ledger: "支付"), "写入台账“支付”的行与其栏数不符。"),
            (.tooManyRows(ledger: "支付"), "台账“支付”一次最多登记 9,999,999 行。请分次导入。"),
            (.unknownRow(ledger: "支付", id: 7), "台账“支付”没有第 7 号记录。"),
            (.alreadyReversed(ledger: "支付", id: 7), "台账“支付”第 7 号记录已被红冲，不能再次红冲。"),
            (
                .reversalCannotBeReversed(ledger: "支付", id: 7),
                "台账“支付”第 7 号记录本身是红冲，不能再红冲。请重新登记正确的内容。"
            ),
            (.invalidUnitCode("甲"), "单位代码“甲”无效：应为 1 至 40 位字母、数字、“-”或“_”。"),
            (.changedMeanwhile(currentVersion: 3), "内容已被他人修改，现为第 3 版。请刷新，核对后重新提交。"),
            (.anchorFileUnreadable("a", reason: "无权限"), "锚点文件 a 读写失败：无权限。"),
        ]
        for (error, message) in cases { #expect(error.message == message) }
    }
}
