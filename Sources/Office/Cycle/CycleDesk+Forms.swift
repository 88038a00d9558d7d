import Formulas
package import Performance
import Quantities
import Reports
import Storage

/// Forms of a matter (填报): saved draft by draft, never overwritten.
extension CycleDesk {
    /// Saves a form of a matter as its next draft.
    ///
    /// The department's forms while the state lets it fill in, a reviewer's while he reviews.
    ///
    /// - Throws: ``CycleError/mayNot(useCase:role:state:allowed:)``,
    ///   ``CycleError/formOfAnotherBook(form:)``.
    @discardableResult
    package func save(
        _ content: FormContent, of matter: Matter, by performer: Performer, at: Int64
    ) throws -> FormVersion {
        let payload: CanonicalJSON = [
            "form": .string(content.form), "matter": .string(matter.id),
        ]
        return try accept("填报", by: performer, at: at, about: payload) { acceptance in
            let history = try acceptance.reader.history(of: matter)
            return try save(content, history, by: performer, acceptance)
        }.result
    }

    /// The drafts of a matter's forms, in the order in which they were saved.
    package func forms(of matter: Matter) throws -> [FormVersion] {
        try read { try $0.forms(of: matter) }
    }

    /// The latest draft of one form, or the last one of a version.
    ///
    /// - Throws: ``CycleError/formNotStored(form:subject:version:)``.
    package func form(
        _ form: String, about subject: String = FormContent.wholeDepartment, of matter: Matter,
        version: Int? = nil
    ) throws -> FormVersion {
        let found = try forms(of: matter).last {
            $0.form == form && $0.subject == subject && (version == nil || $0.version == version)
        }
        guard let found else {
            throw CycleError.formNotStored(form: form, subject: subject, version: version)
        }
        return found
    }

    /// What changed from the last draft of one version to the last of another: only that.
    package func differences(
        in form: String, about subject: String = FormContent.wholeDepartment, of matter: Matter,
        from earlier: Int, to later: Int
    ) throws -> [FormChange] {
        let before = try self.form(form, about: subject, of: matter, version: earlier)
        let after = try self.form(form, about: subject, of: matter, version: later)
        return after.content.changes(since: before.content)
    }

    @discardableResult
    func save(
        _ content: FormContent, _ history: MatterHistory, by performer: Performer,
        _ acceptance: CycleAcceptance
    ) throws -> FormVersion {
        try authorise(
            workflow.authorisation.useCase(ofForm: content.form), performer, history, acceptance)
        guard content.unitCode == book.unitCode, content.fiscalYear == book.year.number
        else { throw CycleError.formOfAnotherBook(form: content.form) }
        let drafts = try acceptance.reader.forms(of: history.matter).count {
            $0.form == content.form && $0.subject == content.subject
                && $0.version == history.version
        }
        let text = content.json.text
        let saved = FormVersion(
            form: content.form, subject: content.subject, version: history.version,
            draft: drafts + 1, savedOn: acceptance.day, editor: performer.account,
            content: content, digest: ContentDigest(of: Array(text.utf8)))
        try acceptance.add(
            [
                "填报日期": CycleCell(saved.savedOn), "事项": .text(history.matter.id),
                "表号": .text(saved.form), "填报对象": .text(saved.subject),
                "版本": CycleCell(saved.version), "稿次": CycleCell(saved.draft),
                "填报账号": .text(saved.editor), "岗位": CycleCell(performer.role?.rawValue),
                "内容": .text(text), "内容摘要": .text(saved.digest.hexadecimal),
            ], to: .forms)
        // What a self-evaluation says of an indicator is what its score is computed from.
        if history.matter.kind == .evaluation, content.form == ProjectEvaluationFilling.form {
            try acceptance.registerActuals(of: content)
        }
        return saved
    }

    /// Whether the performer may do something with a matter in its present state.
    func authorise(
        _ useCase: CycleUseCase, _ performer: Performer, _ history: MatterHistory,
        _ acceptance: CycleAcceptance
    ) throws {
        try authorise(
            useCase, performer, history, on: acceptance.day,
            directory: acceptance.reader.directory())
    }

    func authorise(
        _ useCase: CycleUseCase, _ performer: Performer, _ history: MatterHistory, on day: Day,
        directory: RoleDirectory
    ) throws {
        guard let state = history.state
        else { throw CycleError.noSuchMatter(history.matter.id) }
        let kind = history.matter.kind
        let authorisation = workflow.authorisation
        guard let role = performer.role, authorisation.allows(role, useCase, kind, in: state)
        else {
            throw CycleError.mayNot(
                useCase: authorisation.name(of: useCase),
                role: performer.role.map(workflow.name(of:)) ?? Performer.systemAccount,
                state: workflow.machine(kind).name(of: state),
                allowed: authorisation.roles(for: useCase, kind, in: state)
                    .map(workflow.name(of:)))
        }
        try workflow.checkHolder(
            role,
            WorkflowContext(
                performer: performer, day: day, directory: directory, calendar: calendar))
    }
}

extension CycleReader {
    /// - Throws: ``StorageError/unexpectedValue(_:)`` where a content is not what was saved.
    func forms(of matter: Matter) throws -> [FormVersion] {
        try rows(.forms).filter { $0.text("事项") == matter.id }.map { row in
            let text = row.text("内容")
            guard let digest = ContentDigest(hexadecimal: row.text("内容摘要")),
                digest == ContentDigest(of: Array(text.utf8)),
                let content = FormContent(json: try CanonicalJSON(reading: text)),
                let day = row.day("填报日期"), let version = row.integer("版本"),
                let draft = row.integer("稿次")
            else { throw StorageError.unexpectedValue("form_version.content") }
            return FormVersion(
                form: row.text("表号"), subject: row.text("填报对象"), version: version,
                draft: draft, savedOn: day, editor: row.text("填报账号"), content: content,
                digest: digest)
        }
    }
}
