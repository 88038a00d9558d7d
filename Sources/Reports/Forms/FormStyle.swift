import Documents
import Performance

/// How the cells of official forms look (表样格式).
///
/// - Source: 表样 §0.1.
enum FormStyle {
    static let title = CellStyle {
        $0.typeface = .titleSong
        $0.size = .small2
        $0.isBold = true
        $0.horizontal = .center
    }
    static let subtitle = CellStyle {
        $0.size = .small4
        $0.horizontal = .center
    }
    static let heading = FormSheet.heading
    static let label = FormSheet.label
    static let text = FormSheet.text
    /// 其中：…, a further 　　其他资金, a note: these begin at the left.
    static let subordinate = label.with { $0.horizontal = .left }
    static let signature = CellStyle {
        $0.horizontal = .left
        $0.wraps = true
        $0.isUnlocked = true
    }
    /// Right of the official columns, where nothing is printed.
    static let ownHeading = heading.with { $0.background = ownBackground }
    static let ownLabel = label.with { $0.background = ownBackground }

    static func answer(_ field: FormField, isCentred: Bool) -> CellStyle {
        let isLocked = field.formula != nil || field.isFixed
        return style(field.type).with {
            $0.isUnlocked = !isLocked
            if isLocked { $0.background = lockedBackground }
            if isCentred { $0.horizontal = .center }
        }
    }

    private static func style(_ type: FormFieldType) -> CellStyle {
        switch type {
        case .money: FormSheet.amount
        case .percent: FormSheet.percent
        case .score: FormSheet.score
        case .number, .year:
            FormSheet.label.with {
                $0.format = .general
                $0.horizontal = .right
            }
        case .day: FormSheet.label.with { $0.format = .day }
        case .target, .choice, .tick: FormSheet.label
        case .text: FormSheet.text
        }
    }

    private static let ownBackground = OfficeColor(red: 0xDD, green: 0xEB, blue: 0xF7)
    private static let lockedBackground = OfficeColor(red: 0xF2, green: 0xF2, blue: 0xF2)
}
