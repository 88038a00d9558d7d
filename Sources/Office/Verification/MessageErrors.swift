import Documents
import Formulas
import Packs
import Quantities
import Reports
import Storage

// The errors of the rooms below have their words already; here they become what the user is told.
extension StorageError: MessageError {}
extension DocumentError: MessageError {}
extension AuditError: MessageError {}
extension FormReadingError: MessageError {}
extension FileReleaseError: MessageError {}
extension WordWritingError: MessageError {}
extension WorkbookWritingError: MessageError {}
extension FormulaError: MessageError {}
extension EvaluationError: MessageError {}
extension PackError: MessageError {}
extension MeasureTemplateError: MessageError {}
extension ArithmeticError: MessageError {
    package var message: String {
        switch self {
        case .overflow: "数字太大，无法精确计算。请核对台账中的数。"
        case .divisionByZero: "除数为0，无法计算。请核对台账中的数。"
        }
    }
}
