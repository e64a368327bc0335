import Foundation

/// A PDF made object by object, as small as the form allows.
struct SmallPDF {
    private var objects: [String]
    private var trailer: String

    /// A document of so many blank pages.
    init(pages: Int) {
        let kids = (0..<pages).map { "\($0 + 3) 0 R" }.joined(separator: " ")
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count \(pages) /Kids [\(kids)] >>"]
        objects += (0..<pages).map { _ in "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>" }
        trailer = ""
    }

    /// The same document behind a password no one knows.
    func encrypted() -> SmallPDF {
        var copy = self
        let key = String(repeating: "5A", count: 32)
        copy.objects.append("<< /Filter /Standard /V 1 /R 2 /P -44 /O <\(key)> /U <\(key)> >>")
        copy.trailer = "/Encrypt \(copy.objects.count) 0 R /ID [<00><00>]"
        return copy
    }

    /// The bytes.
    var data: Data {
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(text.utf8)
    }
}
