import Documents
import Performance
import Quantities

/// Makes a content of raw answers, and findings of what cannot be read (表样导入).
struct FormAssembly {
    private let form: FormDefinition
    private let sheet: FormAnswerSheet
    private let file: String
    private(set) var content: FormContent
    private(set) var findings: [Finding] = []
    private(set) var notices: [String] = []
    private(set) var cells: [FormPlace: FormReading.Cell] = [:]
    private(set) var labelCells: [Int: FormReading.Cell] = [:]
    /// Computed answers whose cell holds a figure instead of the formula.
    private var typedOver: [(FormPlace, FormField, FormAnswerSheet.Answer)] = []
    /// Computed answers whose cell holds a formula, with its text.
    private var computing: [(FormPlace, FormField, FormAnswerSheet.Answer, String)] = []

    init(_ recognition: FormRecognition, _ sheet: FormAnswerSheet, file: String) {
        form = recognition.form
        self.sheet = sheet
        self.file = file
        let stamp = recognition.stamp
        content = FormContent(
            form: form.id, version: form.version, unitCode: stamp?.unitCode ?? "",
            fiscalYear: sheet.fiscalYear ?? stamp?.fiscalYear ?? 0,
            subject: stamp?.subject ?? FormContent.wholeDepartment)
    }

    mutating func assemble() {
        for fault in sheet.faults { report(fault) }
        for field in form.fields {
            let place = FormPlace(field.name, of: form)
            content[field.name] = read(sheet.fields[field.name], field, place)
        }
        for table in form.tables {
            let rows = sheet.tables[table.name] ?? []
            // What the form computes is no row of its own.
            content.tables[table.name] = rows.enumerated().map { index, answers in
                var row = FormRow()
                for column in table.columns {
                    let place = FormPlace(table.name, index, column.name, of: form)
                    row[column.name] = read(answers[column.name], column, place)
                }
                return row
            }
            if rows.isEmpty { content.tables[table.name] = nil }
        }
        if let name = form.subjectField, let subject = content[name], !subject.isEmpty {
            content.subject = subject
        }
        if content.fiscalYear == 0 {
            notices.append("表中没有写明年度。请在表题下写上，如（2021年度）。")
        }
        content = FormComputation(form, content).completed()
        checkComputed()
        checkFormulas()
        checkWeights()
    }

    private mutating func read(
        _ answer: FormAnswerSheet.Answer?, _ field: FormField, _ place: FormPlace
    ) -> String? {
        guard let answer else { return nil }
        cells[place] = FormReading.Cell(sheet: answer.sheet, place: answer.cell.place)
        if field.formula != nil {
            // Counted again, whatever the program that saved it had.
            if let formula = answer.formula { computing.append((place, field, answer, formula)) }
            if answer.formula != nil || answer.cell.hasFormula { return nil }
            if !answer.text.trimmedAnswer.isEmpty { typedOver.append((place, field, answer)) }
        } else if answer.cell.hasFormula, answer.cell.isBlank {
            report(
                "FRM-E-NUM", .blocking, place, answer.text,
                "是公式，文件里没有存它的结果。请用 Excel 或 WPS 打开后保存一次，或直接填数")
            return nil
        }
        let reading = field.type.read(
            answer.text, unit: sheet.isInYuan ? .yuan : .tenThousandYuan)
        if let problem = reading.problem { report(problem, field, place, answer) }
        return reading.text
    }

    /// What was typed over a formula stays, and is named where it is not what the formula gives.
    private mutating func checkComputed() {
        for (place, field, answer) in typedOver {
            let row = place.cell.map { content.rows($0.table)[$0.row] }
            let computed = FormComputation(form, content).answer(field, in: row)
            guard let computed, computed != content[place] else {
                notices.append("\(cellName(answer))“\(field.label)”的公式被改成了数；数是对的，已照收。")
                continue
            }
            report(
                "FRM-E-SUM", .blocking, place, answer.text,
                "“\(field.label)”是自动计算的格，现在填的是“\(answer.text.trimmedAnswer)”，按表中各项应为\(computed)。请删去填的数，恢复公式或改正各项",
                computed: computed)
        }
    }

