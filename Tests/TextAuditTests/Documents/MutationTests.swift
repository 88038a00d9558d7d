import Seeds
import Testing
import TextAudit

/// Reports without a mistake, one digit changed at random: how many of the changes are found.
struct MutationTests {
    private static let count = 400
    /// Of a hundred changes, how many must be found; about 81 are, give or take 2.
    private static let floor = 73

    @Test func `随机改错一位数字多半能发现`() throws {
        let documents = try DocumentTests.documents().filter { $0.score([]).missed.isEmpty }
        var random = RandomSource()
        var missed: [String] = []
        var tried = 0
        while tried < Self.count {
            let document = try #require(documents.randomElement(using: &random))
            let relation = try #require(
                document.relations.filter(\.holds).randomElement(using: &random))
            let place = Int.random(in: relation.figures.indices, using: &random)
            guard
                let mutation = Mutation(
                    of: document, relation: relation, place: place, using: &random)
            else { continue }
            tried += 1
            let complaints = Audit.complaints(about: mutation.text)
            if !mutation.isFound(by: complaints, in: document) {
                let after = Audit.words(mutation.range, of: mutation.text)
                missed.append(
                    "\(document.name) \(mutation.before) → \(after): \(relation.expression)")
            }
        }
        #expect(
            (tried - missed.count) * 100 >= tried * Self.floor,
            "没有发现：\n\(missed.joined(separator: "\n"))")
    }
}
