/// Names that nobody bears.
enum SampleNames {
    private static let duties = [
        "教育", "卫生健康", "民政", "农业农村", "水务", "交通运输", "住房城乡建设", "文化广电旅游", "市场监管", "生态环境",
        "应急管理", "退役军人事务", "人力资源", "城市管理", "司法", "统计", "审计", "科技", "档案", "总工会",
    ]
    private static let works = [
        "困难群众帮扶", "设施维护", "设备购置", "宣传活动", "业务培训", "信息化运维", "安全检查", "公共服务", "编外人员聘用", "专项调查",
        "场所运作", "志愿服务",
    ]
    private static let offices = ["办公室", "业务一科", "业务二科", "财务科"]

    static func department(_ number: Int) -> String {
        "样例区\(duties[(number - 1) % duties.count])部门\(number)"
    }

    static func project(_ place: Int) -> String {
        let round = (place - 1) / works.count
        return works[(place - 1) % works.count] + (round == 0 ? "" : "（\(round + 1)）")
    }

    static func office(_ place: Int) -> String { offices[(place - 1) % offices.count] }
    static func post(_ place: Int) -> String { "\(office(place))负责人" }

    static func goal(of project: String, number: Int) -> String {
        "全年开展\(project)，服务不少于\(number)人次，按时办结，服务对象满意度达到目标值"
    }
}
