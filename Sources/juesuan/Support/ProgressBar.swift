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
        let pace = Speech.words(Self.pace(done: done, of: total, after: ContinuousClock.now - start))
        try? StandardStream.error.write(
            "\r\u{1B}[2K\(bar) \(done)/\(total)\(pace) \(VisibleText.singleLine(label))")
    }

    /// How many are done a minute and how long the rest will take, once five seconds tell; nothing before.
    static func pace(done: Int, of total: Int, after elapsed: Duration) -> Bilingual {
        let seconds = Int(elapsed.components.seconds)
        guard done > 0, seconds >= 5 else { return Bilingual(verbatim: "") }
        let rate = done * 60 / seconds
        let rest = (total - done) * seconds / done
        let left = rest < 90 ? Bilingual("\(rest) 秒", "\(rest) s") : Bilingual("\(rest / 60) 分钟", "\(rest / 60) min")
        return Bilingual("，每分钟 \(rate) 个，约剩 \(left.zhHans)", ", \(rate) a minute, about \(left.en) left")
    }

    /// Wipes the line.
    func finish() {
        guard isShown else { return }
        try? StandardStream.error.write("\r\u{1B}[2K")
    }
}
