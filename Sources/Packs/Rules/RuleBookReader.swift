import Formulas
import Performance

/// Gathers subjects and rules file by file.
struct RuleBookReader {
    private let lexicon: Lexicon
    private let quality: QualityParameters
    private var subjects: [RuleSubject] = []
    private var rules: [CheckID: Rule] = [:]

    init(lexicon: Lexicon, quality: QualityParameters) {
        self.lexicon = lexicon
        self.quality = quality
    }

    func book() throws(PackError) -> RuleBook {
        RuleBook(
            subjects: subjects, rules: Array(rules.values), lexicon: lexicon,
            qualityParameters: quality)
    }

    /// `subjects: […]`
    mutating func add(subjectsOf file: PackText) throws(PackError) {
        let top = try YAMLValue(text: file.text, file: file.file).mapping(["subjects"])
        try add(subjects: top.require("subjects"))
    }

    /// `rules: […]`, and subjects of the file's own.
    mutating func add(_ file: PackText) throws(PackError) {
        let value = try YAMLValue(text: file.text, file: file.file)
        let top = try value.mapping(["subjects", "rules"])
        if let own = top["subjects"] { try add(subjects: own) }
        for item in try top.require("rules").nonEmptyList() {
            try add(rule: item, of: file.file)
        }
    }

    private mutating func add(subjects value: YAMLValue) throws(PackError) {
        for item in try value.nonEmptyList() {
            let subject = try SubjectReader.subject(item)
            guard !subjects.contains(where: { $0.name == subject.name }) else {
                throw item.refusal("规则对象“\(subject.name)”已有定义", remedy: "换一个名称")
            }
            subjects.append(subject)
        }
    }

    private mutating func add(rule value: YAMLValue, of file: String) throws(PackError) {
        let head = try value.mapping(RuleFileReader.keys)
        let id = CheckID(rawValue: try head.require("id").text())
        let overrides = try head["override"]?.truth() ?? false
        let known = rules[id]
        if known != nil, !overrides {
            throw try head.require("id").refusal(
                "规则“\(id)”已有定义（\(known?.file ?? "")）", remedy: "换一个编号，或写override: true来改写它")
        }
        if known == nil, overrides {
            throw try head.require("id").refusal("没有规则“\(id)”可以改写", remedy: "核对编号，或删去override")
        }
        if let known, head["when"] == nil, head["levels"] == nil, head["lights"] == nil {
            rules[id] = try RuleFileReader.rule(known, adjustedBy: head, file)
            return
        }
        let subject = try head["subject"].map { value throws(PackError) in
            try self.subject(value)
        }
        guard let subject = subject ?? known?.subject
        else { throw value.refusal("缺少“subject”", remedy: "写明规则判断什么，如subject: 指标") }
        rules[id] = try RuleFileReader(subject: subject, file: file).rule(id, head)
    }

    private func subject(_ value: YAMLValue) throws(PackError) -> RuleSubject {
        let name = try value.text()
        guard let subject = subjects.first(where: { $0.name == name }) else {
            throw value.refusal(
                "没有规则对象“\(name)”", remedy: "改用：\(subjects.map(\.name).joined(separator: "、"))")
        }
        return subject
    }
}
