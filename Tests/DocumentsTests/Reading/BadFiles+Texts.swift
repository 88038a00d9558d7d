import Documents

/// Delimited texts that must be refused.
enum BadTexts {
    static func all() -> [BadFile] {
        let good = "凭证号,金额\n"
        let quote = "请补上引号，或把文字中的引号写成两个。"
        let save = "请另存为 UTF-8 编码的 csv。"
        let many = String(repeating: ",", count: 16_384)
        return [
            BadFile("空.csv", "", "“空.csv”是空文件，没有任何内容。请重新导出。"),
            BadFile(
                "空字符.csv", "a,b\n1,\u{0}2\n",
                "“空字符.csv”第 2 行（第 7 个字节）含有空字符，不是文本文件。请重新导出为 csv。"),
            BadFile(
                "二进制.csv", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2],
                "“二进制.csv”第 1 行（第 5 个字节）含有空字符，不是文本文件。请重新导出为 csv。"),
            BadFile(
                "坏编码.csv", Array(good.utf8) + [0x31, 0x2C, 0xFF, 0xFF, 0x0A],
                "“坏编码.csv”第 2 行（第 20 个字节）既不是 UTF-8 也不是 GB18030 文字。" + save),
            BadFile(
                "半个国标字.csv", [0xC6, 0xBE, 0x2C, 0xBD],
                "“半个国标字.csv”第 1 行（第 4 个字节）既不是 UTF-8 也不是 GB18030 文字。" + save),
            BadFile(
                "半个字.csv", Array("凭证号,金额\r\n1,办".utf8.dropLast()),
                "“半个字.csv”第 2 行（第 22 个字节）既不是 UTF-8 也不是 GB18030 文字。" + save),
            BadFile(
                "坏十六位.csv", [0xFF, 0xFE, 0x31, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x31, 0x00],
                "“坏十六位.csv”第 2 行（第 7 个字节）既不是 UTF-8 也不是 GB18030 文字。" + save),
            BadFile(
                "引号没完.csv", good + "1,\"办公费\n2,3\n", "“引号没完.csv”第 2 行开始的引号没有结束。" + quote),
            BadFile(
                "第二个引号没完.csv", good + "\"1\n\",\"办公费\n2,3\n",
                "“第二个引号没完.csv”第 3 行开始的引号没有结束。" + quote),
            BadFile(
                "引号太长.csv", good + "1,\"" + String(repeating: "办公费\n", count: 120_000),
                "“引号太长.csv”第 2 行开始的引号没有结束。" + quote),
            BadFile(
                "引号后有字.csv", good + "\"A\"级单位,1\n",
                "“引号后有字.csv”第 2 行第 1 列的引号之后还有文字。请把文字中的引号写成两个。"),
            BadFile(
                "长行.csv", good + String(repeating: "1234567 ", count: 200_000),
                "“长行.csv”第 2 行开始的一行超过 1 MB，不像表格。请核对分隔符和引号。"),
            BadFile("列多.csv", good + many + "\n", "“列多.csv”第 2 行超过 16384 列。请核对分隔符。"),
            BadFile(
                "格长.csv", good + "1," + String(repeating: "帮", count: 32_768) + "\n",
                "“格长.csv”第 2 行第 2 列的文字超过 32767 个字。请缩短后再试。"),
        ]
    }
}
