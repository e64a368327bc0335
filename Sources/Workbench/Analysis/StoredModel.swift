import Forecasting
import Foundation
import Platform

/// Fitted panel models as JSON files.
package enum StoredModel {
    /// The model of a file.
    ///
    /// - Throws: `ReadError` for a file that cannot be read, ``WorkbenchError`` for one that is no model.
    package static func read(_ path: String) throws -> StoredPanelModel {
        let text = try SourceFile.settings(path)
        do {
            let model = try JSONDecoder().decode(StoredPanelModel.self, from: Data(text.utf8))
            try model.check()
            return model
        } catch let error as ForecastError {
            throw WorkbenchError(.data, error.sentence.at(path), .fitModel)
        } catch {
            throw WorkbenchError(.data, Bilingual("\(path)：不是已拟合的模型", "\(path): this is no fitted model"), .fitModel)
        }
    }

    /// Writes a model with sorted keys, so that the same model is the same file.
    package static func write(_ model: StoredPanelModel, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try AtomicFile.write(String(decoding: try encoder.encode(model), as: UTF8.self) + "\n", to: path)
    }
}
