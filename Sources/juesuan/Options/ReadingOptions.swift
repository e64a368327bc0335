import ArgumentParser
import Batch
import Disclosures
import FinalAccounts
import Platform
import Workbench

/// How documents are read.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "文件未写明时的单位。", "The body, for documents that do not name one.", valueName: Bilingual("名称", "name")))
    var bodyName: String?

    @Option(
        help: ArgumentHelp(
            "文件未写明时的年度。", "The fiscal year, for documents that do not name one.", valueName: Bilingual("年度", "year")))
    var fiscalYear: FiscalYear?

    @Option(
        help: ArgumentHelp(
            "扫描页的文字识别：auto（无文字的页）、off（关闭）或 always（全部）。",
            "Character recognition of scanned pages: auto (pages without text), off, or always.",
            valueName: Bilingual("方式", "how")))
    var ocr: ReadOptions.Recognition = .auto

    @Option(
        help: ArgumentHelp(
            "CSV 文件和科目数据工作簿的列对照文件。", "Which columns of CSV files and workbooks of account lines hold what.",
            valueName: Bilingual("对照.yaml", "map.yaml")))
    var columns: String?

    @Flag(help: ArgumentHelp("有数据未能归类时视为失败。", "Fail when a figure could not be placed."))
    var strict = false

    @Option(
        help: ArgumentHelp(
            "读取一份文件的进程可用的内存上限，如 800 MB、2 GB。",
            "The most memory that reading one document may take, in a process of its own: 800 MB, 2 GB.",
            valueName: Bilingual("大小", "size")))
    var memory: MemorySize = MemorySize(bytes: ReadLimits().memoryBytes)

    /// What --strict makes of figures that could not be placed.
    static func unplaced(_ count: Int) -> CommandFailure {
        CommandFailure(
            .data, Bilingual("有 \(count) 个数据未能归类", "\(count) figures could not be placed"),
            Bilingual("请查看读取提示，或去掉 --strict", "see the diagnostics, or leave --strict out"))
    }

    /// Reads documents, each within bounds in a process that is kept for the next.
    func processes() -> ReadingProcesses { ReaderProcesses.with(memory: memory.bytes) }

    /// Reads documents that are only to be shown. A PDF alone is read in this process, which has poppler do what is large in
    /// it: a process of its own would make it wait.
    func read(for count: Int) -> DocumentLoader.Read {
        let processes = processes()
        return { reader, file in
            let isAlonePDF = count == 1 && file.bytes.starts(with: "%PDF-".utf8)
            return isAlonePDF ? try reader.read(file) : try processes.read(reader, file)
        }
    }

    /// A reader that does as told.
    ///
    /// - Parameters:
    ///   - count: how many documents there are; several are read side by side, of one the pages are.
    ///   - keepsText: whether the text is kept, as a check needs it.
    ///
    /// - Throws: ``CommandFailure`` or `WorkbenchError` for a map of columns that cannot be read.
    func reader(for count: Int, keepsText: Bool = true) throws -> DisclosureReader {
        DisclosureReader(
            options: ReadOptions(
                limits: ReadLimits(memoryBytes: memory.bytes), unit: bodyName.map { BudgetUnit($0) },
                fiscalYear: fiscalYear, recognition: ocr,
                columns: try columns.map { try ColumnMapFile.read($0) }, processes: count == 1 ? 2 : 1,
                keepsText: keepsText),
            subjects: { try? DataFolder.subjects(joinsCodes: false) })
    }
}

extension ReadOptions.Recognition: ExpressibleByArgument {}

/// A size in memory as people write it.
struct MemorySize: ExpressibleByArgument {
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        guard let bytes = ByteCount.bytes(in: argument) else { return nil }
        self.bytes = bytes
    }

    var defaultValueDescription: String { "\(bytes >> 20) MiB" }
}
