import Quantities

/// Reads tokens into a tree by the formula grammar; its nesting is bounded.
struct Parser {
    let text: String
    let tokens: [Token]
    private var index = 0
    private var nodes = 0
    private var nesting = 0

    init(text: String, tokens: [Token]) {
        self.text = text
        self.tokens = tokens
    }

    mutating func formula() throws(FormulaError) -> Expression {
        guard current.kind != .end else { throw error(.empty) }
        let root = try expression()
        guard current.kind == .end else { throw unexpected("运算符，或公式到此结束") }
        return root
    }

    // MARK: Operators, the loosest first

    private mutating func expression() throws(FormulaError) -> Expression {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Formula.Limit.nesting else { throw error(.nestedTooDeep) }
        var left = try conjunction()
        while take(.or) {
            let right = try conjunction()
            left = try node(.logic(.or, left, right), left, right)
        }
        return left
    }

    private mutating func conjunction() throws(FormulaError) -> Expression {
        var left = try negation()
        while take(.and) {
            let right = try negation()
            left = try node(.logic(.and, left, right), left, right)
        }
        return left
    }

    private mutating func negation() throws(FormulaError) -> Expression {
        let start = current.range.lowerBound
        guard take(.not) else { return try comparison() }
        let operand = try comparison()
        return try node(.not(operand), from: start, depth: operand.depth)
    }

    private mutating func comparison() throws(FormulaError) -> Expression {
        let left = try sum()
        if let relation = takeRelation() {
            let right = try sum()
            if peekRelation != nil { throw error(.chainedComparison) }
            return try node(.comparison(relation, left, right), left, right)
        }
        let isNegated = keyword == .not && keyword(after: 1) == .in
        if isNegated { index += 1 }
        guard take(.in) else { return left }
        try expect(.open)
        var items = [try literal()]
        while take(.comma) { items.append(try literal()) }
        try expect(.close, or: "逗号")
        nodes += items.count
        return try node(
            .membership(left, items, isNegated: isNegated), from: left.range.lowerBound,
            depth: left.depth)
    }

    private mutating func sum() throws(FormulaError) -> Expression {
        var left = try product()
        while let sign = take(.plus) ? ArithmeticOperator.plus : take(.minus) ? .minus : nil {
            let right = try product()
            left = try node(.arithmetic(sign, left, right), left, right)
        }
        return left
    }

    private mutating func product() throws(FormulaError) -> Expression {
        var left = try signed()
        while let sign = take(.times) ? ArithmeticOperator.times : take(.divide) ? .divide : nil {
            let right = try signed()
            left = try node(.arithmetic(sign, left, right), left, right)
        }
        return left
    }

    private mutating func signed() throws(FormulaError) -> Expression {
        let start = current.range.lowerBound
        guard take(.minus) else { return try atom() }
        let operand = try atom()
        return try node(.negated(operand), from: start, depth: operand.depth)
    }

    // MARK: Atoms

    private mutating func atom() throws(FormulaError) -> Expression {
        let start = current
        switch start.kind {
        case .literal:
            let placed = try literal()
            return try node(.literal(placed.literal), from: start.range.lowerBound, depth: 0)
        case .name where keyword == .true || keyword == .false:
            let placed = try literal()
            return try node(.literal(placed.literal), from: start.range.lowerBound, depth: 0)
        case .sign(.open):
            index += 1
            let inner = try expression()
            try expect(.close, or: "运算符")
            return inner
        case .name where keyword == .tiers: return try tiers()
        case .name where keyword != nil: throw unexpected(Self.operand)
        case .name(let name, let isQuoted):
            index += 1
            if !isQuoted, current.kind == .sign(.open) { return try call(name, start) }
            return try node(.name(name), from: start.range.lowerBound, depth: 0)
        case .sign, .end: throw unexpected(Self.operand)
        }
    }

    private static let operand = "数、口径名、汇总或左括号"

    private mutating func call(_ name: String, _ start: Token) throws(FormulaError) -> Expression {
        if let function = AggregateFunction(rawValue: name.lowercased()) {
            return try aggregate(function, from: start.range.lowerBound)
        }
        guard let function = FormulaFunction(rawValue: name.lowercased()) else {
            throw FormulaError(
                .unknownFunction(name, nearest: Spelling.nearest(to: name, among: Self.functions)),
                in: text, at: start.range)
        }
        try expect(.open)
        var arguments = [try expression()]
        while take(.comma) { arguments.append(try expression()) }
        try expect(.close, or: "逗号")
        guard arguments.count == function.argumentCount else {
            throw FormulaError(
                .wrongArgumentCount(
                    name, expected: function.argumentCount, found: arguments.count),
                in: text, at: start.range)
        }
        return try node(
            .call(function, arguments), from: start.range.lowerBound,
            depth: arguments.map(\.depth).max() ?? 0)
    }

    private static let functions =
        AggregateFunction.allCases.map(\.rawValue) + FormulaFunction.allCases.map(\.rawValue)
        + ["tiers"]

