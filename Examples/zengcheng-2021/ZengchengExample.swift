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
