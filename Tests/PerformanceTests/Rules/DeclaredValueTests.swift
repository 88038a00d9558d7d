import Quantities
import Testing

@testable import Performance

@Suite("Values as declared (填报值)")
struct DeclaredValueTests {
    @Test(
        "Comparator, number and unit",
        arguments: [
            ("≥300人次", "≥", "300", "人次"), ("≥ 1,234.5 万元", "≥", "2469/2", "万元"),
            ("＞＝95％", "≥", "95", "%"), ("＝100%", "＝", "100", "%"), ("=4次", "＝", "4", "次"),
            ("不少于15人次", "≥", "15", "人次"), ("不超过20万元", "≤", "20", "万元"),
            ("300人次以上", "≥", "300", "人次"), ("10个工作日以内", "≤", "10", "个工作日"),
            ("295人次", "", "295", "人次"), ("≥4", "≥", "4", ""), ("-1%", "", "-1", "%"),
            ("≤3000元/人", "≤", "3000", "元/人"), ("50-60次", "", "50", "次"),
            ("≥若干", "≥", "", ""), ("有效缓解", "", "", ""), ("", "", "", ""),
        ])
    func figures(_ text: String, _ sign: String, _ number: String, _ unit: String) {
        let value = DeclaredValue(text)
        #expect(value.comparator?.rawValue ?? "" == sign)
        #expect(value.number.map { "\($0)" } ?? "" == number)
        #expect(value.unit == unit)
        #expect(value.day == nil)
    }

    @Test(
        "Days",
        arguments: [
            ("2021年12月20日前", "2021-12-20"), ("12月底前", "2021-12-31"), ("2月底", "2021-02-28"),
            ("2022年6月前", "2022-06-30"), ("2021-12-20", "2021-12-20"), ("2021年底前", "2021-12-31"),
            ("≤2021年3月1日", "2021-03-01"), ("6月20日前", "2021-06-20"),
        ])
    func days(_ text: String, _ day: String) {
        #expect(DeclaredValue(text, year: 2021).day?.iso == day)
    }

    @Test(
        "12个月 and 12月 are durations, and a day without a year needs one",
        arguments: ["12个月", "12月", "≤3月"])
    func durations(_ text: String) {
        #expect(DeclaredValue(text, year: 2021).day == nil)
        #expect(DeclaredValue("12月底前").day == nil)
    }

    @Test("Texts are alike by their pairs of characters")
    func similarity() {
        func likeness(_ one: String, _ other: String) -> Fraction {
            TextSimilarity(one, without: ["指标", "率"])
                .likeness(to: TextSimilarity(other, without: ["指标", "率"]))
        }
        #expect(likeness("救助及时率", "救助及时指标") == .one)
        #expect(likeness("救助", "慰问") == .zero)
        #expect("\(likeness("救助人次", "救助职工人次"))" == "1/3")
        #expect(likeness("", "") == .zero)
    }
}
