package import Quantities

/// A line of 绩效自评复核意见表 (F11): self-score against review score.
///
/// - Source: 评分规则 §6; the limit of 10 points is a parameter of this product.
package struct ReviewOpinion: Hashable, Sendable {
    package enum Conclusion: String, Hashable, Sendable, CaseIterable {
        case passed = "通过"
        case notPassed = "不通过"
        case returned = "退回修改"
    }

    package let selfScore: Points
    package let reviewScore: Points
    package let selfGrade: String
    package let reviewGrade: String

    package init(selfScore: Points, reviewScore: Points, _ grades: GradeTable) {
        self.selfScore = selfScore
        self.reviewScore = reviewScore
        selfGrade = grades.grade(of: selfScore)
        reviewGrade = grades.grade(of: reviewScore)
    }

    /// 差异 = self-score less review score.
    package var difference: Points { selfScore - reviewScore }

    package var isGradeChanged: Bool { selfGrade != reviewGrade }

    /// Why the department must explain and submit again (须书面说明); empty where it need not.
    package func explanationReasons(
        limit: Points = Points(hundredths: 1000)
    ) -> [String] {
        var reasons: [String] = []
        let size = max(difference, Points.zero - difference)
        if size > limit {
            reasons.append("自评与复核相差\(size.text)分，超过\(limit.shortText)分")
        }
        if isGradeChanged { reasons.append("等级由“\(selfGrade)”变为“\(reviewGrade)”") }
        return reasons
    }

    package func needsExplanation(limit: Points = Points(hundredths: 1000)) -> Bool {
        !explanationReasons(limit: limit).isEmpty
    }
}
