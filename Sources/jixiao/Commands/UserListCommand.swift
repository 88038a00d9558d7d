import ArgumentParser
import Office
import Performance
import Quantities

struct UserListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出岗位授权和委托。")

    @OptionGroup var people: PeopleOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = try people.desk()
        let directory = try desk.directory()
        guard output.format == .text else {
            Output.line(Self.json(directory).text)
            return
        }
        var grants = TextTable([
            ("账号", .left), ("岗位", .left), ("状态", .left), ("授权人", .left), ("确认人", .left),
            ("有效期至", .left),
        ])
        for grant in directory.grants {
            grants.append([
                grant.account, desk.workflow.name(of: grant.role), grant.status.rawValue,
                grant.grantedBy, grant.confirmedBy ?? "", grant.validTo?.iso ?? "",
            ])
        }
        Output.lines(grants.lines)
        guard !directory.delegations.isEmpty else { return }
        var delegations = TextTable([
            ("委托人", .left), ("岗位", .left), ("受托人", .left), ("自", .left), ("至", .left),
            ("事由", .left),
        ])
        for delegation in directory.delegations {
            delegations.append([
                delegation.principal, desk.workflow.name(of: delegation.role),
                delegation.delegate, delegation.firstDay.iso, delegation.lastDay.iso,
                delegation.reason,
            ])
        }
        Output.line("")
        Output.lines(delegations.lines)
    }

    private static func json(_ directory: RoleDirectory) -> CanonicalJSON {
        let grants = directory.grants.map { grant -> CanonicalJSON in
            [
                "account": .string(grant.account), "role": .string(grant.role.rawValue),
                "status": .string(grant.status.rawValue), "grantedBy": .string(grant.grantedBy),
                "confirmedBy": grant.confirmedBy.map { .string($0) } ?? .null,
                "validTo": grant.validTo.map { .string($0.iso) } ?? .null,
            ]
        }
        let delegations = directory.delegations.map { delegation -> CanonicalJSON in
            [
                "principal": .string(delegation.principal),
                "role": .string(delegation.role.rawValue),
                "delegate": .string(delegation.delegate),
                "from": .string(delegation.firstDay.iso),
                "through": .string(delegation.lastDay.iso),
            ]
        }
        return ["grants": .array(grants), "delegations": .array(delegations)]
    }
}
