/// Words that can be the name of a public body.
enum BodyName {
    /// The name in some words, without what leads to it or stands behind it; `nil` where there is none.
    ///
    /// - Parameter isLabelled: whether a label or a heading says that a body's name stands here; elsewhere a name ends as
    ///   bodies' names do.
    static func plausible(_ words: String, isLabelled: Bool = false) -> String? {
        var name = withoutDateline(withoutPath(cut(words)))
        if name.first == "第", let part = name.prefix(5).range(of: "部分") { name = name[part.upperBound...] }
        name = withoutIndex(name).drop { "0123456789|…．.· ".contains($0) }
        // （二）某镇: the number of a heading.
        if let close = name.firstIndex(where: { "）)".contains($0) }), name.first.map({ "（(".contains($0) }) ?? false,
            name[..<close].dropFirst().allSatisfy({ "一二三四五六七八九十0123456789".contains($0) })
        {
            name = name[name.index(after: close)...]
        }
        for lead in ["经汇总", "关于公开", "关于", "根据", "按照", "其中", "公开", "纳入", "现将", "现把", "我受", "受", "实施单位", "主管部门", "主管单位"]
        where name.opens(with: lead) {
            name = name.dropFirst(lead.count)
        }
        while let last = name.last, "…．.·0123456789| ".contains(last) { name = name.dropLast() }
        for tail in ["部门单位", "部门", "单位", "（汇总）", "(汇总)"] where name.closes(with: tail) && name.count > 4 {
            name = name.dropLast(tail.count)
        }
        guard (2...40).contains(name.count), isBalanced(name), !isGeneric(name) else { return nil }
        guard !alien.contains(where: { name.holds($0) }), !namesYear(name) else { return nil }
        name = withoutOtherName(name)
        if isLabelled { return name.count > 2 || endsAsBody(name) ? String(name) : nil }
        for tail in ["（本级）", "(本级)", "本级"] where name.closes(with: tail) && name.count > tail.count + 3 {
            name = name.dropLast(tail.count)
        }
        guard (3...30).contains(name.count), endsAsBody(name),
            national.contains(where: { name.opens(with: $0) }) || !leading.contains(where: { name.opens(with: $0) })
        else {
            return nil
        }
        return String(name)
    }

    /// The words behind the path that leads to a page (首页>政务公开>) and behind the label of who put it there.
    private static func withoutPath(_ words: String) -> Substring {
        let page = words.lastIndex { ">＞»".contains($0) }.map { words[words.index(after: $0)...] } ?? Substring(words)
        for label in ["发布机构", "发布单位", "发文机关", "公开单位", "信息来源"] {
            guard let range = page.range(of: label), let sign = page[range.upperBound...].first, ":：".contains(sign)
            else {
                continue
            }
            let named = page[range.upperBound...].dropFirst()
            return counters.compactMap { named.range(of: $0)?.lowerBound }.min().map { named[..<$0] } ?? named
        }
        return page
    }

    /// The words behind where and when news was sent from: 某网7月20日电.
    private static func withoutDateline(_ words: Substring) -> Substring {
        for sign in ["日电", "日電", "日讯", "日訊"] {
            guard let range = words.range(of: sign), words[..<range.lowerBound].last?.isNumber ?? false else {
                continue
            }
            return words[range.upperBound...]
        }
        return words
    }

    /// What stands behind the name of who put a page there.
    private static let counters = ["浏览", "发布", "点击", "字体", "阅读", "访问", "作者", "来源", "日期", "有效性", "【", "["]

    /// The words behind a long number that a register gave the document: 监督索引号53090000118803000.
    private static func withoutIndex(_ name: Substring) -> Substring {
        var digits = 0
        for index in name.indices.prefix(60) {
            digits = name[index].isASCII && name[index].isNumber ? digits + 1 : 0
            let next = name.index(after: index)
            let goesOn = next < name.endIndex && name[next].isASCII && name[next].isNumber
            if digits >= leastIndex, !goesOn { return name[next...] }
        }
        return name
    }

    private static let leastIndex = 8

    /// A name without a second one in brackets behind it: 融媒体中心（广播电视台）.
    private static func withoutOtherName(_ name: Substring) -> Substring {
        guard name.last.map({ "）)".contains($0) }) ?? false,
            let open = name.lastIndex(where: { "（(".contains($0) })
        else { return name }
        let inside = name[name.index(after: open)...].dropLast()
        return inside.count >= 4 && endsAsBody(inside) && endsAsBody(name[..<open]) ? name[..<open] : name
    }

