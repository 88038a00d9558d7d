import Formulas
package import Packs
package import Performance
import Quantities
import Storage

/// All that a workplace holds for rules to judge (规则试跑的历史): every draft of every form, the figures of
/// every book, and how each stood at the ends of its quarters.
package struct RuleHistory {
    /// One record, and where it stands.
    package struct Record {
        package let subject: String
        package let facts: Facts
        /// `440118-01 2021年`
        package let book: String
        /// What a finding would have stopped: a draft of a form, a book.
        package let document: String
        private let places: LintRecord?
        private let object: String

        init(
            subject: String, facts: Facts, book: String, document: String, object: String = "",
            places: LintRecord? = nil
        ) {
            self.subject = subject
            self.facts = facts
            self.book = book
            self.document = document
            self.object = object
            self.places = places
        }

        /// `440118-01 2021年 F02 困难职工帮扶 第1版第2稿 绩效指标第3行 指标值`
        package func place(of field: String?) -> String {
            guard let place = places?.place(of: field)
            else { return [document, object].filter { !$0.isEmpty }.joined(separator: " ") }
            let row = place.cell.map { "\($0.table)第\($0.row + 1)行 " } ?? ""
            return "\(document) \(row)\(place.field)"
        }
    }

    private let workplace: Workplace
    private let rules: RuleBook
    private let forms: FormPack
    /// What the rules that are tried speak of; nothing else is read.
    private let subjects: Set<String>

    package init(_ workplace: Workplace, _ book: RuleBook, rules: [Rule], forms: FormPack) {
        self.workplace = workplace
        self.rules = book
        self.forms = forms
        subjects = Set(rules.map(\.subject.name))
    }

    /// Hands out the records of all books, by unit and year.
    package func visit(_ body: (Record) throws -> Void) throws {
        let books = try workplace.store.read { try $0.books(unitCode: nil) }
        for book in books {
            let desk = try BookDesk.open(workplace, book)
            let name = "\(book.id.unitCode) \(book.id.year.number)年"
            let records =
                try ofForms(desk, name) + ofBook(desk, name) + ofQuarters(book, name)
            for record in records where subjects.contains(record.subject) { try body(record) }
        }
    }

    // MARK: - Kinds of records

    private func ofForms(_ desk: BookDesk, _ book: String) throws -> [Record] {
        let cycle = CycleDesk(workplace, desk.book.id)
        let drafts = try cycle.matters().flatMap { try cycle.forms(of: $0.matter) }
        guard !drafts.isEmpty else { return [] }
        let context = try GoalContext(desk)
        let contents = drafts.map(\.content)
        let lint = FormLint(rules)
        return drafts.flatMap { draft in
            let document =
                "\(book) \(draft.form) \(draft.subject) 第\(draft.version)版第\(draft.draft)稿"
            return lint.records(
                of: draft.content, definition: forms.form(draft.form),
                context: context.context(of: draft.content, among: contents)
            ).map {
                Record(
                    subject: $0.subject, facts: $0.facts, book: book, document: document,
                    places: $0)
            }
        }
    }

    private func ofBook(_ desk: BookDesk, _ book: String) throws -> [Record] {
        try BookRecords(desk).all().map {
            Record(
                subject: $0.subject, facts: $0.facts, book: book, document: "\(book) 账套",
                object: [$0.subject, $0.object].filter { !$0.isEmpty }.joined(separator: "·"))
        }
    }

    /// What warnings judge (执行进度, 指标进度, 期限, 台账, 自评), at the end of each quarter.
    private func ofQuarters(_ book: BookRecord, _ name: String) throws -> [Record] {
        let judged: Set = ["执行进度", "指标进度", "期限", "台账", "自评"]
        guard !subjects.isDisjoint(with: judged) else { return [] }
        return try Quarter.allCases.flatMap { quarter in
            let day = quarter.lastDay(of: book.id.year)
            let desk = MonitoringDesk(try BookDesk.open(workplace, book, through: day))
            return try desk.warningFacts().map {
                Record(
                    subject: $0.subject, facts: $0.values, book: name,
                    document: "\(name) \(day.iso)", object: "\($0.subject)·\($0.object)")
            }
        }
    }
}
