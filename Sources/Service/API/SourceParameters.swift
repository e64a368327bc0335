import FinalAccounts
import Platform
import Workbench

/// What can be said of where lines come from, alike in every analysis: the options of the commands by the same words.
enum SourceParameters {
    static let body = Parameter("body", .text, Bilingual("单位；默认为全部", "the body; all of them by default"))
    static let oneBody = Parameter("body", .text, Bilingual("单位", "the body"), isRequired: true)
    static let asOf = Parameter(
        "as_of", .time, Bilingual("账本在此日终了时的状态", "the ledger as it stood at the end of this day"))
    static let year = Parameter(
        "year", .year, Bilingual("年度；默认为最近有决算数的", "the year; by default the latest with actuals"))
    static let level = Parameter(
        "level", .choice(levels.map(\.name)), Bilingual("只看此级次的科目", "only subjects of this level"))

    /// A body, and the part of its lines that is looked at.
    static let selection = [
        body, asOf,
        Parameter("fund", .choice(Fund.allCases.map(\.rawValue)), Bilingual("只看此预算", "only lines of this fund")),
        Parameter(
            "part", .choice(LineSelection.Part.allCases.map(\.rawValue)),
            Bilingual("只看决算数的此部分", "only this part of actuals")),
        Parameter(
            "classification", .choice(LineSelection.Classification.allCases.map(\.rawValue)),
            Bilingual("只看此分类", "only this classification")),
    ]

    fileprivate static let levels: [(name: String, level: SubjectLevel)] = (0...SubjectScheme.china.lengths.count).map {
        let level = SubjectLevel(depth: $0)
        return (SubjectScheme.china.name(of: level), level)
    }
}

extension Call {
    /// Where the lines come from that the call is about.
    var source: LineSource {
        var source = ledger.source(of: arguments["body"], asOf: arguments["as_of"])
        source.selection.fund = arguments.choice("fund")
        source.selection.part = arguments.choice("part")
        source.selection.classification = arguments.choice("classification")
        source.selection.language = language
        return source
    }

    /// The level of subjects that is asked for; `nil` for all.
    var level: SubjectLevel? {
        arguments["level"].flatMap { name in SourceParameters.levels.first { $0.name == name }?.level }
    }
}
