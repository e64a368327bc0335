import ArgumentParser
import Ledger

/// What becomes of a document that says something else than the ledger.
struct EditionOptions: ParsableArguments {
    @Flag(
        help:
            "A document that contradicts the ledger: edition (it replaces what is known), supplement (it only tells what is not stated yet) or keep (what is known stands)."
    )
    var decision: ImportTerms.Decision?

    @Flag(help: "Figures that look wrong (a year in another unit or a copy of the year before, rows twice) are right.")
    var confirm = false

    @Option(help: ArgumentHelp("Who imports, for the ledger's history. Default: the user.", valueName: "name"))
    var who: String?

    @Option(help: ArgumentHelp("Why, for the ledger's history.", valueName: "words"))
    var why: String?

    /// What was decided.
    var terms: ImportTerms {
        ImportTerms(decision: decision, isConfirmed: confirm, who: who ?? Environment.user, why: why ?? "")
    }
}

extension ImportTerms.Decision: EnumerableFlag {}
