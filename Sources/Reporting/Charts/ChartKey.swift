/// The key of a figure in words beside it, so that no name is cut off; where scripts run, parts can be switched off by it.
enum ChartKey {
    /// Parts in their order, with what stands behind each name.
    static func parts(_ parts: [(label: String, more: String)]) -> HTML {
        let items = parts.enumerated().map { index, part -> HTML in
            let more: HTML = part.more.isEmpty ? .empty : " <small>\(part.more)</small>"
            return """
                <li data-part="\(part.label)"><i class="swatch \(ChartPalette.name(index))"></i>\
                <span dir="auto">\(part.label)</span>\(more)</li>

                """
        }
        return "<ul class=\"key parts\">\(items)</ul>"
    }
}
