import Disclosures

extension ErrorPlanter {
    mutating func compare(_ document: SyntheticDocument) -> PlantedError? {
        let opposite = ["大于": "小于", "小于": "大于"]
        if chance(0.7) {
            let spots = spots(#/决算数(大于|小于)/#, in: document, where: Self.isItem) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
                let wrong = opposite[String(words[spot.range])]
            else { return nil }
            return replace(spot, with: wrong, .comparison, in: document)
        }
        let spots = spots(#/决算数(与)((?:年初|全年)?预算数)持平/#, in: document, where: Self.isItem) { match, words in
            match.output.1.startIndex..<match.range.upperBound
        }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block] else { return nil }
        let budget = words[spot.range].dropFirst().dropLast(2)
        return replace(
            spot, with: "\(chance(0.5) ? "大于" : "小于")\(budget)的主要原因：工作任务调整", .comparison, in: document)
    }

    mutating func addRate(_ document: SyntheticDocument) -> PlantedError? {
        let spots = spots(#/(?:未申请年初财政拨款预算|年初无预算)，支出决算为\d+\.\d+万元/#, in: document, where: Self.isItem) { match, _ in
            match.range.upperBound..<match.range.upperBound
        }
        guard let spot = pick(spots) else { return nil }
        let rate = Self.text(Int64.random(in: 5_000...20_000, using: &random), decimals: 2)
        return replace(spot, with: "，完成年初预算的\(rate)%", .rateWithoutBudget, in: document)
    }

