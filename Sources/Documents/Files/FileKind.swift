/// What a file is by its content; its extension is not believed (文件类型).
package enum FileKind: Hashable, Sendable {
    case empty
    /// .xlsx without macros.
    case workbook
    /// .xlsm, .xlsb with macros, or .docm.
    case macroDocument
    /// .xlsb: a workbook whose parts are not XML.
    case binaryWorkbook
    case wordDocument
    case presentation
    /// .ods or .odt.
    case openDocument
    case zipArchive
    /// .xls of Excel 97–2003, also .et of WPS.
    case oldWorkbook
    /// .doc of Word 97–2003, also .wps.
    case oldWordDocument
    /// A new document behind an opening password.
    case passwordProtected
    /// Another OLE2 container.
    case oldContainer
    /// .rtf, often called .doc.
    case richText
    case pdf
    case webPage
    /// The single-file XML of Excel 2003, or any other XML.
    case xml
    case picture
    /// rar, 7z, gzip.
    case otherArchive
    case text
    case binary

    /// The kind as a user calls it.
    package var chineseName: String {
        switch self {
        case .empty: "空文件"
        case .workbook: "Excel 工作簿（.xlsx）"
        case .macroDocument: "带宏的文件（如 .xlsm、.docm）"
        case .binaryWorkbook: "Excel 二进制工作簿（.xlsb）"
        case .wordDocument: "Word 文档（.docx）"
        case .presentation: "演示文稿（.pptx）"
        case .openDocument: "OpenDocument 文件（.ods、.odt）"
        case .zipArchive: "zip 压缩包"
        case .oldWorkbook: "旧版 Excel 工作簿（.xls）"
        case .oldWordDocument: "旧版 Word 文档（.doc）"
        case .passwordProtected: "设有打开密码的文件"
        case .oldContainer: "旧版 Office 文件"
        case .richText: "RTF 文档（.rtf）"
        case .pdf: "PDF 文件"
        case .webPage: "网页（HTML）"
        case .xml: "XML 文件"
        case .picture: "图片"
        case .otherArchive: "压缩包（rar、7z、gz）"
        case .text: "文本文件"
        case .binary: "无法识别的二进制文件"
        }
    }

    /// What turns a file of this kind into one of the wanted kind.
    func advice(wanted: FileKind) -> String {
        let target =
            switch wanted {
            case .wordDocument: ".docx"
            case .text: "csv 或 txt"
            default: ".xlsx 或 csv"
            }
        return switch self {
        case .empty: "文件没有内容，请重新导出。"
        case .passwordProtected: "请打开后去掉密码，另存为 \(target) 再试。"
        case .macroDocument: "为安全起见不读取带宏的文件，请另存为不带宏的 \(target) 再试。"
        case .zipArchive, .otherArchive: "请先解压，再选择其中的 \(target) 文件。"
        case .pdf, .picture: "请向提供者索取 \(target) 原件。"
        case .binary: "请确认选对了文件。"
        default: "请用 Excel 或 WPS 打开，另存为 \(target) 再试。"
        }
    }

    /// What makes a file of this kind one whose words can be read.
    var adviceForReading: String {
        switch self {
        case .empty: "文件没有内容，请重新导出。"
        case .passwordProtected: "请打开后去掉密码，另存为 .docx 或 .xlsx 再试。"
        case .macroDocument: "为安全起见不读取带宏的文件，请另存为不带宏的 .docx 或 .xlsx 再试。"
        case .zipArchive, .otherArchive: "请先解压，再选择其中的文件。"
        case .picture: "请向提供者索取 .docx、.xlsx 或有文字的 PDF 原件。"
        case .binary: "请确认选对了文件。"
        default: "请打开后另存为 .docx、.xlsx 或 PDF 再试。"
        }
    }
}
