import FoundationEssentials

/// The example (示例): the year 2021 of a district federation of trade unions, as a clerk's files.
///
/// `README.md` beside this file says which figures are stated by the published report and which are
/// derived, assumed or synthetic; each row says it too, in its column 依据.
package enum ZengchengExample {
    /// Synthetic: the published report gives no code.
    package static let unitCode = "440118-ZGH"
    package static let unitName = "广州市增城区总工会"
    package static let year = 2021

    /// One ledger in one file, in the order of import.
    package struct File: Hashable, Sendable {
        package let name: String
        /// The Chinese name of the ledger: 支付.
        package let ledger: String
        /// The sheet of a workbook; nil for csv.
        package let sheet: String?
        /// Where the file lies now.
        package let path: String

        /// The whole file; all of them are small.
        package func bytes() throws(ZengchengExampleError) -> [UInt8] {
            do {
                return [UInt8](try Data(contentsOf: URL(filePath: path)))
            } catch {
                throw .missingFile(name)
            }
        }
    }

    /// The files in the order of import.
    ///
    /// - Throws: ``ZengchengExampleError`` where the folder of data is not beside the program.
    package static func files() throws(ZengchengExampleError) -> [File] {
        let folder = try folder()
        return contents.map {
            File(name: $0.name, ledger: $0.ledger, sheet: $0.sheet, path: "\(folder)/\($0.name)")
        }
    }

    /// The receipts, payments and work records of one month (月度), where there are any: the same rows
    /// as in the files of the whole year.
    ///
    /// - Parameter month: 1…12.
    package static func files(ofMonth month: Int) throws(ZengchengExampleError) -> [File] {
        precondition((1...12).contains(month))
        let folder = try folder() + "/月度"
        return [("收入明细", "收入"), ("国库支付明细", "支付"), ("工作记录", "工作记录")].compactMap {
            let name = "\(month < 10 ? "0" : "")\(month)月-\($0.0).csv"
            let path = "\(folder)/\(name)"
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return File(name: name, ledger: $0.1, sheet: nil, path: path)
        }
    }

    /// The goals (目标) as the department first declared them, or as improved.
    package enum Goals: String, Hashable, Sendable {
        case draft = "初稿"
        case improved = "改稿"
    }

    /// The forms of goals, one a line of JSON: the department's, then one a project.
    package static func goals(_ goals: Goals) throws(ZengchengExampleError) -> [String] {
        let name = "目标/\(goals.rawValue).jsonl"
        do {
            let data = try Data(contentsOf: URL(filePath: "\(folder())/\(name)"))
            return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        } catch {
            throw .missingFile(name)
        }
    }

    /// The ledgers that this book keeps: in them no row is 0, in any other it is missing.
    package static let keptLedgers: [String] = contents.reduce(into: []) { kept, file in
        if !kept.contains(file.ledger) { kept.append(file.ledger) }
    }

    private static let contents: [(name: String, ledger: String, sheet: String?)] = [
        ("01-内设机构.csv", "内设机构", nil),
        ("02-人员编制.csv", "人员编制", nil),
        ("03-项目库.xlsx", "项目", "项目"),
        ("04-部门预算批复.xlsx", "收入预算", "收入预算"),
        ("04-部门预算批复.xlsx", "支出预算", "支出预算"),
        ("05-收入明细.csv", "收入", nil),
        ("06-国库支付明细（1-6月）.csv", "支付", nil),
        ("07-国库支付明细（7-12月）.xlsx", "支付", "7-12月"),
        ("08-结转结余.csv", "结转结余", nil),
        ("09-设备采购.xlsx", "采购", "采购"),
        ("10-工作记录.xlsx", "工作记录", "工作记录"),
        ("11-绩效指标.xlsx", "绩效指标", "绩效指标"),
        ("12-自评报告文字.csv", "报告文字", nil),
        ("13-原文核对数.csv", "核对数", nil),
    ]

    private static let resources = "jixiao_ZengchengExample.resources"

    /// `Bundle.module` would trap where the folder is missing, so it is looked for by hand.
    private static func folder() throws(ZengchengExampleError) -> String {
        do {
            let program = try FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/exe")
            let end = program.lastIndex(of: "/") ?? program.startIndex
            let folder = "\(program[..<end])/\(resources)/files"
            if FileManager.default.fileExists(atPath: folder) { return folder }
        } catch {
            throw .missingFolder(resources)
        }
        throw .missingFolder(resources)
    }
}

