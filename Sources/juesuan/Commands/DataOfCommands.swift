// What each command needs of the data that ships with the program, in one place to be looked through.

extension SourceOptions {
    /// What understanding lines takes.
    fileprivate var shippedData: [ShippedData] { scheme == .china ? [.subjects] : [] }
}

extension ModelOptions {
    /// What forecasting takes.
    fileprivate var shippedData: [ShippedData] { storedModel == nil ? [.model] : [] }
}

extension ReadCommand: UsesShippedData {
    var shippedData: [ShippedData] { [.subjects] }
}

extension CheckCommand: UsesShippedData {
    var shippedData: [ShippedData] { rules ? [] : [.subjects] }
}

extension ImportCommand: UsesShippedData {
    var shippedData: [ShippedData] { [.subjects] }
}

extension CompareCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData }
}

extension AnomaliesCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData + (noForecast ? [] : [.model]) }
}

extension ForecastCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData + options.model.shippedData }
}

extension ExplainCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData + options.model.shippedData }
}

extension BacktestCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData + model.shippedData }
}

extension DraftCommand: UsesShippedData {
    var shippedData: [ShippedData] { apply == nil ? source.shippedData + options.model.shippedData : [] }
}

extension NarrateCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData }
}

extension ReportCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData + [.model] }
}

extension LedgerCodesCommand: UsesShippedData {
    var shippedData: [ShippedData] { source.shippedData }
}
