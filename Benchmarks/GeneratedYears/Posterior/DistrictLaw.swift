import Performance

/// All that was decided before the first draw of a district: what one would know who knew its kind of
/// district by heart, but had to read its projects in the books (已知规律).
struct DistrictLaw {
    let family: GeneratedFamily
    let object: MonitoredObject
    /// The month of 春节 by year, as every calendar tells.
    let springFestivals: [Int: Int]
}
