package import Performance
package import Quantities
import Storage

/// A remark on one answer of a form (意见), and what became of it.
package struct FormComment: Hashable, Sendable {
    package let number: Int
    package let version: Int
    package let place: FormPlace
    package let text: String
    package let author: String
    package let role: String
    package let madeOn: Day
    package let answer: String?
    package let answeredBy: String?
    package let status: Status

    package enum Status: String, Hashable, Sendable, CaseIterable {
        case open = "待答复"
        case answered = "已答复"
        case settled = "已办结"
    }

    /// `第1条（F05 执行数）`
    package var title: String {
        let row = place.cell.map { " \($0.table)第\($0.row + 1)行" } ?? ""
        return "第\(number)条（\(place.form)\(row) \(place.field)）"
    }
}

extension CycleDesk {
    /// Remarks on one answer (提出意见).
    ///
    /// - Parameter place: its subject defaults to 整体.
    @discardableResult
    package func comment(
        _ text: String, at place: FormPlace, of matter: Matter, by performer: Performer, at: Int64
    ) throws -> FormComment {
        try accept(
            "提出意见", by: performer, at: at, about: ["matter": .string(matter.id)]
        ) { acceptance in
            let history = try acceptance.reader.history(of: matter)
            try authorise(.comment, performer, history, acceptance)
            let count = try acceptance.reader.comments(of: matter).count
            let comment = FormComment(
                number: count + 1, version: history.version, place: place, text: text,
                author: performer.account, role: performer.role?.rawValue ?? "",
                madeOn: acceptance.day, answer: nil, answeredBy: nil, status: .open)
            try acceptance.add(comment.cells(of: matter), to: .comments)
            return comment
        }.result
    }

    /// Answers a remark (答复意见): what was changed, or why not.
    @discardableResult
    package func answer(
        _ number: Int, of matter: Matter, with text: String, by performer: Performer, at: Int64
    ) throws -> FormComment {
        try change(number, of: matter, .answerComment, "答复意见", by: performer, at: at) {
            $0.with(answer: text, by: performer.account, status: .answered)
        }
    }

    /// Settles a remark (办结意见): whoever may remark says that it is done.
    @discardableResult
    package func settle(
        _ number: Int, of matter: Matter, by performer: Performer, at: Int64
    ) throws -> FormComment {
        try change(number, of: matter, .comment, "办结意见", by: performer, at: at) {
            $0.with(answer: $0.answer, by: $0.answeredBy, status: .settled)
        }
    }

    /// The remarks of a matter as they stand now.
    package func comments(of matter: Matter) throws -> [FormComment] {
        try read { try $0.comments(of: matter) }
    }

    private func change(
        _ number: Int, of matter: Matter, _ useCase: CycleUseCase, _ action: String,
        by performer: Performer, at: Int64, _ change: (FormComment) -> FormComment
    ) throws -> FormComment {
        let payload: CanonicalJSON = [
            "comment": .integer(Int64(number)), "matter": .string(matter.id),
        ]
        return try accept(action, by: performer, at: at, about: payload) { acceptance in
            let history = try acceptance.reader.history(of: matter)
            try authorise(useCase, performer, history, acceptance)
            let known = try acceptance.reader.comments(of: matter).first { $0.number == number }
            guard let known else { throw CycleError.unknownComment(number) }
            guard known.status != .settled else { throw CycleError.commentSettled(number) }
            let changed = change(known)
            var cells = changed.cells(of: matter)
            cells["提出日期"] = CycleCell(acceptance.day)
            try acceptance.add(cells, to: .comments)
            return changed
        }.result
    }
}

extension FormComment {
    func with(answer: String?, by account: String?, status: Status) -> FormComment {
        FormComment(
            number: number, version: version, place: place, text: text, author: author,
            role: role, madeOn: madeOn, answer: answer, answeredBy: account, status: status)
    }

    func cells(of matter: Matter) -> [String: CycleCell] {
        [
            "提出日期": CycleCell(madeOn), "事项": .text(matter.id), "意见号": CycleCell(number),
            "版本": CycleCell(version), "表号": .text(place.form),
            "填报对象": .text(place.subject ?? FormContent.wholeDepartment),
            "表格": CycleCell(place.cell?.table), "行号": CycleCell(place.cell.map { $0.row + 1 }),
            "填报项": .text(place.field), "意见": CycleCell(text), "提出账号": .text(author),
            "提出岗位": .text(role), "答复": CycleCell(answer),
            "答复账号": CycleCell(answeredBy), "意见状态": .text(status.rawValue),
        ]
    }
}

extension CycleReader {
    func comments(of matter: Matter) throws -> [FormComment] {
        try latest(.comments, by: ["事项", "意见号"]).filter { $0.text("事项") == matter.id }.map {
            row in
            guard let number = row.integer("意见号"), let version = row.integer("版本"),
                let day = row.day("提出日期"),
                let status = FormComment.Status(rawValue: row.text("意见状态"))
            else { throw StorageError.unexpectedValue("form_comment") }
            let cell = row.integer("行号").map {
                FormPlace.Cell(table: row.text("表格"), row: $0 - 1)
            }
            return FormComment(
                number: number, version: version,
                place: FormPlace(
                    form: row.text("表号"), subject: row.text("填报对象"),
                    field: row.text("填报项"), cell: cell),
                text: row.text("意见"), author: row.text("提出账号"), role: row.text("提出岗位"),
                madeOn: day, answer: row.optional("答复"), answeredBy: row.optional("答复账号"),
                status: status)
        }
    }
}
