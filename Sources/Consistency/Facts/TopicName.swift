import FinalAccounts
import OfficialForm
import Platform

extension Topic {
    /// The words a document uses for the topic.
    var name: Bilingual { Bilingual(form.name, form.english) }
}

extension Aspect {
    /// What is added to a topic's name.
    var suffix: Bilingual { Bilingual(form.name, form.english) }
}
