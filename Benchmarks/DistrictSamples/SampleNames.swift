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

    /// Goals of the first twelve places of a department are unlike one another, whatever the numbers.
    static func goal(_ place: Int, number: Int) -> String {
        "\(project(place))：\(tasks[(place - 1) % tasks.count])\(number)"
    }

    /// What each of ``works`` is to bring about, in words of its own.
    private static let tasks = [
        "向建档家庭按季发放生活补助，缓解其基本生活困难，人次≥", "保持场馆电梯空调消防完好，报修当日响应，巡检≥",
        "按核准目录采购办公终端，全部验收入库，台套≥", "制作短视频和海报，覆盖沿街商户，阅读≥",
        "分批轮训基层骨干，结业考核合格，学时≥", "业务系统全年不中断，漏洞七日内修补，工单≥",
        "排查危险化学品和燃气隐患，逐项整改销号，检查≥", "窗口延时办理证照，群众少跑腿，办件≥",
        "聘用辅助人员充实一线岗位，工资按月到账，人月≥", "入户登记抽样家庭收支，数据按期上报，样本≥",
        "每周开放文体活动室，承接社团排练演出，开放≥", "招募青年参加河道清洁和敬老，记录时长，小时≥",
    ]
}
