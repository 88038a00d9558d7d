import Documents
import Testing

/// Words that the bad files do not already prove.
struct DocumentErrorTests {
    private static let place = CellPlace(row: 7, column: 2)

    @Test(arguments: [
        (
            DocumentError.cannotOpen(file: "a.xlsx", reason: .notFound),
            "无法打开“a.xlsx”：找不到这个文件。请核对路径和文件名。"
        ),
        (
            .cannotOpen(file: "a.xlsx", reason: .noPermission),
            "无法打开“a.xlsx”：没有读取权限。请检查文件的权限，或把它复制到自己的文件夹。"
        ),
        (
            .cannotOpen(file: "a", reason: .notAFile),
            "无法打开“a”：它不是普通文件。请选择一个文件，而不是文件夹。"
        ),
        (
            .cannotOpen(file: "a", reason: .other(code: 5)),
            "无法打开“a”：系统拒绝读取（错误号 5）。请稍后再试，或换一个位置存放。"
        ),
        (
            .fileTooLarge(file: "a.xlsx", bytes: 300 << 20, limit: 256 << 20),
            "“a.xlsx”有 300 MB，超过 256 MB 的上限。请拆成几个文件再试。"
        ),
        (
            .fileTooLarge(file: "a.csv", bytes: 11 << 30, limit: 1 << 10),
            "“a.csv”有 11 GB，超过 1 KB 的上限。请拆成几个文件再试。"
        ),
        (
            .archiveTooLarge(file: "a.xlsx", limit: 1000),
            "“a.xlsx”解压后超过 1000 字节的上限，未读取。请拆成几个文件再试。"
        ),
        (
            .wrongKind(file: "a.docx", found: .text, wanted: .wordDocument),
            "“a.docx”的内容是文本文件，不是 Word 文档（.docx）。请用 Excel 或 WPS 打开，另存为 .docx 再试。"
        ),
        (
            .wrongKind(file: "a.csv", found: .binary, wanted: .text),
            "“a.csv”的内容是无法识别的二进制文件，不是文本文件。请确认选对了文件。"
        ),
        (
            .wrongKind(file: "a.csv", found: .empty, wanted: .text),
            "“a.csv”的内容是空文件，不是文本文件。文件没有内容，请重新导出。"
        ),
        (
            .noSuchSheet(file: "a.xlsx", sheet: "收入", present: ["支付", "支出"]),
            "“a.xlsx”里没有工作表“收入”。现有：支付、支出。"
        ),
        (
            .tooManySharedTexts(file: "a.xlsx", limit: "10 条"),
            "“a.xlsx”的文字内容太多，超过 10 条的上限。请拆成几个文件再试。"
        ),
        (
            .tooManyMergedRanges(file: "a.xlsx", sheet: "支付", limit: 9),
            "“a.xlsx”工作表“支付”的合并单元格超过 9 处。请取消一部分合并再试。"
        ),
        (
            .unreadableCell(file: "a.xlsx", sheet: "支付", place: place, fault: .notANumber("1,2")),
            "“a.xlsx”工作表“支付”单元格 B7 标为数字，内容却是“1,2”。请重新输入这个数字。"
        ),
        (
            .unreadableCell(
                file: "a.xlsx", sheet: "支付", place: place, fault: .numberTooLarge("1E+99")),
            "“a.xlsx”工作表“支付”单元格 B7 的数字 1E+99 太大，无法准确处理。请核对。"
        ),
        (
            .unreadableCell(file: "a.xlsx", sheet: "支付", place: place, fault: .noSuchDay("60")),
            "“a.xlsx”工作表“支付”单元格 B7 的日期“60”不在 1900 年至 2199 年之间，或日历上没有这一天。请重新输入日期。"
        ),
        (
            .unreadableCell(
                file: "a.xlsx", sheet: "支付", place: place, fault: .missingSharedText("7")),
            "“a.xlsx”工作表“支付”单元格 B7 引用的文字（第 7 条）在文件中不存在。请用 Excel 或 WPS 打开后另存。"
        ),
        (
            .raggedRow(file: "a.csv", line: 4, expected: 8, found: 7),
            "“a.csv”第 4 行有 7 列，应为 8 列。请核对这一行的分隔符和引号。"
        ),
        (
            .documentTooLarge(file: "a.docx", limit: 500_000),
            "“a.docx”的正文超过 500000 个段落或单元格的上限。请拆成几个文件再试。"
        ),
    ])
    func `错误说明事由、位置和办法`(error: DocumentError, message: String) {
        #expect(error.message == message)
    }
}
