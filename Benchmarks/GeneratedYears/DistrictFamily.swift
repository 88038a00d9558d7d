package import Performance
package import Seeds

/// A kind of made-up districts (地区类型).
package protocol DistrictFamily {
    var departments: Int { get set }

    /// One district, drawn anew.
    /// - Parameters:
    ///   - month: the one at whose end its books are read.
    ///   - reruns: how often the rest of the year is run again from the true state.
    ///   - units: what the codes of its units begin with.
    func district(
        _ object: MonitoredObject, month: Int, reruns: Int, units: String,
        _ random: inout RandomSource
    ) -> GeneratedDistrict
}

extension GeneratedFamily: DistrictFamily {
    package func district(
        _ object: MonitoredObject, month: Int, reruns: Int, units: String,
        _ random: inout RandomSource
    ) -> GeneratedDistrict {
        GeneratedDistrict(self, object, month: month, reruns: reruns, units: units, &random)
    }
}

extension ContractFamily: DistrictFamily {
    package func district(
        _ object: MonitoredObject, month: Int, reruns: Int, units: String,
        _ random: inout RandomSource
    ) -> GeneratedDistrict {
        GeneratedDistrict(self, object, month: month, reruns: reruns, units: units, &random)
    }
}
