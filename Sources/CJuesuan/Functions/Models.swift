import FinalAccounts
import Forecasting
import JuesuanHeader
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model of JSON. See juesuan.h.
@_cdecl("juesuan_model_read")
public func readModel(
    _ json: UnsafePointer<CChar>?, _ length: Int, _ error: UnsafeMutablePointer<juesuan_error>?
) -> OpaquePointer? {
    let read = answering(error) {
        guard let json else { throw CallError.missing("json") }
        let model: StoredPanelModel
        do {
            model = try JSONDecoder().decode(StoredPanelModel.self, from: Data(bytes: json, count: max(length, 0)))
        } catch {
            throw ForecastError.unreadableModel(Bilingual("不是已拟合的模型", "this is no fitted model"))
        }
        try model.check()
        return model
    }
    return read.result.map(handle)
}

/// A model fitted on a block. See juesuan.h.
@_cdecl("juesuan_model_fit")
public func fitModel(
    _ block: UnsafePointer<juesuan_block>?, _ options: UnsafePointer<juesuan_options>?, _ name: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<juesuan_error>?
) -> OpaquePointer? {
    let fitted = answering(error) {
        let options = try CallOptions(options)
        let block = try SeriesBlock(block, scheme: options.configuration.scheme)
        let target = try options.target(after: try block.latestYear())
        let years = block.series.compactMap { $0.figures?.firstYear }
        let card = StoredPanelModel.Card(
            name: name.map { String(cString: $0) } ?? "fitted", fittedOn: "\(block.series.count) series",
            years: "\(years.min() ?? target.number)-\(target.number - 1)", command: "juesuan_model_fit", accuracy: [:],
            use: "annual spending by subject, where the panel at hand is too small to be fitted")
        return try ForecastEngine(options.configuration).fitModel(
            block.series, target: target, horizon: max(options.horizon, 3), card: card)
    }
    return fitted.result.map(handle)
}

/// What a model's draft is learned from. See juesuan.h.
@_cdecl("juesuan_draft_rows")
public func draftRows(
    _ block: UnsafePointer<juesuan_block>?, _ options: UnsafePointer<juesuan_options>?, _ ahead: Int32,
    _ capacity: Int, _ features: UnsafeMutablePointer<Double>?, _ responses: UnsafeMutablePointer<Double>?,
    _ weights: UnsafeMutablePointer<Double>?, _ lengths: UnsafeMutablePointer<Int32>?,
    _ error: UnsafeMutablePointer<juesuan_error>?
) -> Int {
    let found = answering(error) {
        guard let features, let responses, let weights, let lengths else { throw CallError.missing("an array") }
        guard (1...50).contains(ahead) else { throw CallError("ahead", "it is \(ahead)", remedy: "give 1 to 50") }
        let options = try CallOptions(options)
        let block = try SeriesBlock(block, scheme: options.configuration.scheme)
        let target = try options.target(after: try block.latestYear())
        let parts = try ForecastEngine(options.configuration).draftRows(
            block.series, target: target, ahead: Int(ahead))
        var row = 0
        for (length, part) in parts.enumerated() {
            for place in part.response.indices {
                defer { row += 1 }
                guard row < capacity else { continue }
                (features + row * Int(JUESUAN_DRAFT_FEATURES)).update(
                    from: part.features[place], count: Int(JUESUAN_DRAFT_FEATURES))
                (responses[row], weights[row], lengths[row]) = (
                    part.response[place], part.weights[place], Int32(length + 1)
                )
            }
        }
        return row
    }
    return found.result ?? 0
}

/// How those rows are solved. See juesuan.h.
@_cdecl("juesuan_draft_solving")
public func draftSolving(
    _ penalties: UnsafeMutablePointer<Double>?, _ threshold: UnsafeMutablePointer<Double>?,
    _ kept: UnsafeMutablePointer<Double>?, _ places: UnsafeMutablePointer<Int32>?
) {
    let solving = ForecastEngine.draftSolving
    penalties?.update(from: solving.penalties, count: Int(JUESUAN_DRAFT_FEATURES))
    threshold?.pointee = solving.threshold
    kept?.pointee = solving.kept
    places?.update(from: solving.places.map { Int32($0) }, count: solving.places.count)
}

/// A model as JSON. See juesuan.h.
@_cdecl("juesuan_model_write")
public func writeModel(
    _ model: OpaquePointer?, _ json: UnsafeMutablePointer<CChar>?, _ capacity: Int,
    _ error: UnsafeMutablePointer<juesuan_error>?
) -> Int {
    let written = answering(error) {
        guard let model else { throw CallError.missing("model") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes = Array(try encoder.encode(ModelHandle.of(model).model)) + [UInt8(ascii: "\n")]
        if let json, capacity > 0 {
            UnsafeMutableRawBufferPointer(start: json, count: capacity).copyBytes(from: bytes.prefix(capacity))
        }
        return bytes.count
    }
    return written.result ?? 0
}

/// Gives a model back. See juesuan.h.
@_cdecl("juesuan_model_free")
public func freeModel(_ model: OpaquePointer?) {
    if let model { Unmanaged<ModelHandle>.fromOpaque(UnsafeRawPointer(model)).release() }
}

private func handle(_ model: StoredPanelModel) -> OpaquePointer {
    OpaquePointer(Unmanaged.passRetained(ModelHandle(model)).toOpaque())
}
