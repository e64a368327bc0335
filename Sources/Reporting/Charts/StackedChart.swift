import FinalAccounts
import Interchange
import Platform

/// Spending by category over the years as stacked columns, the forecast years paler than the others.
struct StackedChart: Chart {
    /// One category's amounts, one for each year.
    struct Layer: Hashable, Sendable {
        let label: String
        let amounts: [Amount?]
    }

    let years: [FiscalYear]
    /// The first of `years` that is a forecast.
    let firstForecastYear: FiscalYear?
    /// The categories, the largest first.
    let layers: [Layer]
    let summary: String

    private let size = (width: 960.0, height: 360.0)

    /// The heights of a year's column above and below zero.
    private func reach(_ year: Int, _ style: ChartStyle) -> (above: Double, below: Double) {
        let values = layers.compactMap { $0.amounts[year].map(style.value) }
        return (values.reduce(0) { $0 + max(0, $1) }, values.reduce(0) { $0 + min(0, $1) })
    }

    func svg(_ style: ChartStyle) -> HTML {
        let reaches = years.indices.map { reach($0, style) }
        let (low, high) = (reaches.map(\.below).min() ?? 0, reaches.map(\.above).max() ?? 1)
        let plot = PlotArea(
            size: size, top: 22, ticks: AxisTicks(covering: low...max(low, high), count: 5), slots: years.count,
            style: style)
        let columns = years.indices.map { column(year: $0, plot, style) }
        return plot.frame([plot.grid(style), plot.slotLabels(labels(style))] + columns, summary: summary)
    }

    private func labels(_ style: ChartStyle) -> [String] {
        years.map { $0.description + (isForecast($0) ? Bilingual.forecastMark.text(in: style.language) : "") }
    }

    private func isForecast(_ year: FiscalYear) -> Bool {
        firstForecastYear.map { year >= $0 } ?? false
    }

    /// The categories with their colours; every name is written out.
    var key: HTML { ChartKey.parts(layers.map { (label: $0.label, more: "") }) }

    private func column(year: Int, _ plot: PlotArea, _ style: ChartStyle) -> HTML {
        let width = min(84, plot.slotWidth * 0.62)
        var (above, below) = (0.0, 0.0)
        var pieces: [HTML] = []
        for (index, layer) in layers.enumerated() {
            guard let amount = layer.amounts[year], amount != .zero else { continue }
            let value = style.value(amount)
            let (start, end) = value > 0 ? (above, above + value) : (below, below + value)
            if value > 0 { above = end } else { below = end }
            let name = "part " + ChartPalette.name(index) + (isForecast(years[year]) ? " ahead" : "")
            pieces.append(
                """
                <rect class="\(name)" x="\(plot.x(year) - width / 2)" y="\(plot.y(max(start, end)))" width="\(width)" \
                height="\(abs(plot.y(start) - plot.y(end)))"><title>\(layer.label) \
                \(years[year].description): \(style.amounts.textWithUnit(amount, in: style.language))</title></rect>
                """)
        }
        let total = above + below
        pieces.append(
            """
            <text class="value" x="\(plot.x(year))" y="\(plot.y(above) - 6)" \
            text-anchor="middle">\(style.label(total, decimals: abs(total) >= 100 ? 0 : 2))</text>
            """)
        return HTML.joined(pieces)
    }

    func option(_ style: ChartStyle) -> JSONValue? {
        let series = layers.enumerated().map { index, layer -> JSONValue in
            let data = zip(years, layer.amounts).map { year, amount -> JSONValue in
                guard let amount else { return .null }
                return style.item(amount).merging([
                    "itemStyle": .object(["opacity": .number(isForecast(year) ? 0.55 : 1)])
                ])
            }
            return .object([
                "name": .string(layer.label), "type": .string("bar"), "stack": .string("all"),
                "barMaxWidth": .integer(84), "data": .array(data),
                "itemStyle": .object(["color": .string(ChartPalette.property(index))]),
            ])
        }
        return JSONValue.object(style.axes(labels(style))).merging([
            "series": .array(series + [totals(style)]),
            "total": .string(Bilingual.grandTotal.text(in: style.language)),
        ])
    }

    /// The totals, written over the columns and told with their parts; a line that is not drawn.
    private func totals(_ style: ChartStyle) -> JSONValue {
        let data = years.indices.map { year -> JSONValue in
            guard let total = try? Amount.sum(layers.compactMap { $0.amounts[year] }) else { return .null }
            let top = reach(year, style).above
            return style.item(value: .number(top), style.amounts.textWithUnit(total, in: style.language)).merging([
                "label": .object([
                    "show": .boolean(true), "position": .string("top"), "formatter": .string(style.shortText(total)),
                    "color": .string(ChartPalette.letters),
                ])
            ])
        }
        return .object([
            "name": .string(Bilingual.grandTotal.text(in: style.language)), "type": .string("line"),
            "data": .array(data), "symbol": .string("circle"), "symbolSize": .integer(1), "silent": .boolean(true),
            "lineStyle": .object(["opacity": .integer(0)]),
            "itemStyle": .object(["color": .string(ChartPalette.letters)]),
        ])
    }
}
