import FinalAccounts
import Testing

@testable import Batch

@Suite("Job files")
struct JobFileTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try BatchJob(text: text, file: "jobs/nightly.yaml")
            return []
        } catch {
            return error.description.split(separator: "\n").map(String.init)
        }
    }

    @Test("A job of sources alone has defaults for the rest")
    func defaults() throws {
        let job = try BatchJob(text: "sources: disclosures", file: "jobs/nightly.yaml")
        #expect(job.name == "nightly")
        #expect(job.folder == "jobs")
        #expect(job.sources.map(\.path) == ["disclosures"])
        #expect(job.resolved("disclosures") == "jobs/disclosures")
        #expect(job.resolved("/data") == "/data")
        #expect(job.steps == [.compare, .anomalies, .forecast, .report])
        #expect(job.units == nil)
        #expect(job.limits == BatchLimits(memory: 1_000_000_000, parallel: nil))
        #expect(job.thresholds == BatchThresholds())
    }

    @Test("Every key is understood")
    func everything() throws {
        let job = try BatchJob(
            text: """
                name: 夜间
                ledger: /var/lib/juesuan/a.sqlite
                amount_unit: wan
                sources:
                  - disclosures/**/*.{pdf,docx}
                  - path: lines.csv
                    amount_unit: yuan
                    origin: synthetic
                    body_name: 甲局
                    fiscal_year: 2022年度
                units: [甲局, 乙局]
                years: 2016-2023
                year: 2023
                steps: [check, report]
                output: out
                language: en
                scheme: prefix:4,6
                show_amounts: yi
                profile: audit
                interactive_charts: yes
                thresholds: {check: warning, severity: 12.5, unplaced: 0}
                limits:
                  memory: 800 MB
                  parallel: 3
                notify:
                  - on: failure
                    command: [mail, -s, failed, ops]
                  - webhook: https://example.org/hook
                """, file: "nightly.yaml")
        #expect(job.name == "夜间")
        #expect(job.folder == ".")
        #expect(job.sources.map(\.line) == [5, 6])
        #expect(job.sources[0].amountUnit == .wan)
        #expect(job.sources[1].amountUnit == .yuan)
        #expect(job.sources[1].origin == .synthetic)
        #expect(job.sources[1].fiscalYear == FiscalYear(2022))
        #expect(job.units == [BudgetUnit("甲局"), BudgetUnit("乙局")])
        #expect(job.years == FiscalYear(2016)...FiscalYear(2023))
        #expect(job.steps == [.check, .report])
        #expect(job.scheme.lengths == [4, 6])
        #expect(job.interactiveCharts)
        #expect(job.thresholds == BatchThresholds(check: .warning, severity: 12.5, unplaced: 0))
        #expect(job.limits == BatchLimits(memory: 800_000_000, parallel: 3))
        #expect(
            job.notifications == [
                BatchNotification(.command(["mail", "-s", "failed", "ops"]), on: .failure),
                BatchNotification(.webhook("https://example.org/hook")),
            ])
    }

    @Test(
        "A mistake is named with its line, its column and what to write instead",
        arguments: [
            ("souces: a", "jobs/nightly.yaml:1:1: the job has no key 'souces'; did you mean 'sources'?"),
            ("sources: a\nsteps: [compare, reprot]", "jobs/nightly.yaml:2:18: 'steps' takes a step"),
            ("sources: a\nlimits:\n  memory: much", "jobs/nightly.yaml:3:11: 'memory' takes a size such as 800 MB"),
            ("sources: a\nyears: 2023-2016", "jobs/nightly.yaml:2:8: 'years' takes years"),
            ("sources: a\nthresholds: high", "jobs/nightly.yaml:2:13: 'thresholds' takes keys with values"),
            ("sources:\n  - {amount_unit: wan}", "jobs/nightly.yaml:2:5: a source needs a 'path'"),
            ("sources: a\nnotify: {on: always}", "jobs/nightly.yaml:2:9: 'notify' takes a 'command' or a 'webhook'"),
            ("sources: a\nnotify: {webhook: ftp://x}", "jobs/nightly.yaml:2:19: 'webhook' takes an http"),
            ("sources: a\nunits: {a: b}", "'units' takes names instead of a list or keys"),
            ("name: x", "jobs/nightly.yaml:1:1: 'sources' is missing"),
            ("sources: []", "jobs/nightly.yaml:1:10: 'sources' is empty"),
            ("sources: [a", "jobs/nightly.yaml:2:1: this is not YAML"),
            ("sources: a\nsources: b", "a key stands here twice: sources"),
            ("- a\n- b", "jobs/nightly.yaml:1:1: a job is a list of keys with values"),
            ("", "jobs/nightly.yaml:1:1: the job file is empty"),
        ])
    func mistakes(text: String, message: String) {
        let found = problems(text)
        #expect(found.contains { $0.contains(message) }, "\(found)")
    }

    @Test("All mistakes are named at once, in order of place")
    func allMistakes() {
        let found = problems("sources: a\nprofile: strict\nlanguage: fr\nlimits: {parallel: 0}")
        #expect(found.map { $0.split(separator: ":")[1] } == ["2", "3", "4"])
    }

    @Test(
        "Sizes are read as people write them",
        arguments: [("1GB", 1_000_000_000), ("1.5 GiB", 1_610_612_736), ("4096", 4096), ("2 kb", 2000)])
    func sizes(text: String, bytes: Int) {
        #expect(ByteCount.bytes(in: text) == bytes)
    }

    @Test("What is no size is refused", arguments: ["", "-1", "GB", "1 TBB", "0", "nan", "1e30"])
    func noSizes(text: String) {
        #expect(ByteCount.bytes(in: text) == nil)
    }
}
