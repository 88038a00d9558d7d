import Documents
import Performance
import Quantities
import Storage
import Testing

@testable import Office

struct LedgerImporterTests {
    private let desk: ImportFixture

    init() throws { desk = try ImportFixture() }

    private static let header = "日期,凭证号,分录号,支出类别,金额（元）,摘要\n"
    private static let january = """
        2021-01-05,付-0001,1,公用经费,"1,200.50",办公用品
        2021年1月6日,付-0001,2,人员经费,￥300,工资
        2021/1/20,付-0002,,项目支出,４５．０６,维修

        """
    private static let february = "20210203,付-0003,1,公用经费,10,水费\n"

    @Test func `一个月的支付照原样入账`() throws {
        let report = try desk.commit(Self.header + Self.january)
        #expect(report.counts == "新增 3，已有 0，不一致 0，退回 0")
        #expect(report.isAccepted && report.isClean)
        #expect(report.sums.map { "\($0.column) \($0.total.text)" } == ["金额 1545.56"])
        #expect(
            try desk.rows() == [
                "2021-01-05 付-0001 1 公用经费 120050 办公用品",
                "2021-01-06 付-0001 2 人员经费 30000 工资",
                "2021-01-20 付-0002 1 项目支出 4506 维修",
            ])
        let receipt = try #require(report.receipt)
        #expect(receipt.entry.action == "导入")
        #expect(
            receipt.entry.payload.text
                == #"{"file":"支付.csv","goodRowsOnly":false,"ledger":"payment","sha256":""#
                + report.fileDigest
                + #"","sheets":[{"columns":{"A":"日期","B":"凭证号","C":"分录号","D":"支出类别","E":"金额","F":"摘要"},"headerRows":[1],"sheet":"支付","unit":null}],"year":2021}"#
        )
        #expect(report.fileDigest.count == 64)
    }

    @Test func `同一文件再导一次什么也不加`() throws {
        _ = try desk.commit(Self.header + Self.january)
        let length = try desk.journalLength()
        let again = try desk.commit(Self.header + Self.january)
        #expect(again.counts == "新增 0，已有 3，不一致 0，退回 0")
        #expect(again.isAccepted)
        #expect(again.receipt == nil)
        #expect(try desk.rows().count == 3)
        #expect(try desk.journalLength() == length)
    }

    @Test func `一至二月的文件在一月之后只加二月`() throws {
        _ = try desk.commit(Self.header + Self.january)
        let report = try desk.commit(Self.header + Self.january + Self.february)
        #expect(report.counts == "新增 1，已有 3，不一致 0，退回 0")
        #expect(try desk.rows().last == "2021-02-03 付-0003 1 公用经费 1000 水费")
    }

    @Test func `预览不留下任何东西`() throws {
        let length = try desk.journalLength()
        let report = try desk.preview(desk.order(Self.header + Self.january))
        #expect(report.counts == "新增 3，已有 0，不一致 0，退回 0")
        #expect(!report.isAccepted)
        #expect(try desk.rows().isEmpty)
        #expect(try desk.journalLength() == length)
    }

    @Test func `同一凭证内容不同则退回并列出两边`() throws {
        _ = try desk.commit(Self.header + Self.january)
        let changed = Self.january.replacing("￥300", with: "￥301")
        let report = try desk.commit(Self.header + changed + Self.february)
        #expect(report.counts == "新增 1，已有 2，不一致 1，退回 0")
        #expect(!report.isAccepted)
        #expect(
            report.messages == [
                "支付.csv 第3行：“付-0001|2”已有一行（支付.csv 第3行），金额原为“300.00”，这里是“301.00”。若要更正，请先红冲原来的一行，再录入新的一行。"
            ])
        #expect(try desk.rows().count == 3)
    }

    @Test func `有一行不对就一行也不加，除非只要好的行`() throws {
        let text = Self.header + Self.january + "2021-01-21,付-9,1,公用经费,十元,茶叶\n"
        let refused = try desk.commit(text)
        #expect(refused.counts == "新增 3，已有 0，不一致 0，退回 1")
        #expect(!refused.isAccepted)
        #expect(try desk.rows().isEmpty)
        let taken = try desk.commit(desk.order(text, goodRowsOnly: true))
        #expect(taken.counts == "新增 3，已有 0，不一致 0，退回 1")
        #expect(taken.isAccepted)
        #expect(taken.receipt?.entry.payload["goodRowsOnly"]?.bool == true)
        #expect(try desk.rows().count == 3)
    }

    @Test func `合计行不入账，与各行不符则提示`() throws {
        let good = Self.header + Self.january + "合计,,,,1545.56,\n填表人：甲,,,审核人：乙,,\n"
        let report = try desk.commit(good)
        #expect(report.counts == "新增 3，已有 0，不一致 0，退回 0")
        #expect(report.leftOut == 2)
        #expect(report.notices.isEmpty)
        let wrong = try desk.preview(
            desk.order(Self.header + Self.january + ",合 计,,,1545.55,\n"))
        #expect(
            wrong.notices.map(\.message) == [
                "支付.csv 第5行第5列：“合 计”的金额是 1545.55 元，各行相加是 1545.56 元，相差 -0.01 元。请核对。"
            ])
    }

    @Test func `小计、合计、累计各按各的口径核对`() throws {
        let text =
            Self.header + Self.january + "本月合计,,,,1545.56,\n本年累计,,,,9999,\n" + Self.february
            + "本月合计,,,,10,\n合计,,,,1555.56,\n"
        let report = try desk.commit(text)
        #expect(report.counts == "新增 4，已有 0，不一致 0，退回 0")
        #expect(report.notices.isEmpty)
        let wrong = try desk.preview(desk.order(text.replacing("本月合计,,,,10,", with: "本月合计,,,,11,")))
        #expect(
            wrong.notices.map(\.message) == [
                "支付.csv 第8行第5列：“本月合计”的金额是 11.00 元，各行相加是 10.00 元，相差 1.00 元。请核对。"
            ])
    }

    @Test func `续页重复的标题与表头、空行、编号空行、小标题都略过`() throws {
        let text = """
            支付明细表,,,,,,
            单位：元,,,,,,
            序号,日期,凭证号,分录号,支出类别,金额,摘要
            1,2021-01-05,付-1,1,公用经费,10,甲
            一、人员经费,,,,,,
            支付明细表,,,,,,
            单位：元,,,,,,
            序号,日期,凭证号,分录号,支出类别,金额,摘要
            2,2021-01-06,付-2,1,人员经费,20,乙
            3,,,,,,
            ,,,,,,
            注：以上为全部支付,,,,,,
            """
        let report = try desk.commit(text)
        #expect(report.counts == "新增 2，已有 0，不一致 0，退回 0")
        #expect(report.notices.map(\.message) == ["支付.csv 第5行：“一、人员经费”不是数据，没有导入。"])
    }

    @Test func `退款按记录类型或摘要认出，只进合计不计笔数`() throws {
        let report = try desk.commit(
            Self.header + "2021-03-05,付-1,1,公用经费,-35,退款：多付水费\n")
        #expect(report.isAccepted)
        #expect(try desk.rows() == ["退款 2021-03-05 付-1 1 公用经费 -3500 退款：多付水费"])
        let typed = try desk.commit(
            "日期,凭证号,支出类别,金额（元）,记录类型\n2021-03-05,付-2,公用经费,-35,退款\n2021-03-06,付-3,公用经费,1,\n")
        #expect(typed.isAccepted)
        #expect(try desk.rows().count == 3)
    }

    @Test func `没有自然键的台账以内容与次序为键`() throws {
        let text = "批复日期,预算类型,支出类别,金额（万元）\n2021-01-29,年初,公用经费,26.4\n2021-01-29,年初,公用经费,26.4\n"
        let order = desk.order(text, name: "预算.csv", ledger: "支出预算")
        #expect(try desk.commit(order).counts == "新增 2，已有 0，不一致 0，退回 0")
        #expect(try desk.commit(order).counts == "新增 0，已有 2，不一致 0，退回 0")
        let resaved =
            "批复日期,预算类型,支出类别,金额（元）\n2021/1/29,年初预算,公用经费,264000.00\n2021/1/29,年初,公用经费,264000\n2021/1/29,年初,公用经费,264000\n"
        #expect(
            try desk.commit(desk.order(resaved, name: "预算2.csv", ledger: "支出预算")).counts
                == "新增 1，已有 2，不一致 0，退回 0")
        #expect(try desk.rows("支出预算").count == 3)
    }

    @Test func `凭证号经表格软件存过也还是那张凭证`() throws {
        _ = try desk.commit(Self.header + "2021-01-05,0012,1,公用经费,10,甲\n")
        let report = try desk.commit(Self.header + "2021-01-05,12,1,公用经费,10,甲\n")
        #expect(report.counts == "新增 0，已有 0，不一致 1，退回 0")
        #expect(
            report.messages == [
                "支付.csv 第2行：“12|1”已有一行（支付.csv 第2行），凭证号原为“0012”，这里是“12”。若要更正，请先红冲原来的一行，再录入新的一行。"
            ])
    }

    @Test func `文字像公式也只是文字`() throws {
        let report = try desk.commit(
            Self.header + "2021-01-05,付-1,1,公用经费,10,=1+1\n2021-01-05,付-2,1,公用经费,10,@甲\n")
        #expect(report.isAccepted)
        #expect(try desk.rows().map { $0.suffix(4) } == ["=1+1", "0 @甲"])
    }

    @Test func `进度随批次前进，取消则什么也不留`() throws {
        struct Stop: Error {}
        var text = Self.header
        for number in 1...20_000 { text += "2021-01-05,付-\(number),1,公用经费,1,甲\n" }
        let order = desk.order(text)
        var steps: [Int64] = []
        #expect(throws: Stop.self) {
            try desk.importer.commit(order, in: desk.store) { progress in
                steps.append(progress.rows)
                if progress.rows >= 6000 { throw Stop() }
            }
        }
        #expect(steps == [2000, 4000, 6000])
        #expect(try desk.rows().isEmpty)
        #expect(try desk.commit(order).added == 20_000)
    }

    @Test func `退回很多时只列前一千处，总数照报`() throws {
        var text = Self.header
        for number in 1...1500 { text += "2021-01-05,付-\(number),1,公用经费,x,甲\n" }
        let report = try desk.commit(text)
        #expect(report.refusals.count == 1000)
        #expect(report.refusalCount == 1500)
        #expect(report.refused == 1500)
    }

    @Test func `关闭的账套不收任何行`() throws {
        let record = BookRecord(
            id: ImportFixture.book, unitName: "示例单位", state: .closed,
            ledgers: desk.definitions.map(\.table))
        _ = try desk.store.accept(ImportFixture.useCase("关账")) { try $0.put(record) }
        #expect(throws: StorageError.bookClosed(ImportFixture.book)) {
            try desk.commit(Self.header + Self.january)
        }
    }
}
