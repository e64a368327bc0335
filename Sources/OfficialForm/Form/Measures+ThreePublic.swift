extension FormMeasure {
    /// The three public costs and what was bought for them.
    package static let threePublic: [FormMeasure] = [
        FormMeasure(
            .threePublic, "“三公”经费", "three public",
            phrases: [
                "“三公”经费财政拨款支出", "“三公”经费支出", "“三公”经费", "三公经费财政拨款支出", "三公经费支出", "三公经费", "财政拨款“三公”经费支出", "财政拨款“三公”经费",
                "“三公”经费财政拨款", "“三公”", "“三公”费用", "“三公”支出", "“三公经费”", "“三公”经费决算",
            ],
            column: FormColumn(
                .threePublic(.total), "“三公”经费合计", ["财政拨款“三公”经费", "“三公”经费", "三公经费", "财政拨款“三公”经费支出", "“三公”经费支出"])),
        FormMeasure(
            .abroad, "因公出国（境）费", "abroad",
            phrases: FormWords.spellings(
                ["因公出国（境）", "因公出国", "出国（境）", "因公临时出国（境）", "因公出境"], FormWords.costs) + [
                    "因公出国（境）", "出国费", "出国经费", "出国（境）",
                ],
            column: FormColumn(.threePublic(.abroad), "因公出国（境）费", ["因公出国（境）费用", "因公出国（境）经费", "因公出国（境）", "因公出国境费"]),
            partOf: .threePublic, denials: ["出国"]),
        FormMeasure(
            .vehicles, "公务用车购置及运行维护费", "official vehicles",
            phrases: FormWords.spellings(
                FormWords.vehicles,
                [
                    "购置及运行维护", "购置及运行", "购置和运行维护", "购置和运行", "购置费及运行维护", "购置费和运行维护", "购置费及运行", "购置费和运行", "购置、运行维护",
                    "购置与运行维护", "购置运行维护", "购置及维护", "购置和维护", "购置、运行", "及运行维护", "购置及运维", "购置和运维", "购置运维",
                ], FormWords.costs + [""])
                + FormWords.spellings(["购置及运行维护", "购置和运行维护", "购置及运行"], FormWords.costs)
                + ["公务用车费用", "公务用车费", "公务用车支出", "公务用车经费"],
            column: FormColumn(
                .threePublic(.vehicles), "公务用车购置及运行维护费", ["公务用车购置及运行费", "公务用车购置和运行维护费", "公务用车购置及运行", "公务用车费"]),
            partOf: .threePublic, denials: ["公务用车"]),
        FormMeasure(
            .vehiclePurchase, "公务用车购置费", "vehicle purchase",
            phrases: FormWords.spellings(FormWords.vehicles, ["购置"], FormWords.costs)
                + ["公务用车购置", "公务车购置", "公车购置", "购置费", "购置经费", "购置", "购置支出"],
            column: FormColumn(
                .threePublic(.purchase), "公务用车购置费",
                ["公务用车购置", "公务车购置费", "购置费", "购置经费", "车辆购置", "车辆购置费", "公车购置", "公车购置费"]),
            partOf: .vehicles,
            denials: ["购置"]),
        FormMeasure(
            .vehicleRunning, "公务用车运行维护费", "vehicle running",
            phrases: FormWords.spellings(
                FormWords.vehicles, ["运行维护", "运行", "运维", "运行及维护", "运行费维护", "维护", "日常运行维护", "运行费及维护", "使用", "使用维护"],
                FormWords.costs)
                + [
                    "公务用车运行维护", "公务车辆运行", "公车运行及维护", "公车运行维护", "公车运行", "公务用车运行及维护", "运行维护费", "运行维护", "运行费", "运行", "运维费",
                    "维护费",
                ],
            column: FormColumn(
                .threePublic(.running), "公务用车运行维护费",
                [
                    "公务用车运行费", "公务用车运行", "公务用车运行维护", "公务车运行费", "运行费", "运行维护费", "车辆运行", "车辆运行费", "车辆运行维护费", "公车运行费",
                    "公车运行维护费",
                ]),
            partOf: .vehicles, denials: ["运行"]),
        FormMeasure(
            .reception, "公务接待费", "reception",
            phrases: FormWords.spellings(["公务接待", "公务招待"], FormWords.costs) + ["公务接待", "接待费", "接待费用"],
            column: FormColumn(.threePublic(.reception), "公务接待费", ["公务接待", "公务接待费用"]), partOf: .threePublic,
            denials: ["接待"]),
        FormMeasure(
            .domesticReception, "国内公务接待支出", "domestic reception",
            phrases: ["国内公务接待支出", "国内公务接待费", "国内公务接待", "国内接待费", "国内接待", "国内接待支出", "国内公务接待费用", "国内公务接待经费"],
            within: .reception),
        FormMeasure(
            .foreignReception, "外宾接待支出", "foreign reception",
            phrases: [
                "外宾接待支出", "外宾接待费", "外宾接待", "接待外宾", "外事接待支出", "外事接待费", "外事接待", "国内外事接待", "国（境）外接待费", "国（境）外接待费支出",
                "国（境）外公务接待支出", "国（境）外公务接待", "国（境）外接待", "国（境）外接待支出", "境外接待", "外宾接待费支出", "外宾公务接待",
            ], within: .reception),
        FormMeasure(
            .abroadGroups, "因公出国（境）团组", "abroad groups",
            phrases: ["因公出国（境）团组", "出国（境）团组", "团组数", "团组", "因公出国（境）团组数", "参加其他单位组织的因公出国（境）团组"]),
        FormMeasure(
            .abroadVisits, "因公出国（境）人次", "abroad visits", phrases: ["因公出国（境）人次数", "因公出国（境）人次", "出国（境）人次"]),
        FormMeasure(
            .vehiclesHeld, "公务用车保有量", "vehicles held",
            phrases: [
                "公务用车保有量", "公务用车保有", "车辆保有量", "保有量", "公务用车实有数", "公务用车期末保有量", "公务车保有量", "共有公务用车", "现有公务用车", "实有公务用车",
                "公务用车保有数", "公务用车保有数量", "公务用车数量", "公车保有量", "车辆保有数", "年末公务用车", "年末实有公务用车", "年末公务用车实有",
                "期末公务用车", "现有车辆", "现有公务车", "实有车辆数", "公务用车保有总量", "公务车辆保有量", "保有公务用车", "保有车辆", "年末公务用车保有", "年末公务用车保有量",
                "期末公务用车保有", "期末公务用车保有量", "在册公务用车", "公务用车共有",
            ], meanings: [.assets: .assetVehicles]),
        FormMeasure(
            .vehiclesPurchased, "公务用车购置数", "vehicles purchased",
            phrases: [
                "购置公务用车", "公务用车购置数", "更新公务用车", "购置车辆", "购置公车", "新购公务用车", "购入公务用车", "公务用车购置数量", "购置公务用车数", "新增公务用车",
                "采购公务用车", "购买公务用车", "购置数", "购置车", "购车", "更新车辆",
                "购置及更新公务用车", "公务用车更新", "公务用车购置量", "购置量",
            ]),
        FormMeasure(
            .receptionBatches, "公务接待批次", "reception batches",
            phrases: ["公务接待批次", "接待批次", "国内公务接待批次", "来访团组", "接待来访团组", "国内来访团组", "接待国内来访团组"]),
        FormMeasure(
            .receptionVisitors, "公务接待人次", "reception visitors", phrases: ["公务接待人次", "接待人次", "接待人数", "国内公务接待人次", "来宾"]),
        FormMeasure(
            .foreignReceptionBatches, "外宾接待批次", "foreign reception batches",
            phrases: FormWords.spellings(FormWords.foreignReception, ["批次", "批次数"])),
        FormMeasure(
            .foreignReceptionVisitors, "外宾接待人次", "foreign reception visitors",
            phrases: FormWords.spellings(FormWords.foreignReception, ["人次", "人数", "人次数"])),
    ]
}
