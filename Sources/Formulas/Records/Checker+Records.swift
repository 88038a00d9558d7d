import Quantities

/// A formula over one record sees its fields, parameters and fixed values, and no ledger.
extension Checker {
    func field(
        _ name: String, of record: RecordShape, _ whole: Expression
    ) throws(FormulaError) -> Node {
        if let index = record.index(of: name) {
            let type = record.fields[index].type
            return node(.field(index), [], type, whole, isPercentage: type == .number(.one))
        }
        if let parameter = parameters[name] { return constant(parameter, name, whole) }
        let known = record.fields.map(\.name) + parameters.keys.sorted()
        throw error(
            .unknownField(
                name, record: record.name, nearest: Spelling.nearest(to: name, among: known)),
            whole.range)
    }

    func recordCall(
        _ function: FormulaFunction, _ arguments: [Expression], _ whole: Expression
    ) throws(FormulaError) -> Node {
        guard record != nil else { throw error(.recordsOnly(function.rawValue), whole.range) }
        switch function {
        case .ismissing: return node(.isMissing, [try check(arguments[0])], .truth, whole)
        case .len:
            return node(
                .length, [try check(arguments[0], as: .text)], .number(.one), whole)
        default:
            let texts = [
                try check(arguments[0], as: .text), try check(arguments[1], as: .text),
            ]
            return node(.contains, texts, .truth, whole)
        }
    }
}
