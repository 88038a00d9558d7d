/// How a figure is qualified (限定): `约20万元`, `300余人`, `≥95%`, `100人以上`.
package enum FigureQualifier: String, Hashable, Sendable, CaseIterable {
    /// 约、左右: on either side.
    case about
    /// 近: slightly less.
    case nearly
    /// 超、逾、余、多: more.
    case over
    /// 不足、不到: less.
    case under
    /// 达、达到.
    case reaching
    case atLeast, atMost, moreThan, lessThan, equal

    /// The sign that a form prints before the number: `≥`; empty for vague words.
    package var sign: String {
        switch self {
        case .atLeast: "≥"
        case .atMost: "≤"
        case .moreThan, .over: "＞"
        case .lessThan, .under: "＜"
        case .equal, .reaching: "＝"
        case .about, .nearly: ""
        }
    }

    /// The word that prose puts before the number: `不低于`; empty for ``equal``.
    package var word: String {
        switch self {
        case .about: "约"
        case .nearly: "近"
        case .over: "超过"
        case .under: "不足"
        case .reaching: "达到"
        case .atLeast: "不低于"
        case .atMost: "不超过"
        case .moreThan: "大于"
        case .lessThan: "小于"
        case .equal: ""
        }
    }

    /// Returns the qualifier that ends right before `offset`, and where it begins.
    ///
    /// For a scan that found the digits first.
    package static func ending(
        at offset: Int, of bytes: [UInt8]
    ) -> (qualifier: FigureQualifier, start: Int)? {
        bytes.withUnsafeBufferPointer { bytes in
            guard offset <= bytes.count,
                let found = prefixIndex.longest(in: bytes, endingAt: offset)
            else { return nil }
            return (prefixes[found.number].qualifier, offset - found.count)
        }
    }

    typealias Spelling = (text: String, qualifier: FigureQualifier)

    static let prefixes: [Spelling] = [
        ("约", .about), ("大约", .about), ("约为", .about), ("≈", .about), ("近", .nearly),
        ("将近", .nearly), ("接近", .nearly), ("超", .over), ("超过", .over), ("逾", .over),
        ("超出", .over), ("突破", .over), ("不足", .under), ("不到", .under), ("未达", .under),
        ("达", .reaching), ("达到", .reaching), ("≥", .atLeast), ("＞＝", .atLeast), (">=", .atLeast),
        ("≧", .atLeast), ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast),
        ("至少", .atLeast), ("大于等于", .atLeast), ("大于或等于", .atLeast), ("≤", .atMost),
        ("＜＝", .atMost), ("<=", .atMost), ("≦", .atMost), ("不超过", .atMost), ("不高于", .atMost),
        ("不多于", .atMost), ("不大于", .atMost), ("至多", .atMost), ("最多", .atMost),
        ("小于等于", .atMost), ("小于或等于", .atMost), ("＞", .moreThan), (">", .moreThan),
        ("大于", .moreThan), ("高于", .moreThan), ("多于", .moreThan), ("＜", .lessThan),
        ("<", .lessThan), ("小于", .lessThan), ("低于", .lessThan), ("少于", .lessThan),
        ("=", .equal), ("＝", .equal), ("等于", .equal),
    ]
    static let prefixIndex = SpellingIndex(prefixes.map(\.text))

    static let suffixes: [Spelling] = [
        ("以上", .atLeast), ("及以上", .atLeast), ("（含）以上", .atLeast), ("(含)以上", .atLeast),
        ("以上（含）", .atLeast), ("以上(含)", .atLeast), ("以下", .atMost), ("及以下", .atMost),
        ("（含）以下", .atMost), ("(含)以下", .atMost), ("以内", .atMost), ("之内", .atMost),
        ("左右", .about), ("上下", .about),
    ]
    static let suffixIndex = SpellingIndex(suffixes.map(\.text))
}
