import DistrictBooks
import DistrictSamples
import Foundation
import Office
import Performance
import Quantities
import Reports
import Seeds
import Testing

/// A made-up district kept in a store of its own.
struct StoredDistrict {
    let folder: String
    let workplace: Workplace
    let generated: GeneratedDistrict

    init(
        _ size: GeneratedDistrict.Size = .init(departments: 4, projects: 3, indicators: 6),
        _ quarter: Quarter = .second, seed: UInt64? = nil, on backend: CycleBackend = .sqlite
    ) throws {
        let name = "district_\(UUID().uuidString.prefix(13).lowercased().replacing("-", with: "_"))"
        folder = NSTemporaryDirectory() + name
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        workplace = try Workplace.open(
            CycleFixture.location(backend, schema: name, file: "\(folder)/jixiao.sqlite"))
        let standards = try DistrictReader.standards(workplace.packs)
        generated = try GeneratedDistrict(
            size, quarter, year: try #require(FiscalYear(2026)), standards.parameters,
            random: seed.map { RandomSource(seed: $0) } ?? RandomSource("StoredDistrict"))
        _ = try DistrictBooks.fill(workplace.store, with: generated.district)
    }

    var year: FiscalYear { generated.district.year }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func reader(_ quarter: Quarter = .second) -> DistrictReader {
        DistrictReader(workplace, year, quarter)
    }

    func order(
        _ quarter: Quarter = .second, of unit: String? = nil, texts: String? = nil
    ) throws -> BulletinOrder {
        BulletinOrder(
            unit.map { .department(unit: $0) }
                ?? .district(name: "样例区", bureau: "样例区财政局", bureauUnit: "CZJ"),
            year: year, quarter: quarter, issuedOn: nil,
            texts: try BulletinTexts(
                reading: texts ?? BulletinOrder.builtInTexts(), file: "通报文字.txt"))
    }

    func release(_ order: BulletinOrder, to name: String = "out") throws -> BulletinRelease {
        try BulletinRelease.release(
            workplace, order, to: "\(folder)/\(name)", actor: "测试", at: 1_780_000_000_000)
    }
}
