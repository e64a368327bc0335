import Interchange
import Platform

/// How a batch ended, as those are told who are to know.
package struct BatchEnd: Sendable {
    /// The job's name.
    let job: String
    /// The program's exit code, by which occasions go.
    let exitCode: Int32
    /// What a command gets on standard input and a webhook by POST: JSON.
    let text: String

    /// A run that came to its end.
    init(_ summary: BatchSummary) {
        job = summary.job
        exitCode = summary.exitCode
        text = summary.json.text()
    }

    /// An end that could not be told of when it was.
    init(_ notice: PendingNotices.Notice) {
        (job, exitCode, text) = (notice.job, notice.exitCode, notice.text)
    }

    /// A run that an error ended, or kept from beginning.
    ///
    /// - Parameters:
    ///   - job: the job's name.
    ///   - exitCode: what the program ends with.
    ///   - language: the language to tell it in.
    package init(job: String, error: any Error, exitCode: Int32, language: Language) {
        self.init(job: job, message: FailureMessage.text(error, in: language), exitCode: exitCode)
    }

    /// An earlier run that was cut off, of which only a later one can tell.
    static func interrupted(_ job: String, isResumed: Bool, language: Language) -> BatchEnd {
        let now =
            isResumed
            ? Bilingual("已从中断处继续", "it is taken up where it was")
            : Bilingual("其后任务有改动，重新开始", "the job has changed since, and begins anew")
        let message = Bilingual("先前的一次运行中断，", "an earlier run was cut off; ") + now
        return BatchEnd(job: job, message: message.text(in: language), exitCode: Self.temporaryFailure)
    }

    private init(job: String, message: String, exitCode: Int32) {
        self.job = job
        self.exitCode = exitCode
        text = JSONValue.object(["job": .string(job), "exitCode": .integer(Int(exitCode)), "error": .string(message)])
            .text()
    }

    /// EX_TEMPFAIL of sysexits.h.
    private static let temporaryFailure: Int32 = 75

    /// Tells everybody for whom this end is an occasion. What goes wrong is reported, and kept where there is a folder that a later
    /// run of the job looks into.
    package func tell(
        _ notifications: [BatchNotification], keepingIn folder: String? = nil, observe: (BatchEvent) -> Void
    ) {
        let channels = notifications.filter { $0.occasion.includes(exitCode: exitCode) }.map(\.channel)
        let undelivered = BatchNotifier(end: self).tell(channels, observe: observe)
        if let folder { PendingNotices(in: folder).keep(undelivered, observe: observe) }
    }
}
