package import Performance

/// The ledger definitions (台账定义) of a pack, in the order of their files.
package struct LedgerPack: Sendable {
    package let ledgers: [LedgerDefinition]

    /// Reads the built-in ledgers from `ledgers/*.yaml`.
    ///
    /// - Throws: ``PackError`` where a file is absent or a definition contradicts itself.
    package static func builtIn() throws(PackError) -> LedgerPack {
        let common = "ledgers/common.yaml"
        var files: [PackText] = []
        for file in try PackResources.files(in: "ledgers") where file != common {
            files.append(PackText(file: file, text: try PackResources.text(of: file)))
        }
        return try LedgerPack(
            reading: files, common: PackText(file: common, text: try PackResources.text(of: common))
        )
    }

    /// Reads definitions, one a file; `common` holds the columns and lists of choices they share.
    package init(reading files: [PackText], common: PackText) throws(PackError) {
        let reader = LedgerReader(common: try LedgerCommons(reading: common))
        var ledgers: [LedgerDefinition] = []
        for file in files {
            let value = try YAMLValue(text: file.text, file: file.file)
            let ledger = try reader.ledger(value)
            guard !ledgers.contains(where: { $0.name == ledger.name })
            else { throw value.refusal("台账“\(ledger.name)”已有定义", remedy: "换一个名称") }
            guard !ledgers.contains(where: { $0.table == ledger.table })
            else { throw value.refusal("表名“\(ledger.table)”已被使用", remedy: "换一个表名") }
            ledgers.append(ledger)
        }
        self.ledgers = ledgers
    }

    package func ledger(named name: String) -> LedgerDefinition? {
        ledgers.first { $0.name == name }
    }
}

/// The text of one definition file, with the name that errors call it by.
package struct PackText: Hashable, Sendable {
    package let file: String
    package let text: String

    package init(file: String, text: String) {
        self.file = file
        self.text = text
    }
}
