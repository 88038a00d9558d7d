package import Performance
package import Quantities
import Storage

/// What a person found (日常监督记录).
package struct SupervisionNote: Hashable, Sendable {
    package var day: Day
    package var way: Way
    package var subject: String
    package var observation: String
    package var hasProblem: Bool
    /// The 整改问题 that came of it.
    package var issueNumber: String?

    /// 监督方式.
    package enum Way: String, Hashable, Sendable, CaseIterable {
        case papers = "查阅资料"
        case onSite = "现场检查"
        case vouchers = "抽查凭证"
        case interview = "座谈询问"
        case complaint = "群众反映"
        case other = "其他"
    }

    package init(
        day: Day, way: Way, subject: String, observation: String, hasProblem: Bool,
        issueNumber: String? = nil
    ) {
        self.day = day
        self.way = way
        self.subject = subject
        self.observation = observation
        self.hasProblem = hasProblem
        self.issueNumber = issueNumber
    }
}

/// A training that was held (培训记录).
package struct TrainingNote: Hashable, Sendable {
    package var day: Day
    package var topic: String
    package var audience: String
    package var attendance: Int
    package var lecturer: String?

    package init(
        day: Day, topic: String, audience: String, attendance: Int, lecturer: String? = nil
    ) {
        self.day = day
        self.topic = topic
        self.audience = audience
        self.attendance = attendance
        self.lecturer = lecturer
    }
}

extension CycleDesk {
    /// Records what a person found (登记日常监督); whose book it is reads it beside the warnings.
    package func record(_ note: SupervisionNote, by performer: Performer, at: Int64) throws {
        _ = try accept("登记日常监督", by: performer, at: at, about: [:]) { acceptance in
            try authorise(.recordSupervision, performer, acceptance)
            let role = performer.role.map(workflow.name(of:))
            try acceptance.add(
                [
                    "监督日期": CycleCell(note.day), "监督方式": .text(note.way.rawValue),
                    "监督岗位": CycleCell(role), "监督对象": CycleCell(note.subject),
                    "发现情况": CycleCell(note.observation), "是否存在问题": CycleCell(note.hasProblem),
                    "整改问题编号": CycleCell(note.issueNumber),
                ], to: .supervision)
        }
    }

    /// Records a training that was held (登记培训).
    package func record(_ note: TrainingNote, by performer: Performer, at: Int64) throws {
        _ = try accept("登记培训", by: performer, at: at, about: [:]) { acceptance in
            try authorise(.recordTraining, performer, acceptance)
            try acceptance.add(
                [
                    "培训日期": CycleCell(note.day), "培训主题": CycleCell(note.topic),
                    "培训对象": CycleCell(note.audience), "参训人数": CycleCell(note.attendance),
                    "主讲": CycleCell(note.lecturer),
                ], to: .trainings)
        }
    }

    package func supervisionNotes() throws -> [SupervisionNote] {
        try read { reader in
            try reader.rows(.supervision).map { row in
                guard let day = row.day("监督日期"),
                    let way = SupervisionNote.Way(rawValue: row.text("监督方式"))
                else { throw StorageError.unexpectedValue("supervision") }
                return SupervisionNote(
                    day: day, way: way, subject: row.text("监督对象"),
                    observation: row.text("发现情况"), hasProblem: row.truth("是否存在问题") ?? false,
                    issueNumber: row.optional("整改问题编号"))
            }
        }
    }

    package func trainingNotes() throws -> [TrainingNote] {
        try read { reader in
            try reader.rows(.trainings).map { row in
                guard let day = row.day("培训日期"), let count = row.integer("参训人数")
                else { throw StorageError.unexpectedValue("training") }
                return TrainingNote(
                    day: day, topic: row.text("培训主题"), audience: row.text("培训对象"),
                    attendance: count, lecturer: row.optional("主讲"))
            }
        }
    }
}
