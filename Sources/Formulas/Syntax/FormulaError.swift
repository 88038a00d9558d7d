package import Quantities

/// Why a formula is refused, and where.
package struct FormulaError: Error, Hashable, Sendable {
    /// What is wrong; the words are in ``FormulaError/message``.
    package enum Problem: Hashable, Sendable {
        // Reading
        case empty
        case tooLong
        case tooManyNodes
        case nestedTooDeep
        case unexpectedCharacter(String)
        case unterminatedText
        case unterminatedName
        case emptyName
        case malformedNumber(String)
        case numberTooLong
        case dayWithSeparators(String, day: String)
        case incompleteDay(String)
        case noSuchDay(String)
        case unknownUnit(String)
        /// `found` is empty at the formula's end.
        case unexpected(found: String, expected: String)
        case chainedComparison
        case unknownFunction(String, nearest: String?)
        case wrongArgumentCount(String, expected: Int, found: Int)

        // Names
        case unknownLedger(String, nearest: String?)
        case unknownColumn(String, ledger: String, nearest: String?)
        case unknownName(String, nearest: String?)
        case ledgerAsName(String)
        case columnOutsideFilter(String, ledger: String)
        case unitAsName(String)
        case nameTaken(String)
        case cycle([String])

        // Records
        case unknownField(String, record: String, nearest: String?)
        case aggregateInRecord(record: String)
        case yearsInRecord(String)
        case recordsOnly(String)

        // Types and units
        case mixedUnits(MeasureUnit, MeasureUnit, operation: String)
        case unitMissing(MeasureUnit)
        case wrongType(expected: FormulaType, found: FormulaType)
        case notComparable(FormulaType, FormulaType)
        case truthHasNoOrder
        case declaredUnitDiffers(declared: MeasureUnit, found: MeasureUnit)
        case declaredUnitOfNoNumber(FormulaType)
        case roundingDigits

        // Aggregates and filters
        case aggregateWithoutColumn(AggregateFunction, ledger: String)
        case countOfColumn(ledger: String, column: String)
        case columnOfWrongType(AggregateFunction, column: String)
        case nestedAggregate
        case aggregateInFilter
        case measureInFilter(String)
        case arithmeticInFilter
        case callInFilter(String)
        case nestedComparisonInFilter
        case differentScales(String, String)

        // Cost
        case expandedTooLarge
        case yearsNestedTooDeep
        case monthsNested
    }

    package let problem: Problem
    /// The formula's text.
    package let text: String
    /// Where it is wrong, in Unicode scalars from the text's start.
    package let offset: Int
    /// How many scalars are wrong; 0 where something lacks.
    package let length: Int
    /// The measure (口径) whose formula it is; nil for a formula of no name.
    package var measure: String?

    init(_ problem: Problem, in text: String, at range: Range<Int>, measure: String? = nil) {
        self.problem = problem
        self.text = text
        self.measure = measure
        offset = range.lowerBound
        length = range.count
    }

    /// The line, from 1.
    package var line: Int { text.unicodeScalars.prefix(offset).count { $0 == "\n" } + 1 }
    /// The place in the line, from 1, in Unicode scalars.
    package var column: Int { linePrefix.count + 1 }

    private var linePrefix: [Unicode.Scalar] {
        Array(text.unicodeScalars.prefix(offset).reversed().prefix { $0 != "\n" }.reversed())
    }

    /// What is wrong, where, and what to write instead; with the line and a `^` under the place.
    package var message: String {
        let place = "第 \(line) 行第 \(column) 个字：\(explanation)"
        let head = measure.map { "口径“\($0)”的公式，\(place)" } ?? place
        guard !text.isEmpty else { return head }
        return head + "\n" + excerpt
    }

    /// The line with a `^` under the place; a long line is cut to 40 scalars before and after.
    private var excerpt: String {
        var before = linePrefix
        var after = Array(text.unicodeScalars.dropFirst(offset).prefix { $0 != "\n" })
        let reach = 40
        if before.count > reach { before = ["…"] + before.suffix(reach) }
        if after.count > reach { after = after.prefix(reach) + ["…"] }
        let line = (before + after).map { $0.properties.isWhitespace ? " " : $0 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: line)
        let width = before.reduce(0) { $0 + $1.displayWidth }
        return String(view) + "\n" + String(repeating: " ", count: width) + "^"
    }
}

extension Unicode.Scalar {
    /// Columns on a terminal: 2 for a Chinese character or full-width sign, 0 for a mark on another.
    var displayWidth: Int {
        if properties.isGraphemeExtend { return 0 }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
