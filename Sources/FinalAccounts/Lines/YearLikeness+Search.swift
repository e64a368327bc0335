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
        package func sentence(in language: Language) -> String {
            switch likeness {
            case .copied(let subjects):
                language.words(
                    "\(unit.name)：\(year)年 \(subjects) 个科目的金额与\(other)年分毫不差，是否误用了\(other)年的文件？",
                    "\(unit.name): all \(subjects) subjects of \(year) have exactly the amounts of \(other);"
                        + " was the file of \(other) taken?")
            case .otherUnit(let power, let subjects):
                language.words(
                    "\(unit.name)：\(year)年 \(subjects) 个科目的金额约为\(other)年的 10^\(power) 倍，金额单位是否有误？",
                    "\(unit.name): the \(subjects) subjects of \(year) are about 10^\(power) times those of \(other);"
                        + " are they in another unit?")
            }
        }
    }

    /// Every body's years that are like the one before them, in order of body and year.
    package static func findings(in lines: [AccountLine]) -> [Finding] {
        var places: [BudgetUnit: [FiscalYear: [Int]]] = [:]
        for place in lines.indices {
            places[lines[place].unit, default: [:]][lines[place].fiscalYear, default: []].append(place)
        }
        var findings: [Finding] = []
        for (unit, years) in places {
            for (year, own) in years {
                guard let before = years[year.previous],
                    let likeness = YearLikeness(own.map { lines[$0] }, before.map { lines[$0] })
                else { continue }
                findings.append(Finding(unit: unit, year: year, other: year.previous, likeness: likeness))
            }
        }
        return findings.sorted { ($0.unit, $0.year) < ($1.unit, $1.year) }
    }
}
