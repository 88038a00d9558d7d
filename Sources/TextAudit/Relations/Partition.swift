/// Names that split a whole without rest (互补分类): 城市/农村, 男/女, 第一批/第二批.
///
/// Parts whose labels all come from one set are all parts of their total.
enum Partition {
    private static let sets: [[String]] = [
        ["城市", "农村"], ["城镇", "乡村", "农村"], ["城镇", "牧区"], ["城乡", "集中"], ["集中", "分散"], ["男", "女"],
        ["家庭户", "集体户"],
        ["第一批", "第二批", "第三批", "第四批", "第五批"], ["一批", "二批", "三批", "四批"],
        ["一季度", "二季度", "三季度", "四季度"], ["第一季度", "第二季度", "第三季度", "第四季度"], ["上半年", "下半年"],
        ["中央", "自治区", "省", "市", "区", "县", "乡", "镇", "地方"],
        ["本级", "区级", "县区", "各区", "各县", "所属", "下级"],
        ["税收", "非税"], ["国税", "地税", "财政"], ["税务", "财政"], ["基本支出", "项目支出"], ["人员", "公用"],
        ["人员经费", "日常公用", "公用经费", "项目"], ["出国", "公车", "公务用车", "接待", "购置", "运行"], ["购置", "运行"],
        ["一般公共预算", "政府性基金", "国有资本", "财政专户", "其他"], ["财政拨款", "事业收入", "其他收入", "经营收入", "上级补助"],
        ["优", "良", "中", "差"], ["优秀", "良好", "合格", "不合格", "中等", "较差"],
        ["满意", "基本满意", "不满意", "一般", "较满意", "非常满意", "很满意"],
        ["A类", "B类", "C类", "D类"],
        ["行政", "事业", "工勤", "参公", "离休", "退休", "在职", "在编", "编外", "聘用", "合同制"],
        ["管理岗", "专技岗", "专业技术", "工勤", "管理"], ["高级", "中级", "初级", "副高", "正高"],
        ["咨询", "求助", "建议", "投诉", "举报", "感谢", "表扬", "其他"], ["直办", "转办"], ["办结", "在办"],
        ["已办结", "正在办理", "未办结"], ["落实", "计划"], ["集体", "委员"], ["一般性", "专项"],
        ["第一产业", "第二产业", "第三产业"],
        ["一产", "二产", "三产"], ["东部", "中部", "西部", "东北"], ["货物", "工程", "服务"],
        ["工资福利", "商品和服务", "对个人和家庭", "资本性"],
        ["采购人", "供应商"], ["大型", "中型", "小型", "微型"], ["内地", "香港", "澳门"], ["现金", "物资"], ["资金", "物品"],
        ["工资", "公用"], ["工资性", "公用"], ["现场", "网络"], ["线上", "线下"], ["自筹", "财政"],
        ["上年结转", "当年", "本年"],
        ["在用", "闲置", "出租", "待处置"], ["新增", "续", "存量"], ["春节", "端午", "中秋", "国庆", "五一"], ["季度", "紧急"],
        ["普通", "特殊"],
        ["食品", "农产品"], ["合格", "不合格"], ["已完成", "未完成"], ["已解决", "列入计划", "不能解决"], ["通过", "未通过"],
        ["收入", "支出"],
        ["粮食", "蔬菜", "水果"], ["低保", "特困", "临时救助"], ["小班", "中班", "大班"], ["首付", "尾款"], ["期初", "期末"],
        ["机关", "下属", "二级"], ["专职", "兼职"], ["主办", "协办", "分办", "会办"],
        ["按时", "逾期"], ["良好", "优秀", "一般"], ["产业", "基础设施"], ["一次性", "按月"], ["甲", "乙", "丙"],
        ["东", "西", "南", "北"],
    ]

    /// How well labels come from one set, at least two of them different stems.
    enum Cover {
        case none
        /// Some stems of a set: there may be others.
        case some
        /// All stems of a set.
        case all
    }

    /// A stem with its place in one set.
    private struct Stem {
        /// Where its bytes stand in the index.
        let start: Int32
        let length: Int16
        let set: UInt8
        let number: UInt8
    }

