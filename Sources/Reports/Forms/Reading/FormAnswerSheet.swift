import Documents
import Performance

/// What was found on the sheets of a form, as it stood: raw answers with their cells (填报原值).
struct FormAnswerSheet {
    struct Answer {
        let cell: TableCell
        let sheet: String
        /// The cell's text, or the part of it that belongs to the answer.
        let text: String
        /// The formula where the whole cell is one.
        let formula: String?
    }

    var fields: [String: Answer] = [:]
    var tables: [String: [[String: Answer]]] = [:]
    /// Labels that could not be found or were changed.
    var faults: [LabelFault] = []
    var fiscalYear: Int?
    /// The sheets say 元 instead of 万元.
    var isInYuan = false
    /// Cells that stand for rows of blocks, to know what each sum should cover.
    var weights: [LevelWeight] = []

    /// A label of the form that the file does not show as it should.
    struct LabelFault: Hashable {
        let sheet: String
        let label: String
        /// What stands there instead; nil where nothing fitting was found.
        let place: CellPlace?
        let found: String?
    }

    /// 产出指标（50分）: the weight that a level's name carries.
    struct LevelWeight {
        let table: String
        let level: String
        let text: String
        let sheet: String
        let place: CellPlace
    }
}
