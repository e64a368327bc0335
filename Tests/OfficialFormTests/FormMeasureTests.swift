import OfficialForm
import Testing

@Suite("The form's measures")
struct FormMeasureTests {
    @Test("Every measure is declared once and has a name in both languages")
    func everyTopicIsDeclaredOnce() {
        #expect(Set(FormMeasure.all.map(\.topic)) == Set(Topic.allCases))
        #expect(FormMeasure.all.count == Topic.allCases.count)
        for measure in FormMeasure.all {
            #expect(Self.isChinese(measure.name), "\(measure.topic)")
            #expect(Self.isEnglish(measure.english) && Self.isEnglish(measure.heading), "\(measure.topic)")
        }
    }

    @Test("Every side of a measure is declared once; its names are in both languages or in neither")
    func everyAspectIsDeclaredOnce() {
        #expect(FormAspect.all.map(\.aspect).sorted { $0.rawValue < $1.rawValue } == Self.sortedAspects)
        for aspect in FormAspect.all { #expect(aspect.name.isEmpty == aspect.english.isEmpty, "\(aspect.aspect)") }
    }

    @Test("No words of text stand for two things")
    func phrasesAreUnique() {
        let phrases =
            FormMeasure.all.flatMap(\.phrases) + FormAspect.all.flatMap(\.phrases)
            + FormWordings.comparisons.flatMap(\.phrases) + FormWordings.elsewhere
        #expect(Self.repeated(phrases).isEmpty)
        #expect(!phrases.contains { $0.isEmpty || $0 != FormWords.folded($0) })
    }

    @Test("What words mean in one part of the form is a measure with a name of its own or of one fund")
    func meaningsAreMeasures() {
        for measure in FormMeasure.all {
            #expect(measure.meanings.isEmpty || !measure.phrases.isEmpty, "\(measure.topic)")
            for (section, meaning) in measure.meanings {
                #expect(meaning != measure.topic)
                #expect(TopicResolver.resolve(measure.topic, in: section) == meaning)
                #expect(meaning.form.namesFund || meaning.form.name != measure.name, "\(meaning)")
            }
        }
    }

    @Test("The whole of every part is declared, has more than one part and is no part of itself")
    func wholesExist() {
        for measure in FormMeasure.all {
            var seen: Set<Topic> = [measure.topic]
            var whole = measure.whole
            while let next = whole {
                #expect(next.parts.count > 1, "\(next)")
                #expect(seen.insert(next).inserted, "\(measure.topic) is a part of itself")
                whole = next.form.whole
            }
            #expect(measure.bound != measure.topic && measure.bound?.form.bound != measure.topic)
            #expect(measure.denials.isEmpty || measure.whole != nil, "\(measure.topic)")
        }
    }

    @Test("A new wording, part or row is one declaration: all look-ups come from the table")
    func lookupsComeFromTheTable() {
        let dues = FormMeasure(
            .otherIncome, "会费收入", "dues", phrases: ["会费（年费）收入"], rows: [FormRow(9)],
            column: FormColumn(.role(.otherIncome)), partOf: .yearIncome)
        #expect(dues.phrases == ["会费(年费)收入"])
        #expect(dues.rows.map(\.label) == ["会费收入"] && dues.column?.words == ["会费收入"])
        #expect(dues.heading == "dues" && dues.role() == .otherIncome)
        for measure in FormMeasure.all {
            for row in measure.rows {
                #expect((FormRows.numbered + FormRows.ends).contains(row.label))
                #expect(FormRows.number(of: row.label) == row.number)
            }
            for word in measure.column?.words ?? [] { #expect(HeaderLabel.exact(word) == measure.column?.label) }
            if let whole = measure.whole { #expect(whole.parts.contains(measure.topic)) }
        }
    }

    private static let sortedAspects = Aspect.allCases.sorted { $0.rawValue < $1.rawValue }

    private static func isChinese(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { $0.value >= 0x2000 }
    }

    private static func isEnglish(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { $0.isASCII && $0 != "_" }
    }

    private static func repeated(_ words: [String]) -> [String] {
        Dictionary(grouping: words) { $0 }.filter { $1.count > 1 }.keys.sorted()
    }
}
