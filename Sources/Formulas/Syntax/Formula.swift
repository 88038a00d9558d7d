/// A parsed formula (公式): its text and the tree that the grammar gives it.
///
/// Names are not looked up yet; ``Vocabulary/check(_:)-(Formula)`` does that.
package struct Formula: Hashable, Sendable {
    package let text: String
    let root: Expression

    /// What bounds the cost of a formula; each limit itself is still allowed.
    package enum Limit {
        package static let characters = 10_000
        package static let nodes = 1000
        /// How deep brackets and operators may nest, a chain `a + b + c` counting one a sign.
        package static let depth = 200
        /// How deep brackets, `not` and calls may nest while reading.
        package static let nesting = 60
        package static let digits = 18
        /// Nodes of a formula with all its measures written out, each once for each period it is wanted for.
        package static let expandedNodes = 20_000
        package static let expandedDepth = 600
        /// How many 上年, 上年同期 may stand in one another, measures written out.
        package static let yearShifts = 3
    }

    /// Reads a formula.
    ///
    /// - Throws: ``FormulaError`` at the first character that fits no formula.
    package init(parsing text: String) throws(FormulaError) {
        var parser = Parser(text: text, tokens: try Lexer.tokens(of: text))
        self.text = text
        root = try parser.formula()
    }
}
