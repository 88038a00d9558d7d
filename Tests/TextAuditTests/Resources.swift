import Foundation

/// The files that stand beside the tests (测试资料).
enum Resources {
    enum Failure: Error {
        case missing(String)
    }

    static func url(_ name: String) throws -> URL {
        guard
            let url = Bundle.module.url(
                forResource: "Resources/\(name)", withExtension: nil)
        else { throw Failure.missing(name) }
        return url
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: url(name), encoding: .utf8)
    }

    /// Reads a file of JSON lines.
    static func lines<Line: Decodable>(_ name: String, of type: Line.Type) throws -> [Line] {
        try text(name).split(separator: "\n").map {
            try JSONDecoder().decode(type, from: Data($0.utf8))
        }
    }
}
