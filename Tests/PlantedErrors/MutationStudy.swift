import Consistency
import Disclosures
import FinalAccounts
import Narration
import Platform

/// Measures what the check finds of planted errors, and what it finds in documents without any.
package struct MutationStudy: Sendable {
    /// What became of one planted error.
    package struct Outcome: Sendable {
        /// The error.
        package var planted: PlantedError
        /// The seed of the document.
        package var seed: UInt64
        /// How the document was handed in.
        package var form: SyntheticDocument.Form
        /// Findings of error or warning level that the document without the error does not have.
        package var findings: [Finding]
        /// Whether one of them points at the error.
        package var isFound: Bool
        /// Whether the first that does is of a rule the error belongs to, and names the kind of difference.
        package var isNamed: Bool
    }

    private let maker: DocumentMaker
    private let engine: CheckEngine

    /// Creates a study on documents with the subjects of a classification.
    package init(subjects: SubjectDictionary, characters: LikeCharacters) {
        maker = DocumentMaker(subjects: subjects)
        engine = CheckEngine(language: .zhHans, subjects: subjects, characters: characters)
    }

    /// How the document of a seed is worded and handed in: both wordings, with tables and without.
    package static func form(of seed: UInt64) -> (style: NarrativeStyle, form: SyntheticDocument.Form) {
        (seed / 2 % 2 == 0 ? .itemized : .running, seed % 2 == 0 ? .pdf : .text)
    }

    /// The document of a seed.
    ///
    /// - Throws: `AmountError`, in theory.
    package func document(seed: UInt64) throws(AmountError) -> SyntheticDocument {
        try maker.document(seed: seed, style: Self.form(of: seed).style)
    }

    /// Everything found in a document, last year's published lines at hand.
    ///
    /// - Throws: `ReadError` where the document cannot be read.
    package func check(_ document: SyntheticDocument, as form: SyntheticDocument.Form) throws(ReadError) -> [Finding] {
        engine.check(try document.read(as: form), previous: PreviousAccounts(lines: document.previousLines))
    }

    /// What is found in the document of a seed, in which nothing is wrong.
    package func clean(seed: UInt64) throws -> [Finding] {
        try check(document(seed: seed), as: Self.form(of: seed).form)
    }

    /// Plants an error of a family into the first document from a seed on that has a place for it.
    ///
    /// - Parameters:
    ///   - family: the kind of error.
    ///   - seed: where to begin; up to two hundred documents are tried.
    /// - Returns: `nil` where none of them has a place.
    package func plant(_ family: ErrorFamily, from seed: UInt64) throws -> Outcome? {
        for offset in 0..<UInt64(200) {
            let seed = seed + offset
            let form: SyntheticDocument.Form = family.needsTables ? .pdf : Self.form(of: seed).form
            let document = try document(seed: seed)
            var planter = ErrorPlanter(seed: seed ^ 0xE44)
            guard let planted = planter.plant(family, in: document, form: form) else { continue }
            let before = try check(document, as: form)
            let after = try check(planted.document, as: form)
            return outcome(planted, seed: seed, form: form, before: before, after: after)
        }
        return nil
    }

    private func outcome(
        _ planted: PlantedError, seed: UInt64, form: SyntheticDocument.Form, before: [Finding], after: [Finding]
    ) -> Outcome {
        let known = Set(before)
        let new = after.filter { $0.severity != .note && !known.contains($0) }
        let pointing = new.filter { Self.points($0, at: planted) }
        let first = pointing.first
        let isNamed = first.map { finding in
            planted.family.rules.contains(finding.rule)
                && (planted.family.slip.map { finding.message.contains($0) } ?? true)
        }
        return Outcome(
            planted: planted, seed: seed, form: form, findings: new, isFound: first != nil, isNamed: isNamed ?? false)
    }

    /// Whether a finding quotes the changed place, or names the wrong or the right figure.
    private static func points(_ finding: Finding, at planted: PlantedError) -> Bool {
        // A whole table that is off is named by its total.
        if planted.family == .tableShift { return plain(finding.message).contains(plain("《\(planted.right)》")) }
        let (quote, place) = (plain(finding.quote), plain(planted.place))
        if !quote.isEmpty, place.contains(quote.prefix(14)) || quote.contains(place.prefix(14)) { return true }
        if let off = finding.difference.flatMap(digits), let wrong = digits(planted.wrong),
            let right = digits(planted.right),
            abs(off - abs(wrong - right)) <= 2
        {
            return true
        }
        let said = [finding.quote, finding.message, finding.stated ?? "", finding.computed ?? ""].map(plain)
        return [planted.wrong, planted.right, planted.place].map(plain).contains { words in
            (words.count >= 4 || words.contains(".")) && said.contains { $0.contains(words) }
        }
    }

    /// The first number of some words in hundredths; 万 counts as a digit in a pattern, so the digits are spelt out.
    private static func digits(_ words: String) -> Int64? {
        guard let match = words.firstMatch(of: #/[0-9]+\.?[0-9]*/#) else { return nil }
        return DecimalText(match.output)?.digits(withDecimals: 2)
    }

    private static func plain(_ words: String) -> String {
        var result = ""
        for character in words where !character.isWhitespace {
            switch character {
            case "（": result.append("(")
            case "）": result.append(")")
            case "“", "”": result.append("\"")
            default: result.append(character)
            }
        }
        return result
    }
}
