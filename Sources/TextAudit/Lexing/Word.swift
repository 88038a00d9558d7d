/// What a word says about the figures beside it (关系词).
enum Word: UInt8, Sendable {
    /// A word that only looks like one of the others: 公共, 合同, 部分.
    case plain
    /// 增加、上升; 减少、下降; 持平.
    case up, down, level
    /// 上年、同期; 预算、计划.
    case prior, budget
    /// 收入预算、支出预算: a budget that is told for itself, not as the base of another figure.
    case ownBudget
    /// 大于、高于、超过; 小于、低于.
    case above, below
    /// 总额、累计.
    case total
    /// 合计、共计、小计: the sum of what stands before or behind.
    case summed
    /// 其中.
    case ofWhich
    /// 分别为、分为、由…组成: the parts that follow are all parts.
    case parts
    /// 主要包括、主要用于: the parts that follow need not be all.
    case someParts
    /// 等: the list before it is open.
    case andSoOn
    /// 占、占比、比重.
    case share
    /// 完成、执行率.
    case completion
    /// 人均、平均每.
    case average
    /// 不超过、以内.
    case limit
    /// 约、近.
    case about
    /// 结余、结转.
    case balance
    /// 增至、达到: what follows is a level, not a change.
    case reaching
    /// 未发生、无支出: no amount.
    case nothing
    /// 决算、实际支出: what was done, not planned.
    case actual
    /// 标准: an amount for each, not an amount paid.
    case standard
    /// 主要是、主要原因: a cause follows.
    case cause
    /// 分别: the figures that follow belong to the names before, in order.
    case respectively
    /// 序时进度、均衡进度: a rate set by the calendar.
    case pace
    /// 全部为、均为: the one part that follows is the whole.
    case wholly
    /// 加、加上: what follows is added to what stands before.
    case plus
    /// 收支平衡: the amounts before are equal.
    case balanced
    /// A word for persons' status that does not add up with its siblings: 其中女、党员.
    case overlapping
}

/// The spellings of ``Word``.
enum WordList {
    /// Where a spelling counts as that word.
    enum Place: UInt8 {
        case anywhere
        /// Right before digits: 多5万元, 共20人.
        case beforeDigit
        /// Right after punctuation, a figure or at a line's start: ，由…组成.
        case afterEdge
        /// Before punctuation, digits or a closing word: …等，…等5项.
        case closing
    }

