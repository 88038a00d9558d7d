package import Formulas
package import Quantities

/// A figure with its way back (溯源): value → formula → entries → source files.
///
/// A report prints figures only through one of these; what a person typed has one too, and says so.
package struct FigureTrace: Hashable, Sendable {
    /// 口径: what the figure is, such as `支出完成率` or `项目支出决算（劳模活动管理费）`.
    package let name: String
    package let value: TracedValue
    /// The formula as the pack has it; for typed figures, where the text stands.
    package let formula: String
    /// The arithmetic in one line: `支出决算 ÷ 支出预算 = 8393800.00元 ÷ 9383100.00元 = 89.46%`.
    package let arithmetic: String
    /// The entries that the formula read, one an aggregate, in the formula's order.
    package let entries: [EntryTrace]
    /// What a document states for it (核对数); nil where none was registered.
    package let stated: StatedFigure?
    /// The weakest basis of the figures that it was worked out from; nil where it reads entries alone.
    private let inheritedBasis: DataBasis?

    package init(
        name: String, value: TracedValue, formula: String, arithmetic: String,
        entries: [EntryTrace], stated: StatedFigure? = nil
    ) {
        self.name = name
        self.value = value
        self.formula = formula
        self.arithmetic = arithmetic
        self.entries = entries
        self.stated = stated
        inheritedBasis = nil
    }

    /// A figure that a rule worked out from others, such as the score of an indicator: it stands on
    /// their entries, and is as sure as the weakest of them.
    package init(
        name: String, value: TracedValue, formula: String, arithmetic: String,
        from inputs: [FigureTrace]
    ) {
        var seen: Set<EntryTrace> = []
        self.name = name
        self.value = value
        self.formula = formula
        self.arithmetic = arithmetic
        entries = inputs.flatMap(\.entries).filter { seen.insert($0).inserted }
        stated = nil
        inheritedBasis = inputs.map(\.basis).max() ?? .recorded
    }

    /// How sure the data behind the figure are: the weakest of its aggregates; a figure that a
    /// document states too stands on that, whatever its parts are.
    package var basis: DataBasis {
        stated?.agrees == true
            ? .recorded : inheritedBasis ?? entries.map(\.basis).max() ?? .recorded
    }

    package func with(stated: StatedFigure) -> FigureTrace {
        FigureTrace(
            name: name, value: value, formula: formula, arithmetic: arithmetic, entries: entries,
            stated: stated)
    }
}

/// A figure as a document states it (核对数), beside the one that the ledgers give.
package struct StatedFigure: Hashable, Sendable {
    /// `87.87%`
    package let text: String
    /// 出处.
    package let place: String
    /// Whether the computed figure, cut to the decimals stated, is the same.
    package let agrees: Bool

    package init(text: String, place: String, agrees: Bool) {
        self.text = text
        self.place = place
        self.agrees = agrees
    }
}

/// What a formula gave.
package enum TracedValue: Hashable, Sendable {
    case number(Fraction, MeasureUnit)
    /// A word or a name that the data decided, such as 减少.
    case text(String)
    case missing(reason: String)
    /// Such as a quotient by 0.
    case undefined(reason: String)

    package var number: Fraction? { if case .number(let value, _) = self { value } else { nil } }
}

/// What one aggregate of a formula read (分录溯源): not the rows, but what names them for certain.
package struct EntryTrace: Hashable, Sendable {
    package let ledger: String
    /// The aggregate as the formula has it, filter included.
    package let aggregate: String
    package let book: BookID
    package let periodStart: Day
    package let periodEnd: Day
    package let journalNumber: Int64
    package let rowCount: Int
    /// What the aggregate gave, with its unit; `缺数据` where nothing was kept.
    package let result: String
    /// SHA-256 over the rows that pass, in id order, in hexadecimal.
    package let digest: String
    /// Rows by what stands in their 依据 column; rows without one count as 原文.
    package let rowsByBasis: [DataBasis: Int]
    /// Where the rows came from, sorted.
    package let sources: [Source]

    package struct Source: Hashable, Sendable {
        package let file: String
        package let sheet: String
        package let rowCount: Int

        package init(file: String, sheet: String, rowCount: Int) {
            self.file = file
            self.sheet = sheet
            self.rowCount = rowCount
        }
    }

    package init(
        ledger: String, aggregate: String, book: BookID, periodStart: Day, periodEnd: Day,
        journalNumber: Int64, rowCount: Int, result: String, digest: String,
        rowsByBasis: [DataBasis: Int], sources: [Source]
    ) {
        self.ledger = ledger
        self.aggregate = aggregate
        self.book = book
        self.periodStart = periodStart
        self.periodEnd = periodEnd
        self.journalNumber = journalNumber
        self.rowCount = rowCount
        self.result = result
        self.digest = digest
        self.rowsByBasis = rowsByBasis
        self.sources = sources
    }

    /// The basis that all rows share; ``DataBasis/partlyAssumed`` where only some are assumed.
    package var basis: DataBasis {
        let assumed = rowsByBasis[.assumed, default: 0]
        if assumed > 0 { return assumed == rowCount ? .assumed : .partlyAssumed }
        let whole = [DataBasis.synthetic, .derived].first { rowsByBasis[$0] == rowCount }
        return rowCount == 0 ? .recorded : whole ?? .recorded
    }
}

/// Whether a figure stands on records or on more than that (数据依据), from firm to weak.
package enum DataBasis: String, Hashable, Sendable, CaseIterable, Comparable {
    /// 原文: the row says what its document says; what users leave blank counts as this.
    case recorded = "原文"
    /// 推算: follows from other figures.
    case derived = "推算"
    /// 合成: made up for a sample.
    case synthetic = "合成"
    /// Some of the rows are assumed.
    case partlyAssumed = "含假定"
    /// 假定: not stated anywhere; holds only if the assumption holds.
    case assumed = "假定"

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
