import Performance
import Quantities
import Seeds

/// A payment that never was, as the ledger should hold it.
struct SamplePayment {
    let day: Day
    let voucher: String
    let entry: Int
    let expenditureClass: LedgerColumn.Choice
    let amount: Money
    let summary: String

    /// As ``ImportFixture/rows(_:)`` shows it.
    var stored: String {
        let kind = amount.fen < 0 ? "退款 " : ""
        return kind
            + "\(day.iso) \(voucher) \(entry) \(expenditureClass.text) \(amount.fen) \(summary)"
    }
}

/// A file of payments as some clerk keeps it: every habit is drawn by lot, the payments are not.
struct ClerkFile {
    private var random: RandomSource
    private let ledger: LedgerDefinition
    private var lines: [[String]] = []
    private var columns: [String]
    private let unit: MoneyUnit
    private let dayStyle: Int
    private let amountStyle: Int
    private let isNumbered: Bool

    init(_ payments: [SamplePayment], _ ledger: LedgerDefinition, _ random: RandomSource) {
        self.random = random
        self.ledger = ledger
        columns = ["日期", "凭证号", "分录号", "支出类别", "金额", "摘要"].shuffled(using: &self.random)
        unit = MoneyUnit.allCases.randomElement(using: &self.random) ?? .yuan
        dayStyle = Int.random(in: 0..<6, using: &self.random)
        amountStyle = Int.random(in: 0..<6, using: &self.random)
        isNumbered = Bool.random(using: &self.random)
        write(payments)
    }

    /// The text with a separator and line ends by lot.
    func text() -> String {
        var random = random
        let separator = [",", "\t", ";"].randomElement(using: &random) ?? ","
        let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
        let width = columns.count + (isNumbered ? 1 : 0)
        return lines.map { line in
            let fields = line + Array(repeating: "", count: max(0, width - line.count))
            return fields.map { field in
                let needsQuotes = field.contains { ",\t;\"\n".contains($0) }
                return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
            }.joined(separator: separator)
        }.joined(separator: end) + end
    }

    private mutating func lot(_ chances: Int) -> Bool {
        Int.random(in: 0..<chances, using: &random) == 0
    }

    private mutating func write(_ payments: [SamplePayment]) {
        if lot(2) { lines.append(["某单位2021年支付明细表"]) }
        // A unit has to be told somewhere, but where nothing is told 元 is meant.
        let place =
            unit == .yuan
            ? Int.random(in: 0..<4, using: &random) : Int.random(in: 0..<3, using: &random)
        if place == 0 { lines.append(["填报单位：某单位", "金额单位：\(unit.rawValue)"]) }
        let header = columns.map { name -> String in
            let names = [name] + (ledger.columns.first { $0.name == name }?.headers ?? [])
            let chosen = names.randomElement(using: &random) ?? name
            return name == "金额" && place == 1 ? "\(chosen)（\(unit.rawValue)）" : chosen
        }
        let head = (isNumbered ? ["序号"] : []) + header
        lines.append(head)
        var part = Money.zero
        for (index, payment) in payments.enumerated() {
            lines.append(line(payment, index, hasUnit: place == 2))
            part = part + payment.amount
            if lot(9) { lines.append([]) }
            if lot(12) {
                lines.append(total("本月合计", part))
                part = .zero
            }
            if lot(15) { lines.append(head) }
        }
        let sum = payments.reduce(Money.zero) { $0 + $1.amount }
        if lot(2) { lines.append(total("合 计", sum)) }
        if lot(2) { lines.append(["填表人：某某"]) }
    }

    private mutating func line(_ payment: SamplePayment, _ index: Int, hasUnit: Bool) -> [String] {
        let spellings = [payment.expenditureClass.text] + payment.expenditureClass.aliases
        let cells = columns.map { column -> String in
            switch column {
            case "日期": day(payment.day)
            case "凭证号": payment.voucher
            case "分录号": payment.entry == 1 && lot(2) ? "" : "\(payment.entry)"
            case "支出类别": spellings.randomElement(using: &random) ?? ""
            case "金额": amount(payment.amount, hasUnit: hasUnit)
            default: lot(3) ? " \(payment.summary)\u{3000}" : payment.summary
            }
        }
        return (isNumbered ? ["\(index + 1)"] : []) + cells
    }

    private mutating func total(_ label: String, _ sum: Money) -> [String] {
        let cells = columns.map { $0 == "金额" ? amount(sum, hasUnit: false, in: unit) : "" }
        let labelled = isNumbered ? [label] + cells : cells
        if isNumbered { return labelled }
        var line = cells
        if let free = columns.firstIndex(where: { $0 != "金额" }) { line[free] = label }
        return line
    }

    private func day(_ day: Day) -> String {
        switch dayStyle {
        case 0: day.iso
        case 1: day.chinese
        case 2: "\(day.year)/\(day.month)/\(day.day)"
        case 3: day.iso.filter { $0 != "-" }
        case 4: "\(day.iso) 00:00:00"
        default: fullWidth(day.chinese)
        }
    }

    private mutating func amount(_ money: Money, hasUnit: Bool, in fixed: MoneyUnit? = nil)
        -> String
    {
        // A cell that says its own unit may say any.
        let unit =
            fixed ?? (hasUnit ? MoneyUnit.allCases.randomElement(using: &random) ?? .yuan : unit)
        let digits = Money(fen: abs(money.fen)).text(in: unit)
        let isNegative = money.fen < 0
        let suffix = hasUnit || fixed != nil && self.unit != .yuan ? unit.rawValue : ""
        switch amountStyle {
        case 0 where isNegative: return "(\(digits)\(suffix))"
        case 1: return (isNegative ? "-" : "") + grouped(digits) + suffix
        case 2: return fullWidth((isNegative ? "-" : "") + digits) + suffix
        case 3 where unit == .yuan: return "￥" + (isNegative ? "-" : "") + grouped(digits) + suffix
        case 4: return (isNegative ? "-" : "") + digits + "00" + suffix
        default: return (isNegative ? "-" : "") + digits + suffix
        }
    }

    private func grouped(_ digits: String) -> String {
        let parts = digits.split(separator: ".", maxSplits: 1)
        var whole = ""
        for (index, digit) in parts[0].reversed().enumerated() {
            if index > 0, index % 3 == 0 { whole = "," + whole }
            whole = String(digit) + whole
        }
        return parts.count > 1 ? "\(whole).\(parts[1])" : whole
    }

    private func fullWidth(_ text: String) -> String {
        var wide = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isPlain = (0x21...0x7E).contains(scalar.value)
            wide.append(isPlain ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(wide)
    }
}
