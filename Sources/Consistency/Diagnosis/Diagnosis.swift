/// Finds the fewest wrong figures that explain all contradictions: one cause, one finding.
///
/// Every violated relation is solved for each of its figures. The change that mends most relations and breaks
/// fewest is taken, and so on until nothing is left. A number that was copied to several places is changed in
/// all of them at once.
struct Diagnosis {
    private let assessor: RelationAssessor
    private let relations: [Relation]
    private let relationsOfFact: [[Int]]
    /// Figures by their stated value, for copies of a wrong number and for values seen elsewhere.
    private let factsByValue: [Rational: [Fact.ID]]
    /// What figures are taken to be after the causes found so far.
    private(set) var corrected: [Fact.ID: Rational] = [:]
    private(set) var blames: [Blame] = []

    /// A change of one or more figures.
    private struct Move {
        var changes: [(fact: Fact.ID, value: Rational)]
        var mended: [Int]
        var broken: Int
        /// Whether another figure, changed, would do as well.
        var hasRival = false
        var score: Int { mended.count - broken }
        var facts: [Fact.ID] { changes.map(\.fact) }
    }

    init(assessor: RelationAssessor, relations: [Relation]) {
        self.assessor = assessor
        self.relations = relations
        var relationsOfFact = [[Int]](repeating: [], count: assessor.facts.count)
        for (index, relation) in relations.enumerated() {
            for fact in Set(relation.facts) { relationsOfFact[fact].append(index) }
        }
        self.relationsOfFact = relationsOfFact
        factsByValue = Dictionary(grouping: assessor.facts.filter(\.isAmount).map(\.id)) {
            assessor.facts[$0].number.value
        }
        run()
        mergeEqualDifferences()
    }

    private mutating func run() {
        var open = relations.indices.filter { assessor.assess(relations[$0]).verdict.isContradiction }
        // A relation blamed once stays blamed: what a later correction does to it follows from that correction.
        var blamed: Set<Int> = []
        while let first = open.first {
            let best = bestMove(for: open).flatMap { $0.mended.isEmpty ? nil : $0 }
            let move = best ?? Move(changes: [], mended: [first], broken: 0)
            accept(move)
            let mended = Set(move.mended)
            blamed.formUnion(mended)
            let affected = Set(move.facts.filter { corrected[$0] != nil }.flatMap { relationsOfFact[$0] })
            open = open.filter { !mended.contains($0) }
            // A change may contradict what agreed with the wrong figure: that is part of the same cause or the next.
            for index in affected where !open.contains(index) && !blamed.contains(index) {
                if assessor.assess(relations[index], replacing: corrected).verdict.isContradiction {
                    open.append(index)
                }
            }
            open.sort()
        }
    }

    private mutating func accept(_ move: Move) {
        let isCertain = move.mended.count > 1 && move.score > 0 && !move.hasRival
        let isLoose = move.mended.allSatisfy {
            assessor.assess(relations[$0], replacing: corrected).verdict == .loose
        }
        if isCertain {
            for change in move.changes { corrected[change.fact] = change.value }
        }
        blames.append(
            Blame(
                corrections: isCertain ? move.changes : [],
                mended: move.mended.map { relations[$0] }, isCertain: isCertain, isLoose: isLoose))
    }

    // MARK: Moves

    private func bestMove(for open: [Int]) -> Move? {
        let contradicted = Set(open)
        var best: Move?
        for fact in Set(open.flatMap { relations[$0].facts }).sorted() where corrected[fact] == nil {
            for move in moves(of: fact, contradicted: contradicted) {
                guard let leader = best else {
                    best = move
                    continue
                }
                if isBetter(move, leader) {
                    best = move
                } else if !isBetter(leader, move), Set(move.facts) != Set(leader.facts) {
                    best?.hasRival = true
                }
            }
        }
        return best
    }

    private func moves(of fact: Fact.ID, contradicted: Set<Int>) -> [Move] {
        let own = relationsOfFact[fact].filter { contradicted.contains($0) }
        let solutions = own.compactMap { assessor.solve(relations[$0], for: fact, replacing: corrected) }
        var values: Set<Rational> = []
        let exact = solutions.filter(\.slack.isZero).map(\.value)
        for solution in solutions {
            // What a sum asks for is told to the digit; a percentage beside it that allows the same adds no value of its own.
            guard
                solution.slack.isZero
                    || !exact.contains(where: { Rational.differ($0, solution.value, atMost: solution.slack) })
            else { continue }
            values.insert(solution.value)
            if !solution.slack.isZero { values.formUnion(knownValues(near: solution)) }
            let reach = max(solution.slack, solution.rounding)
            if let slip = Slip.near(assessor.facts[fact].number, right: solution.value, within: reach) {
                values.insert(slip.value)
            }
        }
        let stated = assessor.stated(fact)
        values.remove(stated)
        let copies = (factsByValue[stated] ?? []).filter { corrected[$0] == nil && isCopy($0, of: fact) }
        var moves: [Move] = []
        for value in values.sorted() {
            moves.append(move([(fact, value)], contradicted: contradicted))
            if copies.count > 1 { moves.append(move(copies.map { ($0, value) }, contradicted: contradicted)) }
            if let shifted = companions(of: fact, at: value, contradicted: contradicted) {
                moves.append(move(shifted, contradicted: contradicted))
            }
        }
        return moves
    }