    /// Whether a name leaves out the place it is of: 区直工委, 市政府幼儿园.
    static func isAbbreviated(_ name: String) -> Bool {
        if national.contains(where: { name.opens(with: $0) }) { return false }
        guard let first = name.first, !places.contains(first) else { return true }
        return !name.prefix(6).contains { places.contains($0) }
    }

    /// What bodies of the whole country are called by, in either script.
    private static let national = ["国家", "中国", "中央", "全国", "最高", "國家", "中國", "全國"]

    /// Whether a name is another with characters left out.
    static func isAbbreviation(_ short: String, of long: String) -> Bool {
        guard long.count > short.count, !isAbbreviated(long) else { return false }
        var rest = Substring(short)
        for character in long where character == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    /// Whether a character may stand in a name.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || scalar == "(" || scalar == ")" || scalar == "·"
    }

    /// The words up to a caption that stands on the same line, or to a year.
    private static func cut(_ words: String) -> String {
        var words = words
        for caption in [
            "金额单位", "单位：", "单位:", "公开", "|", "预算年度", "填报日期", "填报时间", "项目实施单位", "实施单位", "填报人", "部门决算", "单位决算", "部门预算",
            "单位预算",
        ]
        where words.holds(caption) {
            if let start = words.range(of: caption)?.lowerBound, start > words.startIndex {
                words = String(words[..<start])
            }
        }
        if let year = yearStart(in: words) { words = String(words[..<year]) }
        return words
    }

    /// Where the first year (2023年) stands, unless all begins with it.
    private static func yearStart(in words: String) -> String.Index? {
        guard words.holds("年") else { return nil }
        let scalars = words.unicodeScalars
        for mark in scalars.indices where scalars[mark] == "年" {
            guard let start = scalars.index(mark, offsetBy: -4, limitedBy: words.startIndex) else { continue }
            let digits = scalars[start..<mark]
            guard digits.allSatisfy(ScalarFolding.isDigit),
                digits.starts(with: "19".unicodeScalars)
                    || digits.starts(with: "20".unicodeScalars)
            else { continue }
            return start > words.startIndex ? start : nil
        }
        return nil
    }

    private static func isBalanced(_ name: Substring) -> Bool {
        name.count { "（(".contains($0) } == name.count { "）)".contains($0) }
    }

    private static func endsAsBody(_ name: Substring) -> Bool { name.last.map { endings.contains($0) } ?? false }

    /// Whether words stand for any body at all: 部门, 本单位, 部门（单位）, 我局.
    private static func isGeneric(_ name: Substring) -> Bool {
        guard name.count(where: { !genericLetters.contains($0) }) <= 1 else { return false }
        var rest = String(name)
        for word in ["部门", "单位", "机构", "（", "）", "(", ")", "、", "及", "本", "我", "各", "该"] {
            rest = rest.replacing(word, with: "")
        }
        return rest.isEmpty || rest.count == 1 && rest.count < name.count
    }

    private static let genericLetters: Set<Character> = Set("部门单位机构（）()、及本我各该")

    /// What no name holds.
    private static let alien = [
        "万元", "：", ":", "。", "位置", "，", "公布", "日前", "去年", "上年", "我镇", "我县", "我市", "我区", "我局", "本镇", "本县", "情况", "经费",
    ]

    /// Whether the words tell of a year; 青少年活动中心 and 老年大学 do not.
    private static func namesYear(_ name: Substring) -> Bool {
        guard name.holds("年") else { return false }
        if name.first == "年" { return true }
        return zip(name, name.dropFirst()).contains { first, second in
            second == "年" && (first.isNumber || "本上去当今全每近往历前后同明逐〇".contains(first))
                || first == "年" && "度初末终底内均限份".contains(second)
        }
    }

    private static let leading = [
        "我", "本", "该", "各", "全", "与", "比", "较", "由", "市级", "县级", "省级", "区级", "按", "因", "从", "自", "截至", "以", "将", "在",
        "为",
    ]

    private static let places: Set<Character> = Set("省市县区州旗盟镇乡街")

    private static let endings: Set<Character> = Set(
        "局委院部办校所站会厅处署馆台社团队库园室镇乡街村场庭府宫心关协联学庙段辦會廳處館臺團隊庫園鎮鄉場宮關協聯學廟")
}