    /// A formula that was put in the place of the form's own is named, though it is counted anew.
    private mutating func checkFormulas() {
        for (place, field, answer, found) in computing {
            guard let formula = field.formula else { continue }
            let row = place.cell.flatMap { cell in
                sheet.tables[cell.table].map { $0[cell.row] }
            }
            let check = FormFormulaCheck(sheet, on: answer.sheet)
            guard let expected = check.expected(formula, found: found, in: row) else { continue }
            report(
                "FRM-E-MERGE", .blocking, place, "=\(found)",
                "“\(field.label)”的公式被换成了“=\(found)”，表样的公式是“=\(expected)”。请改回来，或重新下载表样填写")
        }
    }

    private mutating func checkWeights() {
        for weight in sheet.weights {
            let rows = content.rows(weight.table).enumerated().filter {
                $0.element["一级指标"]?.compactAnswer == weight.level
                    || $0.element["一级指标"] == weight.level + "指标"
            }
            let points = rows.compactMap { $0.element["分值"].flatMap { ExactDecimal($0) } }
            guard let stated = weight.text.statedWeight, !points.isEmpty,
                let sum = points.map(\.fraction).sum, sum != stated.fraction,
                let first = rows.first?.offset, let total = try? sum.rounded(to: 2)
            else { continue }
            let place = FormPlace(weight.table, first, "一级指标", of: form)
            report(
                "FRM-E-WEIGHT", .blocking, place, weight.text,
                "“\(weight.level)”写明\(stated.text)分，其下各指标分值合计\(total.trimmed().text)分。请改正分值或一级指标后面的分数",
                computed: total.trimmed().text)
        }
    }
}

// MARK: - Findings

extension FormAssembly {
    private mutating func report(
        _ problem: AnswerProblem, _ field: FormField, _ place: FormPlace,
        _ answer: FormAnswerSheet.Answer
    ) {
        let found = answer.text.trimmedAnswer
        let hint = field.hint.isEmpty ? "" : "请按说明填写：\(field.hint)"
        switch problem {
        case .percentWithoutSign:
            report(
                "FRM-W-PERCENT", .answered, place, found,
                "“\(field.label)”填的是\(found)，已按\(found)%读。请写成百分数，如 87.83%")
        case .noChoice(let choices):
            report(
                "FRM-E-ENUM", .blocking, place, found,
                "“\(field.label)”填的是“\(found)”，不在可选的内容之中。请从列表中选：\(choices.joined(separator: "、"))")
        case .tooManyDecimals:
            report(
                "FRM-E-NUM", .blocking, place, found, "“\(field.label)”填的是\(found)，最多两位小数。\(hint)")
        case .noNumber, .noDay, .noYear, .noTick, .noRate:
            report(
                "FRM-E-NUM", .blocking, place, found,
                "“\(field.label)”应填\(field.type.words)，这里是“\(found)”，读不出来。\(hint)")
        }
    }

    private mutating func report(
        _ id: CheckID, _ level: FindingLevel, _ place: FormPlace, _ stated: String,
        _ message: String, computed: String? = nil
    ) {
        let cell = cells[place].map { "\(file) \($0.sheet)!\($0.place.a1)：" } ?? "\(file)："
        findings.append(
            Finding(
                id, level, at: [.form(place)], computed: computed, stated: stated,
                "\(cell)\(message)。"))
    }

    private mutating func report(_ fault: FormAnswerSheet.LabelFault) {
        let message: String
        if let place = fault.place, let found = fault.found {
            labelCells[findings.count] = FormReading.Cell(sheet: fault.sheet, place: place)
            message =
                "\(file) \(fault.sheet)!\(place.a1)：表样的“\(fault.label)”被改成了“\(found.trimmedAnswer)”。请改回来，或重新下载表样填写。"
        } else {
            message = "\(file) \(fault.sheet)：没有找到“\(fault.label)”一栏。请补上这一栏，或重新下载表样填写。"
        }
        findings.append(
            Finding(
                "FRM-E-MERGE", .blocking, at: [.form(FormPlace(form: form.id, field: fault.label))],
                stated: fault.found, message))
    }

    private func cellName(_ answer: FormAnswerSheet.Answer) -> String {
        "\(answer.sheet)!\(answer.cell.place.a1)："
    }
}

extension [Fraction] {
    /// Nil where it is too long for exact arithmetic.
    fileprivate var sum: Fraction? {
        var sum = Fraction.zero
        for number in self {
            guard let next = try? sum.adding(number) else { return nil }
            sum = next
        }
        return sum
    }
}
