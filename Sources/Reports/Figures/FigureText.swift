package import Documents
import Formulas
package import Performance
import Quantities

/// Text with figures in it (含数字的文字): `"完成预算的\(rate, .percent)"`.
///
/// What stands in source code is the report's fixed wording; figures come in with their traces,
/// and what a person typed keeps its source.
package struct FigureText: Hashable, Sendable, ExpressibleByStringInterpolation {
    package enum Piece: Hashable, Sendable {
        case wording(String)
        case figure(FigureTrace, FigureFormat)
        /// A figure whose printed text is made elsewhere, such as 减少 or 8 分.
        case printed(String, FigureTrace)
        case typed(String, source: String)
    }

    package private(set) var pieces: [Piece]

    package init(stringLiteral text: String) { pieces = [.wording(text)] }
    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
    package init(_ pieces: [Piece]) { self.pieces = pieces }

    package init(_ text: NarrativeText) {
        pieces = text.pieces.map {
            switch $0 {
            case .typed(let typed): .typed(typed, source: text.source)
            case .figure(let trace, let format): .figure(trace, format)
            }
        }
    }

    package static func + (lhs: Self, rhs: Self) -> Self { Self(lhs.pieces + rhs.pieces) }
    package static func += (lhs: inout Self, rhs: Self) { lhs.pieces += rhs.pieces }

    package static func list(_ texts: [FigureText], separator: String) -> FigureText {
        var result = FigureText([])
        for (index, text) in texts.enumerated() {
            if index > 0 { result.pieces.append(.wording(separator)) }
            result += text
        }
        return result
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.wording(literal)) }
        }
        package mutating func appendInterpolation(_ wording: String) {
            if !wording.isEmpty { pieces.append(.wording(wording)) }
        }
        package mutating func appendInterpolation(
            _ trace: FigureTrace, _ format: FigureFormat = .amount
        ) {
            pieces.append(.figure(trace, format))
        }
        package mutating func appendInterpolation(printed text: String, _ trace: FigureTrace) {
            pieces.append(.printed(text, trace))
        }
        package mutating func appendInterpolation(_ text: FigureText) { pieces += text.pieces }
    }
}

extension FigureRegister {
    /// Turns text into runs, and registers each figure in it.
    package mutating func runs(_ text: FigureText, isBold: Bool = false) -> [WordRun] {
        var runs: [WordRun] = []
        var isAssumed = false
        for piece in text.pieces {
            if case .wording(let wording) = piece {
                runs.append(WordRun(isAssumed ? Self.marked(wording) : wording))
                isAssumed = false
                continue
            }
            if isAssumed { runs.append(WordRun(Self.assumed)) }
            isAssumed = piece.isAssumed
            switch piece {
            case .wording: break
            case .figure(let trace, let format): runs.append(run(format.text(trace.value), trace))
            case .printed(let text, let trace): runs.append(run(text, trace))
            case .typed(let typed, let source): runs += typedRuns(typed, source: source)
            }
        }
        if isAssumed { runs.append(WordRun(Self.assumed)) }
        return runs.map { run in
            var run = run
            run.isBold = isBold
            return run
        }
    }

    /// Said wherever such a figure is shown in a sentence: it holds only if the assumption does.
    private static let assumed = "（假定）"

    /// The wording behind an assumed figure, the mark after the figure's unit.
    private static func marked(_ wording: String) -> String {
        let unit = ["万元", "人次", "人", "次", "户", "项"].first { wording.hasPrefix($0) } ?? ""
        return unit + assumed + wording.dropFirst(unit.count)
    }

    /// Registers the digits in a typed passage as what they are: typed by a person.
    private mutating func typedRuns(_ text: String, source: String) -> [WordRun] {
        var runs: [WordRun] = []
        var (wording, digits) = ("", "")
        func isPart(_ scalar: Unicode.Scalar) -> Bool {
            ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
                || (!digits.isEmpty && [".", "%", "％", ","].contains(scalar))
        }
        for scalar in text.unicodeScalars {
            if isPart(scalar) {
                if digits.isEmpty, !wording.isEmpty {
                    runs.append(WordRun(wording))
                    wording = ""
                }
                digits.unicodeScalars.append(scalar)
            } else {
                if !digits.isEmpty {
                    runs.append(typedRun(digits, source: source))
                    digits = ""
                }
                wording.unicodeScalars.append(scalar)
            }
        }
        if !digits.isEmpty { runs.append(typedRun(digits, source: source)) }
        if !wording.isEmpty { runs.append(WordRun(wording)) }
        return runs
    }

    private mutating func typedRun(_ digits: String, source: String) -> WordRun {
        run(
            digits,
            FigureTrace(
                name: PrintedFigure.typedName, value: .text(digits), formula: source,
                arithmetic: "", entries: []))
    }
}

extension FigureText.Piece {
    /// Whether it is a figure in a sentence that holds only by an assumption.
    fileprivate var isAssumed: Bool {
        if case .figure(let trace, _) = self { trace.basis == .assumed } else { false }
    }
}
