import FinalAccounts
import OfficialForm

/// Finds the word of a closed vocabulary that a misread word stands for.
enum LikeWords {
    /// The one word that differs in no more letters than a misreading may: one of four to seven, two of eight and
    /// more, none of fewer.
    ///
    /// - Returns: `nil` where no word is that near, or two are equally near.
    static func nearest(to text: String, among words: some Sequence<String>) -> String? {
        let scalars = Array(text.unicodeScalars)
        var best: (word: String, distance: Int)?
        var isShared = false
        for word in words {
            let other = Array(word.unicodeScalars)
            let most = other.count >= 8 ? 2 : other.count >= 4 ? 1 : 0
            guard abs(other.count - scalars.count) <= most else { continue }
            let distance = EditDistance.between(scalars, other)
            guard distance <= most else { continue }
            if let best, distance > best.distance { continue }
            isShared = best.map { $0.distance == distance && $0.word != word } ?? false
            best = (word, distance)
        }
        return isShared ? nil : best?.word
    }
}

extension TableTitles {
    /// The title that a recognized line stands for; the line's own words where there is none.
    static func likely(_ text: String) -> String {
        let folded = TableText.folded(text.unicodeScalars)
        guard kind(folded) == nil, (6...40).contains(folded.count), !folded.holds("。") else { return text }
        var words = Substring(folded)
        if let year = words.firstIndex(of: "年"), words[..<year].allSatisfy(\.isNumber) {
            words = words[year...].dropFirst()
            if words.first == "度" { words = words.dropFirst() }
        } else if let mark = OutlineMark(in: Array(words.unicodeScalars), at: 0) {
            words = Substring(String(String.UnicodeScalarView(Array(words.unicodeScalars)[mark.end...])))
        }
        // 支出决算表（按功能分类）
        if let end = words.lastIndex(of: "表"), words[end...].count <= 8 { words = words[...end] }
        return LikeWords.nearest(to: String(words), among: FormTable.all.flatMap(\.titles)) ?? text
    }
}

extension HeaderWords {
    /// The words of the form's header that a recognized cell stands for; the cell's own where there are none.
    static func likely(_ text: String) -> String {
        let folded = TableText.folded(text.unicodeScalars)
        guard label(folded) == nil, folded.count <= 20 else { return text }
        return LikeWords.nearest(to: folded, among: HeaderLabel.all) ?? text
    }
}
