/// What a district's review is held to (审核标准): the scheme's parameters, the limits of the lights,
/// and the last bulletin.
package struct ReviewStandards: Sendable {
    package let parameters: ProjectScoringParameters
    package let limits: LightLimits
    /// 上期通报 by department code; empty before the first.
    package let published: [String: PublishedStanding]

    package init(
        parameters: ProjectScoringParameters, limits: LightLimits = .usual,
        published: [String: PublishedStanding] = [:]
    ) {
        self.parameters = parameters
        self.limits = limits
        self.published = published
    }
}
