/// Data that ships with the program and without which it works on, but to other results.
enum ShippedData: CaseIterable {
    case subjects
    case model

    private var isInstalled: Bool {
        switch self {
        case .subjects: !DataFolder.subjectFiles.isEmpty
        case .model: DataFolder.storedModelPath != nil
        }
    }

    private var loss: String {
        switch self {
        case .subjects:
            "the classification (Data/subjects) is not installed: names stay as documents print them, and no subject is followed over a change of its code"
        case .model:
            "the model of small bodies (Models/small-bodies.json) is not installed: what it would answer is forecast by simpler rules, to other numbers"
        }
    }

    /// A sentence with what to do for each of some data that is not there.
    static func warnings(on data: [ShippedData]) -> [String] {
        data.filter { !$0.isInstalled }.map {
            "\($0.loss); results differ from those of a whole installation; set JUESUAN_HOME to the folder that holds Data and Models"
        }
    }
}

/// A command whose results need data that ships with the program.
protocol UsesShippedData {
    var shippedData: [ShippedData] { get }
}
