import FinalAccounts
import Interchange
import Platform

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

    private let size = (width: 480.0, height: 220.0)

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
        var start = 0.0
        var ring: [HTML] = []
        for (index, entry) in shares.enumerated() {
            ring.append(arc(from: start, entry, index, style))
            start += entry.share
        }
        return """
            <svg class="chart" viewBox="0 0 \(Int(size.width)) \(Int(size.height))" role="img" \
            aria-label="\(summary)">\(ring)</svg>
            """
    }

    /// A part of the ring as a thick stroke, beginning at the top and going clockwise.
    private func arc(from start: Double, _ entry: (part: Part, share: Double), _ index: Int, _ style: ChartStyle)
        -> HTML
    {
        let radius = 84.0
        let length = 2 * Double.pi * radius
        let gap = entry.share < 0.999 ? 1.5 : 0
        return """
            <circle cx="240" cy="110" r="\(radius)" fill="none" class="arc \(ChartPalette.name(index))" stroke-width="44" \
            stroke-dasharray="\(max(0.3, entry.share * length - gap)) \(length)" \
            stroke-dashoffset="\(-start * length)" transform="rotate(-90 240 110)"><title>\(entry.part.label): \
            \(words(entry, style))</title></circle>
            """
    }

    /// The parts with their colours and shares; every name is written out.
    func key(_ style: ChartStyle) -> HTML {
        ChartKey.parts(shares.map { (label: $0.part.label, more: Self.percent($0.share)) })
    }

    /// `101.69 万元（8.02%）`.
    private func words(_ entry: (part: Part, share: Double), _ style: ChartStyle) -> String {
        style.amounts.textWithUnit(entry.part.amount, in: style.language)
            + Bilingual.aside(Self.percent(entry.share)).text(in: style.language)
    }

    private static func percent(_ share: Double) -> String {
        DecimalDigits.fixed(share * 100, decimals: 2) + "%"
    }

    func option(_ style: ChartStyle) -> JSONValue? {
        let data = shares.enumerated().map { index, entry -> JSONValue in
            style.item(value: .number(style.value(entry.part.amount)), words(entry, style)).merging([
                "name": .string(entry.part.label),
                "itemStyle": .object(["color": .string(ChartPalette.property(index))]),
            ])
        }
        return .object([
            "animation": .boolean(false), "legend": .object(["show": .boolean(false)]),
            "tooltip": .object(["trigger": .string("item"), "confine": .boolean(true)]),
            "series": .array([
                .object([
                    "type": .string("pie"), "radius": .array([.string("50%"), .string("84%")]),
                    "center": .array([.string("50%"), .string("50%")]), "data": .array(data),
                    "label": .object(["show": .boolean(false)]),
                ])
            ]),
        ])
    }
}
