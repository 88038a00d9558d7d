import Formulas

/// A name that formulas can write without 「」: letters, digits and `_`, no keyword.
enum FormulaName {
    private static let keywords: Set = ["and", "or", "not", "in", "true", "false", "tiers", "else"]
    private static let longest = 40

    static func read(_ value: YAMLValue) throws(PackError) -> String {
        let name = try value.text()
        let scalars = name.unicodeScalars
        let isPlain = scalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
        }
        guard isPlain, let first = scalars.first, first.properties.isAlphabetic,
            scalars.count <= longest, !keywords.contains(name.lowercased())
        else {
            throw value.refusal(
                "“\(name)”不能用作名称", remedy: "只用汉字、字母、数字和下划线，以字开头，不超过\(longest)个字")
        }
        return name
    }
}

/// A name of a table or column that SQLite and PostgreSQL both take unquoted.
enum SQLName {
    private static let longest = 40
    /// Words that one of the two databases keeps for itself, as far as a definition may want them.
    private static let reserved: Set = [
        "all", "analyse", "analyze", "and", "any", "as", "asc", "between", "by", "case", "check",
        "collate", "column", "commit", "constraint", "create", "cross", "current_date", "default",
        "delete", "desc", "distinct", "do", "drop", "else", "end", "escape", "except", "exists",
        "false", "fetch", "for", "foreign", "from", "full", "glob", "grant", "group", "having",
        "in", "index", "initially", "inner", "insert", "intersect", "into", "is", "join", "key",
        "leading", "left", "like", "limit", "natural", "not", "null", "offset", "on", "only", "or",
        "order", "outer", "primary", "references", "returning", "right", "rowid", "select",
        "session_user", "set", "some", "symmetric", "table", "then", "to", "trailing",
        "transaction", "true", "union", "unique", "update", "user", "using", "values", "when",
        "where", "window", "with",
    ]

    static func read(_ value: YAMLValue) throws(PackError) -> String {
        let name = try value.text()
        let isPlain = name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
        }
        guard isPlain, let first = name.utf8.first, first >= UInt8(ascii: "a"),
            name.utf8.count <= longest
        else {
            throw value.refusal(
                "“\(name)”不能用作数据库中的名称", remedy: "只用小写字母、数字和下划线，以字母开头，不超过\(longest)个字符")
        }
        guard !reserved.contains(name)
        else { throw value.refusal("“\(name)”是数据库的保留字", remedy: "换一个名称") }
        return name
    }

    /// A column's name, which must not be one of the columns that every ledger table has.
    static func readColumn(_ value: YAMLValue) throws(PackError) -> String {
        let name = try read(value)
        guard CommonColumn(rawValue: name) == nil
        else { throw value.refusal("“\(name)”是每张台账表都有的列", remedy: "换一个名称") }
        return name
    }
}