/// What the department states of indicators that no ledger proves; all of it is synthetic.
extension ZengchengExample {
    package struct StatedActual: Hashable, Sendable {
        /// nil where a ledger gives it.
        package let value: String?
        package let reason: String
        /// 偏差原因分析及改进措施.
        package let deviation: String?

        init(_ value: String?, _ reason: String, deviation: String? = nil) {
            self.value = value
            self.reason = reason
            self.deviation = deviation
        }
    }

    /// As first filled in, by 指标编号.
    package static let statedActuals: [String: StatedActual] = [
        "P1-04": StatedActual("100%", "310 笔发放全部经过公示和年度复核（合成）"),
        "P1-05": StatedActual("100%", "四个季度的发放日期都在季末月25日以前（合成）"),
        "P1-07": StatedActual("91%", "脱困或困难减轻的档案占受助档案的比例（合成）"),
        "P1-08": StatedActual("达成", "制度已印发，全部档案年内复核一次（合成）"),
        "P1-09": StatedActual("98%", "有效问卷 28 份，27 份满意以上（合成）"),
        "P2-05": StatedActual("96%", "慰问名单与在册健在劳模名册核对（合成）"),
        "P2-06": StatedActual("100%", "三次慰问都在节日以前完成（合成）"),
        "P2-08": StatedActual("5200人次", "宣讲签到与线上有效浏览之和（合成）"),
        "P2-09": StatedActual("97%", "有效问卷 62 份（合成）"),
        "P3-01": StatedActual("50次", "巡检记录 50 份（合成）"),
        "P3-02": StatedActual("98.5%", "各月末完好设施占比的平均值（合成）"),
        "P3-03": StatedActual(
            "94%", "报修单 50 份，按时修复 47 份（合成）", deviation: "两次空调故障等待配件，一次维修人员不足"),
        "P3-05": StatedActual("21500人次", "各场所使用登记之和（合成）"),
        "P3-06": StatedActual("92%", "有效问卷 75 份（合成）"),
        "P4-02": StatedActual("100%", "五项均一次验收合格（合成）"),
        "P4-03": StatedActual("100%", "五项均按合同日期交付（合成）"),
        "P4-05": StatedActual("100%", "涉密计算机保密检查全部合格（合成）"),
        "P4-06": StatedActual("95%", "有效问卷 31 份（合成）"),
        "P5-02": StatedActual("100%", "年度考核均为合格以上（合成）"),
        "P5-03": StatedActual("100%", "十二个月均按期发放（合成）"),
        "P5-05": StatedActual("87.5%", "年内离职一人（合成）"),
        "P5-06": StatedActual("93%", "科室评价表 30 份（合成）"),
    ]

    /// What the cross-check asks for: reasons of what was not reached.
    package static let statedReasons: [String: StatedActual] = [
        "P1-01": StatedActual(
            nil, "台账 295 人次，指标值 300 人次", deviation: "五名建档职工年内脱困销档，不再发放；明年按在档人数测算指标值")
    ]

    /// What the department says to the warnings of the cross-check, by the rule's id.
    package static let statedAnswers: [String: String] = [
        "CC-007": "收入预算比支出预算多 0.45 万元为年初安排的结余，年初结转 20 万元按原用途使用（合成）",
        "CC-042": "名额以外的 32 名编外人员由场所运作费和工会经费列支（合成）",
        "CC-043": "人员经费含离退休人员补贴和住房改革补贴，不只是在编人员（合成）",
        "CC-061": "“劳模活动总成本”是成本指标的名称，不是另一个项目（合成）",
        "CC-062": "设备购置按中标价列示到元，折合万元多于两位小数（合成）",
    ]

    /// What the review's two remarks lead to.
    package static let correctedActuals: [String: StatedActual] = [
        "P1-09": StatedActual("95.65%", "补发问卷后有效 46 份，44 份满意以上（合成）"),
        "P3-03": StatedActual(
            "94%", "报修单 50 份，按时修复 47 份（合成）",
            deviation: "两次空调故障等待配件，一次维修人员不足；2022年起备足易损件，并与维修单位约定24小时到场"),
    ]
}

/// Why the example cannot be read.
package enum ZengchengExampleError: Error, Hashable, Sendable {
    case missingFolder(String)
    case missingFile(String)

    package var message: String {
        switch self {
        case .missingFolder(let folder):
            "找不到示例数据文件夹 \(folder)。请重新安装本程序，并让这个文件夹与程序在一起。"
        case .missingFile(let name):
            "读不到示例文件“\(name)”。请重新安装本程序，并保持资源文件夹完整。"
        }
    }
}
