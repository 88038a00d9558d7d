package import Quantities

/// Why a step is refused (不予办理): who may do it, what is missing, what to do next.
package enum WorkflowRefusal: Error, Hashable, Sendable {
    /// - Parameter possible: the actions of the present state.
    case notPossible(action: String, state: String, possible: [String])
    case automaticOnly(action: String)
    case roleMayNot(action: String, role: String, allowed: [String])
    case roleNotHeld(account: String, role: String, Day)
    case notDelegated(delegate: String, principal: String, role: String, Day)
    case recused(account: String)
    /// Who edited or authored may not judge.
    case ownWork(action: String, account: String)
    case alreadySigned(action: String, role: String, waitingFor: [String])
    case signedAlready(action: String, account: String)
    case reasonMissing(action: String)
    case evidenceMissing(action: String)
    case dueDayMissing(action: String)
    case dueDayPassed(Day)
    case guardFailed(action: String, missing: String, details: [String], remedy: String)
    case notLookedAt(action: String, missing: String)
    case cannotTakeBack(TakeBackObstacle)
    /// - Parameter possible: names of the states that it may go back to.
    case cannotSendBack(target: String?, possible: [String])
    case calendar(WorkCalendarError)

    package enum TakeBackObstacle: Hashable, Sendable {
        case nothingDone
        /// 已签收: the receiver has opened it.
        case received(by: String)
        case notYours(by: String)
        case doneBySystem
        case settled(state: String)
    }

    package var message: String {
        switch self {
        case .notPossible(let action, let state, let possible):
            "“\(state)”状态下不能“\(action)”。现在可以办理：\(Self.list(possible, none: "无"))。"
        case .automaticOnly(let action): "“\(action)”由系统在条件齐备时自动办理，不用人工操作。"
        case .roleMayNot(let action, let role, let allowed):
            "“\(action)”由\(Self.list(allowed, none: "系统"))办理，您的岗位是\(role)。请转交有权办理的人。"
        case .roleNotHeld(let account, let role, let day):
            "账号 \(account) 在\(day.chinese)没有“\(role)”岗位。请先由系统管理员授权，或改用有该岗位的账号。"
        case .notDelegated(let delegate, let principal, let role, let day):
            "\(principal) 没有在\(day.chinese)把“\(role)”的事项委托给 \(delegate)。请先登记委托，写明期限。"
        case .recused(let account):
            "账号 \(account) 曾为本部门提供咨询，须回避，不能复核本部门的事项。请由其他人办理。"
        case .ownWork(let action, let account):
            "\(account) 填报或修改过本事项，不能再“\(action)”。请由没有参与填报的人办理，或委托他人。"
        case .alreadySigned(let action, let role, let waiting):
            "“\(role)”已经为“\(action)”会签，还等：\(waiting.joined(separator: "、"))。"
        case .signedAlready(let action, let account):
            "\(account) 已经为“\(action)”会签，会签须由不同的人办理。请由另一人会签。"
        case .reasonMissing(let action): "“\(action)”要写明理由。请填写理由后再办理。"
        case .evidenceMissing(let action): "“\(action)”要附佐证材料。请至少上传一份后再办理。"
        case .dueDayMissing(let action): "“\(action)”要写明完成期限。请填写日期后再办理。"
        case .dueDayPassed(let day): "完成期限\(day.chinese)早于办理当天。请改为以后的日期。"
        case .guardFailed(let action, let missing, let details, let remedy):
            "还不能“\(action)”：\(missing)\(Self.listed(details))。请\(remedy)。"
        case .notLookedAt(let action, let missing):
            "还不能“\(action)”：尚未核对“\(missing)”。请先核对再办理。"
        case .cannotTakeBack(let obstacle): Self.message(obstacle)
        case .cannotSendBack(let target, let possible):
            (target.map { "不能退回到“\($0)”" } ?? "没有写明退回到哪一步")
                + "。可以退回到：\(Self.list(possible, none: "无"))。"
        case .calendar(let error): error.message
        }
    }

    private static func message(_ obstacle: TakeBackObstacle) -> String {
        switch obstacle {
        case .nothingDone: "还没有可以撤回的步骤。"
        case .received(let account): "对方（\(account)）已经签收，不能撤回。请联系对方退回。"
        case .notYours(let account): "上一步由 \(account) 办理，只有其本人可以撤回。"
        case .doneBySystem: "上一步由系统自动办理，不能撤回。"
        case .settled(let state): "事项已到“\(state)”，不能撤回。确需更改的，请按该状态的办法办理。"
        }
    }

    private static func list(_ names: [String], none: String) -> String {
        names.isEmpty ? none : names.joined(separator: "、")
    }

    private static func listed(_ details: [String]) -> String {
        guard !details.isEmpty else { return "" }
        let shown = details.prefix(10).joined(separator: "；")
        return "（\(shown)\(details.count > 10 ? "等 \(details.count) 项" : "")）"
    }
}
