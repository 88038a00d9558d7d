/// What a label names (标签要素), found in one pass over its bytes.
struct LabelFacts: OptionSet {
    let rawValue: UInt32

    static let income = LabelFacts(rawValue: 1)
    static let expenditure = LabelFacts(rawValue: 2)
    static let sum = LabelFacts(rawValue: 4)
    /// 财政、公共预算、基金、保险: money of a whole region or of one fund.
    static let fiscal = LabelFacts(rawValue: 8)
    static let personnel = LabelFacts(rawValue: 16)
    /// 编制: posts.
    static let posts = LabelFacts(rawValue: 32)
    /// 在编、在职、实有.
    static let inPost = LabelFacts(rawValue: 64)
    /// 编外、聘用、劳务派遣.
    static let extra = LabelFacts(rawValue: 128)
    /// 名额、控制数.
    static let places = LabelFacts(rawValue: 256)
    static let retired = LabelFacts(rawValue: 512)
    static let wages = LabelFacts(rawValue: 1024)
    /// 安排、预算、下达.
    static let planned = LabelFacts(rawValue: 2048)
    /// 三公 and its parts.
    static let threePublic = LabelFacts(rawValue: 4096)
    static let initial = LabelFacts(rawValue: 8192)
    static let adjusted = LabelFacts(rawValue: 16384)
    static let budget = LabelFacts(rawValue: 32768)

    private static let terms: [(StaticString, LabelFacts)] = [
        ("收入", .income), ("支出", .expenditure), ("合计", .sum), ("总计", .sum), ("总收入", .sum),
        ("总支出", .sum), ("财政", .fiscal), ("公共", .fiscal), ("基金", .fiscal), ("保险", .fiscal),
        ("经营", .fiscal), ("人员经费", .personnel), ("编制", .posts), ("在编", .inPost),
        ("在职", .inPost), ("实有", .inPost), ("编外", .extra), ("聘用", .extra), ("聘员", .extra),
        ("雇员", .extra), ("劳务派遣", .extra), ("合同制", .extra), ("名额", .places),
        ("控制数", .places), ("离退", .retired), ("退休", .retired), ("离休", .retired),
        ("遗属", .retired), ("工资性", .wages), ("安排", .planned), ("预算", [.planned, .budget]),
        ("下达", .planned), ("三公", .threePublic), ("接待", .threePublic), ("公务用车", .threePublic),
        ("出国", .threePublic), ("年初预算", .initial), ("调整预算", .adjusted), ("调整后预算", .adjusted),
        ("全年预算", .adjusted),
    ]

    /// The terms by the last byte of their first scalar.
    private static let buckets: [[(StaticString, LabelFacts)]] = {
        var buckets = [[(StaticString, LabelFacts)]](repeating: [], count: 64)
        for term in terms { buckets[Int(term.0.utf8Start[2] & 0x3F)].append(term) }
        return buckets
    }()

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Reads up to 90 bytes before `range`'s end.
    init(_ text: borrowing MendedText, _ range: Range<Int>) {
        var facts = LabelFacts()
        var place = max(range.lowerBound, range.upperBound - 90)
        while place < range.upperBound {
            if text.bytes[place] < 0xE0 {
                place += 1
                continue
            }
            guard place + 3 <= range.upperBound else { break }
            for term in Self.buckets[Int(text.bytes[place + 2] & 0x3F)]
            where place + term.0.utf8CodeUnitCount <= range.upperBound
                && text.stands(term.0, at: place)
            {
                facts.formUnion(term.1)
            }
            place += 3
        }
        self = facts
    }
}
