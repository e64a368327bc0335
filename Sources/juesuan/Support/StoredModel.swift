import Forecasting
import Foundation
import Platform
import Reporting

/// Fitted panel models as JSON files.
enum StoredModel {
    /// Where the shipped model is; `nil` where none is installed.
    static var shippedPath: String? { DataFolder.path("Models/national-budget.json") }

    /// The model of a file, none for `none`, the shipped one without a path.
    ///
    /// - Returns: `nil` also where no shipped model is installed.
    /// - Throws: ``CommandFailure`` for a file that cannot be opened or is no model.
    static func read(_ path: String?) throws -> PanelModel? {
        if path == "none" { return nil }
        guard let path = path ?? shippedPath else { return nil }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure(.noInput, "\(path): cannot be opened; name a model written with --save-model")
        }
        do {
            let model = try JSONDecoder().decode(PanelModel.self, from: data)
            try model.check()
            return model
        } catch let error as ForecastError {
            throw CommandFailure(.data, "\(path): \(error.description)")
        } catch {
            throw CommandFailure(.data, "\(path): this is no fitted model; name one written with --save-model")
        }
    }

    /// Writes a model with sorted keys, so that the same model is the same file.
    static func write(_ model: PanelModel, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try AtomicFile.write(String(decoding: try encoder.encode(model), as: UTF8.self) + "\n", to: path)
    }
}
