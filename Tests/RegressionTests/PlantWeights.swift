/// Twelve weights of dried plants against a dose, with unequal weights: small enough to print, uneven enough to tell formulas
/// apart. The reference values in the tests were computed from these numbers with R 4.2.2.
enum PlantWeights {
    static let response = [4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14, 4.81, 4.17]
    static let dose = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14]
    static let weights = [1.0, 2, 1, 0.5, 1, 3, 1, 1, 0.25, 1, 2, 1]
    /// The response with its sixth value far off.
    static let spoilt = response.enumerated().map { $0 == 5 ? 20 : $1 }
}
