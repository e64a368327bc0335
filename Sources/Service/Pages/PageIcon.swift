/// The sign by which a browser marks the pages.
enum PageIcon {
    /// The sign as it is sent.
    static let file = StaticText(text, type: "image/svg+xml", ending: "svg")

    private static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1f5f8b"/>\
        <path d="M8 24V8M8 24h16M12 20v-5M17 20V9M22 20v-8" fill="none" stroke="#fff" stroke-width="2.6"/></svg>
        """
}
