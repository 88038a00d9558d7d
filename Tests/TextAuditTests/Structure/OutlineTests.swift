import Testing

@testable import TextAudit

/// Ordinals make lists: each item knows its list, its neighbours and what holds it.
struct OutlineTests {
    private func outline(_ text: String) -> [String] {
        var reading = Reading()
        var text = text
        text.withUTF8 { reading.read($0) }
        let items = reading.outline.items
        return items.map { item in
            var name = String(item.number)
            var parent = item.parent
            while parent >= 0 {
                name = "\(items[Int(parent)].number).\(name)"
                parent = items[Int(parent)].parent
            }
            return name + (item.next >= 0 ? "+" : "")
        }
    }

    /// The number of each item behind those that hold it; + where a next one follows.
    @Test(arguments: [
        ("一、情况\n二、问题\n三、建议\n", ["1+", "2+", "3"]),
        ("一、情况\n（一）收入\n（二）支出\n二、问题\n", ["1+", "1.1+", "1.2", "2"]),
        ("（一）收入\n1.拨款\n2.其他\n（二）支出\n1.基本\n2.项目\n", ["1+", "1.1+", "1.2", "2", "2.1+", "2.2"]),
        ("1、拨款\n2、其他\n", ["1+", "2"]),
        ("（1）拨款\n（2）其他\n", ["1+", "2"]),
        ("①拨款；②其他；③利息。\n", ["1+", "2+", "3"]),
        ("一是宣传；二是培训；三是检查。\n", ["1+", "2+", "3"]),
        ("第一，宣传；第二，培训。\n", ["1+", "2"]),
        ("一、情况\n1.拨款\n①中央；②省级\n2.其他\n", ["1", "1.1+", "1.1.1+", "1.1.2", "1.2"]),
        ("十、其他\n十一、附件\n", ["10+", "11"]),
    ])
    func `序号连成层次`(text: String, expected: [String]) {
        #expect(outline(text) == expected)
    }

    @Test(arguments: [
        "支出1.5万元。", "2.5万元已支付。\n", "三个科室一致。\n", "本单位（10人）。\n", "2021.3.5开工。\n",
    ])
    func `小数和数量不是序号`(text: String) {
        #expect(outline(text) == [])
    }
}
