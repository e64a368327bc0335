import SeededNumbers

/// How a disclosure's tables are printed; every property is something that bodies print differently.
struct FormLayout {
    /// How subject codes are printed.
    enum Codes {
        case oneColumn, threeColumns
    }

    /// How nothing is printed.
    enum Zero {
        case blank, zero, dash
    }

    /// The form of the table of basic expenditure.
    enum BasicForm {
        case sideBySide(Int), oneList
    }

    /// The form of the three public costs.
    enum ThreePublicForm {
        case pairs, halves, list
    }

    var isLandscape: Bool
    var font: String
    var points: Double
    var codes: Codes
    var zero: Zero
    var basicForm: BasicForm
    var threePublicForm: ThreePublicForm
    var isYuan: Bool
    var separators: Bool
    var columnNumbers: Bool
    var lineNumbers: Bool
    var allCategories: Bool
    var breaksPages: Bool
    var repeatsHeaders: Bool
    var hasCaption: Bool
    var hasMark: Bool
    var amountsCentered: Bool
    var namesTop: Bool
    var nameWidth: Int
    var padding: Double
    var borders: Bool
    var indents: Bool
    var titleStyle: Int
    var spacedHeaders: Bool
    var headerStyle: Int

    init(_ generator: inout SeededGenerator) {
        isLandscape = generator.oneIn(2)
        font = generator.pick(["Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK SC"])
        points = generator.pick([7.5, 8, 9, 10, 10.5])
        codes = generator.oneIn(3) ? .threeColumns : .oneColumn
        zero = generator.pick([.blank, .blank, .zero, .zero, .dash])
        basicForm = generator.pick([.sideBySide(2), .sideBySide(3), .sideBySide(3), .oneList])
        threePublicForm = generator.pick([.pairs, .halves, .list])
        isYuan = generator.oneIn(4)
        separators = generator.oneIn(2)
        columnNumbers = generator.oneIn(2)
        lineNumbers = generator.oneIn(2)
        allCategories = generator.oneIn(2)
        breaksPages = !generator.oneIn(4)
        repeatsHeaders = generator.oneIn(2)
        hasCaption = !generator.oneIn(3)
        hasMark = generator.oneIn(2)
        amountsCentered = generator.oneIn(3)
        namesTop = generator.oneIn(5)
        nameWidth = generator.pick([8, 10, 14, 20, 28])
        padding = generator.pick([0.5, 1, 2, 3])
        borders = !generator.oneIn(6)
        indents = generator.oneIn(3)
        titleStyle = Int.random(in: 0..<4, using: &generator)
        spacedHeaders = generator.oneIn(4)
        headerStyle = Int.random(in: 0..<3, using: &generator)
    }
}
