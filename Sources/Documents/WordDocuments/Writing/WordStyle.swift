/// A paragraph style (段落样式) of the report.
///
/// - Source: GB/T 9704—2012, 7.3.1 (标题 2 号小标宋体), 7.3.3 (正文 3 号仿宋体，每自然段左空二字；
///   结构层次依次用黑体、楷体、仿宋体), 5.2.3 (每面 22 行，每行 28 字).
package enum WordStyle: Hashable, Sendable, CaseIterable {
    /// 标题: 小标宋 二号, centred.
    case title
    /// 一、: 黑体 三号.
    case heading1
    /// （一）: 楷体 三号.
    case heading2
    /// 1.: 仿宋 三号, bold.
    case heading3
    /// 正文: 仿宋 三号, first line two characters in, 28 磅 line pitch.
    case body
    /// 主送机关: 仿宋 三号, at the margin (7.3.2).
    case addressee
    /// 落款: 署名 and 成文日期, to the right, four characters off the edge (7.3.5).
    case signature
    /// 表题、图题: 黑体 小四, centred, stays with what follows.
    case caption
    /// 表内文字: 宋体 五号.
    case tableText
    /// 注: 宋体 小五, below tables and in appendices.
    case note
}
