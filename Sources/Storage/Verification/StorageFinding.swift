import Performance

/// Something that verification found wrong, or cannot exclude.
package struct StorageFinding: Hashable, Sendable {
    package enum Severity: Hashable, Sendable {
        /// Somebody has changed what only grows, or the disk has.
        case error
        /// Nothing is wrong, but something cannot be excluded.
        case notice
    }

    package enum Kind: Hashable, Sendable {
        case journalRowUnreadable(number: Int64)
        /// The row does not have the hash that stands beside it.
        case journalRowChanged(number: Int64)
        /// The row does not follow from the row before it.
        case chainBroken(number: Int64)
        case journalRowsMissing(from: Int64, through: Int64)
        case headDiffers(number: Int64, last: Int64)
        case rowChanged(table: String, id: Int64)
        case rowNotJournaled(table: String, id: Int64)
        case rowMissing(table: String, id: Int64)
        /// The rows of one journal number differ from its digest, though each agrees with its own.
        case rowsChanged(table: String, year: Int64, number: Int64)
        case guardMissing(trigger: String)
        case anchorLineUnreadable(line: Int)
        case anchorSignatureInvalid(line: Int)
        case anchorKeyForeign(line: Int)
        case anchorKeyMissing
        /// An anchor knows entries that are no longer there.
        case tailCut(anchored: Int64, last: Int64)
        /// An anchor knows another hash for an entry that agrees with itself.
        case chainRewritten(number: Int64)
        /// Two anchors name different hashes for one number.
        case fork(number: Int64)
        case withoutAnchor
        case tailWithoutAnchor(from: Int64, through: Int64)
        case furtherFindings(count: Int)
    }

    /// Empty where the finding is about the database as a whole.
    package let unitCode: String
    package let kind: Kind

    package var severity: Severity {
        switch kind {
        case .withoutAnchor, .tailWithoutAnchor, .anchorKeyMissing: .notice
        default: .error
        }
    }

    /// What was found, where, and what it means.
    package var message: String {
        unitCode.isEmpty ? sentence : "单位 \(unitCode)：\(sentence)"
    }

    private var sentence: String {
        switch kind {
        case .journalRowUnreadable(let number): "日志第 \(number) 号无法读出，已损坏或被改动。"
        case .journalRowChanged(let number): "日志第 \(number) 号与其哈希不符，已被改动。"
        case .chainBroken(let number): "日志第 \(number) 号与前一号的哈希接不上，其前的日志已被改动。"
        case .journalRowsMissing(let from, let through):
            from == through ? "日志缺第 \(from) 号。" : "日志缺第 \(from) 至 \(through) 号。"
        case .headDiffers(let number, let last):
            "链头记为第 \(number) 号，与日志末尾第 \(last) 号不符。"
        case .guardMissing(let trigger): "保护触发器 \(trigger) 已被删除或停用。"
        case .rowChanged, .rowNotJournaled, .rowMissing, .rowsChanged: rowSentence
        case .furtherFindings(let count): "另有 \(count) 处问题未逐一列出。"
        default: anchorSentence
        }
    }

    private var rowSentence: String {
        func number(_ id: Int64) -> Int64 { id / LedgerTable.rowsPerJournalNumber }
        return switch kind {
        case .rowChanged(let table, let id):
            "\(table) 第 \(id) 号记录（日志第 \(number(id)) 号登记）的内容已被改动。"
        case .rowNotJournaled(let table, let id):
            "\(table) 第 \(id) 号记录不在日志第 \(number(id)) 号登记的范围内，不是经本系统登记的。"
        case .rowMissing(let table, let id):
            "\(table) 第 \(id) 号记录（日志第 \(number(id)) 号登记）已被删除。"
        case .rowsChanged(let table, let year, let number):
            "\(table) \(year) 年由日志第 \(number) 号登记的记录与登记时的摘要不符，已被改动。"
        default: ""
        }
    }

    private var anchorSentence: String {
        switch kind {
        case .anchorLineUnreadable(let line): "锚点文件第 \(line) 行无法读出。"
        case .anchorSignatureInvalid(let line): "锚点文件第 \(line) 行的签名无效，已被改动。"
        case .anchorKeyForeign(let line): "锚点文件第 \(line) 行由另一把密钥签名。"
        case .anchorKeyMissing: "找不到签名密钥，只能核对锚点与其自带的公钥是否一致。"
        case .tailCut(let anchored, let last):
            "锚点记有日志第 \(anchored) 号，而日志只到第 \(last) 号：末尾被截去。"
        case .chainRewritten(let number):
            "日志自第 \(number) 号起与锚点不符：日志在登记之后被整体改写。"
        case .fork(let number): "锚点中第 \(number) 号有两个不同的哈希：日志曾分叉。"
        case .withoutAnchor:
            "没有锚点：日志自身前后一致，但不能排除末尾被截去，或整条日志连同记录被重写。"
        case .tailWithoutAnchor(let from, let through):
            "日志第 \(from) 至 \(through) 号还没有锚点：不能排除其后另有日志被截去。"
        default: ""
        }
    }
}
