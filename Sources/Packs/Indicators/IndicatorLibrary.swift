import Performance

/// The indicator library (指标库): sets of good indicators by kind of work, with search.
package struct IndicatorLibrary: Sendable {
    package let works: [IndicatorWork]

    package var indicators: [LibraryIndicator] { works.flatMap(\.indicators) }

    /// Reads the built-in library from `indicators/*.yaml`.
    ///
    /// - Throws: ``PackError`` where a file is absent or a definition contradicts another.
    package static func builtIn() throws(PackError) -> IndicatorLibrary {
        var files: [PackText] = []
        for file in try PackResources.files(in: "indicators") {
            files.append(PackText(file: file, text: try PackResources.text(of: file)))
        }
        return try IndicatorLibrary(reading: files)
    }

    package init(reading files: [PackText]) throws(PackError) {
        var works: [IndicatorWork] = []
        for file in files {
            let reader = try IndicatorWorkReader(reading: file)
            for (place, work) in try reader.works() {
                guard !works.contains(where: { $0.name == work.name })
                else { throw place.refusal("工作类别“\(work.name)”已有定义", remedy: "换一个名称，或并入已有的类别") }
                works.append(work)
            }
        }
        self.works = works
    }

    /// The kinds of work that a project's name speaks of, the best first.
    ///
    /// A kind counts the characters of its keywords that stand in the name, so that a longer word
    /// weighs more than a short one.
    package func works(for project: String) -> [IndicatorWork] {
        let ranked = works.map { work in
            (work: work, weight: Self.weight(of: work.keywords + [work.name], in: project))
        }
        return ranked.enumerated().filter { $0.element.weight > 0 }
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element.work)
    }

    /// Indicators whose name, formula or kind of work holds every word of the question.
    package func search(_ question: String) -> [LibraryIndicator] {
        let words = question.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return [] }
        return indicators.filter { indicator in
            let texts = [
                indicator.name, indicator.formula, indicator.work, indicator.level.rawValue,
            ]
            return words.allSatisfy { word in texts.contains { $0.contains(word) } }
        }
    }

    private static func weight(of words: [String], in text: String) -> Int {
        words.reduce(0) { text.contains($1) ? $0 + $1.count : $0 }
    }
}
