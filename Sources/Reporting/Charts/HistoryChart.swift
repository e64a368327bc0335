import FinalAccounts
import Interchange

/// Spending over the years as a line, budgets as marks, the forecast with its 80% and 95% ranges.
struct HistoryChart: Chart {
    /// The years, ascending.
    let points: [HistoryPoint]
    /// What the figure shows, in words.
    let summary: String
    /// The size of the drawing, in its own units.
    var size = (width: 480.0, height: 260.0)
    /// Whether it is one of many small drawings: fewer ticks, no legend.
    var isSmall = false

    private func ticks(_ style: ChartStyle) -> AxisTicks {
        var values: [Double] = []
        for point in points {
            for amount in [point.actual, point.budget].compactMap({ $0 }) { values.append(style.value(amount)) }
            guard let forecast = point.forecast else { continue }
            values.append(style.value(forecast.point))
            for range in [forecast.range80, forecast.range95].compactMap({ $0 }) {
                values += [style.value(range.lowerBound), style.value(range.upperBound)]
            }
        }
        let low = values.min() ?? 0
        return AxisTicks(covering: low...max(low, values.max() ?? 1), count: isSmall ? 3 : 4)
    }

    func svg(_ style: ChartStyle) -> HTML {
        let plot = PlotArea(
            size: size, top: 12, bottom: isSmall ? 24 : 30, ticks: ticks(style), slots: points.count, style: style)
        let content: [HTML] = [
            plot.grid(style), plot.slotLabels(slotLabels(plot)), bands(plot, style), budgetMarks(plot, style),
            lines(plot, style), dots(plot, style),
        ]
        return plot.frame(content, summary: summary)
    }

    /// Years, with fewer of them where they would run into each other.
    private func slotLabels(_ plot: PlotArea) -> [String] {
        let room = Int(plot.slotWidth * Double(points.count) / 44)
        let every = max(1, (points.count + max(1, room) - 1) / max(1, room))
        return points.indices.map { index in
            (points.count - 1 - index) % every == 0 ? points[index].year.description : ""
        }
    }

    private func bands(_ plot: PlotArea, _ style: ChartStyle) -> HTML {
        HTML.joined(
            points.enumerated().compactMap { index, point in
                guard let forecast = point.forecast else { return nil }
                let half = min(13, plot.slotWidth * 0.32)
                return HTML.joined(
                    [(forecast.range95, "band wide"), (forecast.range80, "band")].map { range, name -> HTML in
                        guard let range else { return .empty }
                        let top = plot.y(style.value(range.upperBound))
                        let height = max(1, plot.y(style.value(range.lowerBound)) - top)
                        return """
                            <rect class="\(name)" x="\(plot.x(index) - half)" y="\(top)" width="\(half * 2)" \
                            height="\(height)"><title>\(point.year.description): \(style.words(range))</title></rect>
                            """
                    })
            })
    }

    private func budgetMarks(_ plot: PlotArea, _ style: ChartStyle) -> HTML {
        HTML.joined(
            points.enumerated().compactMap { index, point in
                guard let budget = point.budget else { return nil }
                let (x, y) = (plot.x(index), plot.y(style.value(budget)))
                return """
                    <line class="budget" x1="\(x - 7)" x2="\(x + 7)" y1="\(y)" y2="\(y)"><title>\(point.year.description): \
                    \(style.amounts.textWithUnit(budget, in: style.language))</title></line>
                    """
            })
    }

    /// Lines join only years that follow each other; a gap stays a gap. The last actual and the forecast are dashed.
    private func lines(_ plot: PlotArea, _ style: ChartStyle) -> HTML {
        HTML.joined(
            zip(points.indices, points.indices.dropFirst()).compactMap { first, second in
                guard points[first].year.next == points[second].year,
                    let start = points[first].actual ?? points[first].forecast?.point,
                    let end = points[second].actual ?? points[second].forecast?.point
                else { return nil }
                let name = points[second].actual == nil ? "line ahead" : "line"
                return """
                    <line class="\(name)" x1="\(plot.x(first))" y1="\(plot.y(style.value(start)))" \
                    x2="\(plot.x(second))" y2="\(plot.y(style.value(end)))"/>
                    """
            })
    }

    private func dots(_ plot: PlotArea, _ style: ChartStyle) -> HTML {
        HTML.joined(
            points.enumerated().compactMap { index, point in
                guard let amount = point.actual ?? point.forecast?.point else { return nil }
                // Where both are known, the forecast was made before the actual and stands beside it.
                let forecast = point.actual == nil ? nil : point.forecast?.point
                return HTML.joined([
                    forecast.map { dot($0, "dot ahead", at: index, plot, style) } ?? .empty,
                    dot(amount, Self.look(of: point), at: index, plot, style),
                ])
            })
    }

    private static func look(of point: HistoryPoint) -> String {
        if point.actual == nil { return "dot ahead" }
        return "dot" + (point.isFlagged ? " flagged" : "") + (point.isSynthetic ? " synthetic" : "")
    }

    private func dot(
        _ amount: Amount, _ look: String, at index: Int, _ plot: PlotArea, _ style: ChartStyle
    ) -> HTML {
        """
        <circle class="\(look)" cx="\(plot.x(index))" cy="\(plot.y(style.value(amount)))" \
        r="\(isSmall ? 3.0 : 4.0)"><title>\(points[index].year.description): \
        \(style.amounts.textWithUnit(amount, in: style.language))\(points[index].mark(in: style.language))</title>\
        </circle>
        """
    }

    func option(_ style: ChartStyle) -> JSONValue? {
        guard !isSmall else { return nil }
        return HistoryOption(points: points, style: style).value
    }
}
