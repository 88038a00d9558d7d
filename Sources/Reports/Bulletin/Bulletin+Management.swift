import Documents
import Formulas
import Performance
import Quantities

/// 三、绩效目标实现情况 to 六、下一步要求.
extension Bulletin {
    mutating func addGoals() throws {
        heading("三、绩效目标实现情况")
        let counts = facts.summary.goals.counts
        let unlit: FigureText =
            counts.unlit == 0
            ? "" : "；另有\(figure("未亮灯指标数"))个未填报、不适用或未到期，不亮灯"
        paragraph(
            "列入监控的三级指标共\(figure("指标数"))个，其中亮灯\(figure("亮灯指标数"))个" + unlit + "。")
        let shares = [MonitoringLight.green, .yellow, .red, .blue].map { light -> FigureText in
            """
            \(light.rawValue)\(figure("\(light.rawValue)指标数"))个，\
            占\(figure("\(light.rawValue)指标占比"))
            """
        }
        if counts.lit > 0 {
            paragraph("亮灯的指标中，" + FigureText.list(shares, separator: "；") + "。")
        }
        paragraph("红灯和黄灯指标的原因和拟采取的措施见附表2。")
        try prose(.goals)
    }

    mutating func addManagement() throws {
        heading("四、绩效管理质量")
        let subject = facts.subject
        paragraph(
            """
            绩效目标质量问题\(figure("目标质量问题数"))处；表间勾稽错误\(figure("勾稽错误数"))处；\
            缺完成值的指标\(figure("缺数据问题数"))个；应填未填\(figure("必填未填问题数"))处。
            """)
        for (name, submission) in [("逾期报送", QuarterlySubmission.late), ("未报送", .missing)] {
            let lines = facts.summary.lines.filter { $0.submission == submission }
            guard !lines.isEmpty else { continue }
            paragraph(
                """
                \(name)的\(subject)共\(figure("\(name)\(subject)数"))个：\
                \(lines.map(\.name).joined(separator: "、"))。
                """)
        }
        try prose(.management)
    }

    mutating func addRectification() throws {
        heading("五、整改情况")
        guard facts.keepsRectification else {
            paragraph("尚未启用整改台账，本期没有整改数据。")
            return try prose(.rectification)
        }
        let counts = facts.summary.rectification
        paragraph(
            "本季新增问题\(figure("新增整改数"))个。截至期末，应整改\(figure("应整改数"))个，"
                + "其中已销号\(figure("已销号数"))个、整改中\(figure("整改中数"))个、"
                + "逾期\(figure("逾期整改数"))个" + (counts.due > 0 ? "；整改率\(figure("整改率"))。" : "。"))
        let overdue = facts.summary.lines.filter { $0.rectification.overdue > 0 }
        if !overdue.isEmpty {
            paragraph(
                "有逾期问题的\(facts.subject)：\(overdue.map(\.name).joined(separator: "、"))。明细见附表3。")
        }
        try prose(.rectification)
    }

    mutating func addNextSteps() throws {
        heading("六、下一步要求")
        if !facts.lines(.red).isEmpty {
            let due = facts.answerDue.map { "（\($0.chinese)前）" } ?? ""
            paragraph(
                """
                亮红灯的\(facts.subject)应在收到本通报后\(figure("书面说明期限"))个工作日内\(due)书面说明原因和整改措施；\
                逾期不说明的，列入整改台账。
                """)
        }
        for suggestion in BulletinSuggestion.allCases {
            let lines = facts.summary.lines.filter { $0.suggestion == suggestion }
            guard !lines.isEmpty else { continue }
            let run = suggestion == .interview ? "连续两个季度" : "连续三个以上季度"
            paragraph(
                """
                \(run)亮红灯的\(facts.subject)共\(figure("\(suggestion.rawValue)建议\(facts.subject)数"))个，\
                \(suggestion.words)：\(lines.map(\.name).joined(separator: "、"))。
                """)
        }
        try prose(.nextSteps)
    }
}
