/// A type size (字号) by its Chinese name, as regulations and clerks state it.
///
/// - Source: GB/T 9704—2012, 5.2.3 names 字号; the points are those of Word and WPS.
package enum TypeSize: Int, Hashable, Sendable {
    /// 二号, 22 pt.
    case no2 = 44
    /// 小二, 18 pt.
    case small2 = 36
    /// 三号, 16 pt.
    case no3 = 32
    /// 小三, 15 pt.
    case small3 = 30
    /// 四号, 14 pt.
    case no4 = 28
    /// 小四, 12 pt.
    case small4 = 24
    /// 五号, 10.5 pt.
    case no5 = 21
    /// 小五, 9 pt.
    case small5 = 18

    package var halfPoints: Int { rawValue }

    /// The size in points as XML writes it: `10.5`, `16`.
    package var pointsText: String {
        rawValue.isMultiple(of: 2) ? "\(rawValue / 2)" : "\(rawValue / 2).5"
    }
}
