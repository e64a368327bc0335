import Disclosures
import FinalAccounts
import OfficialForm

extension ErrorPlanter {
    // MARK: Rates

    /// A percentage with one captured number, beside amounts large enough that rounding cannot explain the change.
    mutating func changeRate(
        _ pattern: Regex<(Substring, Substring)>, _ family: ErrorFamily, _ document: SyntheticDocument
    ) -> PlantedError? {
        let spots = spots(pattern, in: document, where: Self.hasLargeAmounts) { match, _ in
            match.output.1.startIndex..<match.output.1.endIndex
        }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let wrong = other(than: words[spot.range], atLeast: { max(50, $0 / 100) })
        else { return nil }
        return replace(spot, with: wrong, family, in: document)
    }

    /// Whether every amount of a paragraph is at least 5 万元: half a last digit of it is then at most a thousandth.
    private static func hasLargeAmounts(_ words: String) -> Bool {
        words.matches(of: #/(\d+)\.\d+万元/#).allSatisfy { (Int($0.output.1) ?? 0) >= 5 }
    }

    mutating func changeGrowth(_ document: SyntheticDocument) -> PlantedError? {
        if chance(0.5) { return changeRate(#/(?:增长|下降|降低)(\d+\.\d+)%/#, .growth, document) }
        let spots = spots(#/(?:增加|减少)(\d+\.\d+)万元/#, in: document, where: Self.hasLargeAmounts) { match, _ in
            match.output.1.startIndex..<match.output.1.endIndex
        }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let wrong = other(than: words[spot.range], atLeast: { max(500, $0 / 20) })
        else { return nil }
        return replace(spot, with: wrong, .growth, in: document)
    }

    mutating func turn(_ document: SyntheticDocument) -> PlantedError? {
        let opposite = ["增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长"]
        let spots = spots(#/(增加|减少|增长|下降)\d/#, in: document, where: Self.hasLargeAmounts) { match, _ in
            match.output.1.startIndex..<match.output.1.endIndex
        }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let wrong = opposite[String(words[spot.range])]
        else { return nil }
        return replace(spot, with: wrong, .direction, in: document)
    }

    // MARK: Amounts

    mutating func changeItem(_ document: SyntheticDocument) -> PlantedError? {
        let spots = spots(#/支出决算为(\d+\.\d+)万元/#, in: document, where: Self.isItem) { match, _ in
            match.output.1.startIndex..<match.output.1.endIndex
        }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let wrong = other(than: words[spot.range], atLeast: { max(40, $0 / 30) })
        else { return nil }
        return replace(spot, with: wrong, .itemAmount, in: document)
    }

    /// Amounts that the explanation gives of totals.
    private func totals(_ document: SyntheticDocument) -> [Spot] {
        let pattern = #/(?:总计|总计均为|收入合计|支出合计|财政拨款支出|财政拨款收入|基本支出|项目支出)(\d+\.\d+)万元/#
        return spots(pattern, in: document, where: { !Self.isItem($0) }) { match, _ in
            match.output.1.startIndex..<match.output.1.endIndex
        }
    }

    mutating func slip(_ family: ErrorFamily, _ document: SyntheticDocument) -> PlantedError? {
        guard let spot = pick(totals(document)), case .paragraph(let words) = document.blocks[spot.block],
            let (value, decimals) = Self.digits(words[spot.range])
        else { return nil }
        switch family {
        case .transposedDigits:
            guard let wrong = Self.transposed(value, &random), abs(wrong - value) >= 9 else { return nil }
            return replace(spot, with: Self.text(wrong, decimals: decimals), family, in: document)
        case .decimalPoint:
            // Upwards by a nought that is no digit of the number, downwards where none is lost.
            let wrong = value % 10 == 0 && chance(0.5) ? value / 10 : value * 10
            return replace(spot, with: Self.text(wrong, decimals: decimals), family, in: document)
        default:
            let range = spot.range.lowerBound..<words.index(spot.range.upperBound, offsetBy: 2)
            return replace(Spot(block: spot.block, range: range), with: "\(words[spot.range])元", family, in: document)
        }
    }

    mutating func changePart(_ document: SyntheticDocument) -> PlantedError? {
        let pattern = #/(?:人员经费|公用经费|采购货物支出|采购工程支出|采购服务支出)(\d+\.\d+)万元/#
        var spots = spots(pattern, in: document) { match, _ in match.output.1.startIndex..<match.output.1.endIndex }
        let costs = #/(?:购置费|维护费|接待费|境）费)(?:年初预算为\d+\.\d+万元，)?支出决算为(\d+\.\d+)万元/#
        spots += self.spots(costs, in: document, where: { !Self.isItem($0) }) { match, _ in
            match.output.1.startIndex..<match.output.1.endIndex
        }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let wrong = other(than: words[spot.range], atLeast: { max(20, $0 / 20) })
        else { return nil }
        return replace(spot, with: wrong, .parts, in: document)
    }

    mutating func changeCount(_ document: SyntheticDocument) -> PlantedError? {
        let pattern = chance(0.5) ? #/用车(\d+)辆/# : #/涉及预算金额(\d+\.\d+)万元/#
        let spots = spots(pattern, in: document) { match, _ in match.output.1.startIndex..<match.output.1.endIndex }
            .filter { spot in
                // 购置公务用车1辆 is no part of a sum.
                guard case .paragraph(let words) = document.blocks[spot.block] else { return false }
                return !words[..<spot.range.lowerBound].hasSuffix("购置公务用车")
            }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let (value, decimals) = Self.digits(words[spot.range])
        else { return nil }
        let step = decimals == 0 ? Int64.random(in: 1...4, using: &random) : max(50, value / 20)
        return replace(spot, with: Self.text(value + step, decimals: decimals), .counts, in: document)
    }

    // MARK: Evaluations and last year

    mutating func changeEvaluation(_ document: SyntheticDocument) -> PlantedError? {
        var result = document
        guard let index = result.evaluations.indices.randomElement(using: &random) else { return nil }
        let indicators = result.evaluations[index].indicators
        guard let row = indicators.indices.randomElement(using: &random), let weight = indicators[row].weight else {
            return nil
        }
        var indicator = indicators[row]
        let right = indicator.score?.text ?? ""
        if chance(0.5) {
            indicator.score = DecimalText(digits: weight.digits + Int64.random(in: 5...30, using: &random), decimals: 1)
        } else {
            guard let target = indicator.target.number, let unit = indicator.target.unit else { return nil }
            let reached = target.digits - Int64.random(in: 1...8, using: &random)
            indicator.actual = IndicatorTarget(
                text: "\(reached)\(unit)", comparison: .equal, number: DecimalText(digits: reached, decimals: 0),
                unit: unit)
            indicator.score = weight
        }
        result.evaluations[index].indicators[row] = indicator
        return PlantedError(
            family: .evaluation, document: result, place: indicator.name,
            change:
                "\(indicator.name) \(indicator.target.text) \(indicator.actual.text) \(right) → \(indicator.score?.text ?? "")",
            wrong: indicator.score?.text ?? "", right: right)
    }

    /// Another figure of last year than was published.
    mutating func restate(_ document: SyntheticDocument) -> PlantedError? {
        var result = document
        let general = result.previousLines.indices.filter { result.previousLines[$0].fund == .generalPublicBudget }
        guard let index = general.randomElement(using: &random), let actual = result.previousLines[index].actual else {
            return nil
        }
        let published = Amount(minorUnits: actual.minorUnits + max(2_000_000, actual.minorUnits / 10 / 10_000 * 10_000))
        result.previousLines[index].actual = published
        return PlantedError(
            family: .restated, document: result, place: "一般公共预算财政拨款支出",
            change: "published \(published) instead of \(actual)", wrong: "", right: "")
    }
}
