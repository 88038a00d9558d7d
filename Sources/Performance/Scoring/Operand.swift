package import Quantities

/// Where a rule takes one figure from.
package enum Operand: Hashable, Sendable {
    /// A formula over named measures (口径): `支出决算 - 人员经费决算`.
    case formula(String)
    /// A figure that another part of the product works out, such as 目标编报质量得分; typed with
    /// reason and evidence where it is not supplied.
    case derived(JudgedItem)
    /// A figure that a person states with reason and evidence.
    case judged(JudgedItem)
    /// A number that the scheme itself gives.
    case constant(Fraction)

    /// The item that a person may judge; nil for formulas and constants.
    package var item: JudgedItem? {
        switch self {
        case .derived(let item), .judged(let item): item
        case .formula, .constant: nil
        }
    }
}

/// One item that a person judges: its name, its question, its unit.
package struct JudgedItem: Hashable, Sendable {
    package let name: String
    /// What is asked; the name if the scheme asks nothing else.
    package let question: String
    /// nil for yes/no items.
    package let unit: UnitSymbol?
    /// A value that the scheme itself gives where nobody states another, in base units.
    package let standard: Fraction?

    package init(
        name: String, question: String? = nil, unit: UnitSymbol? = nil, standard: Fraction? = nil
    ) {
        self.name = name
        self.question = question ?? name
        self.unit = unit
        self.standard = standard
    }
}

/// The value that a rule scores.
package enum ScoredValue: Hashable, Sendable {
    case quotient(Operand, over: Operand)
    case single(Operand)
    /// The mean over checkpoints of min(1, actual ÷ target).
    case meanOfCapped([Checkpoint])

    package struct Checkpoint: Hashable, Sendable {
        package let actual: Operand
        /// 序时进度, above 0.
        package let target: Fraction

        package init(actual: Operand, target: Fraction) {
            self.actual = actual
            self.target = target
        }
    }

    package var operands: [Operand] {
        switch self {
        case .quotient(let top, let bottom): [top, bottom]
        case .single(let operand): [operand]
        case .meanOfCapped(let checkpoints): checkpoints.map(\.actual)
        }
    }
}
