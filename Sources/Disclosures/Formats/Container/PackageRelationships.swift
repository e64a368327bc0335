/// Which parts of an office container belong together (Open Packaging Conventions).
struct PackageRelationships: Sendable {
    private struct Relationship: Sendable {
        var id: String
        /// The last word of the type: `worksheet`, `styles`.
        var type: String
        /// The part's name in the container.
        var target: String
    }

    private var relationships: [Relationship] = []

    /// The relationships of a part; none where the container lists none.
    ///
    /// - Throws: ``ReadError`` for a list that is no XML.
    init(of part: String, in container: inout ZipContainer, file: String) throws(ReadError) {
        let folder = part.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let name = folder + "_rels/" + (part.split(separator: "/").last ?? "") + ".rels"
        guard let bytes = try container.part(name) else { return }
        do {
            try read(bytes, folder: folder)
        } catch {
            throw error.error(file: file, part: name)
        }
    }

    /// The part the container is about; `nil` where it does not say.
    static func mainPart(of container: inout ZipContainer, file: String) throws(ReadError) -> String? {
        try PackageRelationships(of: "", in: &container, file: file).target(ofType: "officeDocument")
    }

    /// The part with an identifier.
    func target(of id: String) -> String? { relationships.first { $0.id == id }?.target }

    /// The first part of a type.
    func target(ofType type: String) -> String? { relationships.first { $0.type == type }?.target }

    private mutating func read(_ bytes: [UInt8], folder: String) throws(XMLEventReader.Failure) {
        var reader = try XMLEventReader(bytes)
        while let event = try reader.next() {
            guard event == .start("Relationship"), reader.attribute("TargetMode") != "External",
                let id = reader.attribute("Id"), let target = reader.attribute("Target")
            else { continue }
            let type = (reader.attribute("Type") ?? "").split(separator: "/").last.map { String($0) } ?? ""
            relationships.append(Relationship(id: id, type: type, target: Self.resolve(target, folder: folder)))
        }
    }

    /// A target's name in the container, `..` and `.` followed; names never leave the container.
    private static func resolve(_ target: String, folder: String) -> String {
        var pieces: [Substring] = []
        let whole = target.opens(with: "/") ? target : folder + target
        for piece in whole.split(separator: "/") where piece != "." {
            if piece == ".." { _ = pieces.popLast() } else { pieces.append(piece) }
        }
        return pieces.joined(separator: "/")
    }
}
