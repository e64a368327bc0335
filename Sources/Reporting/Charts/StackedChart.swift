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
    private let legendHeight = 26.0

    private var legendRows: Int { (layers.count + 4) / 5 }

    /// The heights of a year's column above and below zero.
    private func reach(_ year: Int, _ style: ChartStyle) -> (above: Double, below: Double) {
        let values = layers.compactMap { $0.amounts[year].map(style.value) }
        return (values.reduce(0) { $0 + max(0, $1) }, values.reduce(0) { $0 + min(0, $1) })
    }

    func svg(_ style: ChartStyle) -> HTML {
        let reaches = years.indices.map { reach($0, style) }
        let (low, high) = (reaches.map(\.below).min() ?? 0, reaches.map(\.above).max() ?? 1)
        let plot = PlotArea(
            size: (size.width, size.height + Double(legendRows) * legendHeight),
            top: 14 + Double(legendRows) * legendHeight,
            ticks: AxisTicks(covering: low...max(low, high), count: 5), slots: years.count, style: style)
        let columns = years.indices.map { column(year: $0, plot, style) }
        let labels = years.map { year in
            isForecast(year) ? year.description + Bilingual.forecastMark.text(in: style.language) : year.description
        }
        return plot.frame([legend, plot.grid(style), plot.slotLabels(labels)] + columns, summary: summary)
    }

    private func isForecast(_ year: FiscalYear) -> Bool {
        firstForecastYear.map { year >= $0 } ?? false
    }

    private var legend: HTML {
        HTML.joined(
            layers.enumerated().map { index, layer -> HTML in
                let x = 76 + Double(index % 5) * 178
                let y = 12 + Double(index / 5) * legendHeight
                return """
                    <rect x="\(x)" y="\(y - 9)" width="12" height="12" fill="\(ChartPalette.part(index))"/>\
                    <text class="legend" x="\(x + 18)" y="\(y + 2)">\(DisplayWidth.truncate(layer.label, to: 21))</text>
                    """
            })
    }

    private func column(year: Int, _ plot: PlotArea, _ style: ChartStyle) -> HTML {
        let width = min(84, plot.slotWidth * 0.62)
        var (above, below) = (0.0, 0.0)
        var pieces: [HTML] = []
        for (index, layer) in layers.enumerated() {
            guard let amount = layer.amounts[year], amount != .zero else { continue }
            let value = style.value(amount)
            let (start, end) = value > 0 ? (above, above + value) : (below, below + value)
            if value > 0 { above = end } else { below = end }
            let name = isForecast(years[year]) ? "part ahead" : "part"
            pieces.append(
                """
                <rect class="\(name)" x="\(plot.x(year) - width / 2)" y="\(plot.y(max(start, end)))" width="\(width)" \
                height="\(abs(plot.y(start) - plot.y(end)))" fill="\(ChartPalette.part(index))"><title>\(layer.label) \
                \(years[year].description): \(style.amounts.text(amount))</title></rect>
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
                return .object([
                    "value": .number(style.value(amount)),
                    "itemStyle": .object(["opacity": .number(isForecast(year) ? 0.55 : 1)]),
                ])
            }
            return .object([
                "name": .string(layer.label), "type": .string("bar"), "stack": .string("all"),
                "barMaxWidth": .integer(84), "data": .array(data),
                "itemStyle": .object(["color": .string(ChartPalette.part(index))]),
            ])
        }
        return .object([
            "animation": .boolean(false),
            "grid": .object([
                "left": .integer(8), "right": .integer(8), "top": .integer(70), "bottom": .integer(8),
                "containLabel": .boolean(true),
            ]),
            "legend": .object(["top": .integer(0), "type": .string("scroll")]),
            "tooltip": .object(["trigger": .string("axis"), "axisPointer": .object(["type": .string("shadow")])]),
            "xAxis": .object([
                "type": .string("category"),
                "data": .array(
                    years.map { year in
                        .string(
                            year.description + (isForecast(year) ? Bilingual.forecastMark.text(in: style.language) : "")
                        )
                    }),
            ]),
            "yAxis": .object(["type": .string("value")]),
            "series": .array(series),
        ])
    }
}
