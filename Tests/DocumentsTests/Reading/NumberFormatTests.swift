import Quantities
import Testing

@testable import Documents

struct NumberFormatTests {
    @Test(arguments: [
        (0, NumberFormat.general), (1, .general), (4, .general), (9, .percent), (10, .percent),
        (11, .general), (13, .general), (14, .day), (17, .day), (18, .time), (21, .time),
        (22, .day),
        (23, .general), (26, .general), (27, .day), (31, .day), (32, .time), (35, .time),
        (36, .day),
        (37, .general), (44, .general), (45, .time), (46, .general), (47, .time), (48, .general),
        (49, .general), (50, .day), (54, .day), (55, .time), (56, .time), (57, .day), (58, .day),
        (59, .general),
    ])
    func `内置数字格式按编号识别`(id: Int, format: NumberFormat) {
        #expect(NumberFormat(builtIn: id) == format)
    }

    @Test(arguments: [
        (#"yyyy"年"m"月"d"日""#, NumberFormat.day), ("yyyy-mm-dd", .day), ("yyyy/m/d;@", .day),
        ("[$-804]yyyy年m月d日", .day), (#"[DBNum1][$-804]yyyy"年"m"月""#, .day), ("m/d", .day),
        ("mmm", .day), ("e年m月", .day), (#"yyyy\-mm\-dd\ hh:mm"#, .day), ("h:mm", .time),
        ("mm:ss", .time), ("上午/下午h时mm分", .time), ("[h]:mm:ss", .general), ("[mm]:ss", .general),
        ("[Red]0.00", .general), ("0.00E+00", .general), ("0.00e-00", .general),
        ("0.00%", .percent),
        (#"0.00"%""#, .general), (#"0\%"#, .general), ("General", .general), ("GENERAL", .general),
        ("G/通用格式", .general), (#"#,##0.00"万元"_);[Red]\(#,##0.00\)"#, .general), ("@", .general),
        (#"_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ "#, .general), (#"0"天""#, .general),
        (#"0\d"#, .general), (#"0"day"#, .general), ("[$€-2] #,##0", .general), ("", .general),
        ("[", .general), (#"\"#, .general), ("[h", .general),
    ])
    func `自定义数字格式按代码识别`(code: String, format: NumberFormat) {
        #expect(NumberFormat(code: code) == format)
    }

    @Test(arguments: [
        (DateSystem.from1900, 1, "1900-01-01"), (.from1900, 59, "1900-02-28"),
        (.from1900, 61, "1900-03-01"), (.from1900, 44_197, "2021-01-01"),
        (.from1900, 44_561, "2021-12-31"), (.from1900, 109_574, "2199-12-31"),
        (.from1904, 0, "1904-01-01"), (.from1904, 42_735, "2021-01-01"),
        (.from1904, 108_112, "2199-12-31"),
    ])
    func `日期序号换成日期`(system: DateSystem, serial: Int, day: String) {
        #expect(system.day(serial)?.iso == day)
    }

    @Test(arguments: [
        (DateSystem.from1900, 0), (.from1900, -1), (.from1900, 60), (.from1900, 109_575),
        (.from1900, 2_958_465), (.from1904, -1), (.from1904, 108_113), (.from1904, Int.max / 2),
    ])
    func `日历上没有的日期序号不会变成日期`(system: DateSystem, serial: Int) {
        #expect(system.day(serial) == nil)
    }
}
