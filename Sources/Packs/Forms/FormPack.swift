package import Performance

/// The official forms (表样) of a pack: built-in ones, or files that a user brings.
package struct FormPack: Sendable {
    /// Sorted by id.
    package let forms: [FormDefinition]

    /// Answers that several forms ask for stand once, in this file.
    static let common = "common.yaml"

    /// Reads the built-in forms from `forms/*.yaml`.
    ///
    /// - Throws: ``PackError`` where a file is absent or a definition contradicts itself.
    package static func builtIn() throws(PackError) -> FormPack {
        var files: [PackText] = []
        for file in try PackResources.files(in: "forms") {
            files.append(PackText(file: file, text: try PackResources.text(of: file)))
        }
        return try FormPack(reading: files)
    }

    /// Reads definitions, one a file, and `common.yaml` beside them.
    package init(reading files: [PackText]) throws(PackError) {
        var shared: [String: FormField] = [:]
        for file in files where file.file.hasSuffix(Self.common) {
            let value = try YAMLValue(text: file.text, file: file.file)
            let reader = FormFieldReader(shared: [:])
            for field in try reader.fields(value.mapping(["fields"]).require("fields")) {
                shared[field.name] = field
            }
        }
        let reader = FormReader(fields: FormFieldReader(shared: shared))
        var forms: [FormDefinition] = []
        for file in files where !file.file.hasSuffix(Self.common) {
            let value = try YAMLValue(text: file.text, file: file.file)
            let form = try reader.form(value)
            guard !forms.contains(where: { $0.id == form.id })
            else { throw value.refusal("表样“\(form.id)”已有定义", remedy: "换一个编号") }
            forms.append(form)
        }
        self.forms = forms.sorted { $0.id < $1.id }
    }

    /// The form of an id such as `F02`.
    package func form(_ id: String) -> FormDefinition? { forms.first { $0.id == id } }
}