    /// All stems by their first three bytes, so that a label is searched once for all sets.
    private static let stems = StemIndex(sets)

    static func cover(
        _ labels: ContiguousArray<Range<Int>>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Cover {
        guard labels.count >= 2 else { return .none }
        return stems.cover(labels, bytes)
    }

    /// Finds the stems of all sets in one pass over a label.
    private struct StemIndex {
        private let stems: ContiguousArray<Stem>
        private let spellings: ContiguousArray<UInt8>
        /// Where the stems of a hash of the first two scalars begin; one more than the hashes.
        private let starts: ContiguousArray<UInt16>
        private let counts: ContiguousArray<Int>

        init(_ sets: [[String]]) {
            var buckets = [[Stem]](repeating: [], count: 256)
            var spellings: ContiguousArray<UInt8> = []
            for (set, names) in sets.enumerated() {
                for (number, name) in names.enumerated() {
                    let start = spellings.count
                    spellings.append(contentsOf: name.utf8)
                    let hash = Self.hash(
                        spellings[start], spellings[start + 1], spellings[start + 2])
                    buckets[hash].append(
                        Stem(
                            start: Int32(start), length: Int16(spellings.count - start),
                            set: UInt8(set), number: UInt8(number)))
                }
            }
            self.spellings = spellings
            stems = ContiguousArray(buckets.joined())
            var starts: ContiguousArray<UInt16> = [0]
            for bucket in buckets { starts.append((starts.last ?? 0) + UInt16(bucket.count)) }
            self.starts = starts
            counts = ContiguousArray(sets.map(\.count))
        }

        @inline(__always)
        private static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
            Int(first &* 3 ^ second &* 37 ^ third &* 5)
        }

        /// The longest stem of one set in the last label, and the stems that were used.
        private struct Match {
            let set: UInt8
            var length: Int16
            var number: UInt8
            var used: UInt64
        }

        func cover(
            _ labels: ContiguousArray<Range<Int>>, _ bytes: UnsafeBufferPointer<UInt8>
        ) -> Cover {
            var matches: ContiguousArray<Match> = []
            find(labels[0], bytes) { stem in
                if let place = matches.firstIndex(where: { $0.set == stem.set }) {
                    Self.take(stem, &matches[place])
                } else {
                    matches.append(
                        Match(set: stem.set, length: stem.length, number: stem.number, used: 0))
                }
            }
            for label in labels.dropFirst() where !matches.isEmpty {
                for place in matches.indices {
                    matches[place].used |= 1 << UInt64(matches[place].number)
                    matches[place].length = 0
                }
                find(label, bytes) { stem in
                    if let place = matches.firstIndex(where: { $0.set == stem.set }) {
                        Self.take(stem, &matches[place])
                    }
                }
                matches.removeAll { $0.length == 0 }
            }
            var best = Cover.none
            for match in matches {
                let used = (match.used | 1 << UInt64(match.number)).nonzeroBitCount
                guard used >= 2 else { continue }
                if used == counts[Int(match.set)] { return .all }
                best = .some
            }
            return best
        }

        /// 不合格 holds 合格 too: the longest stem counts, of equals the first.
        private static func take(_ stem: Stem, _ match: inout Match) {
            guard
                stem.length > match.length
                    || stem.length == match.length && stem.number < match.number
            else { return }
            match.length = stem.length
            match.number = stem.number
        }

        @inline(__always)
        private func find(
            _ label: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Stem) -> Void
        ) {
            var start = label.lowerBound
            while start + 2 < label.upperBound {
                let hash = Self.hash(bytes[start], bytes[start + 1], bytes[start + 2])
                var place = Int(starts[hash])
                let end = Int(starts[hash + 1])
                while place < end {
                    let stem = stems[place]
                    place += 1
                    let width = Int(stem.length)
                    guard start + width <= label.upperBound else { continue }
                    var length = 0
                    while length < width,
                        bytes[start + length] == spellings[Int(stem.start) + length]
                    {
                        length += 1
                    }
                    if length == width { body(stem) }
                }
                start += bytes[start] >= 0xE0 ? 3 : 1
            }
        }
    }
}
