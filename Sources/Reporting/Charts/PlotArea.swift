/// The rectangle of a drawing that data are drawn in, with a value axis and evenly spaced slots.
struct PlotArea {
    let size: (width: Double, height: Double)
    let margins: (top: Double, right: Double, bottom: Double, left: Double)
    let ticks: AxisTicks
    let slots: Int

    /// Lays out an area; the left margin takes the widest label of the value axis.
    init(
        size: (width: Double, height: Double), top: Double, right: Double = 10, bottom: Double = 30, ticks: AxisTicks,
        slots: Int, style: ChartStyle
    ) {
        self.size = size
        self.ticks = ticks
        self.slots = slots
        let widest = ticks.values.map { style.label($0, decimals: ticks.decimals).count }.max() ?? 1
        margins = (top, right, bottom, Double(widest) * 7.1 + 14)
    }

    /// The width of one slot.
    var slotWidth: Double {
        (size.width - margins.left - margins.right) / Double(max(1, slots))
    }

    /// The middle of a slot.
    func x(_ slot: Int) -> Double {
        margins.left + (Double(slot) + 0.5) * slotWidth
    }

    /// Where a value stands.
    func y(_ value: Double) -> Double {
        let height = size.height - margins.top - margins.bottom
        return margins.top + height * (ticks.high - value) / (ticks.high - ticks.low)
    }

    /// Horizontal lines with their labels.
    func grid(_ style: ChartStyle) -> HTML {
        HTML.joined(
            ticks.values.map { value -> HTML in
                """
                <line class="\(value == 0 ? "axis" : "grid")" x1="\(margins.left)" x2="\(size.width - margins.right)" \
                y1="\(y(value))" y2="\(y(value))"/><text class="tick" x="\(margins.left - 6)" y="\(y(value) + 4)" \
                text-anchor="end">\(style.label(value, decimals: ticks.decimals))</text>
                """
            })
    }

    /// The labels below the slots.
    func slotLabels(_ labels: [String]) -> HTML {
        HTML.joined(
            labels.enumerated().filter { !$0.element.isEmpty }.map { slot, label -> HTML in
                """
                <text class="tick" x="\(x(slot))" y="\(size.height - margins.bottom + 17)" \
                text-anchor="middle">\(label)</text>
                """
            })
    }

    /// The whole drawing.
    func frame(_ content: [HTML], summary: String) -> HTML {
        """
        <svg class="chart" viewBox="0 0 \(Int(size.width)) \(Int(size.height))" role="img" \
        aria-label="\(summary)">\(content)</svg>
        """
    }
}
