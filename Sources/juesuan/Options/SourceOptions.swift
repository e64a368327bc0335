import ArgumentParser
import FinalAccounts
import Forecasting
import Platform
import Reporting
import Variance
import Workbench

/// Where an analysis command takes its account lines from, and how they are to be understood.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("要读取的账本。", "The ledger to read.", valueName: Bilingual("文件", "file")))
    var ledger: String = "juesuan.sqlite"

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "从 CSV 文件而不是账本读取科目数据。", "Read account lines from CSV files instead of a ledger.",
            valueName: Bilingual("文件.csv", "file.csv")))
    var input: [String] = []

    @Option(
        help: ArgumentHelp(
            "CSV 和输出的金额单位：yuan（元）、wan（万元）、yi（亿元）或 none（无单位的数）。",
            "Unit of amounts in CSV and in what is printed: yuan, wan, yi or none (plain numbers).",
            valueName: Bilingual("单位", "unit")))
    var amountUnit: AmountUnit?

    @Option(
        help: ArgumentHelp(
            "科目编码规则：china（3、5、7 位）或 prefix:4,6,8,10。",
            "How subject codes nest: china (3, 5, 7 digits) or prefix:4,6,8,10.", valueName: Bilingual("规则", "scheme")))
    var scheme: SubjectScheme = .china

    @Option(
        help: ArgumentHelp("只看此单位。默认为全部。", "Only this body. Default: all of them.", valueName: Bilingual("名称", "name")))
    var unit: String?

    @Option(
        help: ArgumentHelp(
            "账本在某日终了时的状态，用于重现以前的报告。",
            "The ledger as it stood at the end of a day, so that an earlier report can be made again.",
            valueName: Bilingual("日期", "day")))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "单位的别名与沿革文件；“ledger bodies”可生成建议稿。",
            "Other names of bodies, and which took over from which in what year; 'ledger bodies' proposes one.",
            valueName: Bilingual("沿革.yaml", "bodies.yaml")))
    var bodies: String?

    @Option(
        help: ArgumentHelp(
            "只看此预算的科目：general_public_budget（一般公共预算）、government_fund（政府性基金）或 state_capital（国有资本经营）。",
            "Only lines of this fund: general_public_budget, government_fund or state_capital.",
            valueName: Bilingual("预算", "fund")))
    var fund: Fund?

    @Option(
        help: ArgumentHelp(
            "只看决算数的此部分：basic（基本支出）或 project（项目支出）。", "Only this part of actuals: basic or project expenditure.",
            valueName: Bilingual("部分", "part")))
    var part: LineSelection.Part?

    @Option(
        help: ArgumentHelp(
            "只看 functional（功能分类）或 economic（经济分类）。", "Only the functional or the economic classification.",
            valueName: Bilingual("分类", "classification")))
    var classification: LineSelection.Classification?

    @Option(
        help: ArgumentHelp(
            "按 fund（预算）、part（基本与项目）或 classification（分类）区分，各作为一个单位显示。",
            "Tell lines apart by fund, part (basic and project) or classification, each shown as a body of its own.",
            valueName: Bilingual("区分", "kind")))
    var by: LineSelection.Dimension?

    @Option(
        help: ArgumentHelp("将全部单位以此名称汇总。", "Add all bodies up under this name.", valueName: Bilingual("名称", "name")))
    var together: String?

    @Flag(help: ArgumentHelp("不跨科目编码变动衔接历年数据。", "Do not join series over changes of subject codes."))
    var noCrosswalk = false

    @Option(
        help: ArgumentHelp(
            "自备的编码变动表，优先于随程序提供的；列同 Data/subjects/crosswalk.tsv。",
            "Changes of codes of one's own, which go before the shipped ones; columns as in Data/subjects/crosswalk.tsv.",
            valueName: Bilingual("编码.tsv", "mine.tsv")))
    var crosswalk: String?

    func validate() throws {
        if asOf != nil, !input.isEmpty {
            throw ValidationError(Bilingual("--as-of 用于账本，请去掉 --input", "--as-of is of a ledger; leave out --input"))
        }
    }

    /// How amounts are printed: as they were given, in 万元 by default.
    var amountStyle: AmountStyle {
        statedUnit.map { AmountStyle(givenIn: $0) } ?? .chinese
    }

    /// The unit of amounts in files; plain numbers are kept as finely as the files write them.
    var statedUnit: AmountUnit? {
        guard let amountUnit, amountUnit == AmountUnit.none else { return amountUnit }
        // A file that cannot be read is told of where its lines are read.
        return (try? PlainDecimals.unit(of: input)) ?? amountUnit
    }

    /// Where lines come from.
    var source: LineSource {
        get throws {
            var source = LineSource(
                input.isEmpty ? .ledger(ledger) : .files(input), amountUnit: statedUnit ?? .yuan, scheme: scheme,
                unit: unit.map { BudgetUnit($0) }, asOf: asOf, latestYear: Environment.currentYear)
            if let bodies { source.bodies = try BodyFile.read(bodies) }
            (source.selection.fund, source.selection.part) = (fund, part)
            (source.selection.classification, source.selection.dimension) = (classification, by)
            source.selection.together = together.map { BudgetUnit($0) }
            source.selection.language = Speech.language
            return source
        }
    }

    /// The account lines; what was left out on reading them is said.
    ///
    /// - Parameter learning: what forecasts learn from: with all bodies in sight `--unit` chooses among the results, so that it
    ///   changes no number.
    func lines(learning: LearningScope = .eachBody) throws -> AccountLines {
        var source = try source
        if learning == .acrossBodies { source.unit = nil }
        let lines = try source.read()
        lines.warnings.forEach(StandardStream.remark)
        return lines
    }

    /// The account lines of a record, whose body is its key where the lines name none, and the unit they are in.
    func lines(of record: StreamRecord) throws -> (lines: AccountLines, unit: AmountUnit?) {
        let file = try record.file()
        var source = try source
        let unit = amountUnit == AmountUnit.none ? PlainDecimals.unit(of: file.bytes) : amountUnit
        (source.place, source.amountUnit) = (.contents(file), unit ?? .yuan)
        source.unitOfLines = BudgetUnit(record.key)
        let lines = try source.read()
        lines.warnings.forEach { StandardStream.remark($0.at(record.key)) }
        return (lines, unit)
    }

    /// How lines are understood and shown.
    ///
    /// - Parameter model: the model for panels too small to be fitted.
    func context(
        language: Language, thresholds: AnomalyThresholds = .draft, model: StoredPanelModel? = nil
    ) throws -> AnalysisContext {
        AnalysisContext(
            scheme: scheme, subjects: try subjects, amounts: amountStyle,
            thresholds: try thresholds.scaled(to: statedUnit ?? .yuan), language: language, storedModel: model)
    }

    /// The classification, with changes of codes of one's own beside it.
    private var subjects: SubjectCatalog? {
        get throws {
            guard scheme == .china else {
                guard crosswalk == nil else {
                    throw CommandFailure(
                        .usage, Bilingual("--crosswalk 用于中国科目分类", "--crosswalk is of the Chinese classification"),
                        Bilingual("请去掉 --scheme", "leave out --scheme"))
                }
                return nil
            }
            let shipped = try DataFolder.subjects(joinsCodes: !noCrosswalk)
            guard let crosswalk else { return shipped }
            guard let shipped else {
                throw CommandFailure(
                    .unavailable,
                    Bilingual(
                        "--crosswalk 须有科目分类，而它未安装", "--crosswalk needs the classification, which is not installed"),
                    Bilingual(
                        "请将 JUESUAN_HOME 设为含 Data/subjects 的文件夹",
                        "set JUESUAN_HOME to the folder that holds Data/subjects"))
            }
            return try shipped.adding(crosswalk: SourceFile.settings(crosswalk))
        }
    }

    /// The level a person names: `category`, `section`, `item`, `total`, or the number of digits in its codes.
    func level(named name: String) throws -> SubjectLevel {
        let levels = (0...scheme.lengths.count).map { SubjectLevel(depth: $0) }
        if let level = levels.first(where: { scheme.name(of: $0) == name }) { return level }
        let known = levels.map { scheme.name(of: $0) }.listed()
        throw CommandFailure(
            .usage, Bilingual("--level \(name)：此编码规则没有该级次", "--level \(name): this scheme has no such level"),
            Bilingual("可用的级次为 \(known.zhHans)", "its levels are \(known.en)"))
    }
}
