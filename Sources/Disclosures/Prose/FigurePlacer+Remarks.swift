import OfficialForm

/// What is said of measures in words: reasons, purposes, what they are made of, that there was none.
extension FigurePlacer {
    /// A remark whose end has not come yet.
    struct OpenRemark {
        var kind: Remark.Kind
        var topic: Topic
        var subject: String?
        var start: Int
        /// Where the words end if a figure follows: the last comma.
        var lastComma: Int?
    }

    /// Begins a remark behind the words that announce it.
    mutating func remark(_ kind: Remark.Kind, behind range: Range<Int>) {
        if let open = remark, open.start == range.lowerBound {
            // 主要原因是主要是: announced twice.
            remark?.start = range.upperBound
            return
        }
        endRemark(at: range.lowerBound)
        guard let measure = speaker.measure, !isLocked else { return }
        remark = OpenRemark(kind: kind, topic: measure.topic, subject: measure.subject, start: range.upperBound)
    }

    /// Ends the remark that is open.
    mutating func endRemark(at position: Int) {
        guard let open = remark else { return }
        remark = nil
        guard position > open.start else { return }
        result.remarks.append(
            PlacedRemark(kind: open.kind, topic: open.topic, subject: open.subject, range: open.start..<position))
    }

    /// Lets a token end the remark that is open: a purpose goes on to the next stop or figure, a reason to its end.
    mutating func continueRemark(_ token: ProseToken) {
        guard let open = remark else { return }
        switch token.kind {
        case .period: endRemark(at: token.range.lowerBound)
        case .semicolon where open.kind != .reason: endRemark(at: token.range.lowerBound)
        case .comma: remark?.lastComma = token.range.lowerBound
        case .number(let number) where open.kind != .reason && (number.amount != nil || number.unit == .percent):
            endRemark(at: open.lastComma ?? open.start)
        default: break
        }
    }

    /// Notes that a clause says there was none of a measure: 无政府性基金预算拨款支出, 公务接待费未发生.
    mutating func noteNothing(_ text: FoldedText) {
        guard !isLocked, nouns == .form, let denied = phrase.denied(in: text),
            case .measure(let topic, let subject)? = noun(of: denied.part, text: text)
        else { return }
        result.remarks.append(PlacedRemark(kind: .nothing, topic: topic, subject: subject, range: denied.words))
    }
}
