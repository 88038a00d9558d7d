import ArgumentParser
import Office
import Performance
import Quantities

/// The book whose people are meant.
struct PeopleOptions: ParsableArguments {
    @OptionGroup var book: BookOptions

    @Option(help: ArgumentHelp("财政局的单位代码：局里授予的岗位对各部门有效。", valueName: "代码"))
    var bureau: String?

    @Flag(help: "一人岗：单位只有一个人，授权不等第二人确认；以后每次签字都会注明。")
    var onePersonOffice = false

    func desk() throws -> CycleDesk {
        try book.workplace().cycleDesk(
            unit: book.unit, year: book.year, bureau: bureau,
            isOnePersonOffice: onePersonOffice)
    }
}

/// A role by its Chinese name, as users know it.
enum RoleName {
    static func read(_ text: String, at desk: CycleDesk) throws -> Role {
        let roles = desk.workflow.roles
        guard let role = roles.first(where: { $0.name == text || $0.role.rawValue == text })
        else {
            throw ValidationError(
                "没有岗位“\(text)”。可用的岗位：\(roles.map(\.name).joined(separator: "、"))。")
        }
        return role.role
    }

    static func day(_ text: String?) throws -> Day? {
        guard let text else { return nil }
        guard let day = try? Day(reading: text) else { throw OfficeError.invalidDay(text) }
        return day
    }
}