    private static let spellings: [(Word, Place, String)] = [
        (
            .plain, .anywhere,
            "标准煤 列入计划 核定额度 即开 即时 即将 即可 公共 合同 部分 新增 净新增 共同 共享 共产党 共青团 因公 总工会 总局 总站 总队 分局 分管 由于 按照 分配 分析 分类 百分 等级 平等 高等 中等 初等 系统 到位 近年 近期 超前 超市 增值税 增值 完成情况 预算单位 预算管理 预算编制 预算绩效 预算法 预算执行情况 预算公开 预算部门 预算审查 预算监督 预算数据 一般公共预算 公共财政预算 国有资本经营预算 政府性基金预算 社会保险基金预算 公共预算 部门预算 单位预算 综合预算 财政预算 项目预算 总额控制 目标管理 绩效目标 目标任务完成 计划生育 计划内 完成时间 完成质量 决算公开 决算报表 部门决算 单位决算 预决算 决算报告 平均水平 平均主义 标准化 高标准 标准地 标准厂房 减少污染 减轻 增强 比例尺 上年结转 年初结转 上年结余 年初结余 上年末结转 上年度结转 上年结转结余 年初结转结余 年初结转和结余 上年结转和结余 中期 一般预算 财政预算收入 增量 增设 增派 提高质量 提高水平 提高效率 进度管理 工作进度 工程进度 施工进度 项目进度 执行中 执行情况 执行力 与上年持平 占地 占用 占道 占地面积"
        ),
        (
            .up, .anywhere,
            "增加 增加了 增长 增长了 上升 上升了 提高 提高了 增幅 增幅为 增幅达 增长率 增速 增速为 涨幅 升幅 上涨 增收 增支 多收 多支 多出 超收 超幅 超额完成 超额 超目标 追加 调增 增多 净增 净增加  同增 增长幅度 增长率为 提升 提升了 回升 调增了 追加了 增收了 多了 多收了 多支出 多收入 多安排 增产 上浮 增加额 增加额为 增长额 增加金额 增长比例 扩大 扩大了    "
        ),
        (.up, .beforeDigit, "增 升 多 涨"),
        (
            .down, .anywhere,
            "减少 减少了 下降 下降了 降低 降低了 降幅 降幅为 减幅 减幅为 减收 减支 少收 少支 短收 压减 压减了 压缩 压缩了 缩减 核减 核减了 调减 调减了 节约 节约了 节省 节省了 回落 下滑 少了  负增长 跌幅 同降 下降率 节约率 压减率 压缩率 减少率 下降幅度 减少幅度 降幅达 降低率 下浮 压减比例 减少额 减少额为 少支出 少收入 少安排 减产 欠收 少完成 降幅约     减少金额 下降比例 缩小 缩小了 收窄 追减 净减少 净减"
        ),
        (.down, .beforeDigit, "降 少 减 跌"),
        (.level, .anywhere, "持平 一致 一样 一样多 相同 无变化 没有变化 不变 相等 未变化 无增减 没有增减 与上年相同"),
        (
            .prior, .anywhere,
            "上年 上年度 上年同期 去年 去年同期 同期 同比 上月 环比 上周 上一年 上一年度 往年 上季度 上期 前一年 上年数 上年决算 上年预算 上年实际 上年支出 去年底 比上年 较上年 同上年 与上年 比去年 较去年 同去年 与去年 比上年同期 较上年同期 比同期 较同期 上年末"
        ),
        (
            .budget, .anywhere,
            "预算 年初预算 年初预算数 预算数 预算为 年初预算为 调整预算 调整预算数 全年预算 全年预算数 年度预算 预算安排 计划 计划数 年初计划 预算总额 年预算 目标 任务 预算指标 批复预算 预算批复 年初批复 可用指标 年初安排 调整后预算 年度计划 目标任务 预算金额 控制数 预算控制数 预算资金"
        ),
        (.ownBudget, .anywhere, "采购预算 支出预算 收入预算 总预算 收支预算 支出预算数 收入预算数 支出总预算 收入总预算"),
        (.above, .anywhere, "大于 高于 超过 超出 多于 快于 超支"),
        (.above, .beforeDigit, "超 快 高"),
        (.below, .anywhere, "小于 低于 少于 不及 慢于"),
        (.below, .beforeDigit, "慢 低"),
        (
            .summed, .anywhere, "合计 共计 总计 小计 一共 总共 合计为 共计为 总计为 合共 两项合计 三项合计 合计数"
        ),
        (.summed, .beforeDigit, "共 计"),
        (
            .total, .anywhere,
            "总额 总额为 总数 总数为 累计 总量 总收入 总支出 总预算 收入总计 支出总计 共有 共支出 共安排 共收到 共受理 共发放 共完成 共使用 共投入 共下达 共实现 共开展 共收入 共筹集 共拨付 共接待 共抽检 共办理 共支付 共募集 共救助 共慰问 共组织 总投资 总人数 总分 总金额 本年收入合计 本年支出合计 收入合计 支出合计 总户数 总件数 共登记 共接收 共承办 共立案 共举办 共培训 共检查 共需"
        ),
        (.total, .beforeDigit, "总"),
        (.ofWhich, .anywhere, "其中 当中 其中包括 其中包含 其中主要 其中含"),
        (
            .parts, .anywhere,
            "包括 包含 分为 分别为 分别是 分别有 分别达 组成 构成 具体为 具体是 具体包括 分成 具体如下 涵盖 分项看 具体情况 明细如下 分项为  分别支出 分别安排 分别完成 分别占 分布为 依次为 依次是 明细为 分解为 来源于 来源为 来源包括 来自"
        ),
        (.plus, .anywhere, "加上 再加 另加 连同 加年初 加上年"),
        (.plus, .afterEdge, "加 另有 另"),
        (.balanced, .anywhere, "收支平衡 收支相等 收支持平 收支总计相等 总计均为"),
        (.wholly, .anywhere, "全为 全部为 全部是 全部来自 全部用于 全部由 全是"),
        (.wholly, .beforeDigit, "即"),
        (.parts, .afterEdge, "由 含 即"),
        (
            .someParts, .anywhere,
            "主要包括 主要有 主要用于 主要为 主要由 重点用于 主要涉及 包括但不限于 例如 主要支出 主要安排 主要开支 重点支持 主要投向"
        ),
        (.andSoOn, .anywhere, "等等 等方面 等支出 等费用 等项目 等工作 等内容 等事项 等业务"),
        (.andSoOn, .closing, "等"),
        (
            .share, .anywhere,
            "占 占比 占比为 占比达 比重 比重为 比重达 占到 占总 所占 所占比例 所占比重 占比例 份额为 比例为 占比分别为"
        ),
        (
            .completion, .anywhere,
            "完成 完成率 执行率 执行进度 支出进度 完成率为 执行率为 执行率达 完成比例 支付进度 支出率 预算执行率 预算完成率 到位率 使用率 拨付率 资金到位率 资金使用率 完成了 完成预算 综合执行率 平均执行率 总体执行率 支付率 完成程度 完成年初预算 支出执行率 支付率为 进度为 进度 完成进度 使用率为 到位率为 兑现率"
        ),
        (
            .average, .anywhere,
            "亩均 笔均 例均 户次均 批次均 人次均 单方造价 床均 生均 班均 人均 户均 日均 月均 年均 平均 平均每 年均增长 每人 每户 每家 每台 每辆 每名 每个 每件 每套 每次 每场 每批 单价 每年度 每天 每日 每亩 每吨 每平方米 每公里 每户每月 每人每月 每人每年 篇均 校均 村均 每季度 每条 每份 每期 每册 每张 每车 每处 每座 每项 每盏 每棵 每村 每位 每班 每笔 车均 件均 次均 每人次 每辆车 每批次 每床"
        ),
        (.average, .beforeDigit, "均 每月 每年"),
        (
            .limit, .anywhere,
            "未超过 未突破 未高于 不超过 不低于 不少于 不高于 至少 最多 最高 最低 上限 下限 控制在 不得超过 大于等于 小于等于 不大于 不小于 起付 不得低于 上限为 下限为"
        ),
        (.limit, .anywhere, "≥ ≤ ＞ ＜"),
        (.about, .anywhere, "大约 将近 接近 约为 突破 逾 不足 不到"),
        (.about, .beforeDigit, "约 近"),
        (
            .balance, .anywhere,
            "结转下年 结转下年使用 年末结转 年末结余 年末结转和结余 年末结转结余 结转至下年 结转和结余 结余 结转 结余资金 节余 余额 差额 盈余 结转结余 净结余 余款 剩余 尚余 缺口 赤字 结存 未支出 未使用 未支付 差额为 结余为 净资产 净收入 收入大于支出 收大于支 相差 收支差额 收支相抵 收支相抵后 结余结转"
        ),
        (
            .reaching, .anywhere,
            "降至 增至 升至 减至 增加到 增加至 减少到 减少至 下降到 下降至 上升到 上升至 提高到 提高至 降为 增为 达到 降到 升到 增到 减到 调整为 调整至 压减至 压减到 调增至 调减至 调整到 增长到 增长至 降低到 降低至 变为 变更为 核定为 减少为 增加为 压缩至 压缩到 扩大到 缩减至 缩减到 提升至 提升到 调增为 调减为 回落至 降低为 压减为"
        ),
        (.nothing, .anywhere, "无支出 未发生 未安排 没有支出 无此项 未购置 无预算 未支付"),
        (
            .actual, .anywhere,
            "决算 决算数 实际支出 实际完成 实际 实支 实际支付 已支出 已支付 已使用 实际执行 执行数 决算支出 支出决算 收入决算 实际收入 支出数 实际到位 执行 到位 决算为"
        ),
        (.standard, .anywhere, "每万人 每万 每百 每千人 标准 定额 补助标准 基准 核定标准 标准为"),
        (.cause, .anywhere, "主要原因 原因是 主要系 主要是 主要是由于 主要因"),
        (.respectively, .anywhere, "分别"),
        (.pace, .anywhere, "同口径 可比口径 按可比 剔除 扣除 序时进度 序时 均衡进度 时间进度 序时目标 时序进度"),
        (.overlapping, .anywhere, "女 女性 女职工 党员 中共党员 少数民族 本科 研究生 大专"),
    ]

