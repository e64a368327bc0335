import FinalAccounts
import Interchange

/// How a whole is made up: a ring with its parts and their shares (结构图).
struct StructureChart: Chart {
    /// One part of the whole.
    struct Part: Hashable, Sendable {
        let label: String
        let amount: Amount
    }

    let parts: [Part]
    let summary: String
    /// What the parts beyond the largest are called together.
    let others: String

    /// How many parts are shown by themselves.
    private static let partCount = 8

    private let size = (width: 480.0, height: 250.0)

    /// The parts with their shares, the largest first; what is not positive has no place on a ring.
    private var shares: [(part: Part, share: Double)] {
        var positive = parts.filter { $0.amount > .zero }.sorted { $0.amount > $1.amount }
        if positive.count > Self.partCount + 1 {
            let rest = positive[Self.partCount...].map(\.amount)
            positive.removeSubrange(Self.partCount...)
            if let sum = try? Amount.sum(rest) { positive.append(Part(label: others, amount: sum)) }
        }
        let total = positive.reduce(0.0) { $0 + Double($1.amount.minorUnits) }
        return positive.map { ($0, Double($0.amount.minorUnits) / total) }
    }

    func svg(_ style: ChartStyle) -> HTML {
        let shares = shares
        var start = 0.0
        var ring: [HTML] = []
        for (index, entry) in shares.enumerated() {
            ring.append(arc(from: start, share: entry.share, colour: ChartPalette.part(index)))
            start += entry.share
        }
        let legend = shares.prefix(9).enumerated().map { index, entry in legendRow(index, entry, style) }
        return """
            <svg class="chart" viewBox="0 0 \(Int(size.width)) \(Int(size.height))" role="img" \
            aria-label="\(summary)">\(ring)\(legend)</svg>
            """
    }

    /// A part of the ring as a thick stroke, beginning at the top and going clockwise.
    private func arc(from start: Double, share: Double, colour: String) -> HTML {
        let radius = 74.0
        let length = 2 * Double.pi * radius
        let gap = share < 0.999 ? 1.5 : 0
        return """
            <circle cx="116" cy="125" r="\(radius)" fill="none" stroke="\(colour)" stroke-width="42" \
            stroke-dasharray="\(max(0.3, share * length - gap)) \(length)" \
            stroke-dashoffset="\(-start * length)" transform="rotate(-90 116 125)"/>
            """
    }

    private func legendRow(_ index: Int, _ entry: (part: Part, share: Double), _ style: ChartStyle) -> HTML {
        let count = min(9, shares.count)
        let y = 125 + (Double(index) - Double(count - 1) / 2) * 26
        let label = DisplayWidth.truncate(entry.part.label, to: 18)
        return """
            <rect x="238" y="\(y - 8)" width="12" height="12" fill="\(ChartPalette.part(index))"/>\
            <text class="legend" x="256" y="\(y + 3)">\(label)</text>\
            <text class="value" x="476" y="\(y + 3)" text-anchor="end">\(Self.percent(entry.share))</text>
            """
    }

    private static func percent(_ share: Double) -> String {
        DecimalDigits.fixed(share * 100, decimals: 2) + "%"
    }

    func option(_ style: ChartStyle) -> JSONValue? {
        let data = shares.enumerated().map { index, entry -> JSONValue in
            .object([
                "name": .string(entry.part.label + "  " + Self.percent(entry.share)),
                "value": .number(style.value(entry.part.amount)),
                "itemStyle": .object(["color": .string(ChartPalette.part(index))]),
            ])
        }
        return .object([
            "animation": .boolean(false),
            "tooltip": .object(["trigger": .string("item"), "formatter": .string("{b}<br>{c}")]),
            "legend": .object(["bottom": .integer(0), "type": .string("scroll")]),
            "series": .array([
                .object([
                    "type": .string("pie"), "radius": .array([.string("40%"), .string("66%")]),
                    "center": .array([.string("50%"), .string("44%")]), "data": .array(data),
                    "label": .object(["show": .boolean(false)]),
                ])
            ]),
        ])
    }
}
