/// One reason why a year is expected to fall short (预计依据): what stands in the books against what was
/// usual, in 万分比. The forest weighs more than these; they are what a person can check.
package struct ForecastDriver: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// By the month; in its last three months.
        case progress(month: Int)
        case recentMonths
        /// Hundredths of months at the end in which nothing came.
        case silence
        /// The largest month of the year has not come yet.
        case largestMonth
        /// All courses of the unit, this year against what was expected of them.
        case unitThisYear
        /// The worst and the best of its own years.
        case ownYears(count: Int)
        /// How many years of its kind ended below the limit.
        case kindYears
    }

    package let kind: Kind
    package let now: Int
    package let usual: Int

    /// In plain words (大白话).
    package var text: String {
        switch kind {
        case .progress(let month):
            "到\(month)月末完成 \(percent(now))，往年同期一般 \(percent(usual))"
        case .recentMonths: "近三个月完成 \(percent(now))，往年同期一般 \(percent(usual))"
        case .silence: "连续 \(months(now)) 个月没有进展，往年同期一般 \(months(usual)) 个月"
        case .largestMonth: "大额一笔还没有发生：今年最大一个月 \(percent(now))，往年一般 \(percent(usual))"
        case .unitThisYear: "本单位各项今年平均比往年同期慢 \(tenths(-now)) 个百分点"
        case .ownYears(let count): "本项往年（\(count) 年）年末完成 \(percent(now))—\(percent(usual))"
        case .kindYears: "同类往年有 \(percent(now)) 年末未达要求"
        }
    }

    private func percent(_ share: Int) -> String { tenths(share) + "%" }

    private func months(_ hundredths: Int) -> String { tenths(hundredths) }

    /// Hundredths told to one decimal.
    private func tenths(_ hundredths: Int) -> String {
        let size = (abs(hundredths) + 5) / 10
        return "\(hundredths < 0 && size > 0 ? "-" : "")\(size / 10)"
            + (size % 10 == 0 ? "" : ".\(size % 10)")
    }
}

extension ForecastDriver {
    /// What speaks for a miss, in the order in which a person would look.
    ///
    /// Gaps count from five hundredths of the year on; this product's setting.
    static func drivers(
        of standing: CourseStanding, _ history: CourseHistory, _ peers: PeerDeviations
    ) -> [ForecastDriver] {
        let own = history.ownAverage(of: standing.subject, except: standing.year)
        let kind = history.means(ofKind: standing.subject.kind)
        let usual = own.shrunk(towards: kind, years: 1)
        let recent = standing.added(inLast: 3)
        let silent = standing.silentMonths * 100
        let unit = peers.ofUnit(standing)
        var drivers: [ForecastDriver] = []
        func add(_ kind: Kind, _ now: Int, _ usual: Int, if holds: Bool) {
            if holds { drivers.append(ForecastDriver(kind: kind, now: now, usual: usual)) }
        }
        add(
            .progress(month: history.month), standing.reached, usual.reached,
            if: standing.reached + gap <= usual.reached)
        add(.recentMonths, recent, usual.recent, if: recent + gap <= usual.recent)
        add(.silence, silent, usual.silent, if: silent >= max(200, usual.silent + 100))
        add(
            .largestMonth, standing.largest, usual.largestOfYear,
            if: usual.largestOfYear >= lump && 2 * standing.largest < usual.largestOfYear)
        add(.unitThisYear, unit, 0, if: unit <= -gap)
        if let least = own.leastFinal, let most = own.mostFinal {
            add(.ownYears(count: own.count), least, most, if: least < history.limit)
        }
        add(.kindYears, kind.missed, 0, if: kind.missed >= often)
        return drivers
    }

    private static let gap = 500
    /// From here on a month is a lump.
    private static let lump = 3_000
    /// One year in four.
    private static let often = 2_500
}
