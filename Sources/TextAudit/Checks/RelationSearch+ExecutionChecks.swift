import Performance

/// Projects that are told with a budget alone (项目缺少执行数): CC-096.
extension RelationSearch {
    func checkExecution(into result: inout [TextFinding]) {
        guard reading.outline.items.count >= 3 else { return }
        var counts = ContiguousArray<ItemFigures>(
            repeating: ItemFigures(), count: reading.outline.items.count)
        for index in 0..<figureCount {
            let item = statement(index).item
            guard item >= 0, figure(index).kind != .year, figure(index).kind != .date else {
                continue
            }
            let own = figure(index)
            guard own.kind == .amount || own.kind == .percent || own.kind == .score else {
                continue
            }
            if counts[Int(item)].count == 0, isProjectBudget(index) {
                counts[Int(item)].budget = index
            }
            counts[Int(item)].count += 1
        }
        tellLists(counts, into: &result)
    }

    /// The figures of one item: the budget that it begins with, and how many there are.
    private struct ItemFigures {
        var budget = Int32(-1)
        var count = 0
    }

    private func isProjectBudget(_ index: Int32) -> Bool {
        guard isLevel(index, .amount), !statement(index).marks.contains(.total),
            !isLabelled(index, "（项）"), !isLabelled(index, "（款）")
        else { return false }
        let facts = facts(index)
        return facts.contains(.planned) && !statement(index).marks.contains(.actual)
    }

    /// Siblings of which at least two begin with a budget and at least one goes on with more.
    private func tellLists(
        _ figures: ContiguousArray<ItemFigures>, into result: inout [TextFinding]
    ) {
        let items = reading.outline.items
        for first in items.indices
        where items[first].previous < 0 && items[first].next >= 0 && items[first].number == 1 {
            var lacking: [Int32] = []
            var told = 0
            var item = Int32(first)
            while item >= 0 {
                let found = figures[Int(item)]
                if found.budget >= 0 {
                    if found.count == 1 { lacking.append(found.budget) } else { told += 1 }
                }
                item = items[Int(item)].next
            }
            guard told >= 1, !lacking.isEmpty, lacking.count <= told, told + lacking.count >= 3
            else { continue }
            tell(lacking, into: &result)
        }
    }

    private func tell(_ lacking: [Int32], into result: inout [TextFinding]) {
        var places: [Range<Int>] = []
        var names: [String] = []
        for index in lacking.prefix(10) {
            places.append(place(index))
            names.append("“\(name(of: index))”")
        }
        result.append(
            remark(
                "CC-096", .style, at: places, names.joined(separator: "、"),
                "有 \(lacking.count) 个项目只有预算，缺少执行数：\(names.joined(separator: "、"))。",
                "请补充执行数或得分。"))
    }
}
