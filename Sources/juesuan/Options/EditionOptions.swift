import ArgumentParser
import Ledger
import Platform

/// What becomes of a document that says something else than the ledger.
struct EditionOptions: ParsableArguments {
    @Flag(
        help:
            ArgumentHelp(
                "与账本矛盾的文件：edition（作为新版本取代）、supplement（只补充未载的）或 keep（保留账本现有数据）。",
                "A document that contradicts the ledger: edition (it replaces what is known), supplement (it only tells what is not stated yet) or keep (what is known stands)."
            )
    )
    var decision: ImportTerms.Decision?

    @Flag(
        help: ArgumentHelp(
            "看似有误的数据（某年单位不同或照抄上年、行重复）确认无误。",
            "Figures that look wrong (a year in another unit or a copy of the year before, rows twice) are right."))
    var confirm = false

    @Option(
        help: ArgumentHelp(
            "导入人，记入账本历史。默认为当前用户。", "Who imports, for the ledger's history. Default: the user.",
            valueName: Bilingual("名称", "name")))
    var who: String?

    @Option(help: ArgumentHelp("导入事由，记入账本历史。", "Why, for the ledger's history.", valueName: Bilingual("文字", "words")))
    var why: String?

    /// What was decided.
    var terms: ImportTerms {
        ImportTerms(decision: decision, isConfirmed: confirm, who: who ?? Environment.user, why: why ?? "")
    }
}

extension ImportTerms.Decision: EnumerableFlag {}
