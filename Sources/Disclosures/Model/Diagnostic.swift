import Platform

/// Something a reader met and could not place, or placed with a doubt.
///
/// No figure is lost in silence: a sentence with an amount that fits no measure, a table row that fits
/// no column, a name that stands in the prose but not in the table each become one of these.
public struct Diagnostic: Hashable, Sendable, Codable {
    /// What kind of thing happened.
    public enum Kind: String, Hashable, Sendable, Codable {
        /// A figure that fits no measure; it is in no list of the disclosure.
        case unplacedFigure = "unplaced_figure"
        /// A figure that was placed although two parts of the document name it differently.
        case nameMismatch = "name_mismatch"
        /// A figure read from a picture that no sum of the document confirms.
        case unconfirmed
        /// A part of the form that is not there or could not be made out.
        case unreadablePart = "unreadable_part"
        /// A column or field that is no part of the interface and was left out.
        case ignoredColumn = "ignored_column"
        /// A sheet, row or column that the document hides; the message says whether it was read.
        case hiddenPart = "hidden_part"
        /// Words of a page that are no part of what it says, as those of a watermark or a running head; they were not
        /// read.
        case leftOut = "left_out"
        /// What the program that takes a document apart complained of while it read it.
        case complaint
        /// The file's name says another form than its content has; it was read as what it is.
        case wrongEnding = "wrong_ending"
        /// A row that calls itself a sum and is not that of its rows; it was left out.
        case sumDiffers = "sum_differs"
        /// A table that states no unit, whose amounts were read in the one that the message names.
        case assumedUnit = "assumed_unit"
        /// A text that names no fiscal year, which was taken from the day it was put out.
        case assumedYear = "assumed_year"
        /// A formula whose value was never stored.
        case formulaWithoutValue = "formula_without_value"
        /// A number with a fraction of 分, as formulas leave it; it was rounded.
        case rounded
    }

    /// What kind of thing happened.
    public var kind: Kind
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?
    /// The words or cells concerned, as printed.
    public var quote: String
    /// One sentence for a person: what is wrong.
    public var message: Bilingual
}
