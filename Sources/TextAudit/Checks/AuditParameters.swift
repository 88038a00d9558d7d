/// What the checks cannot know from the text (审核参数).
package struct AuditParameters: Hashable, Sendable {
    /// The usual 人均人员经费 of a year in 元: outside of it, a text should name the others who are paid.
    package var personnelYuanPerPost: ClosedRange<Int>
    /// The local monthly minimum wage in 元; nil where it is not known, so that nothing is said.
    package var minimumWageYuan: Int?

    package init(
        personnelYuanPerPost: ClosedRange<Int> = 50_000...400_000, minimumWageYuan: Int? = nil
    ) {
        self.personnelYuanPerPost = personnelYuanPerPost
        self.minimumWageYuan = minimumWageYuan
    }
}
