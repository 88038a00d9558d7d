import Foundation
import Performance
import Testing

@testable import Packs

@Suite("Handbook of rules")
struct RuleHandbookTests {
    @Test("The handbook tells the count that there is")
    func handbook() throws {
        let rules = try BuiltInRules.book().rules
        let groups = Dictionary(grouping: rules) { $0.id.rawValue.prefix { $0 != "-" } }
        let parts = groups.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }
        let line = "共 \(rules.count) 条规则：\(parts.joined(separator: "、"))。"
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/rules.md")
        #expect(try String(contentsOf: root, encoding: .utf8).contains(line), "\(line)")
    }
}
