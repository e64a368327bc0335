import FinalAccounts
import Ledger
import Platform
import Reporting
import Variance
import Yams

extension BatchJob {
    /// Reads and checks a job file.
    ///
    /// - Throws: ``InvalidJob`` with every problem that was found, each with line and column.
    package init(file: String) throws(InvalidJob) {
        let text = try JobText.read(file)
        try self.init(text: text, file: file)
    }

    /// Checks the text of a job file.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: the file's path: messages name it, relative paths start from its folder.
    /// - Throws: ``InvalidJob``.
    package init(text: String, file: String) throws(InvalidJob) {
        let root = try JobText.root(of: text, file: file)
        guard var mapping = JobMapping(root, name: Bilingual("任务", "the job")) else {
            throw InvalidJob(
                file: file,
                problems: [
                    .init(
                        line: 1, column: 1,
                        message: Bilingual(
                            "任务由若干“键: 值”组成，如 sources:", "a job is a list of keys with values, such as 'sources:'"))
                ])
        }
        let job = BatchJob(&mapping, text: text, file: file)
        mapping.reportUnknownKeys()
        guard let job, mapping.problems.isEmpty else {
            let told = JobMapping(root, name: Bilingual("任务", "the job")).map { mapping in
                var mapping = mapping
                return Self.notifications(&mapping)
            }
            throw InvalidJob(file: file, problems: mapping.problems, notifications: told ?? [])
        }
        self = job
    }

    private init?(_ job: inout JobMapping, text: String, file: String) {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        let fileName = parts.last.map(String.init) ?? file
        folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        if folder.isEmpty { folder = "/" }
        hash = ContentHash(of: text.utf8)
        name =
            job.value("name", expected: Bilingual("名称", "a name")) { $0.isEmpty ? nil : $0 } ?? Self.stem(of: fileName)
        ledger = job.value("ledger", expected: Bilingual("文件", "a file")) { $0.isEmpty ? nil : $0 } ?? "juesuan.sqlite"
        let amountUnit = job.choice("amount_unit", AmountUnit.self)
        let sources = Self.sources(&job, amountUnit: amountUnit ?? .yuan)
        units = job.list("units", expected: Bilingual("名称", "names")) { $0.isEmpty ? nil : BudgetUnit($0) }
        years = job.value(
            "years", expected: Bilingual("年度范围，如 2016-2023", "years such as 2016-2023"), YearRange.years(in:))
        year = job.value("year", expected: Bilingual("年度，如 2023", "a year such as 2023")) {
            try? FiscalYear(parsing: $0)
        }
        stepsLine = job.node("steps")?.mark?.line ?? 1
        steps =
            job.list(
                "steps",
                expected: Bilingual("步骤：\(Self.names(BatchStep.self))", "a step: \(Self.names(BatchStep.self))"),
                BatchStep.init(rawValue:)) ?? []
        output = job.value("output", expected: Bilingual("文件夹", "a folder")) { $0.isEmpty ? nil : $0 } ?? "out"
        language = job.choice("language", Language.self) ?? .zhHans
        scheme =
            job.value("scheme", expected: Bilingual("china 或 prefix:4,6 等", "china or prefix:4,6 and so on")) {
                try? SubjectScheme(parsing: $0)
            } ?? .china
        showAmounts = job.choice("show_amounts", AmountUnit.self) ?? (amountUnit == AmountUnit.none ? .none : .wan)
        profile = job.choice("profile", AnomalyProfile.self) ?? .draft
        interactiveCharts = job.flag("interactive_charts") ?? false
        thresholds = Self.thresholds(&job)
        limits = Self.limits(&job)
        notifications = Self.notifications(&job)
        if steps.isEmpty { steps = [.compare, .anomalies, .forecast, .report] }
        guard let sources else { return nil }
        self.sources = sources
    }

    private static func sources(_ job: inout JobMapping, amountUnit: AmountUnit) -> [BatchSource]? {
        guard let node = job.node("sources") else {
            job.report(
                nil,
                Bilingual(
                    "缺少 sources，请列出文件、文件夹或通配式，如 disclosures/**/*.pdf",
                    "'sources' is missing; list files, folders or patterns such as 'disclosures/**/*.pdf'"))
            return nil
        }
        let items = node.sequence.map(Array.init) ?? [node]
        if items.isEmpty {
            job.report(
                node, Bilingual("sources 是空的，请列出文件、文件夹或通配式", "'sources' is empty; list files, folders or patterns"))
        }
        return items.compactMap { source($0, &job, amountUnit: amountUnit) }
    }

