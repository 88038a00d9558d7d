import Documents
import Formulas
import Quantities

@testable import Office

extension BadFile {
    /// Workbooks and files of other kinds.
    static func workbooks() throws -> [BadFile] {
        let good = try RawWorkbook.payments().bytes()
        return try [
            workbook(
                "单元格是公式错误值", RawWorkbook.payments(amount: #"<c r="E3" t="e"><v>#REF!</v></c>"#),
                "支付.xlsx 工作表“3月” E3：金额“#REF!”是公式错误值。请修正公式，或直接填金额（元），如 1234.56。"),
            workbook(
                "日期序号是60", RawWorkbook.payments(day: #"<c r="A3" s="1"><v>60</v></c>"#),
                "支付.xlsx 工作表“3月” A3：日期“60”在日历中不存在。请核对日期。"),
            workbook(
                "金额是真假值", RawWorkbook.payments(amount: #"<c r="E3" t="b"><v>1</v></c>"#),
                "支付.xlsx 工作表“3月” E3：金额“TRUE”读不懂，应填金额（元），如 1234.56。请改正。"),
            workbook(
                "金额是日期", RawWorkbook.payments(amount: #"<c r="E3" s="1"><v>44260</v></c>"#),
                "支付.xlsx 工作表“3月” E3：金额“2021-03-05”读不懂，应填金额（元），如 1234.56。请改正。"
            ),
            workbook(
                "标为数字却不是数字", RawWorkbook.payments(amount: #"<c r="E3"><v>3o</v></c>"#),
                "支付.xlsx 工作表“3月” E3：金额“3o”标为数字，内容却是“3o”。请重新输入这个数字。"),
            workbook(
                "公式算出无限小数",
                RawWorkbook.payments(
                    amount: #"<c r="E3"><f>100/3</f><v>33.333333333333336</v></c>"#),
                "支付.xlsx 工作表“3月” E3：金额“33.3333333333333”精确到了分以下，以元为单位最多 2 位小数。请四舍五入到分再导入。"),
            workbook(
                "公式没有算过", RawWorkbook.payments(amount: #"<c r="E3"><f>100/4</f></c>"#),
                "支付.xlsx 工作表“3月” E3：金额没有填，应填金额（元），如 1234.56。请补上。"),
            workbook(
                "一笔金额合并在两行上", RawWorkbook.payments(merged: "E2:E3", amount: ""),
                "支付.xlsx 工作表“3月” E2：金额“35”在合并单元格 E2:E3 中，不知属于哪一行。请取消合并，逐行填写。",
                "支付.xlsx 工作表“3月” E3：金额“35”在合并单元格 E2:E3 中，不知属于哪一行。请取消合并，逐行填写。"),
            workbook(
                "表头合并到数据上", RawWorkbook.payments(merged: "A1:A2", firstDay: ""),
                "支付.xlsx 工作表“3月” A2：日期“日期”读不懂，应填日期，如 2021-03-05。请改正。"),
            workbook(
                "共享文字不存在", RawWorkbook.payments(amount: #"<c r="E3" t="s"><v>7</v></c>"#),
                "支付.xlsx 工作表“3月” E3：金额“7”引用的文字（第 7 条）在文件中不存在。请用 Excel 或 WPS 打开后另存。"),
            workbook(
                "工作表全是隐藏的", RawWorkbook.payments(isHidden: true),
                "支付.xlsx：工作表都是隐藏的（3月）。请取消隐藏，或指明要读哪一个。"),
            workbook(
                "内容不是XML", RawWorkbook.payments(after: "<"),
                "“支付.xlsx”中“xl/worksheets/sheet1.xml”第 1 行的内容已损坏。请重新获取，或用 Excel、WPS 打开后另存。"),
            workbook(
                "带有文档类型声明", RawWorkbook.payments(before: "<!DOCTYPE a>"),
                "“支付.xlsx”中的“xl/worksheets/sheet1.xml”带有文档类型声明（DOCTYPE），正常的文件没有，未读取。请核实文件来源。"),
            workbook(
                "带宏", RawWorkbook.payments().with("xl/vbaProject.bin", "x"),
                "“支付.xlsx”的内容是带宏的文件（如 .xlsm、.docm），不是 Excel 工作簿（.xlsx）。为安全起见不读取带宏的文件，请另存为不带宏的 .xlsx 或 csv 再试。"
            ),
            workbook(
                "压缩炸弹",
                RawWorkbook.payments(
                    after: "<!--" + String(repeating: " ", count: 30 << 20) + "-->"),
                "“支付.xlsx”中的“xl/worksheets/sheet1.xml”压缩比超过 250 倍，像是压缩炸弹，未读取。请核实文件来源。"),
            BadFile(
                "截断的工作簿", name: "支付.xlsx", bytes: Array(good.prefix(good.count / 2)),
                "“支付.xlsx”已损坏或不完整，可能没有下载完。请重新获取，或用 Excel、WPS 打开后另存。"),
            BadFile(
                "头部声称2GB", name: "支付.xlsx",
                bytes: RawWorkbook.claiming(2 << 30 - 1, for: "xl/worksheets/sheet1.xml", in: good),
                "“支付.xlsx”中的“xl/worksheets/sheet1.xml”解压后有 2048 MB，超过 1024 MB 的上限，未读取。请拆成几个文件再试。"),
            BadFile(
                "旧版xls", name: "支付.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
                "“支付.xls”的内容是旧版 Office 文件，不是 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开，另存为 .xlsx 或 csv 再试。"
            ),
            BadFile(
                "其实是PDF", name: "支付.xlsx", bytes: Array("%PDF-1.7\n".utf8),
                "“支付.xlsx”的内容是 PDF 文件，不是 Excel 工作簿（.xlsx）。请向提供者索取 .xlsx 或 csv 原件。"),
            BadFile(
                "普通压缩包", name: "支付.xlsx", bytes: RawWorkbook.zip([("支付.csv", header)]),
                "“支付.xlsx”的内容是 zip 压缩包，不是 Excel 工作簿（.xlsx）。请先解压，再选择其中的 .xlsx 或 csv 文件。"),
            BadFile(
                "GB18030文字损坏", name: "支付.csv", bytes: damagedGB18030,
                "“支付.csv”第 2 行（第 38 个字节）既不是 UTF-8 也不是 GB18030 文字。请另存为 UTF-8 编码的 csv。"),
            BadFile(
                "几个工作表分属不同台账", name: "全年.xlsx", bytes: mixedWorkbook(), ledger: nil,
                "全年.xlsx：几个工作表分属不同的台账：支出预算、支付。请指明台账或工作表，分次导入。"),
        ]
    }

    private static func workbook(_ fault: String, _ workbook: RawWorkbook, _ messages: String...)
        throws
        -> BadFile
    {
        var file = BadFile(fault, name: "支付.xlsx", bytes: try workbook.bytes())
        file.messages = messages
        return file
    }

    /// 日期,凭证号,支出类别,金额 in GB18030, then a byte that begins no character.
    private static let damagedGB18030: [UInt8] =
        [0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xC6, 0xBE, 0xD6, 0xA4, 0xBA, 0xC5, 0x2C]
        + [0xD6, 0xA7, 0xB3, 0xF6, 0xC0, 0xE0, 0xB1, 0xF0, 0x2C, 0xBD, 0xF0, 0xB6, 0xEE, 0x0A]
        + Array("2021-03-05,".utf8) + [0xB8, 0xFF, 0xFF, 0x0A]

    private static func mixedWorkbook() throws -> [UInt8] {
        var payments = Worksheet("支付")
        payments.append(["日期", "凭证号", "支出类别", "金额"].map { WorksheetCell(.text($0)) })
        var budget = Worksheet("预算")
        budget.append(["批复日期", "预算类型", "支出类别", "金额"].map { WorksheetCell(.text($0)) })
        return try Workbook(
            properties: DocumentProperties(title: "全年", day: ImportFixture.book.year.lastDay),
            sheets: [payments, budget]
        ).bytes()
    }
}
