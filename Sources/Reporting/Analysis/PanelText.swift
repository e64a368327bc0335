import FinalAccounts
import Forecasting
import Platform

/// Says which model answered for the subjects of a level, and on what it was fitted.
struct PanelText {
    let scheme: SubjectScheme
    let language: Language

    /// One sentence for a panel.
    func sentence(_ panel: ForecastRun.Panel) -> String {
        let labels = LevelLabel(scheme: scheme, language: language)
        let levels = panel.levels.map { labels.name(of: $0) }
            .joined(separator: Bilingual("、", ", ").text(in: language))
        let (subjects, rows) = (panel.subjects, panel.rows)
        guard panel.usesShippedModel else {
            return language.words(
                "\(levels)：\(subjects) 个科目，在本数据的 \(rows) 个历年变动上拟合（\(weights(panel))）",
                "\(levels): \(subjects) subjects, fitted on \(rows) past changes of these data (\(weights(panel)))")
        }
        guard let name = panel.shippedName else {
            return language.words(
                "\(levels)：\(subjects) 个科目，历年变动仅 \(rows) 个，用单序列规则",
                "\(levels): \(subjects) subjects, too few past changes (\(rows)) to fit; single-series rules answered")
        }
        return language.words(
            "\(levels)：\(subjects) 个科目，历年变动仅 \(rows) 个，用随附的\(Self.storedModel(name).zhHans)",
            "\(levels): \(subjects) subjects, too few past changes (\(rows)) to fit; \(Self.storedModel(name).en) answered"
        )
    }

    /// A stored model as people call it: the one that comes with the program by what it is for, another by its own name.
    static func storedModel(_ name: String) -> Bilingual {
        name == "small-bodies"
            ? Bilingual("小单位模型", "the stored model of small bodies")
            : Bilingual("模型“\(name)”", "the stored model '\(name)'")
    }

    /// 面板回归 75%、增长率面板回归 25%.
    private func weights(_ panel: ForecastRun.Panel) -> String {
        panel.weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\(name($0.key)) \(DecimalDigits.fixed($0.value * 100, decimals: 0))%" }
            .joined(separator: Bilingual("、", ", ").text(in: language))
    }

    private func name(_ member: String) -> String {
        member == "growth-panel"
            ? language.words("增长率面板回归", "panel regression on growth")
            : ModelName(rawValue: member)?.title.text(in: language) ?? member
    }
}
