/// The probabilities of the ranges that are wanted.
///
/// - Throws: ``CallError`` unless they ascend.
func ascending(_ start: UnsafePointer<Double>?, count: Int, name: String) throws -> [Double] {
    guard count > 0 else { return [] }
    guard let start else { throw CallError.missing(name) }
    guard count <= 100 else { throw CallError(name, "there are \(count)", remedy: "ask for at most 100 ranges") }
    let levels = Array(UnsafeBufferPointer(start: start, count: count))
    guard zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw CallError(name, "the probabilities do not ascend", remedy: "order them, each once")
    }
    return levels
}
