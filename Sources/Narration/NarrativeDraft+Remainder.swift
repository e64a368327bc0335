import FinalAccounts
import OfficialForm

extension NarrativeDraft {
    /// 十: operating costs of the agency.
    mutating func writeAgencyOperating() {
        guard let text = statement("本部门\(year)年度机关运行经费", .agencyOperating) else { return }
        openChapter("机关运行经费支出说明")
        add(text)
    }

    /// 十一: procurement by kind and by size of firm.
    mutating func writeProcurement() {
        let total = sentence(
            "本部门\(year)年度",
            [
                .named(.procurement),
                Piece(before: "其中：政府采购货物支出", topic: .procurementGoods, aspect: .amount),
                .named(.procurementWorks),
                .named(.procurementServices),
            ])
        let inContracts: [Topic] = [
            .procurementSmallFirms, .procurementMicroFirms, .goodsSmallFirms, .worksSmallFirms, .servicesSmallFirms,
        ]
        let firms: [(String, Topic)] =
            inContracts.map { ($0.form.name, $0) } + [
                ("面向中小企业预留政府采购项目预算金额", .reservedSmallFirms),
                ("面向小微企业预留政府采购项目预算金额", .reservedMicroFirms),
                ("在面向中小企业预留的政府采购项目中，采购金额", .awardedReservedSmallFirms),
                ("在面向小微企业预留的政府采购项目中，采购金额", .awardedReservedMicroFirms),
                ("在其他政府采购项目中，由中小企业中标的采购金额", .awardedOtherSmallFirms),
            ]
        let awards = firms.compactMap { name, topic in
            clauses([
                Piece(before: name, topic: topic, aspect: .amount),
                Piece(before: figures.has(topic, .amount) ? "占总额的" : name + "占总额的", topic: topic, aspect: .share),
            ]).map { $0 + "。" }
        }
        guard total != nil || !awards.isEmpty else { return }
        openChapter("政府采购支出说明")
        add(total)
        awards.forEach { add($0) }
    }

    /// 十二: vehicles and large equipment.
    mutating func writeAssets() {
        var pieces = [Piece(before: "部门共有车辆", topic: .assetVehicles, aspect: .count, after: "辆")]
        for (index, kind) in figures.subjects(of: .assetVehicles).enumerated() {
            pieces.append(
                Piece(
                    before: (index == 0 ? "其中：" : "") + kind, topic: .assetVehicles, aspect: .count, after: "辆",
                    subject: kind))
        }
        let vehicles = sentence("截至\(year)年12月31日，", pieces)
        let equipment = figures.subjects(of: .largeEquipment).compactMap { threshold in
            sentence(
                "",
                [
                    Piece(
                        before: "单价\(threshold)设备", topic: .largeEquipment, aspect: .count, after: "台（套）",
                        subject: threshold)
                ])
        }
        guard vehicles != nil || !equipment.isEmpty else { return }
        openChapter("国有资产占用情况说明")
        add(vehicles)
        equipment.forEach { add($0) }
    }

    /// 十三: the projects evaluated, and each evaluation.
    mutating func writePerformance() {
        let counts: [String?] = [
            projects("编报绩效目标", .targetedProjects), projects("绩效跟踪评价", .trackedProjects),
            projects("绩效自评", .evaluatedProjects), grades(),
            sentence("绩效自评中共", [Piece(before: "发现问题", topic: .evaluationProblems, aspect: .count, after: "个")]),
        ]
        let written = counts.compactMap(\.self)
        guard !written.isEmpty || !accounts.evaluations.isEmpty else { return }
        openChapter("预算绩效情况说明")
        openSection(1, "预算绩效管理工作开展情况")
        written.forEach { add($0) }
        guard !accounts.evaluations.isEmpty else { return }
        openSection(2, "绩效自评结果")
        var number = 0
        for evaluation in accounts.evaluations {
            if evaluation.kind == .project { number += 1 }
            add(text(evaluation, number: number))
        }
    }

    private mutating func projects(_ name: String, _ topic: Topic) -> String? {
        sentence(
            "\(name)的\(year)年度项目",
            [
                Piece(before: "", topic: topic, aspect: .count, after: "个"),
                Piece(before: "涉及预算金额", topic: topic, aspect: .amount),
                Piece(before: "占项目支出总额的", topic: topic, aspect: .share),
            ])
    }

    private mutating func grades() -> String? {
        var pieces = [Piece.named(.averageScore, .score, after: "分")]
        for grade in figures.subjects(of: .gradedProjects) {
            pieces.append(
                Piece(
                    before: "绩效评级为“\(grade)”的项目", topic: .gradedProjects, aspect: .count, after: "个", subject: grade))
        }
        return sentence("自评项目", pieces)
    }

    private mutating func text(_ evaluation: Evaluation, number: Int) -> String {
        let isOverall = evaluation.kind == .overall
        let topic: Topic = isOverall ? .overallEvaluation : .projectEvaluation
        for aspect in [Aspect.adjustedBudget, .amount, .rateOnBudget, .score] {
            _ = figures.take(topic, aspect, subject: isOverall ? nil : evaluation.name)
        }
        let clauses = [
            evaluation.budget.map { "全年预算数为\($0.text)" }, evaluation.executed.map { "执行数为\($0.text)" },
            evaluation.rate.map { "完成预算的\($0.text)" }, evaluation.score.map { "自评得分为\($0.text)分" },
        ].compactMap(\.self)
        if isOverall { return "组织开展部门整体绩效评价，" + clauses.joined(separator: "，") + "。" }
        return "\(number).\(evaluation.name)项目绩效自评综述：" + clauses.joined(separator: "，") + "。"
    }
}
