import FinalAccounts
import OfficialForm

/// The names of the classification and the form's own words, to tell what is written like one of them but for a character.
struct KnownPhrases: Sendable {
    /// A stretch of a text that is a phrase but for one character.
    struct Misprint {
        var range: Range<Int>
        var wrong: String
        var right: String
    }

    private struct Phrase {
        var scalars: [Unicode.Scalar]
        /// Where the character may be wrong: the first and last of a phrase of the form may belong to the words beside it.
        var places: Range<Int>
        /// Whether every character is fixed, so that one typed in part is a slip too.
        var isFixed: Bool
    }

    private struct Pair: Hashable {
        var first: Unicode.Scalar
        var second: Unicode.Scalar
    }

    private let characters: LikeCharacters
    private var phrases: [Phrase] = []
    /// The phrases by their first two and by their last two characters: one wrong character leaves either.
    private var heads: [Pair: [Int]] = [:]
    private var tails: [Pair: [Int]] = [:]
    private var known: Set<[Unicode.Scalar]> = []

    init(_ characters: LikeCharacters, subjects: SubjectDictionary?) {
        self.characters = characters
        for phrase in Misprints.phrases { add(phrase, isFixed: true, isOfForm: false) }
        for entry in subjects?.entries ?? [] {
            for name in Set([SubjectNames.normalized(entry.name), SubjectNames.stem(entry.name)]) {
                add(name, isFixed: false, isOfForm: false)
            }
        }
        for phrase in FormMeasure.all.flatMap(\.phrases) { add(phrase, isFixed: false, isOfForm: true) }
    }

    private mutating func add(_ phrase: String, isFixed: Bool, isOfForm: Bool) {
        let scalars = Array(phrase.unicodeScalars)
        guard scalars.count >= 4, scalars.allSatisfy(\.properties.isIdeographic), known.insert(scalars).inserted else {
            return
        }
        let places = isOfForm ? 1..<scalars.count - 1 : 0..<scalars.count
        heads[Pair(first: scalars[0], second: scalars[1]), default: []].append(phrases.count)
        tails[Pair(first: scalars[scalars.count - 2], second: scalars[scalars.count - 1]), default: []].append(
            phrases.count)
        phrases.append(Phrase(scalars: scalars, places: places, isFixed: isFixed))
    }

    /// What is written like a phrase but for a character that looks or sounds like the right one, in the text's order.
    func misprints(in text: TextIndex) -> [Misprint] {
        var found: [Int: Misprint] = [:]
        for position in 0..<max(0, text.count - 1) {
            let pair = Pair(first: text[position], second: text[position + 1])
            for index in heads[pair] ?? [] { note(phrases[index], at: position, text, &found) }
            for index in tails[pair] ?? [] {
                note(phrases[index], at: position + 2 - phrases[index].scalars.count, text, &found)
            }
        }
        let counts = Dictionary(grouping: found.values) { $0.wrong }.mapValues(\.count)
        // What a text has again and again is a word of its own.
        return found.sorted { $0.key < $1.key }.map(\.value).filter { counts[$0.wrong, default: 0] <= Self.most }
    }

    private static let most = 3

    private func note(_ phrase: Phrase, at start: Int, _ text: TextIndex, _ found: inout [Int: Misprint]) {
        let scalars = phrase.scalars
        guard start >= 0, start + scalars.count <= text.count else { return }
        var place: Int?
        for offset in scalars.indices where text[start + offset] != scalars[offset] {
            guard place == nil else { return }
            place = offset
        }
        guard let place, phrase.places.contains(place), found[start + place] == nil else { return }
        let (wrong, right) = (text[start + place], scalars[place])
        guard characters.mayStand(wrong, for: right) || phrase.isFixed && characters.mayBeTyped(wrong, for: right)
        else { return }
        let range = start..<start + scalars.count
        let written = Array(text.document.folded[range])
        guard !isKnown(written) else { return }
        found[start + place] = Misprint(
            range: range, wrong: String(String.UnicodeScalarView(written)),
            right: String(String.UnicodeScalarView(scalars)))
    }

    /// Whether a phrase holds the words as they are written.
    private func isKnown(_ written: [Unicode.Scalar]) -> Bool {
        known.contains { phrase in
            phrase.count >= written.count
                && (0...phrase.count - written.count).contains {
                    phrase[$0..<$0 + written.count].elementsEqual(written)
                }
        }
    }
}
