extension Reading {
    /// All figures, as the outside sees them.
    func textFigures() -> [TextFigure] {
        var result: [TextFigure] = []
        result.reserveCapacity(lexer.figures.count)
        for index in lexer.figures.indices {
            if let figure = TextFigure(lexer.figures[index], in: self) { result.append(figure) }
        }
        return result
    }
}

extension TextFigure {
    /// A figure of the reading as the outside sees it; nil for names such as 第3名 and A1.
    init?(_ figure: Figure, in reading: borrowing Reading) {
        guard !figure.marks.contains(.name) || figure.kind == .date else { return nil }
        let digits = String(figure.mantissa)
        var value = digits
        if figure.decimals > 0 {
            let decimals = Int(figure.decimals)
            if value.count <= decimals {
                value = String(repeating: "0", count: decimals + 1 - value.count) + value
            }
            value.insert(".", at: value.index(value.endIndex, offsetBy: -decimals))
        }
        self.init(
            kind: Self.kind(figure), value: (figure.isNegative ? "-" : "") + value,
            unit: reading.string(figure.digitsEnd, figure.end).filter { !$0.isWhitespace },
            precision: Int(figure.decimals),
            qualifier: Self.qualifier(before: figure, in: reading) ?? Self.qualifier(figure.marks),
            range: reading.text.original(Int(figure.start)..<Int(figure.end)))
    }

    private static func kind(_ figure: Figure) -> Kind {
        switch figure.kind {
        case .amount: .amount
        case .percent, .points: .percent
        case .score: .score
        case .year, .date: .dateYear
        case .count, .number: figure.marks.contains(.inheritedUnit) ? .amount : .count
        }
    }

    private static func qualifier(_ marks: Figure.Marks) -> Qualifier? {
        if marks.contains(.atLeast) { return .atLeast }
        if marks.contains(.atMost) { return .atMost }
        if marks.contains(.over) { return .over }
        if marks.contains(.nearly) { return .nearly }
        if marks.contains(.under) { return .under }
        return marks.contains(.about) || marks.contains(.limit) ? .about : nil
    }
}
