/// What a district's review is held to (审核标准): the scheme's parameters, the rules in force, and the
/// last bulletin.
package struct ReviewStandards: Sendable {
    package let parameters: ProjectScoringParameters
    package let rules: RuleBook
    package let lights: LightRules
    /// 上期通报 by department code; empty before the first.
    package let published: [String: PublishedStanding]

    package init(
        parameters: ProjectScoringParameters, rules: RuleBook,
        published: [String: PublishedStanding] = [:]
    ) {
        self.parameters = parameters
        self.rules = rules
        lights = LightRules(rules)
        self.published = published
    }
}