    /// A total and its part that were taken from another table together: figures that share a relation with this one
    /// and are off by the same difference.
    private func companions(
        of fact: Fact.ID, at value: Rational, contradicted: Set<Int>
    ) -> [(fact: Fact.ID, value: Rational)]? {
        guard let gap = assessor.stated(fact).minus(value) else { return nil }
        var shifted: [Fact.ID: Rational] = [:]
        var reached: Set<Fact.ID> = [fact]
        var frontier = [fact]
        // A total, its part, the part's part: a whole table may be off by one figure.
        while !frontier.isEmpty, reached.count < 400 {
            let neighbours = Set(
                frontier.flatMap { relationsOfFact[$0] }.filter { !contradicted.contains($0) }
                    .flatMap { relations[$0].facts })
            let new = neighbours.subtracting(reached).sorted()
            reached.formUnion(new)
            frontier = new.filter { other in
                guard let shift = self.value(of: other, offBy: gap, contradicted: contradicted) else { return false }
                shifted[other] = shift
                return true
            }
        }
        return shifted.isEmpty ? nil : [(fact, value)] + shifted.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What a contradicted relation asks a figure to be, if that is off by the gap too, within rounding.
    private func value(of other: Fact.ID, offBy gap: Rational, contradicted: Set<Int>) -> Rational? {
        for index in relationsOfFact[other] where contradicted.contains(index) {
            guard let solution = assessor.solve(relations[index], for: other, replacing: corrected),
                solution.slack.isZero, let off = assessor.stated(other).minus(solution.value),
                Rational.differ(off, gap, atMost: solution.rounding)
            else { continue }
            return assessor.stated(other).minus(gap)
        }
        return nil
    }

    /// Whether two figures of the same value may have been copied from one another: both stand in the text or
    /// both in the same table.
    private func isCopy(_ other: Fact.ID, of fact: Fact.ID) -> Bool {
        assessor.facts[other].place.table == assessor.facts[fact].place.table
    }

    /// Amounts stated elsewhere that a rounded percentage would allow too.
    private func knownValues(near solution: RelationAssessor.Solution) -> [Rational] {
        factsByValue.keys.filter { Rational.differ($0, solution.value, atMost: solution.slack) }
    }

    private func move(_ changes: [(fact: Fact.ID, value: Rational)], contradicted: Set<Int>) -> Move {
        var values = corrected
        for change in changes { values[change.fact] = change.value }
        var mended: [Int] = []
        var broken = 0
        for index in Set(changes.flatMap { relationsOfFact[$0.fact] }).sorted() {
            let contradicts = assessor.assess(relations[index], replacing: values).verdict.isContradiction
            if contradicted.contains(index) {
                if !contradicts { mended.append(index) }
            } else if contradicts {
                broken += 1
            }
        }
        return Move(changes: changes, mended: mended, broken: broken)
    }

    /// More mended than broken, then more mended, then fewer figures changed, then a change that a slip of the hand
    /// explains, then the figure a relation gives as its result.
    private func isBetter(_ move: Move, _ other: Move) -> Bool {
        if move.score != other.score { return move.score > other.score }
        if move.mended.count != other.mended.count { return move.mended.count > other.mended.count }
        if move.facts.count != other.facts.count { return move.facts.count < other.facts.count }
        if isSlip(move) != isSlip(other) { return isSlip(move) }
        return isTarget(move) && !isTarget(other)
    }

    private func isTarget(_ move: Move) -> Bool {
        move.mended.contains { move.facts.contains(relations[$0].target) }
    }

    private func isSlip(_ move: Move) -> Bool {
        guard let change = move.changes.first else { return false }
        switch Slip(wrong: assessor.stated(change.fact), right: change.value, decimals: 0) {
        case .transposed, .decimalPoint, .unit, .sign: return true
        default: return false
        }
    }

    // MARK: One cause

    /// Two corrections by the same difference that share a relation have one cause: the total and its part were
    /// taken from another table together.
    private mutating func mergeEqualDifferences() {
        var merged: [Blame] = []
        for blame in blames {
            let index = merged.firstIndex { isSameCause($0, blame) }
            guard let index else {
                merged.append(blame)
                continue
            }
            merged[index].corrections += blame.corrections
            merged[index].mended += blame.mended
        }
        blames = merged
    }

    private func isSameCause(_ first: Blame, _ second: Blame) -> Bool {
        guard first.isCertain, second.isCertain, let left = first.corrections.first,
            let right = second.corrections.first
        else { return false }
        if left.value == right.value, assessor.stated(left.fact) == assessor.stated(right.fact) { return true }
        let others = Set(second.corrections.map(\.fact))
        return first.corrections.contains { correction in
            let beside = Set(relationsOfFact[correction.fact].flatMap { relations[$0].facts }).intersection(others)
            return second.corrections.contains { beside.contains($0.fact) && isShiftedAlike(correction, $0) }
        }
    }

    /// Whether two figures are off by the same difference, within what rounding blurs.
    private func isShiftedAlike(
        _ first: (fact: Fact.ID, value: Rational), _ second: (fact: Fact.ID, value: Rational)
    ) -> Bool {
        guard let left = assessor.stated(first.fact).minus(first.value),
            let right = assessor.stated(second.fact).minus(second.value),
            let blur = assessor.facts[first.fact].number.half.plus(assessor.facts[second.fact].number.half)
        else { return false }
        return Rational.differ(left, right, atMost: blur)
    }
}
