package import Quantities

/// What an office file says of itself (文档属性): nothing of it comes from a clock or a machine.
package struct DocumentProperties: Hashable, Sendable {
    package var title: String
    /// 编制单位 or the program's name; empty writes none.
    package var creator: String
    /// Stands as created and as modified, at 00:00 UTC.
    package var day: Day
    /// Custom properties (自定义属性), such as the journal's head, in the order given.
    package var custom: [CustomProperty]

    package init(title: String, creator: String = "", day: Day, custom: [CustomProperty] = []) {
        self.title = title
        self.creator = creator
        self.day = day
        self.custom = custom
    }
}

/// One custom property: a name, unique in its document, and a text.
package struct CustomProperty: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
