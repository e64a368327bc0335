import Platform

extension Measure {
    /// What it is called in a sentence: 支出合计比上年增减率, `total expenditure, rate of change on last year`.
    package var words: Bilingual {
        let (whole, side) = (topic.form, aspect.form)
        return Bilingual(whole.name + side.name, whole.english + side.english)
    }
}
