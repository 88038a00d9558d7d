import Documents
import Formulas
import Performance
import Quantities
import Reports
import Storage

/// Verifies a released bulletin (核验通报) as a report is verified: composed again from the books as they
/// stood when it was released, word by word and figure by figure.
enum BulletinVerification {
    static func verify(
        _ bytes: [UInt8], _ properties: [String: String], at path: String,
        in workplace: Workplace, progress: @escaping (_ table: String, _ rows: Int64) -> Void
    ) throws -> ReportVerification {
        let (unit, year, quarter) = try head(of: properties, path)
        let releases = try PublishedBulletins(workplace, unit: unit).all(
            year: year.number, quarter: quarter)
        let digest = ContentDigest(of: bytes).hexadecimal
        guard let payload = releases.last(where: { $0.hasFile(digest) }) ?? releases.last
        else { throw OfficeError.notAReleasedReport(path, missing: PublishedBulletins.action) }
        guard let json = payload["order"],
            let order = try BulletinOrder(json: json, year: year, quarter: quarter),
            let heads = payload["heads"]?.array?.map({ Anchor(json: $0) }),
            !heads.contains(nil)
        else { throw OfficeError.notAReleasedReport(path, missing: "order、heads") }
        let anchors = heads.compactMap(\.self)
        let storage = try StoreVerification.verify(
            workplace, unit: order.ownUnit, knownHeads: anchors, progress: progress)
        let facts = try BulletinDesk(workplace, order).facts(at: anchors)
        let bundle = try BulletinBundle.compose(facts)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return ReportVerification(
            path: path, storage: storage,
            comparison: try ReportComparison(
                bundle.bulletin, expected: bundle.files[0].bytes, found: bytes, name: name),
            snapshotProblem: try changedHead(among: anchors, in: workplace))
    }

    private static func head(
        of properties: [String: String], _ path: String
    ) throws -> (unit: String, year: FiscalYear, quarter: Quarter) {
        typealias Name = ReportFacts.PropertyName
        guard let unit = properties[Name.unitCode], !unit.isEmpty
        else { throw OfficeError.notAReleasedReport(path, missing: Name.unitCode) }
        guard let year = properties[Name.fiscalYear].flatMap({ Int($0) }).flatMap(FiscalYear.init)
        else { throw OfficeError.notAReleasedReport(path, missing: Name.fiscalYear) }
        guard let day = properties[Name.periodEnd].flatMap({ Day(iso: $0) }),
            let quarter = Quarter.allCases.first(where: { $0.lastDay(of: year) == day })
        else { throw OfficeError.notAReleasedReport(path, missing: Name.periodEnd) }
        return (unit, year, quarter)
    }

    /// What is wrong with the journals that the figures stood on; nil where nothing is.
    private static func changedHead(
        among heads: [Anchor], in workplace: Workplace
    ) throws -> String? {
        try workplace.store.read { reader in
            for head in heads {
                let now = try reader.dataHead(of: head.unitCode, asOf: head.number)
                guard now.number != head.number || now.hash != head.hash else { continue }
                return "通报依据单位\(head.unitCode)日志第\(head.number)号，库中的日志在发布之后被改写或截去。"
            }
            return nil
        }
    }
}

extension CanonicalJSON {
    /// Whether a release wrote a file of this digest.
    fileprivate func hasFile(_ digest: String) -> Bool {
        self["files"]?.array?.contains { $0["sha256"]?.string == digest } ?? false
    }
}
