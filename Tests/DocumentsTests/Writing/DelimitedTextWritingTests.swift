import Documents
import Quantities
import Testing

struct DelimitedTextWritingTests {
    private func line(_ fields: [DelimitedTextWriter.Field]) -> String {
        var writer = DelimitedTextWriter()
        writer.append(fields)
        return String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
    }

    @Test(arguments: [
        ("季度", "季度"), ("", ""), ("甲,乙", "\"甲,乙\""), ("他说\"好\"", "\"他说\"\"好\"\"\""),
        ("甲\n乙", "\"甲\n乙\""), ("=1+1", "'=1+1"), ("+86", "'+86"), ("-295人次", "'-295人次"),
        ("@a", "'@a"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("＝1", "'＝1"), ("＋1", "'＋1"),
        ("－1", "'－1"), ("＠a", "'＠a"), ("'=1", "''=1"), ("=a,b", "\"'=a,b\""), ("1=1", "1=1"),
        (" =1", " =1"),
    ])
    func `文字打开后仍是文字`(text: String, written: String) {
        #expect(line([.text(text)]) == "\(written)\r\n")
    }

    @Test(arguments: ["-3.05", "0.00", "628.80", "-0.4785", "20"])
    func `数不加引号也不加撇号`(text: String) throws {
        #expect(line([.number(try SampleWorkbooks.number(text))]) == "\(text)\r\n")
    }

    @Test func `文件以字节序标记开头并用回车换行分行`() throws {
        var writer = DelimitedTextWriter()
        writer.append([.text("项目"), .text("金额"), .blank])
        writer.append([.text("帮扶"), .number(try SampleWorkbooks.number("20.00")), .blank])
        let expected = "\u{FEFF}项目,金额,\r\n帮扶,20.00,\r\n"
        #expect(writer.bytes == Array(expected.utf8))
    }
}
