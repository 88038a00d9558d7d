/// A measure word (计量单位) as the lexer knows it: spelling and what it counts.
///
/// 人, 名 and 位 count the same persons; 人次 never does.
enum CountUnit {
    /// Spellings by class; words of one line count the same thing.
    private static let classes = [
        "个", "人 名 位 员", "人次", "户", "户次", "件", "项", "批次 批", "辆 台次", "台 部", "套", "家", "场 场次", "期",
        "份",
        "笔", "条", "篇", "处", "座", "张", "所", "间", "亩", "公里 千米", "平方米 ㎡ 平米", "吨", "次", "起", "只", "头",
        "枚", "对",
        "支", "门", "天 日历天", "小时", "岁 周岁", "周年", "个月", "年度", "季度", "本 册", "盏", "棵 株", "班", "村", "米",
        "立方米",
        "千克 公斤", "度", "千瓦", "千瓦时", "课时", "学时", "例", "宗", "艘", "架", "幅", "块", "片", "面", "枪", "道",
        "桶", "箱", "瓶",
        "袋", "床", "桌", "餐", "封", "尊", "根", "组", "类", "种", "级", "层", "栋 幢", "户数", "届", "轮", "车次",
        "班次", "人天", "公顷",
        "万亩次", "倍", "成", "周", "家次", "件次", "人日", "头次", "篇次", "项次", "国", "年期", "分钟", "秒", "号", "KB",
        "MB", "GB", "升", "毫克", "微克", "度电",
    ]

    static let names: [String] = classes.map {
        String($0.prefix { $0 != " " })
    }

    static let person = UInt8(1)
    static let personTimes = UInt8(2)
    static let year = UInt8(classes.firstIndex(of: "年度") ?? 0)
    static let multiple = UInt8(classes.firstIndex(of: "倍") ?? 0)
    static let tenths = UInt8(classes.firstIndex(of: "成") ?? 0)

    /// 所, 家, 处, 座: places that 个 counts too.
    static func isPlace(_ unit: UInt8) -> Bool { places.contains(unit) }

    private static let places: Set<UInt8> = Set(
        ["家", "处", "座", "所", "间", "项"].compactMap { classes.firstIndex(of: $0).map(UInt8.init) })

    private static let spellings: [[ContiguousArray<UInt8>]] = classes.map {
        $0.split(separator: " ").map { ContiguousArray($0.utf8) }
    }

    /// Whether a label such as 户均 or 平均每辆 names the unit; 人均 serves persons and 人次.
    static func isNamed(_ unit: UInt8, in label: UnsafeBufferPointer<UInt8>) -> Bool {
        let names = spellings[Int(unit == personTimes ? person : unit)]
        for name in names where label.count >= name.count {
            for start in 0...label.count - name.count {
                var length = 0
                while length < name.count, label[start + length] == name[length] { length += 1 }
                if length == name.count { return true }
            }
        }
        return false
    }

    /// 二季度, 三级, 十五届: with Chinese numerals these are names.
    static func isOrdinal(_ unit: UInt8) -> Bool { ordinals.contains(unit) }

    private static let ordinals: Set<UInt8> = Set(
        ["季度", "期", "级", "届", "类", "层", "号", "周", "组", "年度", "班", "起"].compactMap { name in
            classes.firstIndex { $0.split(separator: " ").contains(Substring(name)) }.map(
                UInt8.init)
        })

    struct Entry {
        let bytes: ContiguousArray<UInt8>
        let unit: UInt8
    }

    /// By first scalar, the longest first.
    static let byFirstScalar: [UInt32: [Entry]] = {
        var table: [UInt32: [Entry]] = [:]
        for (unit, list) in classes.enumerated() {
            for text in list.split(separator: " ") {
                guard let first = text.unicodeScalars.first else { continue }
                table[first.value, default: []].append(
                    Entry(bytes: ContiguousArray(text.utf8), unit: UInt8(unit)))
            }
        }
        return table.mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
    }()
}
