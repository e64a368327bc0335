import Disclosures
import Interchange
import Platform
import Synchronization

/// Reads documents in processes of their own, which are bounded in time, memory and output and kept for the documents to come.
///
/// One that goes beyond is ended, and only its document fails. There are as many as documents are read at once.
package final class ReadingProcesses: Sendable {
    private let arguments: [String]
    private let memory: Int
    private let idle = Mutex<[ServingProcess]>([])

    /// Prepares; no process is started before the first document.
    ///
    /// - Parameters:
    ///   - arguments: the arguments of this program by which it reads for another.
    ///   - memory: the bytes that each may have.
    package init(arguments: [String], memory: Int) {
        self.arguments = arguments + [String(memory)]
        self.memory = memory
    }

    deinit { for process in idle.withLock({ $0 }) { process.end() } }

    /// Reads a document as the reader would.
    ///
    /// - Throws: the reader's error, or one that says which bound the document went beyond.
    package func read(_ reader: DisclosureReader, _ file: SourceFile) throws -> Disclosure {
        switch try answer(ReadingService.Request(path: file.path, options: reader.options), file) {
        case .read(let disclosure): return disclosure
        case .failed(let error): throw error
        case .linesCanBeRead:
            throw ReadError(
                .data, file: file.path, problem: Bilingual("没有读取", "it was not read"),
                remedy: Bilingual("请重试", "try again"))
        }
    }

    /// Sees whether a file of account lines keeps within bounds: by its size, which is what one pass over it takes, or else by
    /// reading it, of which nothing is handed over.
    ///
    /// - Throws: as ``read(_:_:)`` does.
    package func tryLines(_ reader: AccountLineCSVReader, _ file: SourceFile) throws {
        let rows = file.bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        guard rows * Self.bytesOfLine + 2 * file.bytes.count > memory else { return }
        let options = ReadOptions(limits: ReadLimits(memoryBytes: memory))
        if case .failed(let error) = try answer(.init(path: file.path, options: options, lines: reader), file) {
            throw error
        }
    }

    /// What a line takes beside its text, by measurement of a million.
    private static let bytesOfLine = 320

    private func answer(_ request: ReadingService.Request, _ file: SourceFile) throws -> ReadingService.Answer {
        let head = try PackedValue.bytes(of: request)
        let limits = request.options.limits
        guard let process = idle.withLock({ $0.popLast() }) ?? ServingProcess(arguments: arguments) else {
            throw ReadError(
                .inputOutput, file: file.path, problem: Bilingual("无法启动进程", "no process could be started"),
                remedy: Bilingual("请释放内存或文件描述符", "free memory or descriptors"))
        }
        let bytes: [UInt8]
        do throws(ServingProcess.Failure) {
            bytes = try process.answer(
                to: [head, file.bytes], within: limits.conversionSeconds + Double(limits.processorSeconds) + 10,
                limit: limits.childOutputBytes)
        } catch {
            TemporaryFolder.removeLeftovers()
            throw failure(error, file: file.path, limits)
        }
        idle.withLock { $0.append(process) }
        return try PackedValue.value(ReadingService.Answer.self, in: bytes)
    }

    private func failure(_ failure: ServingProcess.Failure, file: String, _ limits: ReadLimits) -> ReadError {
        let problem =
            switch failure {
            case .tookTooLong:
                Bilingual(
                    "读取超过 \(limits.processorSeconds) 秒，已终止",
                    "reading it took more than \(limits.processorSeconds) s and was ended")
            case .timedOut:
                Bilingual(
                    "读取超过 \(Int(limits.conversionSeconds)) 秒，已终止",
                    "reading it took more than \(Int(limits.conversionSeconds)) s and was ended")
            case .answeredTooMuch:
                Bilingual(
                    "读取的内容超过 \(limits.childOutputBytes >> 20) MB",
                    "what was read of it is more than \(limits.childOutputBytes >> 20) MB")
            case .ended(let signal, let peak):
                Bilingual(
                    "读取进程被终止（信号 \(signal)），已用内存 \(peak >> 20) MB，上限 \(memory >> 20) MB",
                    "the process that read it ended (signal \(signal)) with \(peak >> 20) MB of the \(memory >> 20) MB it may have"
                )
            }
        return ReadError(
            .data, file: file, problem: problem,
            expected: Bilingual("一个单位一年的公开文件", "the disclosure of one body for one year"),
            remedy: Bilingual(
                "请拆分或核对该文件；若无误，请放宽内存上限", "split it or check what it is; if it is right, allow more memory"))
    }
}
