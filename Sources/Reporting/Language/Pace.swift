import Platform

/// How fast long work goes and how long the rest of it will take.
///
/// ```swift
/// Pace(done: 40, of: 100, after: .seconds(20)).words.text(in: .en)   // ", 120 a minute, about 30 s left"
/// ```
package struct Pace: Sendable {
    private let done: Int
    private let total: Int
    private let elapsed: Duration

    package init(done: Int, of total: Int, after elapsed: Duration) {
        self.done = done
        self.total = total
        self.elapsed = elapsed
    }

    /// How many are done a minute and how long the rest will take, once five seconds tell; nothing before.
    package var words: Bilingual {
        let seconds = Int(elapsed.components.seconds)
        guard done > 0, seconds >= 5 else { return Bilingual(verbatim: "") }
        let rate = done * 60 / seconds
        let rest = (total - done) * seconds / done
        let left = rest < 90 ? Bilingual("\(rest) 秒", "\(rest) s") : Bilingual("\(rest / 60) 分钟", "\(rest / 60) min")
        return Bilingual("，每分钟 \(rate) 个，约剩 \(left.zhHans)", ", \(rate) a minute, about \(left.en) left")
    }
}
