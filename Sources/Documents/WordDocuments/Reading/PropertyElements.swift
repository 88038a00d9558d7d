/// Reads the properties of an office document (文档属性), core or custom.
final class PropertyElements: XMLElements {
    private(set) var values: [String: String] = [:]

    private var level = 0
    private var name: String?
    private var value: [UInt8] = []

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        level += 1
        guard level == 2 else { return }
        self.name = attributes.text("name") ?? String(cString: name.bytes)
        value.removeAll()
        wantsText = true
    }

    override func end(_ name: XMLName) {
        level -= 1
        guard level == 1, let own = self.name else { return }
        values[own] = String(decoding: value, as: UTF8.self)
        self.name = nil
        wantsText = false
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) { value.append(contentsOf: bytes) }
}
