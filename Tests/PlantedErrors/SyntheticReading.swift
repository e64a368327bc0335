import Disclosures

extension SyntheticDocument {
    /// How a document is handed in.
    package enum Form: String, Sendable, CaseIterable {
        /// A PDF with all nine tables.
        case pdf
        /// Text with the tables' titles only.
        case text
    }

    /// Reads the document as the product does, and adds the indicators, which stand in no form that is printed here.
    ///
    /// - Throws: `ReadError` as for any document.
    package func read(as form: Form) throws(ReadError) -> Disclosure {
        let bytes = form == .pdf ? pdf() : Array(text().utf8)
        var disclosure = try DisclosureReader().read(bytes: bytes, file: "synthetic.\(form.rawValue)")
        for evaluation in evaluations {
            if let index = disclosure.evaluations.firstIndex(where: { $0.name == evaluation.name }) {
                disclosure.evaluations[index].indicators = evaluation.indicators
            }
        }
        return disclosure
    }
}
