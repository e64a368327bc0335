import FinalAccounts
import GRDB
import Platform

/// Figures that are asked about before they are believed: a year in another unit than its neighbours, a year that is a copy
/// of the one before, and rows that stand twice.
struct ImportDoubts {
    private let plan: DocumentPlan
    private let database: Database

    init(plan: DocumentPlan, database: Database) {
        self.plan = plan
        self.database = database
    }

    /// - Parameter keys: the bodies and years the document brings figures of.
    /// - Returns: what a person should look at, where it was confirmed or is no more than odd.
    /// - Throws: ``LedgerError`` of kind `invalidData` for what has to be confirmed and was not.
    func check(_ keys: Set<Coverage>, isConfirmed: Bool) throws -> [Bilingual] {
        var doubts: [Bilingual] = []
        var remarks: [Bilingual] = []
        let isAlone = try Int.fetchOne(database, sql: "SELECT count(*) FROM (SELECT 1 FROM document LIMIT 1)") == 0
        for key in plan.parts.keys where keys.contains(key) {
            if plan.hasRepeatedSubjects(key), let doubled = DoubledRows(plan.lines(of: key)) {
                if doubled.isWhole { doubts.append(doubled.sentence) } else { remarks.append(doubled.sentence) }
            }
            for neighbour in [key.fiscalYear.previous, key.fiscalYear.next] {
                let other = Coverage(unit: key.unit, fiscalYear: neighbour)
                let isOwn = plan.parts[other] != nil
                // Of two years of one document the later is the doubtful one, once.
                if isOwn && (neighbour > key.fiscalYear) { continue }
                if isOwn ? !plan.mayBeAlike(key, other) : isAlone { continue }
                let known = isOwn ? plan.lines(of: other) : try storedLines(of: other)
                guard !known.isEmpty else { continue }
                if let likeness = YearLikeness(plan.lines(of: key), known) {
                    doubts.append(
                        YearLikeness.Finding(
                            unit: key.unit, year: key.fiscalYear, other: other.fiscalYear, likeness: likeness
                        ).sentence)
                }
            }
        }
        if !isConfirmed, let first = doubts.min(by: { $0.en < $1.en }) {
            throw LedgerError(
                .doubtful, file: plan.document.fileName,
                problem: doubts.count > 1
                    ? first + Bilingual("（另有 \(doubts.count - 1) 处）", " (and \(doubts.count - 1) more such)") : first,
                remedy: Bilingual(
                    "请改正文件；若数据无误，请加 --confirm",
                    "correct the file, or give --confirm if its figures are right as they stand"))
        }
        return (doubts + remarks).sorted { $0.en < $1.en }
    }

    private func storedLines(of key: Coverage) throws -> [AccountLine] {
        let blocks = try BlockQuery(database).currentBlocks(of: key.unit, years: key.fiscalYear...key.fiscalYear)
        var reader = try CurrentLines(database)
        var lines: [AccountLine] = []
        try reader.forEachPart(of: blocks) { lines += $0 }
        return lines
    }
}

extension DoubledRows {
    /// Which rows stand more than once.
    fileprivate var sentence: Bilingual {
        let name = [subject.code, subject.name].compactMap { $0 }.joined(separator: " ")
        return isWhole
            ? Bilingual(
                "\(unit.name) \(fiscalYear) 年度有 \(repeated) 行重复且金额相同，如“\(name)”",
                "\(unit.name), \(fiscalYear): \(repeated) rows stand twice with the same amounts, among them \(name)")
            : Bilingual(
                "\(unit.name) \(fiscalYear) 年度有 \(shared) 行与其他行科目相同，如“\(name)”，已相加",
                "\(unit.name), \(fiscalYear): \(shared) rows are of a subject that another row is of too, "
                    + "among them \(name); they add up")
    }
}

// Most documents have nothing odd about them; a look at the subjects' numbers says so at little cost.
extension DocumentPlan {
    /// How many rows of a body and year are looked at before all of them are.
    private static let sample = 64

    /// Whether any subject of a fund stands in more than one row.
    fileprivate func hasRepeatedSubjects(_ key: Coverage) -> Bool {
        layout.blocks[parts[key] ?? 0..<0].contains { block in
            Set(subjectOrdinals[block.positions]).count < block.positions.count
        }
    }

    /// Whether the years of a body may be alike to the last 分 or in other units: not where the first rows show that they
    /// are neither.
    fileprivate func mayBeAlike(_ key: Coverage, _ other: Coverage) -> Bool {
        var known: [UInt32: Int64] = [:]
        for position in positions(of: other).prefix(Self.sample) {
            known[subjectOrdinals[position]] = actual(at: position)
        }
        var pairs = 0
        var odd = 0
        for position in positions(of: key).prefix(Self.sample) {
            guard let theirs = known[subjectOrdinals[position]], let mine = actual(at: position) else { continue }
            pairs += 1
            let (less, more) = (min(mine.magnitude, theirs.magnitude), max(mine.magnitude, theirs.magnitude))
            if mine == theirs || less < more / 100 { odd += 1 }
        }
        return pairs < 5 || odd * 10 >= pairs * 8
    }

    private func positions(of key: Coverage) -> some Sequence<Int> {
        layout.blocks[parts[key] ?? 0..<0].lazy.flatMap(\.positions)
    }

    private func actual(at position: Int) -> Int64? { document.lines[layout.index(at: position)].actual?.minorUnits }
}
