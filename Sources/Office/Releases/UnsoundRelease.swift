import Performance
package import Reports

/// Files that were not released because the audit of their own figures found errors (审核未通过).
package struct UnsoundRelease: MessageError {
    /// Of the files with errors alone.
    package let audits: [AuditReport]

    package var errorCount: Int { audits.reduce(0) { $0 + $1.count(.error) } }

    package var message: String {
        "待出具的文件中有 \(errorCount) 处数字错误，一个文件也没有写出。请按上面的说明改正台账或报告文字后再试；"
            + "确需出具的，用 --override-audit 写明理由，理由记入日志。"
    }
}
