import Performance

extension RelationSearch {
    func check(into result: inout [TextFinding]) {}
}
