import OfficialForm

extension HeaderLabel.ThreePublicPart {
    /// The part that the label of a row names; `nil` for any other row.
    ///
    /// - Parameter label: the words as printed, blanks dropped.
    init?(label: String) {
        let folded = TableText.folded(label.unicodeScalars)
        switch HeaderWords.label(folded) {
        case .threePublic(let part)?: self = part
        case .role(.total)?: self = .total
        case .subtotal?: self = .vehicles
        case .some: return nil
        case nil:
            guard let part = Self.part(folded) else { return nil }
            self = part
        }
    }

    /// Words that the form does not know, by what they say; those of counts are no part.
    private static func part(_ folded: String) -> Self? {
        if ["国内", "国(境)外", "外事", "数", "量", "批次", "人次"].contains(where: { folded.holds($0) }) { return nil }
        if folded.holds("出国") { return .abroad }
        if folded.holds("车") {
            let buys = folded.holds("购置")
            let runs = folded.holds("运行") || folded.holds("维护")
            return buys && runs ? .vehicles : buys ? .purchase : runs ? .running : nil
        }
        if folded.holds("接待") { return .reception }
        return ["合计", "总计"].contains(HeaderWords.withoutNumber(folded)) || folded.holds("三公") ? .total : nil
    }
}
