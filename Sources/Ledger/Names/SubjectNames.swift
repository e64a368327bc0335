import FinalAccounts
import Platform

/// A subject's path of names as one text, the names parted by U+001F, the unit separator.
enum SubjectNames {
    static let separator: Character = "\u{1F}"

    static func text(of names: [String]) -> String {
        names.joined(separator: String(separator))
    }

    static func names(in text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

extension Subject {
    /// The subject as the store can tell it from others: one empty name says no more than none.
    var storable: Subject {
        guard names.count == 1, names[0].isEmpty else { return self }
        return Subject(code: code, names: [], level: level)
    }

    /// - Throws: ``LedgerError`` of kind `invalidData` where a name holds the separator.
    func checkNames(file: String) throws(LedgerError) {
        if names.contains(where: { $0.contains(SubjectNames.separator) }) {
            throw LedgerError(
                .invalidData, file: file, place: Bilingual("科目“\(code ?? name)”", "subject \(code ?? name)"),
                problem: Bilingual("名称含有控制字符 U+001F", "the name holds the control character U+001F"),
                remedy: Bilingual("请改正名称", "correct the name"))
        }
    }
}
