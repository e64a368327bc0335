import Platform
import Workbench

/// Tells the errors of this program from those the argument parser reports itself.
enum FailureReport {
    /// The failure to report; `nil` for errors the argument parser reports itself.
    static func failure(for error: any Error) -> (any ExplainedError)? {
        guard let error = error as? WorkbenchError else { return error as? any ExplainedError }
        return CommandFailure(error.kind, error.problem, remedy(of: error))
    }

    /// The message for an error in a list of several.
    static func message(for error: any Error) -> Bilingual {
        failure(for: error)?.sentence ?? Bilingual(verbatim: "\(error)")
    }

    /// What to do, in the words of the command line.
    private static func remedy(of error: WorkbenchError) -> Bilingual {
        switch error.action {
        case .chooseUnit: Bilingual("请用 --unit 选择其一", "choose one with --unit")
        case .nameBody: Bilingual("请用 --body-name 给出", "give it with --body-name")
        case .storeDraft: Bilingual("“juesuan draft --apply 文件”可保存一个版本", "'juesuan draft --apply FILE' stores one")
        case .seeDiagnostics: Bilingual("“juesuan read”可列出", "'juesuan read' shows them")
        case .listUnits: Bilingual("“juesuan ledger list”可查看现有内容", "'juesuan ledger list' shows what is there")
        case .fitModel: Bilingual("请给出用 --save-model 写成的模型", "name a model written with --save-model")
        case .startEarlier(let year):
            Bilingual(
                "请用更长的 --horizon 从 \(year) 年起预测，或导入其间年度，或用 --max-gap 放宽间隔",
                "forecast \(year) with a longer --horizon, import the years between, or allow more with --max-gap")
        case .advice(let text): text
        }
    }
}
