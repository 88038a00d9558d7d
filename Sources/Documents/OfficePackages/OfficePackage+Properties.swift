import Quantities

extension OfficePackage {
    /// Adds `docProps/` and relates the package to them and to its main part.
    mutating func addProperties(_ properties: DocumentProperties, mainPart: String) {
        relate("", "rId1", OfficeNamespace.relationship("officeDocument"), to: mainPart)
        relate(
            "", "rId2", "\(OfficeNamespace.packageRelationships)/metadata/core-properties",
            to: "docProps/core.xml")
        relate(
            "", "rId3", OfficeNamespace.relationship("extended-properties"),
            to: "docProps/app.xml")
        add("docProps/core.xml", ContentType.core, Self.core(properties))
        add("docProps/app.xml", ContentType.extended, Self.extended())
        guard !properties.custom.isEmpty else { return }
        relate(
            "", "rId4", OfficeNamespace.relationship("custom-properties"),
            to: "docProps/custom.xml")
        add("docProps/custom.xml", ContentType.custom, Self.custom(properties.custom))
    }

    private static func core(_ properties: DocumentProperties) -> XMLWriter {
        let instant = "\(properties.day.iso)T00:00:00Z"
        var xml = XMLWriter()
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": OfficeNamespace.core,
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ]
        ) { xml in
            xml.element("dc:title", text: properties.title)
            if !properties.creator.isEmpty {
                xml.element("dc:creator", text: properties.creator)
                xml.element("cp:lastModifiedBy", text: properties.creator)
            }
            xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: instant)
            xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: instant)
        }
        return xml
    }

    private static func extended() -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "Properties",
            ["xmlns": OfficeNamespace.extended, "xmlns:vt": OfficeNamespace.variants]
        ) { xml in
            xml.element("Application", text: "Jixiao")
        }
        return xml
    }

    private static func custom(_ properties: [CustomProperty]) -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "Properties", ["xmlns": OfficeNamespace.custom, "xmlns:vt": OfficeNamespace.variants]
        ) { xml in
            for (index, property) in properties.enumerated() {
                // Word knows user properties by this format id, and numbers them from 2.
                xml.element(
                    "property",
                    [
                        "fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": "\(index + 2)",
                        "name": property.name,
                    ]
                ) { xml in
                    xml.element("vt:lpwstr", text: property.value)
                }
            }
        }
        return xml
    }
}
