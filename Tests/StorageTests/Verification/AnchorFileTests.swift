import Formulas
import Foundation
import Performance
import Storage
import Testing

struct AnchorFileTests {
    private func filled() throws -> (TestPlace, LedgerStore) {
        let place = try TestPlace(.sqlite)
        let store = try place.store()
        let book = try BookID.sample()
        try store.open(book)
        try store.add([Payment(voucher: "A", fen: 1)], to: book)
        return (place, store)
    }

    private func lines(_ place: TestPlace) throws -> [String] {
        try String(contentsOfFile: place.anchors.path, encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String], _ place: TestPlace) throws {
        try (lines.joined(separator: "\n") + "\n")
            .write(toFile: place.anchors.path, atomically: true, encoding: .utf8)
    }

    @Test func `每次登记都在库外签下链头`() throws {
        let (place, store) = try filled()
        let written = try lines(place).compactMap {
            Anchor(json: try CanonicalJSON(reading: $0))
        }
        #expect(written.map(\.number) == [1, 2])
        #expect(written.last == (try store.read { try $0.head(of: "440118001") }))
        let attributes = try FileManager.default.attributesOfItem(atPath: place.anchors.keyPath)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `改动锚点文件的一行被发现`() throws {
        let (place, store) = try filled()
        var lines = try lines(place)
        lines[1] = lines[1].replacingOccurrences(of: "\"number\":2", with: "\"number\":3")
        lines.append("不是锚点")
        try write(lines, place)
        #expect(
            try store.verify().map(\.message) == [
                "锚点文件第 3 行无法读出。",
                "单位 440118001：锚点文件第 2 行的签名无效，已被改动。",
                "单位 440118001：日志第 2 至 2 号还没有锚点：不能排除其后另有日志被截去。",
            ])
    }

    @Test func `另一把密钥签的锚点不算数`() throws {
        let (place, store) = try filled()
        try FileManager.default.removeItem(atPath: place.anchors.keyPath)
        #expect(try store.verify().map(\.kind) == [.anchorKeyMissing])
        try store.open(.sample())
        #expect(
            try store.errors() == [.anchorKeyForeign(line: 1), .anchorKeyForeign(line: 2)])
    }

    @Test func `两个锚点同号不同哈希就是分叉`() throws {
        let (place, store) = try filled()
        let head = try store.read { try $0.head(of: "440118001") }
        try place.anchors.append(Anchor(unitCode: head.unitCode, number: 1, hash: head.hash))
        #expect(try store.errors().contains(.fork(number: 1)))
    }

    @Test func `整个单位消失也被锚点发现`() throws {
        let place = try TestPlace(.sqlite)
        let store = try place.store()
        let hash = try #require(ContentDigest(bytes: Array(repeating: 1, count: 32)))
        try place.anchors.append(Anchor(unitCode: "440118009", number: 7, hash: hash))
        #expect(
            try store.verify().map(\.message) == ["单位 440118009：锚点记有日志第 7 号，而日志只到第 0 号：末尾被截去。"])
    }

    @Test func `锚点写不进去时登记仍成立并说明`() throws {
        let place = try TestPlace(.sqlite)
        let open = try place.store(anchored: false)
        let anchors = AnchorFile(path: "/nowhere/anchor", keyPath: place.anchors.keyPath)
        let store = try LedgerStore(open.database, ledgers: open.ledgers, anchors: anchors)
        let receipt = try store.open(.sample())
        #expect(
            receipt.anchorFailure
                == .anchorFileUnreadable("/nowhere/anchor", reason: "No such file or directory"))
        #expect(try store.read { try $0.head(of: "440118001") } == receipt.anchor)
    }

    @Test func `损坏的密钥不被悄悄换掉`() throws {
        let (place, store) = try filled()
        try "坏".write(toFile: place.anchors.keyPath, atomically: true, encoding: .utf8)
        let receipt = try store.open(.sample())
        #expect(receipt.anchorFailure == .anchorKeyUnreadable(place.anchors.keyPath))
        #expect(
            receipt.anchorFailure?.message
                == "签名密钥 \(place.anchors.keyPath) 无法读取或已损坏。请从备份恢复。")
    }
}
