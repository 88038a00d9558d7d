/// An A4 page of 公文, in twips (1/20 pt; 1 mm = 56.69 twips).
///
/// - Source: GB/T 9704—2012, 5.1 and 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; 7.5: the
///   page number's line stands 7 mm below the 版心.
struct WordPage {
    let width: Int
    let height: Int
    let top: Int
    let bottom: Int
    /// 订口: left on odd pages, right on even ones.
    let inner: Int
    let outer: Int
    /// From the foot of the page to the foot of the page number.
    let footer: Int

    var textWidth: Int { width - inner - outer }

    static let portrait = WordPage(
        width: 11_906, height: 16_838, top: 2098, bottom: 1984, inner: 1587, outer: 1474,
        footer: 1227)
    /// The same page turned: its head is the binding side.
    static let landscape = WordPage(
        width: 16_838, height: 11_906, top: 1587, bottom: 1474, inner: 1984, outer: 2098,
        footer: 717)

    static func of(_ orientation: PageOrientation) -> WordPage {
        switch orientation {
        case .portrait: portrait
        case .landscape: landscape
        }
    }
}
