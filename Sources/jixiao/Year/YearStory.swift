import Performance
import Quantities
import Reports

/// The telling of a year (全年示例): a clock of its own, and lines as they come.
final class YearStory {
    private(set) var lines: [String] = []
    /// Files that were written.
    var written: [String] = []
    private(set) var today: Day
    private var minutes: Int64 = 0
    private var isDayTold = false

    init(from day: Day) { today = day }

    /// The instant of the next step, in milliseconds since 1970 UTC: from 9 o'clock in Shanghai on,
    /// a minute a step, so that two runs agree.
    func next() -> Int64 {
        minutes += 1
        return Int64(today.daysSinceEpoch) * 86_400_000 + 3_600_000 + minutes * 60_000
    }

    func on(_ day: Day) {
        today = day
        minutes = 0
        isDayTold = false
    }

    func chapter(_ title: String) { lines += ["", title] }

    /// `2021年8月31日  办公室财务  发出预警…`
    func tell(_ who: String, _ what: String) {
        let when = isDayTold ? String(repeating: " ", count: 14) : today.chinese.padded(to: 14)
        isDayTold = true
        lines.append("\(when)  \(who.padded(to: 14))  \(what)")
    }

    /// Lines under the last step.
    func show(_ more: [String]) { lines += more.map { String(repeating: " ", count: 32) + $0 } }
}

extension String {
    /// With blanks behind it, by the width that a terminal gives it.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    }
}
