import FinalAccounts
import Interchange
import Platform

/// A year's spending as areas: funds, in them categories, in these the subjects.
struct TreemapChart: Chart {
    let funds: [SpendingPart]
    let summary: String

    private let size = Box(x: 0, y: 0, width: 960, height: 440)
    private let strip = 20.0
    private let letterWidth = 6.9

    func svg(_ style: ChartStyle) -> HTML {
        let pieces = zip(funds, boxes(of: funds, in: size)).map { fund, box -> HTML in
            let inner = box.inside(strip: strip, margin: 2)
            let categories = zip(fund.parts, boxes(of: fund.parts, in: inner)).enumerated().map {
                index, entry -> HTML in
                category(entry.0, entry.1, index, style)
            }
            return "<g>\(piece(fund, box, "area fund", [fund], style))\(categories)</g>"
        }
        return """
            <svg class="chart" viewBox="0 0 \(Int(size.width)) \(Int(size.height))" role="img" \
            aria-label="\(summary)">\(pieces)</svg>
            """
    }

    private func boxes(of parts: [SpendingPart], in box: Box) -> [Box] {
        Squares.boxes(of: parts.map { Double($0.amount.minorUnits) }, in: box)
    }

    private func category(_ part: SpendingPart, _ box: Box, _ index: Int, _ style: ChartStyle) -> HTML {
        let name = ChartPalette.name(index)
        let inner = box.inside(strip: strip, margin: 1)
        let items =
            inner.height < strip || inner.width < 24
            ? []
            : zip(part.parts, boxes(of: part.parts, in: inner)).map { item, box in
                piece(item, box, "area item \(name)", [part, item], style)
            }
        return HTML.joined([piece(part, box, "area \(name)", [part], style)] + items)
    }

    /// A rectangle with its name, as far as it has room, and its amount where a pointer rests.
    private func piece(
        _ part: SpendingPart, _ box: Box, _ look: String, _ path: [SpendingPart], _ style: ChartStyle
    ) -> HTML {
        guard box.width >= 1, box.height >= 1 else { return .empty }
        let room = Int((box.width - 8) / letterWidth)
        let words = box.height >= 16 && room >= 4 ? DisplayWidth.truncate(part.label, to: room) : ""
        let label: HTML = words.isEmpty ? .empty : "<text x=\"\(box.x + 4)\" y=\"\(box.y + 14)\">\(words)</text>"
        let hasAmount = part.parts.isEmpty && box.height >= 34 && room >= 8
        let amount: HTML =
            hasAmount
            ? "<text class=\"tick\" x=\"\(box.x + 4)\" y=\"\(box.y + 29)\">\(style.shortText(part.amount))</text>"
            : .empty
        return """
            <g><rect class="\(look)" x="\(box.x)" y="\(box.y)" width="\(box.width)" height="\(box.height)"/>\
            <title>\(path.map(\.label).joined(separator: " › ")): \(self.words(part, style))</title>\(label)\(amount)</g>

            """
    }

    /// The amount with its unit and its share of all.
    private func words(_ part: SpendingPart, _ style: ChartStyle) -> String {
        let whole = (try? Amount.sum(funds.map(\.amount))) ?? .zero
        let share = StatedPercentage(of: part.amount, in: whole)?.text
        return style.amounts.textWithUnit(part.amount, in: style.language)
            + (share.map { Bilingual.aside($0).text(in: style.language) } ?? "")
    }

    func option(_ style: ChartStyle) -> JSONValue? {
        .object([
            "animation": .boolean(false),
            "tooltip": .object(["trigger": .string("item"), "confine": .boolean(true)]),
            "series": .array([
                .object([
                    // The way back begins with this name: a long one leaves a phone an empty arrow.
                    "type": .string("treemap"), "name": .string(style.language.words("全部", "All")),
                    "roam": .boolean(false),
                    "left": .integer(0), "right": .integer(0), "top": .integer(0), "bottom": .integer(30),
                    "nodeClick": .string("zoomToNode"),
                    "data": .array(funds.map { node($0, tint: nil, style) }),
                    "label": .object(["color": .string(ChartPalette.letters), "overflow": .string("break")]),
                    "upperLabel": .object([
                        "show": .boolean(true), "height": .integer(20), "color": .string(ChartPalette.letters),
                    ]),
                    "itemStyle": .object([
                        "borderColor": .string("--paper"), "borderWidth": .integer(1), "gapWidth": .integer(1),
                    ]),
                    "breadcrumb": .object([
                        "itemStyle": .object([
                            "color": .string("--raised"),
                            "textStyle": .object(["color": .string(ChartPalette.letters)]),
                        ])
                    ]),
                ])
            ]),
        ])
    }

    private func node(_ part: SpendingPart, tint: Int?, _ style: ChartStyle) -> JSONValue {
        let children = part.parts.enumerated().map { index, child in node(child, tint: tint ?? index, style) }
        let colour = tint.map(ChartPalette.tint) ?? "--raised"
        return style.item(value: .number(style.value(part.amount)), words(part, style)).merging([
            "name": .string(part.label),
            "itemStyle": .object([
                "color": .string(colour), "borderColor": .string(children.isEmpty ? "--paper" : colour),
            ]),
        ]).merging(children.isEmpty ? [:] : ["children": .array(children)])
    }
}
