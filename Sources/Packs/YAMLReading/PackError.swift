/// Why a definition file is refused: the place, what stands there, and what to do.
package struct PackError: Error, Hashable, Sendable {
    /// The file's name inside its pack: `schemes/national-2013-default.yaml`.
    package let file: String
    /// 1-based; nil where the whole file is meant.
    package let line: Int?
    /// The key path: `dimensions[0].points`; empty at the top.
    package let path: String
    /// What is wrong, a Chinese clause without full stop.
    package let problem: String
    /// What to do, a Chinese clause without full stop.
    package let remedy: String

    package init(file: String, line: Int?, path: String, problem: String, remedy: String) {
        self.file = file
        self.line = line
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }

    /// `schemes/a.yaml 第3行 dimensions[0].points：…。请…。`
    package var message: String {
        let place = [file, line.map { "第\($0)行" }, path.isEmpty ? nil : path]
            .compactMap { $0 }.joined(separator: " ")
        return "\(place)：\(problem)。请\(remedy)。"
    }
}

extension PackError: CustomStringConvertible {
    package var description: String { message }
}
