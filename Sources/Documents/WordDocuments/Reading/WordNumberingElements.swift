/// Reads the lists of a document (编号定义): `w:abstractNum` and the `w:num` that use them.
final class WordNumberingElements: XMLElements {
    struct Level {
        var start = 1
        var format = "decimal"
        /// Such as `%1.%2`.
        var text = ""
        /// Numbers of all levels are Arabic here.
        var isLegal = false
        var style: String?
    }

    struct List {
        var levels: [Int: Level] = [:]
    }

    struct Use {
        var list: String?
        /// Levels that this use starts anew.
        var starts: [Int: Int] = [:]
    }

    private(set) var lists: [String: List] = [:]
    private(set) var uses: [Int: Use] = [:]

    private var list: String?
    private var use: Int?
    private var level: Int?
    /// Inside an override that defines a level of its own, which is read like the list's.
    private var overridden: Int?

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        func value() -> String? { attributes.text("val", prefixed: true) ?? attributes.text("val") }
        func number(_ key: StaticString) -> Int? {
            (attributes.text(key, prefixed: true) ?? attributes.text(key)).flatMap { Int($0) }
        }
        if name == "abstractNum" {
            list = attributes.text("abstractNumId", prefixed: true)
        } else if name == "num" {
            use = number("numId")
            if let use { uses[use] = Use() }
        } else if name == "abstractNumId" {
            if let use { uses[use]?.list = value() }
        } else if name == "lvlOverride" {
            overridden = number("ilvl")
        } else if name == "startOverride" {
            if let use, let overridden {
                uses[use]?.starts[overridden] = value().flatMap { Int($0) }
            }
        } else if name == "lvl" {
            level = list == nil ? nil : number("ilvl")
            if let list, let level { lists[list, default: List()].levels[level] = Level() }
        } else {
            startDetail(name, value)
        }
    }

    private func startDetail(_ name: XMLName, _ value: () -> String?) {
        guard let list, let level else { return }
        func change(_ body: (inout Level) -> Void) {
            lists[list]?.levels[level].map { own in
                var own = own
                body(&own)
                lists[list]?.levels[level] = own
            }
        }
        if name == "start" {
            change { $0.start = value().flatMap { Int($0) } ?? 1 }
        } else if name == "numFmt" {
            change { $0.format = value() ?? $0.format }
        } else if name == "lvlText" {
            change { $0.text = value() ?? "" }
        } else if name == "isLgl" {
            change { $0.isLegal = !["0", "false", "off"].contains(value() ?? "1") }
        } else if name == "pStyle" {
            change { $0.style = value() }
        }
    }

    override func end(_ name: XMLName) {
        if name == "abstractNum" { list = nil }
        if name == "num" { use = nil }
        if name == "lvl" { level = nil }
        if name == "lvlOverride" { overridden = nil }
    }
}

/// Reads which styles of a document stand in a list.
final class WordStyleListElements: XMLElements {
    struct Style {
        var place = WordListPlace()
        var parent: String?
    }

    private(set) var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private(set) var standard: String?
    private var own: String?

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        func value() -> String? { attributes.text("val", prefixed: true) ?? attributes.text("val") }
        if name == "style" {
            own = attributes.text("styleId", prefixed: true)
            guard let own else { return }
            styles[own] = Style()
            let isStandard = attributes.text("default", prefixed: true) ?? "0"
            if isStandard == "1" || isStandard == "true",
                attributes.text("type", prefixed: true) == "paragraph"
            {
                standard = own
            }
        } else if let own {
            if name == "basedOn" { styles[own]?.parent = value() }
            if name == "numId" { styles[own]?.place.list = value().flatMap { Int($0) } }
            if name == "ilvl" { styles[own]?.place.level = value().flatMap { Int($0) } }
        }
    }

    override func end(_ name: XMLName) { if name == "style" { own = nil } }
}