    mutating func changeReason(_ document: SyntheticDocument) -> PlantedError? {
        if chance(0.6) {
            let spots = spots(#/决算数(?:大于|小于)(?:年初|全年)?预算数(的主要原因[是：][^。]*)。/#, in: document, where: Self.isItem) {
                match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            guard let spot = pick(spots) else { return nil }
            return replace(spot, with: "", .reason, in: document)
        }
        let spots = spots(#/(?:支出)?决算数与(?:年初|全年)?预算数持平。/#, in: document, where: Self.isItem) { match, _ in match.range }
        guard let spot = pick(spots) else { return nil }
        return replace(spot, with: "主要原因是：压减一般性支出。", .reason, in: document)
    }

    mutating func changeYear(_ document: SyntheticDocument) -> PlantedError? {
        let year = document.fiscalYear.number
        let spots: [Spot]
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            spots = self.spots(#/与(\d{4})年度相比/#, in: document) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
        case 1:
            spots = self.spots(#/截至(\d{4})年12月31日/#, in: document) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
        default:
            spots = self.spots(#/(\d{4})年度(?:收|支出|财政拨款|一般公共预算|政府性基金|国有资本|部门决算|机关运行|政府采购|“三公”)/#, in: document) {
                match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }.filter { spot in
                guard case .paragraph(let words) = document.blocks[spot.block] else { return false }
                return words[spot.range] == String(year) && !words[..<spot.range.lowerBound].contains("原因")
            }
        }
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let stated = Int(words[spot.range])
        else { return nil }
        return replace(spot, with: String(stated - 1), .staleYear, in: document)
    }

    mutating func changeUnit(_ document: SyntheticDocument) -> PlantedError? {
        let name = document.unit.name
        let others = ["云岭市财政局", "临河县教育局", "江城市东湖区民政局", "海州市新港区交通运输局", "永宁市白石区红旗街道办事处"].filter {
            $0 != name && !name.contains($0)
        }
        var spots: [Spot] = []
        for (index, block) in document.blocks.enumerated() {
            switch block {
            case .title(let words), .paragraph(let words):
                // The name in 概况 tells whose document it is, and the contents repeat the headings.
                guard !words.contains("概况"), !words.hasSuffix("部门决算") || words.contains("年度部门决算由"),
                    words.contains("情况说明") || words.contains("决算表") || words.contains("本级决算")
                        || words.contains("年度收入支出总计"),
                    let range = words.firstRange(of: name), words != name
                else { continue }
                spots.append(Spot(block: index, range: range))
            case .table, .pageBreak: continue
            }
        }
        guard let spot = pick(spots), let other = pick(others) else { return nil }
        return replace(spot, with: other, .unitName, in: document)
    }

    mutating func changeTitle(_ document: SyntheticDocument) -> PlantedError? {
        let titles = document.blocks.enumerated().compactMap { index, block -> (Int, String)? in
            if case .title(let words) = block, words.hasSuffix("自评结果") { (index, words) } else { nil }
        }
        guard titles.count > 1, let (block, words) = pick(titles) else { return nil }
        if chance(0.5), let range = words.firstRange(of: String(document.fiscalYear.number)) {
            return replace(
                Spot(block: block, range: range), with: String(document.fiscalYear.number - 1), .attachmentTitle,
                in: document)
        }
        guard let other = pick(titles.map(\.1).filter { $0 != words }) else { return nil }
        return replace(
            Spot(block: block, range: words.startIndex..<words.endIndex), with: other, .attachmentTitle, in: document)
    }

    // MARK: Subjects

    mutating func changeSubject(_ document: SyntheticDocument, _ form: SyntheticDocument.Form) -> PlantedError? {
        switch Int.random(in: 0..<(form == .pdf ? 3 : 2), using: &random) {
        case 0:
            let spots = spots(#/（款）([^（]{4,})（项）/#, in: document, where: Self.isItem) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            return misname(spots, in: document)
        case 1:
            var spots: [Spot] = []
            let start = document.blocks.lastIndex { if case .paragraph("第四部分 名词解释") = $0 { true } else { false } } ?? 0
            for index in start..<document.blocks.count {
                guard case .paragraph(let words) = document.blocks[index],
                    let match = words.firstMatch(of: #/（款）([^（]{4,})（项）/#)
                else { continue }
                spots.append(Spot(block: index, range: match.output.1.startIndex..<match.output.1.endIndex))
            }
            return misname(spots, in: document)
        default: return misnameRow(document)
        }
    }

    private mutating func misname(_ spots: [Spot], in document: SyntheticDocument) -> PlantedError? {
        guard let spot = pick(spots), case .paragraph(let words) = document.blocks[spot.block],
            let wrong = misnamed(String(words[spot.range]))
        else { return nil }
        return replace(spot, with: wrong, .subjectName, in: document)
    }

    /// The name with two characters left out of its middle or put in; a closing 支出 does not count.
    mutating func misnamed(_ name: String) -> String? {
        let stem = name.hasSuffix("支出") ? String(name.dropLast(2)) : name
        guard stem.count >= 4 else { return nil }
        if stem.count >= 6, chance(0.5) {
            let start = stem.index(stem.startIndex, offsetBy: Int.random(in: 1...stem.count - 4, using: &random))
            return stem[..<start] + stem[stem.index(start, offsetBy: 2)...] + (stem == name ? "" : "支出")
        }
        let middle = stem.index(stem.startIndex, offsetBy: stem.count / 2)
        guard let word = pick(["工作", "专项", "综合"].filter { !stem.contains($0) }) else { return nil }
        return stem[..<middle] + word + stem[middle...] + (stem == name ? "" : "支出")
    }

    /// A subject whose purpose or reason tells of a thing that another subject pays for.
    mutating func changePurpose(_ document: SyntheticDocument) -> PlantedError? {
        let wrong = [
            ("医疗（项）", "养老保险缴费基数调整"), ("公积金（项）", "医疗保险缴费比例调整"), ("养老保险缴费支出（项）", "住房公积金缴存基数调整"),
            ("职业年金缴费支出（项）", "住房公积金缴存基数调整"),
        ]
        guard let (name, reason) = pick(wrong) else { return nil }
        let spots = spots(#/的主要原因[是：]+([^。]*)。/#, in: document, where: { Self.isItem($0) && $0.contains(name) }) {
            match, _ in
            match.output.1.startIndex..<match.output.1.endIndex
        }
        guard let spot = pick(spots) else { return nil }
        return replace(spot, with: reason, .foreignPurpose, in: document)
    }

    // MARK: Residue

    mutating func leaveResidue(_ document: SyntheticDocument) -> PlantedError? {
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            let spots = spots(#/(增加|减少)\d/#, in: document) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            return pick(spots).flatMap { replace($0, with: "增加（减少）", .residue, in: document) }
        case 1:
            let spots = spots(#/的?主要原因[是：]+([^。]*)。/#, in: document) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            return pick(spots).flatMap { replace($0, with: "XXXX", .residue, in: document) }
        case 2:
            let spots = spots(#/\d万(元)[，。]/#, in: document) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            return pick(spots).flatMap { replace($0, with: "", .residue, in: document) }
        case 3:
            let spots = spots(#/(?:增长|下降|占[^，。；、\d]{0,16}|预算的)\d+\.\d+(%)/#, in: document) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            return pick(spots).flatMap { replace($0, with: "", .residue, in: document) }
        default:
            let spots = spots(#/主要原因[是：]+[^。]*(。)/#, in: document) { match, _ in
                match.output.1.startIndex..<match.output.1.endIndex
            }
            return pick(spots).flatMap { replace($0, with: "（请根据实际情况填写）。", .residue, in: document) }
        }
    }
}
