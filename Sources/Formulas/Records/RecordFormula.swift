import Quantities

/// A formula over the fields of one record whose names, types and units are known to fit.
package struct RecordFormula: Sendable {
    package let text: String
    package let record: RecordShape
    package let type: FormulaType
    /// The places of the fields that it names, sorted.
    package let fields: [Int]
    /// The parameters that it names, sorted.
    package let parameters: [String]
    let root: Node

    init(text: String, record: RecordShape, root: Node) {
        self.text = text
        self.record = record
        self.root = root
        type = root.type
        var fields: Set<Int> = []
        var parameters: Set<String> = []
        root.visit { node in
            if case .field(let index) = node.operation { fields.insert(index) }
            if case .parameter(let name, _) = node.operation { parameters.insert(name) }
        }
        self.fields = fields.sorted()
        self.parameters = parameters.sorted()
    }

    /// The value for one record: the oracle of ``RecordProgram``, and what messages print.
    ///
    /// - Parameter values: in the order of ``RecordShape/fields``.
    package func value(of values: [FormulaValue]) throws(EvaluationError) -> FormulaValue {
        try root.value(of: values)
    }
}

extension Node {
    func visit(_ body: (Node) -> Void) {
        body(self)
        for operand in operands { operand.visit(body) }
    }

    fileprivate func value(of record: [FormulaValue]) throws(EvaluationError) -> FormulaValue {
        if case .field(let index) = operation { return record[index] }
        var values: [FormulaValue] = []
        for operand in operands { values.append(try operand.value(of: record)) }
        return try applied(to: values)
    }
}

extension Collection where Element == UInt8 {
    /// Whether the bytes of another text stand in this one.
    func contains(sequence other: some Collection<UInt8>) -> Bool {
        guard let first = other.first else { return true }
        var start = startIndex
        while let found = self[start...].firstIndex(of: first) {
            if self[found...].starts(with: other) { return true }
            start = index(after: found)
        }
        return false
    }
}