    private static func source(_ node: Node, _ job: inout JobMapping, amountUnit: AmountUnit) -> BatchSource? {
        let line = node.mark?.line ?? 1
        if let path = node.scalar?.string {
            if path.isEmpty {
                job.report(node, Bilingual("来源应为文件、文件夹或通配式", "a source is a file, a folder or a pattern"))
            }
            return BatchSource(path: path, amountUnit: amountUnit, line: line)
        }
        let source = job.mapping(node, name: Bilingual("来源", "a source")) { source -> BatchSource? in
            let path = source.value("path", expected: Bilingual("文件、文件夹或通配式", "a file, a folder or a pattern")) {
                $0.isEmpty ? nil : $0
            }
            let made = BatchSource(
                path: path ?? "",
                bodyName: source.value("body_name", expected: Bilingual("名称", "a name")) { $0.isEmpty ? nil : $0 },
                fiscalYear: source.value("fiscal_year", expected: Bilingual("年度，如 2023", "a year such as 2023")) {
                    try? FiscalYear(parsing: $0)
                },
                amountUnit: source.choice("amount_unit", AmountUnit.self) ?? amountUnit,
                origin: source.value(
                    "origin", expected: Bilingual("published（公开）或 synthetic（合成）", "published or synthetic"),
                    Origin.init(rawValue:)),
                contradiction: source.choice("contradiction", ImportTerms.Decision.self),
                isConfirmed: source.flag("confirmed") ?? false, line: line)
            if path == nil { source.report(node, Bilingual("来源须有 path", "a source needs a 'path'")) }
            return made
        }
        return source ?? nil
    }

    private static func thresholds(_ job: inout JobMapping) -> BatchThresholds {
        job.mapping("thresholds") { thresholds in
            BatchThresholds(
                check: thresholds.choice("check", BatchThresholds.CheckLevel.self) ?? .error,
                severity: thresholds.value("severity", expected: Bilingual("不小于 0 的数", "a number of at least 0")) {
                    text in
                    Double(text).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
                },
                unplaced: thresholds.value("unplaced", expected: Bilingual("不小于 0 的整数", "a whole number of at least 0"))
                { text in
                    Int(text).flatMap { $0 >= 0 ? $0 : nil }
                })
        } ?? BatchThresholds()
    }

    private static func limits(_ job: inout JobMapping) -> BatchLimits {
        job.mapping("limits") { limits in
            BatchLimits(
                memory: limits.value(
                    "memory", expected: Bilingual("大小，如 800 MB", "a size such as 800 MB"), ByteCount.bytes(in:))
                    ?? BatchLimits().memory,
                parallel: limits.value("parallel", expected: Bilingual("不小于 1 的整数", "a whole number of at least 1")) {
                    text in
                    Int(text).flatMap { (1...1024).contains($0) ? $0 : nil }
                })
        } ?? BatchLimits()
    }

    private static func notifications(_ job: inout JobMapping) -> [BatchNotification] {
        guard let node = job.node("notify") else { return [] }
        let items = node.sequence.map(Array.init) ?? [node]
        return items.flatMap { item in
            job.mapping(item, name: Bilingual(verbatim: "notify")) { notify -> [BatchNotification] in
                let occasion = notify.choice("on", BatchNotification.Occasion.self) ?? .always
                let command = notify.list("command", expected: Bilingual("程序及其参数", "a program and its arguments")) {
                    $0
                }
                let webhook = notify.value(
                    "webhook", expected: Bilingual("http 或 https 地址", "an http or https address")
                ) { text in
                    text.hasPrefix("https://") || text.hasPrefix("http://") ? text : nil
                }
                if command == nil, webhook == nil {
                    notify.report(
                        item, Bilingual("notify 须有 command 或 webhook", "'notify' takes a 'command' or a 'webhook'"))
                }
                return [command.map(BatchNotification.Channel.command), webhook.map(BatchNotification.Channel.webhook)]
                    .compactMap { $0 }.map { BatchNotification($0, on: occasion) }
            } ?? []
        }
    }

    static func stem(of fileName: String) -> String {
        guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex else { return fileName }
        return String(fileName[..<dot])
    }

    private static func names<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> String
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

extension JobMapping {
    /// Takes one of a few words.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return value(key, expected: Bilingual("以下之一：\(words)", "one of \(words)"), Choice.init(rawValue:))
    }

    /// Takes yes or no.
    mutating func flag(_ key: String) -> Bool? {
        value(key, expected: Bilingual("true 或 false", "true or false")) {
            ["true": true, "yes": true, "false": false, "no": false][$0.lowercased()]
        }
    }
}

/// Years as a job names them: `2023` or `2016-2023`.
enum YearRange {
    static func years(in text: String) -> ClosedRange<FiscalYear>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let years = parts.compactMap { try? FiscalYear(parsing: $0.filter { !$0.isWhitespace }) }
        guard years.count == parts.count, let first = years.first, let last = years.last, years.count <= 2,
            first <= last
        else { return nil }
        return first...last
    }
}
