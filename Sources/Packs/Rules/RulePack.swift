package import Performance

/// The rules of the program and of a district (规则包).
///
/// `rules/subjects/*.yaml` say what is judged, `rules/lexicon.yaml` the words, all other files rules.
package enum RulePack {
    /// Reads the built-in rules and, over them, a district's own files.
    ///
    /// A district's file may add subjects and rules; it sets a rule anew only where it says `override: true`.
    ///
    /// - Throws: ``PackError`` at the first definition that cannot be read.
    package static func book(district files: [PackText] = []) throws(PackError) -> RuleBook {
        var reader = try RuleBookReader(
            lexicon: LexiconReader.lexicon(try text("rules/lexicon.yaml")),
            quality: QualityParametersReader.parameters(try text("rules/quality-score.yaml")))
        for file in try PackResources.files(in: "rules/subjects") {
            try reader.add(subjectsOf: try text(file))
        }
        for file in try PackResources.files(in: "rules/catalogue") {
            try reader.add(try text(file))
        }
        for file in files { try reader.add(file) }
        return try reader.book()
    }

    private static func text(_ file: String) throws(PackError) -> PackText {
        PackText(file: file, text: try PackResources.text(of: file))
    }
}
