import Consistency
import FinalAccounts
import Forecasting
import Foundation
import Ledger
import Platform
import Workbench

/// Where the data that ships with the program is: the classification of subjects, the chart library, the models.
///
/// Looked for in the folder that the environment variable `JUESUAN_HOME` names, in the folders above the program (a
/// source checkout or an unpacked archive) and `share/juesuan` below those, and in `/usr/local/share/juesuan` and `/usr/share/juesuan`.
enum DataFolder {
    /// The path of a file below the data's root; `nil` when no root holds it.
    static func path(_ relative: String) -> String? {
        roots.lazy.map { $0 + "/" + relative }.first { FileManager.default.isReadableFile(atPath: $0) }
    }

    /// The classification of subjects with its changes.
    ///
    /// - Parameter joinsCodes: whether series are joined over changes of code.
    /// - Returns: `nil` when the data is not installed; names without code then stay as they are.
    /// - Throws: `ReadError` for data that cannot be parsed.
    static func subjects(joinsCodes: Bool) throws -> SubjectCatalog? {
        let paths = subjectFiles
        guard !paths.isEmpty else { return nil }
        let texts = try paths.map(SourceFile.settings)
        let catalog = try SubjectCatalog(functional: texts[0], economic: texts[1], crosswalk: texts[2])
        return joinsCodes ? catalog : catalog.withoutCrosswalk
    }

    /// The files the classification is read from; empty when one of them is not installed.
    static var subjectFiles: [String] {
        let names = ["functional", "economic", "crosswalk"]
        let paths = names.compactMap { path("Data/subjects/\($0).tsv") }
        return paths.count == names.count ? paths : []
    }

    static var charactersPath: String? { path("Data/characters/alike.tsv") }

    /// Which characters look or sound alike; `nil` where the table is not installed.
    ///
    /// - Throws: `ReadError` for a table that cannot be parsed.
    static func characters() throws -> LikeCharacters? {
        try charactersPath.map { try LikeCharacters(parsing: SourceFile.settings($0)) }
    }

    /// Where the shipped model is; `nil` where none is installed.
    static var storedModelPath: String? { path("Models/small-bodies.json") }

    /// The shipped model; `nil` where none is installed.
    static func storedModel() throws -> StoredPanelModel? { try storedModelPath.map(StoredModel.read) }

    /// A digest of the program and its data: any other build, data or chart library may give other results.
    static func identity(withCharts: Bool) throws -> ContentHash {
        var files = [executable] + subjectFiles + [charactersPath, storedModelPath].compactMap { $0 }
        if withCharts { files += [chartScriptPath].compactMap { $0 } }
        var digests: [String] = []
        for file in files { digests.append(try ContentHash(ofFileAt: file).description) }
        return ContentHash(of: digests.joined(separator: "\n").utf8)
    }

    /// Where ECharts is; `nil` where it was not fetched.
    static var chartScriptPath: String? { path("Data/vendor/echarts.min.js") }

    /// The source of ECharts; `nil` where it was not fetched.
    static func chartScript() throws -> String? {
        try chartScriptPath.map(SourceFile.settings)
    }

    /// The classification and the model in use, for those who ask.
    static var inUse: Bilingual {
        let known = [subjectFiles.first, charactersPath, storedModelPath, chartScriptPath].compactMap(\.self)
        return Bilingual(verbatim: ([Version.program] + known).joined(separator: " · "))
    }

    private static var roots: [String] {
        var roots: [String] = []
        if let home = Environment.variables["JUESUAN_HOME"], !home.isEmpty { roots.append(home) }
        var folder = executable
        while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
            folder = String(folder[..<slash])
            roots += [folder, folder + "/share/juesuan"]
        }
        return roots + ["/usr/local/share/juesuan", "/usr/share/juesuan"]
    }

    /// The path of the program that runs.
    static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
