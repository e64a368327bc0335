import OfficialForm
import Testing

@Suite("Names of measures")
struct MeasureNameTests {
    @Test("Every measure is read back from its name", arguments: Topic.allCases)
    func namesReadBack(topic: Topic) {
        for aspect in Aspect.allCases {
            let measure = Measure(topic, aspect)
            #expect(Measure(name: measure.name) == measure)
        }
    }
}
