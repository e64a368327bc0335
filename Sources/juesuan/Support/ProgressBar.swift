import Platform
import Reporting

/// A line on stderr that shows how far a long command is; silent unless stderr is a terminal.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private var lastPermille = -1

    init(total: Int) {
        self.total = total
        isShown = total > 1 && StandardStream.error.isTerminal
    }

    /// Shows that `done` of the total are finished, the last of them being `label`.
    mutating func show(done: Int, label: String) {
        guard isShown, total > 0 else { return }
        let permille = done * 1000 / total
        guard permille != lastPermille else { return }
        lastPermille = permille
        let filled = done * 24 / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        try? StandardStream.error.write("\r\u{1B}[2K\(bar) \(done)/\(total) \(VisibleText.singleLine(label))")
    }

    /// Wipes the line.
    func finish() {
        guard isShown else { return }
        try? StandardStream.error.write("\r\u{1B}[2K")
    }
}
