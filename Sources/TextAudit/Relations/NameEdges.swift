/// Words at the edges of a label that name nothing (名称首尾的虚词): 其中…, 全年…, …共计, …资金.
enum NameEdges {
    /// A label without the words that name nothing at its start and end; never empty where it was not.
    static func trimmed(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while let width = width(ofLeadAt: start, before: end, bytes) { start += width }
        while let width = width(ofTailBefore: end, from: start, bytes) { end -= width }
        return start..<end
    }

    private static func width(
        ofLeadAt start: Int, before end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard start < end else { return nil }
        let sign = bytes[start] < 0x80 ? start : min(start + 2, end - 1)
        guard leadSigns & 1 << UInt64(bytes[sign] & 0x3F) != 0 else { return nil }
        for lead in leads where start + lead.count < end && stands(lead, at: start, bytes) {
            return lead.count
        }
        return nil
    }

    private static func width(
        ofTailBefore end: Int, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard start < end, tailSigns & 1 << UInt64(bytes[end - 1] & 0x3F) != 0 else { return nil }
        for tail in tails
        where end - start > tail.count && stands(tail, at: end - tail.count, bytes) {
            return tail.count
        }
        return nil
    }

    private static func stands(
        _ word: ContiguousArray<UInt8>, at place: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for index in word.indices where bytes[place + index] != word[index] { return false }
        return true
    }

    private static let leads: [ContiguousArray<UInt8>] = [
        "其中", "本年度", "全年", "本年", "当年", "年度", "度", "安排", "共", "本部门", "我单位", "、", " ", "“", "”",
        "本次", "此次", "下达", "和", "及", "以及", "与", "发放", "开展", "实施", "支付", "投入",
    ].map { ContiguousArray($0.utf8) }

    private static let tails: [ContiguousArray<UInt8>] = [
        "为", "共", "共计", "达", "经费", "费", "金额", "资金", "数", "计", " ", "（", "(", "”", "“",
        "维护",
    ].map { ContiguousArray($0.utf8) }

    /// One bit for the last six bits of each lead's first scalar.
    private static let leadSigns = leads.reduce(into: UInt64(0)) {
        $0 |= 1 << UInt64($1[min(2, $1.count - 1)] & 0x3F)
    }

    /// One bit for the last six bits of each tail.
    private static let tailSigns = tails.reduce(into: UInt64(0)) {
        $0 |= 1 << UInt64($1[$1.count - 1] & 0x3F)
    }
}
