import Platform
import Reporting

/// A line on stderr that shows how far a long command is, how fast it goes and how long it will take; silent unless stderr is a
/// terminal. With `--verbose` every item is a line instead, wherever it goes.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private var lastPermille = -1
    private let start = ContinuousClock.now

    init(total: Int) {
        self.total = total
        isShown = total > 1 && Speech.loudness == .usual && StandardStream.error.isTerminal
    }

    /// Shows that `done` of the total are finished, the last of them being `label`.
    mutating func show(done: Int, label: String) {
        StandardStream.detail(Bilingual(verbatim: "\(done)/\(total) \(label)"))
        guard isShown, total > 0 else { return }
        let permille = done * 1000 / total
        guard permille != lastPermille else { return }
        lastPermille = permille
        let filled = done * 24 / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let pace = Speech.words(Pace(done: done, of: total, after: ContinuousClock.now - start).words)
        try? StandardStream.error.write(
            "\r\u{1B}[2K\(bar) \(done)/\(total)\(pace) \(VisibleText.singleLine(label))")
    }

    /// Wipes the line.
    func finish() {
        guard isShown else { return }
        try? StandardStream.error.write("\r\u{1B}[2K")
    }
}