    private struct Spelling: Hashable {
        let text: String
        let place: Place
    }

    /// One spelling: its bytes, what it says, and where.
    struct Entry {
        let bytes: ContiguousArray<UInt8>
        let word: Word
        let place: Place
    }

    /// The spellings by their first scalar, the longest first; scalars of the basic plane only.
    static let byFirstScalar: [UInt32: [Entry]] = {
        var table: [UInt32: [Spelling: Word]] = [:]
        for (word, place, list) in spellings {
            for text in list.split(separator: " ") {
                guard let first = text.unicodeScalars.first else { continue }
                // A spelling that is listed twice for one place belongs to the list that names it first.
                let spelling = Spelling(text: String(text), place: place)
                if table[first.value]?[spelling] == nil {
                    table[first.value, default: [:]][spelling] = word
                }
            }
        }
        return table.mapValues { entries in
            entries.map {
                Entry(
                    bytes: ContiguousArray($0.key.text.utf8), word: $0.value, place: $0.key.place)
            }.sorted {
                if $0.bytes.count != $1.bytes.count { return $0.bytes.count > $1.bytes.count }
                if $0.place != $1.place { return $0.place.rawValue > $1.place.rawValue }
                return $0.bytes.lexicographicallyPrecedes($1.bytes)
            }
        }
    }()
}
