import Testing

@testable import Packs

struct PackResourcesTests {
    @Test func `内置文件按名称排序且读得出文字`() throws {
        let files = try PackResources.files(in: "ledgers")
        #expect(files == files.sorted())
        #expect(files.first == "ledgers/01-revenue-budget.yaml")
        #expect(try PackResources.text(of: "ledgers/04-payment.yaml").contains("name: 支付"))
        #expect(try PackResources.files(in: "ledgers", ending: ".txt") == [])
    }

    @Test func `缺少的内置文件和文件夹被清楚说明`() {
        let remedy = "请重新安装本程序，并保持资源文件夹 jixiao_Packs.resources 与程序在一起。"
        let file = #expect(throws: PackError.self) { try PackResources.text(of: "ledgers/无.yaml") }
        #expect(file?.message == "ledgers/无.yaml：找不到内置规则文件。\(remedy)")
        let folder = #expect(throws: PackError.self) { try PackResources.files(in: "nowhere") }
        #expect(folder?.message == "nowhere：找不到内置规则文件。\(remedy)")
    }
}
