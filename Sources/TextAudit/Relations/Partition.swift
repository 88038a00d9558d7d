/// Names that split a whole without rest (互补分类): 城市/农村, 男/女, 第一批/第二批.
///
/// Parts whose labels all come from one set are all parts of their total.
enum Partition {
    private static let sets: [[String]] = [
        ["城市", "农村"], ["城镇", "乡村", "农村"], ["城镇", "牧区"], ["城乡", "集中"], ["集中", "分散"], ["男", "女"],
        ["第一批", "第二批", "第三批", "第四批", "第五批"], ["一批", "二批", "三批", "四批"],
        ["一季度", "二季度", "三季度", "四季度"], ["第一季度", "第二季度", "第三季度", "第四季度"], ["上半年", "下半年"],
        ["中央", "自治区", "省", "市", "区", "县", "乡", "镇", "地方"],
        ["本级", "区级", "县区", "各区", "各县", "所属", "下级"],
        ["税收", "非税"], ["国税", "地税", "财政"], ["税务", "财政"], ["基本支出", "项目支出"], ["人员", "公用"],
        ["人员经费", "日常公用", "公用经费", "项目"], ["出国", "公车", "公务用车", "接待", "购置", "运行"], ["购置", "运行"],
        ["一般公共预算", "政府性基金", "国有资本", "财政专户", "其他"], ["财政拨款", "事业收入", "其他收入", "经营收入", "上级补助"],
        ["优", "良", "中", "差"], ["优秀", "良好", "合格", "不合格", "中等", "较差"], ["满意", "基本满意", "不满意", "一般"],
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
        ["食品", "农产品"], ["合格", "不合格"], ["已完成", "未完成"], ["通过", "未通过"], ["收入", "支出"],
        ["粮食", "蔬菜", "水果"], ["低保", "特困", "临时救助"], ["小班", "中班", "大班"], ["首付", "尾款"], ["期初", "期末"],
        ["机关", "下属", "二级"], ["专职", "兼职"], ["主办", "协办", "分办", "会办"],
        ["按时", "逾期"], ["良好", "优秀", "一般"], ["产业", "基础设施"], ["一次性", "按月"], ["甲", "乙", "丙"],
        ["东", "西", "南", "北"],
    ]

    private static let stems: [[ContiguousArray<UInt8>]] = sets.map {
        $0.map { ContiguousArray($0.utf8) }
    }

    /// How well labels come from one set, at least two of them different stems.
    enum Cover {
        case none
        /// Some stems of a set: there may be others.
        case some
        /// All stems of a set.
        case all
    }

    static func cover(
        _ labels: ContiguousArray<Range<Int>>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Cover {
        var best = Cover.none
        for set in stems {
            var used: UInt64 = 0
            var matched = 0
            for label in labels {
                guard let stem = longestStem(of: set, in: label, bytes) else { break }
                used |= 1 << UInt64(stem)
                matched += 1
            }
            guard matched == labels.count, used.nonzeroBitCount >= 2 else { continue }
            if used.nonzeroBitCount == set.count { return .all }
            best = .some
        }
        return best
    }

    /// 不合格 holds 合格 too: the longest stem counts.
    private static func longestStem(
        of set: [ContiguousArray<UInt8>], in label: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var best: Int?
        for (index, stem) in set.enumerated()
        where stem.count > (best.map { set[$0].count } ?? 0) && contains(label, stem, bytes) {
            best = index
        }
        return best
    }

    private static func contains(
        _ label: Range<Int>, _ stem: ContiguousArray<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard label.count >= stem.count else { return false }
        var start = label.lowerBound
        while start + stem.count <= label.upperBound {
            var length = 0
            while length < stem.count, bytes[start + length] == stem[length] { length += 1 }
            if length == stem.count { return true }
            start += 1
        }
        return false
    }
}
