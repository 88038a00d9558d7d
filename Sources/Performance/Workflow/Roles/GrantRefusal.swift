package import Quantities

/// Why a role is not granted or a step not delegated (不予授权).
package enum GrantRefusal: Error, Hashable, Sendable {
    case everybodyHasIt(role: String)
    /// 系统管理员不兼业务岗位.
    case administratorHoldsNoBusiness(account: String)
    case toOneself(account: String)
    case endMissing(role: String)
    case endBeforeStart(Day, Day)
    case nothingToConfirm(account: String, role: String)
    case secondPersonIsFirst(account: String)
    case notGranted(account: String, role: String)
    case administratorExists(account: String)
    case recused(account: String)
    case notHeld(principal: String, role: String)
    /// Who may arrange it, as names of roles.
    case mayNotArrange(account: String, allowed: [String])
    case delegateHasNoOffice(account: String)
    case toPrincipal(account: String)
    case invalidAccount(String)

    package var message: String {
        switch self {
        case .everybodyHasIt(let role): "“\(role)”不用授权，人人都有。"
        case .administratorHoldsNoBusiness(let account):
            "系统管理员不兼业务岗位：\(account) 不能同时担任。请换一个账号，或先撤销其原来的岗位。"
        case .toOneself(let account): "\(account) 不能给自己授权。请由另一位系统管理员办理。"
        case .endMissing(let role): "“\(role)”的授权须写明有效期。请填写最后一天。"
        case .endBeforeStart(let start, let end):
            "最后一天\(end.chinese)早于第一天\(start.chinese)。请核对日期。"
        case .nothingToConfirm(let account, let role): "没有等待确认的授权：\(account) 的“\(role)”。请先授权。"
        case .secondPersonIsFirst(let account):
            "授权须由第二人确认，\(account) 是授权人或被授权人本人。请由另一个人确认；只有一个人的单位请设为一人岗。"
        case .notGranted(let account, let role): "\(account) 没有“\(role)”的授权，无从撤销。请核对账号和岗位。"
        case .administratorExists(let account): "已有系统管理员 \(account)。请由其授权。"
        case .recused(let account): "\(account) 曾为本部门提供咨询，须回避，不能授予复核岗位。请换一个账号。"
        case .notHeld(let principal, let role): "\(principal) 没有“\(role)”岗位，不能委托。请核对账号和岗位。"
        case .mayNotArrange(let account, let allowed):
            "\(account) 不能登记这项委托。请由委托人本人，或由\(allowed.joined(separator: "、"))登记。"
        case .delegateHasNoOffice(let account):
            "\(account) 没有任何业务岗位，不能受托。请先授予一个岗位，或委托给其他人。"
        case .toPrincipal(let account): "\(account) 不能委托给自己。请写明另一个账号。"
        case .invalidAccount(let account):
            "账号“\(account)”无效：应为1至60个字，不含空格和“|”，不能是“系统”。"
        }
    }
}
