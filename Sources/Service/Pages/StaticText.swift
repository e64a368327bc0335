import Platform

/// A file that pages load: kept in memory as it is and compressed, under an address that is another as soon as its text is.
struct StaticText: Sendable {
    /// Its address, which a browser may keep for ever.
    let address: String
    private let type: String
    private let bytes: [UInt8]
    private let deflated: DeflatedText?

    init(_ text: String, type: String, ending: String) {
        bytes = Array(text.utf8)
        address = "/assets/\(ContentHash(of: bytes).description.prefix(16)).\(ending)"
        self.type = type
        deflated = DeflatedText(bytes)
    }

    /// The file, compressed for who says that they take it so.
    func response(to request: ServiceRequest) -> ServiceResponse {
        var response = ServiceResponse(
            200,
            headers: HeaderFields([
                "content-type": type, "cache-control": "public, max-age=31536000, immutable", "vary": "Accept-Encoding",
            ]), body: bytes)
        if let deflated, Negotiation.takesGzip(request.headers["accept-encoding"]) {
            response.headers.add("content-encoding", "gzip")
            response.body = deflated.gzip()
        }
        return response
    }
}
