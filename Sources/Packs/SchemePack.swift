package import Formulas
package import Performance

/// The evaluation schemes (评价方案) of a pack: built-in ones, or files that a user brings.
package struct SchemePack: Sendable {
    /// Schemes of a department's whole expenditure, sorted by id.
    package let schemes: [ScoringScheme]
    /// Schemes of project self-evaluation, sorted by id.
    package let projectSchemes: [ProjectScoringScheme]

    /// Reads the built-in schemes from `schemes/*.yaml`.
    ///
    /// - Parameter vocabulary: ledgers and measures that the schemes' formulas may name.
    /// - Throws: ``PackError`` where a file is absent or a definition contradicts itself.
    package static func builtIn(_ vocabulary: Vocabulary) throws(PackError) -> SchemePack {
        var files: [PackText] = []
        for file in try PackResources.files(in: "schemes") {
            files.append(PackText(file: file, text: try PackResources.text(of: file)))
        }
        return try SchemePack(reading: files, vocabulary)
    }

    /// Reads definitions, one a file; ids are unique over all of them.
    package init(reading files: [PackText], _ vocabulary: Vocabulary) throws(PackError) {
        var schemes: [ScoringScheme] = []
        var projectSchemes: [ProjectScoringScheme] = []
        var ids: Set<String> = []
        for file in files {
            let value = try YAMLValue(text: file.text, file: file.file)
            let top = try value.mapping(SchemeHead.keys + ["dimensions", "parameters"])
            let head = try SchemeHead(reading: top)
            guard ids.insert(head.id).inserted else {
                throw try top.require("scheme").refusal("方案“\(head.id)”已有定义", remedy: "换一个编号")
            }
            switch (top["dimensions"], top["parameters"]) {
            case (let dimensions?, nil):
                let reader = SchemeReader(formulas: FormulaReader(vocabulary: vocabulary))
                schemes.append(try reader.scheme(head, dimensions))
            case (nil, let parameters?):
                let reader = ProjectParametersReader(head: head)
                projectSchemes.append(
                    ProjectScoringScheme(
                        id: head.id, version: head.version, name: head.name, source: head.source,
                        parameters: try reader.parameters(parameters)))
            default:
                throw value.refusal(
                    "方案应有dimensions或parameters之一", remedy: "部门整体方案写dimensions，项目自评方案写parameters")
            }
        }
        self.schemes = schemes.sorted { $0.id < $1.id }
        self.projectSchemes = projectSchemes.sorted { $0.id < $1.id }
    }

    package func scheme(_ id: String) -> ScoringScheme? { schemes.first { $0.id == id } }

    package func projectScheme(_ id: String) -> ProjectScoringScheme? {
        projectSchemes.first { $0.id == id }
    }
}

/// A versioned scheme of project self-evaluation (项目支出自评方案).
package struct ProjectScoringScheme: Hashable, Sendable {
    package let id: String
    package let version: String
    package let name: String
    package let source: RuleSource
    package let parameters: ProjectScoringParameters
}
