package import Documents
import Formulas
package import Performance
import Quantities

/// The figures a document prints (数字登记), numbered in the order of printing.
///
/// Composers get their runs here and nowhere else, so that no figure is printed without its trace.
package struct FigureRegister: Sendable {
    package private(set) var figures: [PrintedFigure] = []

    package init() {}

    /// Registers a figure and returns the run that prints it.
    package mutating func run(_ text: String, _ trace: FigureTrace) -> WordRun {
        let number = String(figures.count + 1)
        let id = "R" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        figures.append(PrintedFigure(id: id, text: text, trace: trace))
        return WordRun(text, figureID: id)
    }
}

/// One figure as it stands in a document.
package struct PrintedFigure: Hashable, Sendable {
    /// `R0012`; also the bookmark around it.
    package let id: String
    /// The text as printed, without its unit: `89.46%`, `839.38`, `减少`.
    package let text: String
    package let trace: FigureTrace
}
