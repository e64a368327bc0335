import OfficialForm
import Testing

@testable import Disclosures

/// What the form's table says is what the reader reads.
@Suite("The reader knows every word of the form")
struct OfficialFormWordsTests {

    @Test("Every wording of a measure and of its sides is folded as text is, and found")
    func phrasesAreFound() {
        for measure in FormMeasure.all {
            for phrase in measure.phrases {
                let text = FoldedText(phrase)
                #expect(String(String.UnicodeScalarView(text.scalars)) == phrase)
                let found = Lexicon.match(text, at: 0, end: text.scalars.count)
                #expect(found?.cue == .topic(measure.topic) && found?.length == text.scalars.count, "\(phrase)")
            }
        }
        for aspect in FormAspect.all {
            for phrase in aspect.phrases {
                let text = FoldedText(phrase)
                #expect(Lexicon.match(text, at: 0, end: text.scalars.count)?.length == text.scalars.count, "\(phrase)")
            }
        }
    }

    @Test("Every name of a category is read in text and as a row of the tables")
    func categoriesAreFound() {
        for category in FormCategory.all {
            for name in category.names {
                let text = FoldedText(name)
                let found = CategoryNames.name(in: text, 0..<text.scalars.count)
                #expect(found == (category.isNamedInText ? name : nil), "\(name)")
                #expect(FormLabels.begins(with: "一、" + name), "\(name)")
            }
        }
    }

    @Test("Every title of a table is one to the reader", arguments: FormTable.all.flatMap(\.titles))
    func titlesAreFound(title: String) {
        #expect(TableTitles.kind(title) == FormTable.all.first { $0.titles.contains(title) }?.kind)
    }
}
