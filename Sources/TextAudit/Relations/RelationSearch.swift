import Performance

/// Finds the relations between the figures of one text (关系识别).
///
/// Each finder looks for one construction and tries what its words allow. A relation that some
/// reading of the words fulfils holds; one that none fulfils is a finding only where the words
/// state it clearly, or where a single slip of the pen explains the failure.
struct RelationSearch: ~Copyable {
    var reading = Reading()
    var relations: ContiguousArray<Relation> = []
    /// The operands of all relations.
    var pool: ContiguousArray<Int32> = []
    /// For each figure: the total of the list in which it is a part; −1 for none.
    var wholes: ContiguousArray<Int32> = []
    /// For each level: its change against last year and against the budget; −1 for none.
    var priorChange: ContiguousArray<Int32> = []
    var budgetChange: ContiguousArray<Int32> = []
    /// For each level: whether it is told to be 持平.
    var isUnchanged: ContiguousArray<Bool> = []
    /// For each share and completion: the whole it was found to be of; −1 for none.
    var bases: ContiguousArray<Int32> = []
    /// For each figure: the bytes that name it.
    var labels: ContiguousArray<Range<Int>> = []
    /// Shares that agree with a pair that only stands near.
    var tentative: ContiguousArray<Int32> = []
    /// Levels by the hash of their labels.
    var named: ContiguousArray<Named> = []
    /// For each change: whether it was settled as the sum of others.
    var isChangeSum: ContiguousArray<Bool> = []
    var parts = PartList()
    var table = Table()
    var parameters = AuditParameters()

    mutating func search(_ text: UnsafeBufferPointer<UInt8>) {
        reading.read(text)
        relations.removeAll(keepingCapacity: true)
        pool.removeAll(keepingCapacity: true)
        let count = reading.lexer.figures.count
        Self.reset(&wholes, count, -1)
        Self.reset(&priorChange, count, -1)
        Self.reset(&budgetChange, count, -1)
        isChangeSum.removeAll(keepingCapacity: true)
        isChangeSum.append(contentsOf: repeatElement(false, count: count))
        isUnchanged.removeAll(keepingCapacity: true)
        isUnchanged.append(contentsOf: repeatElement(false, count: count))
        trimLabels()
        guard count > 1 else { return }
        attachChanges()
        findSums()
        findRuns()
        findBatches()
        findChangeSums()
        findOffsets()
        findRates()
        findShareSums()
        findWholeShares()
        findRespectiveShares()
        findBalances()
        findCarriedOver()
        findNetAssets()
        findAdjustments()
        findFlows()
        findSplits()
        findClasses()
        findFromTo()
        findYearPairs()
        findMultiples()
        findRemainders()
        findRests()
        findStructures()
        findPercentSums()
        findScores()
        findRestated()
        findYearTotals()
        findWhollyTold()
        findRepeats()
        findTogether()
        findTotalsTold()
        findTables()
        findFormulas()
        findEchoes()
    }

    private static func reset(_ array: inout ContiguousArray<Int32>, _ count: Int, _ value: Int32) {
        array.removeAll(keepingCapacity: true)
        array.append(contentsOf: repeatElement(value, count: count))
    }

    // MARK: Reach

    // A text of a hundred thousand figures without a full stop takes no longer for each of them
    // than any other: every search ends after so many figures or tokens, whatever it looks for.

    /// The most figures of a sentence that are looked at from one of them.
    static let reach: Int32 = 150
    /// The most figures that are looked back at for what was told pages before.
    static let farReach: Int32 = 1500
    /// The most tokens of a sentence that are looked at.
    static let tokenReach = 1500

    /// The first figure that a search within the sentence looks back at.
    @inline(__always)
    func nearest(before index: Int32) -> Int32 { max(index - Self.reach, 0) }

    /// The figure before which a search within the sentence ends.
    @inline(__always)
    func nearest(behind index: Int32) -> Int32 { min(index + Self.reach, figureCount) }

    /// The first figure that a search through the text looks back at.
    @inline(__always)
    func farthest(before index: Int32) -> Int32 { max(index - Self.farReach, 0) }

    /// The token before which a search forward ends.
    @inline(__always)
    func tokenEnd(behind place: Int) -> Int { min(place + Self.tokenReach, tokenCount) }

    // MARK: Looking things up

    @inline(__always)
    func figure(_ index: Int32) -> Figure { reading.lexer.figures[Int(index)] }

    @inline(__always)
    func statement(_ index: Int32) -> Statement { reading.statements[Int(index)] }

    @inline(__always)
    func token(_ index: Int) -> Token { reading.lexer.tokens[index] }

    var tokenCount: Int { reading.lexer.tokens.count }
    var figureCount: Int32 { Int32(reading.lexer.figures.count) }

    // MARK: Noting relations

    mutating func note(
        _ shape: Relation.Shape, _ clarity: Relation.Clarity, _ verdict: FindingVerdict,
        stated: Int32, _ first: Int32, _ second: Int32 = -1, direction: Int8 = 0,
        isSlip: Bool = false
    ) {
        let start = Int32(pool.count)
        if first >= 0 { pool.append(first) }
        if second >= 0 { pool.append(second) }
        relations.append(
            Relation(
                shape: shape, clarity: clarity, verdict: verdict, stated: stated,
                firstOperand: start, operandCount: Int32(pool.count) - start,
                direction: direction, isSlip: isSlip))
    }
}