    private mutating func aggregate(
        _ function: AggregateFunction, from start: Int
    ) throws(FormulaError) -> Expression {
        try expect(.open)
        let ledger = try name("台账名")
        if current.kind == .sign(.open),
            AggregateFunction(rawValue: ledger.name.lowercased()) != nil
        {
            throw FormulaError(.nestedAggregate, in: text, at: ledger.range)
        }
        let column = take(.dot) ? try name("字段名") : nil
        let filter = take(.semicolon) ? try expression() : nil
        try expect(.close, or: filter == nil ? column == nil ? "“.”或“;”" : "“;”" : "运算符")
        nodes += column == nil ? 0 : 1
        return try node(
            .aggregate(.init(function: function, ledger: ledger, column: column, filter: filter)),
            from: start, depth: filter?.depth ?? 0)
    }

    private mutating func tiers() throws(FormulaError) -> Expression {
        let start = current.range.lowerBound
        index += 1
        try expect(.open)
        let value = try expression()
        var steps: [Expression.Tier] = []
        try expect(.semicolon)
        while keyword != .else {
            guard let relation = takeRelation()
            else { throw unexpected("比较符（如 >=）或 else") }
            let limit = try literal()
            try expect(.colon)
            steps.append(.init(relation: relation, limit: limit, value: try literal()))
            try expect(.semicolon)
        }
        guard !steps.isEmpty else { throw unexpected("至少一档，如 >= 95% : 1") }
        index += 1
        let otherwise = try literal()
        try expect(.close)
        nodes += 2 * steps.count + 1
        return try node(
            .tiers(value, steps, otherwise: otherwise), from: start, depth: value.depth)
    }

    private mutating func name(_ expected: String) throws(FormulaError) -> Expression.PlacedName {
        guard case .name(let name, let isQuoted) = current.kind, isQuoted || keyword == nil
        else { throw unexpected(expected) }
        index += 1
        return .init(name: name, range: tokens[index - 1].range)
    }

    /// Reads a literal, a negative number too.
    private mutating func literal() throws(FormulaError) -> PlacedLiteral {
        let start = current.range.lowerBound
        let isNegative = take(.minus)
        let token = current
        switch token.kind {
        case .literal(.number(let value, let unit, let isBare)):
            index += 1
            return PlacedLiteral(
                literal: .number(isNegative ? value.negated : value, unit, isBare: isBare),
                range: start..<token.range.upperBound)
        case .literal(let literal) where !isNegative:
            index += 1
            return PlacedLiteral(literal: literal, range: token.range)
        case .name where !isNegative && (keyword == .true || keyword == .false):
            index += 1
            return PlacedLiteral(
                literal: .truth(keyword(after: -1) == .true), range: token.range)
        default: throw unexpected(isNegative ? "数" : "固定值（数、文字、日期、true 或 false）")
        }
    }

    // MARK: Tokens

    private var current: Token { tokens[min(index, tokens.count - 1)] }

    /// The keyword at the current token; nil for anything else.
    private var keyword: Keyword? { keyword(after: 0) }

    private func keyword(after distance: Int) -> Keyword? {
        guard tokens.indices.contains(index + distance),
            case .name(let name, isQuoted: false) = tokens[index + distance].kind
        else { return nil }
        return Keyword(name)
    }

    private mutating func take(_ word: Keyword) -> Bool {
        guard keyword == word else { return false }
        index += 1
        return true
    }

    private mutating func take(_ sign: Sign) -> Bool {
        guard current.kind == .sign(sign) else { return false }
        index += 1
        return true
    }

    private var peekRelation: Relation? {
        guard case .sign(let sign) = current.kind else { return nil }
        return Relation(rawValue: sign.rawValue)
    }

    private mutating func takeRelation() -> Relation? {
        guard let relation = peekRelation else { return nil }
        index += 1
        return relation
    }

    private mutating func expect(_ sign: Sign, or other: String? = nil) throws(FormulaError) {
        guard take(sign) else {
            throw unexpected((other.map { "\($0)，或" } ?? "") + "“\(sign.rawValue)”")
        }
    }

    // MARK: Nodes and errors

    private mutating func node(
        _ kind: Expression.Kind, _ left: Expression, _ right: Expression
    ) throws(FormulaError) -> Expression {
        try node(kind, from: left.range.lowerBound, depth: max(left.depth, right.depth))
    }

    private mutating func node(
        _ kind: Expression.Kind, from start: Int, depth: Int
    ) throws(FormulaError) -> Expression {
        nodes += 1
        let range = start..<tokens[index - 1].range.upperBound
        guard nodes <= Formula.Limit.nodes
        else { throw FormulaError(.tooManyNodes, in: text, at: range) }
        guard depth < Formula.Limit.depth
        else { throw FormulaError(.nestedTooDeep, in: text, at: range) }
        return Expression(kind: kind, range: range, depth: depth + 1)
    }

    private func error(_ problem: FormulaError.Problem) -> FormulaError {
        FormulaError(problem, in: text, at: current.range)
    }

    private func unexpected(_ expected: String) -> FormulaError {
        let scalars = Array(text.unicodeScalars)[current.range]
        var found = String.UnicodeScalarView()
        found.append(contentsOf: scalars)
        return error(.unexpected(found: String(found), expected: expected))
    }
}
