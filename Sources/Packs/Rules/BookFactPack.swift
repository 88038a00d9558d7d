/// How the facts of a rule's subject are taken from a book (勾稽核对取数): measures or formulas.
package struct BookSubject: Hashable, Sendable {
    /// Such as 部门收支.
    package let subject: String
    /// In the order of the file.
    package let facts: [Fact]
    /// Explanations that only a person can give: asked for, and not given by any ledger.
    package let asked: [String]

    package struct Fact: Hashable, Sendable {
        package let name: String
        package let formula: String
    }
}

/// The subjects that a book gives facts of.
package enum BookFactPack {
    /// Reads the built-in `rules/book-facts.yaml`.
    ///
    /// - Throws: ``PackError`` where the file is absent or contradicts itself.
    package static func builtIn() throws(PackError) -> [BookSubject] {
        let file = "rules/book-facts.yaml"
        return try subjects(PackText(file: file, text: try PackResources.text(of: file)))
    }

    static func subjects(_ text: PackText) throws(PackError) -> [BookSubject] {
        let top = try YAMLValue(text: text.text, file: text.file).mapping(["subjects"])
        var subjects: [BookSubject] = []
        for item in try top.require("subjects").nonEmptyList() {
            let mapping = try item.mapping(["subject", "facts", "asked"])
            var facts: [BookSubject.Fact] = []
            for value in try mapping.require("facts").nonEmptyList() {
                let fact = try value.mapping(["fact", "formula"])
                let name = try fact.require("fact").text()
                guard !facts.contains(where: { $0.name == name })
                else { throw value.refusal("事实“\(name)”重复", remedy: "删去一个") }
                facts.append(.init(name: name, formula: try fact.require("formula").text()))
            }
            subjects.append(
                BookSubject(
                    subject: try mapping.require("subject").text(), facts: facts,
                    asked: try mapping["asked"]?.texts() ?? []))
        }
        return subjects
    }
}
