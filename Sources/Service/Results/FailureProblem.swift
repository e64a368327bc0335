import Access
import Ledger
import Platform
import Workbench

extension Problem {
    /// What an error of a piece of work is to whoever asked, in words that tell nothing of the machine.
    ///
    /// - Parameters:
    ///   - isReading: whether nothing was to be changed: what is not there is not found then.
    ///   - path: the ledger's place, which is nobody's business.
    init(_ error: any Error, isReading: Bool, hiding path: String) {
        if let problem = error as? Problem {
            self = problem
            return
        }
        guard let explained = error as? any ExplainedError else {
            self.init(
                .internal, Bilingual("程序出错", "the program is at fault"),
                Bilingual("请将请求编号告知管理员", "tell whoever runs the service the number of the request"))
            return
        }
        let place = FileEntry.name(of: path)
        func hidden(_ words: Bilingual) -> Bilingual {
            path.isEmpty ? words : UploadStore.hidingFolders(in: words.replacing(path, with: place))
        }
        self.init(
            Self.code(of: explained, isReading: isReading), hidden(explained.problem),
            hidden(Self.remedy(of: explained)),
            retryAfter: explained.kind == .busy ? 5 : nil)
    }

    private static func code(of error: any ExplainedError, isReading: Bool) -> Code {
        if let error = error as? LedgerError, [.contradiction, .conflict].contains(error.reason) { return .conflict }
        if let error = error as? AccessError {
            switch error.reason {
            case .unknown: return .notFound
            case .taken: return .conflict
            case .invalid: return .unprocessable
            case .store, .notAStore: return .unavailable
            }
        }
        // A ledger that is not there or damaged is nothing a request could be blamed for.
        if let error = error as? LedgerError, !error.isOfDocument {
            return error.kind == .internalFault ? .internal : .unavailable
        }
        switch error.kind {
        case .usage: return .badRequest
        case .data, .noInput: return isReading ? .notFound : .unprocessable
        case .unavailable, .busy, .inputOutput: return .unavailable
        case .internalFault, .cannotCreate: return .internal
        }
    }

    /// What to do, in the words of the interface.
    private static func remedy(of error: any ExplainedError) -> Bilingual {
        guard let error = error as? WorkbenchError else { return error.remedy }
        switch error.action {
        case .chooseUnit: return Bilingual("请用参数 body 选择其一", "choose one with 'body'")
        case .listUnits: return Bilingual("单位见 /api/v1/bodies", "/api/v1/bodies lists the bodies")
        case .startEarlier(let year):
            return Bilingual(
                "请从 \(year) 年起预测，并给出更大的 horizon", "forecast from \(year) on, with a larger 'horizon'")
        default: return error.remedy
        }
    }
}
