import FinalAccounts
import Platform

/// The digest of a draft's lines, over the encoding of ``FactsEncoding``: the text `juesuan draft 1`, the number of
/// lines, and of each its fund, subject, amounts and note.
enum DraftDigest {
    static func hash(of lines: [DraftLine]) -> ContentHash {
        var encoding = FactsEncoding()
        encoding.add("juesuan draft 1")
        encoding.add(Int64(lines.count))
        for line in lines {
            encoding.add(line.fund?.rawValue)
            encoding.add(line.subject)
            encoding.add(line.suggested?.minorUnits)
            encoding.add(line.adjustment?.minorUnits)
            encoding.add(line.final?.minorUnits)
            encoding.add(line.note)
        }
        return encoding.finish()
    }
}
