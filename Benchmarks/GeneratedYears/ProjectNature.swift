import Seeds

/// How a project spends through a year (支出规律).
package enum ProjectNature: String, CaseIterable, Sendable {
    case payroll = "人员聘用"
    case festivalVisits = "节日慰问"
    case quarterlyAid = "季度帮扶"
    case autumnProcurement = "设备采购"
    case construction = "工程修缮"
    case demandDriven = "按需服务"
    case scattered = "日常维护"
    case yearEndRush = "专项工作"
    /// Half at the contract, half on acceptance.
    case twoHalves = "委托课题"
    /// Handed down to streets and towns in one or two sums.
    case handedDown = "转移下拨"

    /// What the training families are made of; the last two stand in held-out ones only.
    package static let usual: [ProjectNature] = [
        .payroll, .festivalVisits, .quarterlyAid, .autumnProcurement, .construction, .demandDriven,
        .scattered, .yearEndRush,
    ]

    /// Thousandths of the year due in each month; lumps come on top by chance.
    func schedule(springFestival: Int) -> [Int] {
        switch self {
        case .payroll: [80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 120]
        case .festivalVisits: Self.festivals(springFestival)
        case .quarterlyAid: [0, 0, 240, 0, 0, 245, 0, 0, 245, 0, 0, 270]
        case .autumnProcurement, .twoHalves, .handedDown: [Int](repeating: 5, count: 12)
        case .construction: [0, 10, 40, 60, 70, 70, 70, 70, 80, 80, 80, 70]
        case .demandDriven, .scattered: [Int](repeating: 83, count: 12)
        case .yearEndRush: [20, 15, 40, 40, 50, 60, 50, 50, 70, 80, 150, 250]
        }
    }

    /// What comes of the thousandths due in a month: some pay only now and then.
    func due(_ scheduled: Int, _ random: inout RandomSource) -> Int {
        guard self == .scattered else { return scheduled }
        return random.chance(60) ? scheduled * random.number(50...280) / 100 : 0
    }

    private static func festivals(_ springFestival: Int) -> [Int] {
        var schedule = [20, 20, 10, 40, 130, 20, 20, 20, 90, 90, 20, 70]
        schedule[springFestival - 1] += 450
        return schedule
    }

    /// The thousandths that come in lumps, each at its own chance a month (in thousandths).
    var lumps: [Lump] {
        switch self {
        case .autumnProcurement:
            [Lump(share: 850, chances: [0, 0, 0, 5, 10, 40, 80, 120, 250, 350, 450, 500])]
        case .construction:
            [Lump(share: 250, chances: [0, 0, 200, 400, 400, 300, 200, 200, 200, 200, 200, 200])]
        case .twoHalves:
            [
                Lump(
                    share: 470, chances: [0, 50, 150, 250, 300, 300, 300, 300, 300, 300, 200, 100]),
                Lump(share: 470, chances: [0, 0, 0, 0, 0, 20, 40, 60, 150, 250, 400, 500]),
            ]
        case .handedDown:
            [
                Lump(
                    share: 600, chances: [0, 50, 400, 500, 400, 400, 300, 300, 300, 300, 300, 300]),
                Lump(share: 350, chances: [0, 0, 0, 0, 50, 150, 250, 250, 300, 300, 300, 300]),
            ]
        default: []
        }
    }

    struct Lump {
        let share: Int
        let chances: [Int]
    }
}
