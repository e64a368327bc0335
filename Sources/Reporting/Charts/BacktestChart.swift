import FinalAccounts
import Forecasting
import Platform

/// A metric of a backtest over the years, a line for each model and a panel for each level, as an SVG file of its own.
///
/// ```swift
/// try AtomicFile.write(BacktestChart(report, scheme: .china, language: .en).file, to: "backtest.svg")
/// ```
package struct BacktestChart: Sendable {
    private let report: BacktestReport
    private let scheme: SubjectScheme
    private let language: Language
    private let place: Int

    private static let size = (width: 640.0, height: 260.0)
    private static let legendHeight = 24.0

    /// A chart of one metric, the first where none is named; years one step ahead.
    package init(
        _ report: BacktestReport, metric: BacktestMetric? = nil, scheme: SubjectScheme, language: Language
    ) {
        self.report = report
        self.scheme = scheme
        self.language = language
        place = metric.flatMap { report.metrics.firstIndex(of: $0) } ?? 0
    }

    /// The file.
    package var file: String {
        let levels = Set(report.rows.map(\.level)).sorted()
        let height = Double(levels.count) * (Self.size.height + Self.legendHeight) + 8
        let panels = levels.enumerated().map { row, level -> HTML in
            let top = 8 + Double(row) * (Self.size.height + Self.legendHeight)
            return "<g transform=\"translate(0 \(top))\">\(panel(level))</g>"
        }
        let drawing: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.size.width)) \(Int(height))" \
            width="\(Int(Self.size.width))" height="\(Int(height))" role="img" aria-label="\(title)">\
            <style>text{font:12px system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif;fill:#1c2733}\
            .grid{stroke:#d9dee3}.axis{stroke:#51606d}.tick{fill:#51606d}.head{font-weight:600}</style>\
            <rect width="100%" height="100%" fill="#fff"/>\(panels)</svg>

            """
        return drawing.markup
    }

    private var title: String {
        let name = report.metrics.indices.contains(place) ? report.metrics[place].title : Bilingual(verbatim: "")
        return Bilingual("回测：\(name.zhHans)", "backtest: \(name.en)").text(in: language)
    }

    private func panel(_ level: SubjectLevel) -> HTML {
        let rows = report.rows.filter { $0.level == level && $0.step == 1 && $0.values.indices.contains(place) }
        let years = Set(rows.compactMap(\.year)).sorted()
        var models: [String] = []
        for row in rows where !models.contains(row.model) { models.append(row.model) }
        let values = rows.compactMap { $0.values[place] }
        let style = ChartStyle(language: language, amounts: .chinese)
        let plot = PlotArea(
            size: Self.size, top: 40, ticks: AxisTicks(covering: 0...(values.max() ?? 1), count: 5),
            slots: years.count, style: style)
        let lines = models.enumerated().map { index, model in
            line(rows.filter { $0.model == model }, years: years, colour: ChartPalette.part(index), plot)
        }
        return HTML.joined(
            [heading(level), plot.grid(style), plot.slotLabels(years.map(String.init)), legend(models)] + lines)
    }

    private func heading(_ level: SubjectLevel) -> HTML {
        "<text class=\"head\" x=\"14\" y=\"14\">\(title) · \(scheme.name(of: level))</text>"
    }

    private func legend(_ models: [String]) -> HTML {
        HTML.joined(
            models.enumerated().map { index, model -> HTML in
                let x = 14 + Double(index) * 122
                return """
                    <rect x="\(x)" y="22" width="10" height="10" fill="\(ChartPalette.part(index))"/>\
                    <text x="\(x + 15)" y="31">\(name(model))</text>
                    """
            })
    }

    private func name(_ model: String) -> String {
        guard let known = ModelName(rawValue: model) else { return model }
        return DisplayWidth.truncate(ModelLabel(language: language).text(known), to: 16)
    }

    private func line(_ rows: [BacktestReport.Row], years: [Int], colour: String, _ plot: PlotArea) -> HTML {
        let points = years.enumerated().compactMap { slot, year -> (x: Double, y: Double)? in
            guard let value = rows.first(where: { $0.year == year })?.values[place] else { return nil }
            return (plot.x(slot), plot.y(value))
        }
        let path = points.map { "\(rounded($0.x)),\(rounded($0.y))" }.joined(separator: " ")
        let marks = points.map { point -> HTML in
            "<circle cx=\"\(rounded(point.x))\" cy=\"\(rounded(point.y))\" r=\"3.5\" fill=\"\(colour)\"/>"
        }
        return "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>\(marks)"
    }

    private func rounded(_ value: Double) -> String {
        DecimalDigits.fixed(value, decimals: 1)
    }
}
