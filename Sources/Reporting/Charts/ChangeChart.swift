import FinalAccounts
import Interchange

/// Two years side by side for a few totals: the disclosure's figures of changes (变动情况图).
struct ChangeChart: Chart {
    /// One pair of bars.
    struct Pair: Hashable, Sendable {
        let label: String
        let previous: Amount?
        let current: Amount?
    }

    let pairs: [Pair]
    let previousYear: FiscalYear
    let currentYear: FiscalYear
    let summary: String

    private let size = (width: 480.0, height: 250.0)

    func svg(_ style: ChartStyle) -> HTML {
        let values = pairs.flatMap { [$0.previous, $0.current] }.compactMap { $0 }.map(style.value)
        let low = min(0, values.min() ?? 0)
        let ticks = AxisTicks(covering: low...max(low, values.max() ?? 1), count: 4)
        let plot = PlotArea(
            size: size, top: 22, ticks: ticks, slots: pairs.count, style: style)
        let bars = pairs.indices.map { slot in
            HTML.joined([
                bar(pairs[slot].previous, at: slot, offset: -1, "bar previous", plot, style),
                bar(pairs[slot].current, at: slot, offset: 0, "bar", plot, style),
            ])
        }
        return plot.frame([plot.grid(style), plot.slotLabels(pairs.map(\.label))] + bars, summary: summary)
    }

    private func bar(
        _ amount: Amount?, at slot: Int, offset: Double, _ name: String, _ plot: PlotArea, _ style: ChartStyle
    ) -> HTML {
        guard let amount else { return .empty }
        let width = min(90, plot.slotWidth * 0.4)
        let left = plot.x(slot) + offset * width
        let (zero, end) = (plot.y(0), plot.y(style.value(amount)))
        return """
            <rect class="\(name)" x="\(left + 1)" y="\(min(zero, end))" width="\(width - 2)" \
            height="\(max(1, abs(zero - end)))"/><text class="value" x="\(left + width / 2)" \
            y="\(min(zero, end) - 5)" text-anchor="middle">\(style.shortText(amount))</text>
            """
    }

    func option(_ style: ChartStyle) -> JSONValue? {
        func bars(_ year: FiscalYear, _ colour: String, _ amount: (Pair) -> Amount?) -> JSONValue {
            .object([
                "name": .string(year.description), "type": .string("bar"), "barMaxWidth": .integer(90),
                "data": .array(pairs.map { amount($0).map { value($0, style) } ?? .null }),
                "itemStyle": .object(["color": .string(colour)]),
            ])
        }
        return JSONValue.object(style.axes(pairs.map(\.label))).merging([
            "series": .array([
                bars(previousYear, ChartPalette.previous, \.previous),
                bars(currentYear, ChartPalette.actual, \.current),
            ])
        ])
    }

    private func value(_ amount: Amount, _ style: ChartStyle) -> JSONValue {
        style.item(amount).merging([
            "label": .object([
                "show": .boolean(true), "position": .string("top"), "formatter": .string(style.shortText(amount)),
                "color": .string(ChartPalette.letters),
            ])
        ])
    }
}
