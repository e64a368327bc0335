import Platform

extension YearLikeness {
    /// A body's year that looks like the one before it in a way that accounts do not.
    package struct Finding: Hashable, Sendable {
        /// The body.
        package let unit: BudgetUnit
        /// The doubtful year.
        package let year: FiscalYear
        /// The year it is like.
        package let other: FiscalYear
        /// How.
        package let likeness: YearLikeness

        package init(unit: BudgetUnit, year: FiscalYear, other: FiscalYear, likeness: YearLikeness) {
            self.unit = unit
            self.year = year
            self.other = other
            self.likeness = likeness
        }

        /// What is odd, as a question to whoever has the documents.
        package var sentence: Bilingual {
            switch likeness {
            case .copied(let subjects):
                Bilingual(
                    "\(unit.name)：\(year)年 \(subjects) 个科目的金额与\(other)年分毫不差，是否误用了\(other)年的文件？",
                    "\(unit.name): all \(subjects) subjects of \(year) have exactly the amounts of \(other);"
                        + " was the file of \(other) taken?")
            case .otherUnit(let power, let subjects):
                Bilingual(
                    "\(unit.name)：\(year)年 \(subjects) 个科目的金额约为\(other)年的 10^\(power) 倍，金额单位是否有误？",
                    "\(unit.name): the \(subjects) subjects of \(year) are about 10^\(power) times those of \(other);"
                        + " are they in another unit?")
            }
        }
    }

    /// Every body's years that are like the one before them, in order of body and year.
    package static func findings(in lines: [AccountLine]) -> [Finding] {
        let subjects = NumberedSubjects(lines)
        // Where each subject stands in the year before; what was written is taken back, for bodies are many.
        var known = [Int32](repeating: -1, count: subjects.count)
        var findings: [Finding] = []
        for body in LinesByUnit(lines).units {
            let years = Dictionary(grouping: body.places) { lines[$0].fiscalYear }
            for (year, own) in years {
                guard let before = years[year.previous] else { continue }
                for place in before { known[subjects.number(place)] = Int32(truncatingIfNeeded: place) }
                let pairs = own.map { place in
                    let other = Int(known[subjects.number(place)])
                    return (YearAmounts(lines[place]), other >= 0 ? YearAmounts(lines[other]) : nil)
                }
                let likeness = YearLikeness(pairs: pairs, counts: (own.count, before.count))
                for place in before { known[subjects.number(place)] = -1 }
                guard let likeness else { continue }
                findings.append(Finding(unit: body.unit, year: year, other: year.previous, likeness: likeness))
            }
        }
        return findings.sorted { ($0.unit, $0.year) < ($1.unit, $1.year) }
    }
}

/// The subjects of many lines as numbers, so that each is hashed once where its lines stand together.
private struct NumberedSubjects {
    private var numbers: [Int32] = []
    private(set) var count = 0

    init(_ lines: [AccountLine]) {
        var known: [SubjectKey: Int32] = [:]
        numbers.reserveCapacity(lines.count)
        for place in lines.indices {
            if place > 0, lines[place].subject.code != nil, lines[place].subject.code == lines[place - 1].subject.code {
                numbers.append(numbers[place - 1])
                continue
            }
            let key = lines[place].subject.key
            let number = known[key] ?? Int32(truncatingIfNeeded: known.count)
            known[key] = number
            numbers.append(number)
        }
        count = known.count
    }

    func number(_ place: Int) -> Int { Int(numbers[place]) }
}
