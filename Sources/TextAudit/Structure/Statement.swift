/// What a figure says in its sentence (语义角色): a level, a change, a rate, and of what.
struct Statement {
    enum Role: UInt8 {
        /// A day, a standard, a limit, a name: takes no part in any relation.
        case none
        /// 收入 938.76 万元.
        case level
        /// 减少 114.26 万元.
        case change
        /// 增长 5.2 %.
        case growth
        /// 占 12 %.
        case share
        /// 完成预算的 87.83 %.
        case completion
        /// 办结率 93.6 %, and any percentage whose meaning is only named.
        case rate
        /// 人均 2400 元, 日均 10169 件.
        case average
        /// 高 0.04 个百分点.
        case points
        /// 标准为每人每月 760 元: an amount for each that changes may be about, part of no sum.
        case standard
    }

    enum Comparand: UInt8 {
        case none, prior, budget, pace
    }

    struct Marks: OptionSet {
        let rawValue: UInt16

        /// 总额, 合计, 共.
        static let total = Marks(rawValue: 1)
        /// 合计, 共计: a sum of what stands beside.
        static let summed = Marks(rawValue: 1024)
        /// 2020年9218.40万元: told for a year of its own.
        static let yearLabelled = Marks(rawValue: 8192)
        /// Behind 加上, 另有: added to what stands before.
        static let added = Marks(rawValue: 4096)
        /// In a row of a table.
        static let tabular = Marks(rawValue: 2048)
        /// Behind 其中.
        static let ofWhich = Marks(rawValue: 2)
        /// 占…的: the base stands right before, `X的12%`.
        static let explicitBase = Marks(rawValue: 4)
        /// 决算、实际.
        static let actual = Marks(rawValue: 8)
        /// 结余、余额.
        static let balance = Marks(rawValue: 16)
        /// The percentage stands in brackets right behind its figure.
        static let bracketed = Marks(rawValue: 32)
        /// 女、党员: overlaps with its siblings.
        static let overlapping = Marks(rawValue: 64)
        /// 主要是: a part of the cause of a change.
        static let cause = Marks(rawValue: 128)
        /// 比上年、较预算 stands in its own clause, not only in one before.
        static let comparandNamed = Marks(rawValue: 256)
        /// The label is 年初预算 and nothing else: the base of the level before.
        static let bareBudget = Marks(rawValue: 512)
    }

    var role: Role = .none
    /// 1 up, −1 down, 0 unknown.
    var direction: Int8 = 0
    var comparand: Comparand = .none
    var marks: Marks = []
    /// Brackets open around it.
    var depth: UInt8 = 0
    /// The last 年 before it; 0 for none.
    var year: Int16 = 0
    var sentence: Int32 = 0
    var clause: Int32 = 0
    /// The sentence between two semicolons.
    var part: Int32 = 0
    /// The mended line.
    var line: Int32 = 0
    /// The innermost open item of a list; −1 for none.
    var item: Int32 = -1
    /// The level this change, growth, share or rate belongs to; −1 for none.
    var subject: Int32 = -1
    /// The figure right before the bracket in which this one stands; −1 for none.
    var owner: Int32 = -1
    /// The label: the bytes between the last sign or figure and this one.
    var labelStart: Int32 = 0
    var labelEnd: Int32 = 0
}
