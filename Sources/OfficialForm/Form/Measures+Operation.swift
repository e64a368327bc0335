extension FormMeasure {
    /// Operating costs, procurement, assets.
    package static let operation: [FormMeasure] = [
        FormMeasure(
            .agencyOperating, "机关运行经费", "agency operating",
            phrases: ["机关运行经费支出", "机关运行经费", "机关运行费", "机构运行经费支出", "机构运行经费", "财政拨款运行经费", "一般公共预算财政拨款运行经费", "部门运行经费"]),
        FormMeasure(.meetings, "会议费", "meetings", phrases: ["会议费支出", "会议费"]),
        FormMeasure(.training, "培训费", "training", phrases: ["培训费支出", "培训费"]),
        FormMeasure(
            .procurement, "政府采购支出总额", "procurement",
            phrases: [
                "政府采购支出总额", "政府采购总额", "政府采购金额", "政府采购支出合计", "政府采购支出", "政府采购决算金额", "政府采购", "政府采购预算总额", "政府采购规模", "采购规模",
                "实际采购规模", "实际采购金额", "实际采购总额", "实际采购",
            ]),
        FormMeasure(
            .procurementGoods, "政府采购货物支出", "procurement goods",
            phrases: [
                "政府采购货物支出", "货物采购金额", "政府采购货物金额", "采购货物支出", "货物支出", "货物采购支出", "货物类采购", "政府采购货物", "货物类", "货物", "货物采购",
                "货物类支出", "货物类采购支出", "政府采购货物类支出",
            ], partOf: .procurement,
            denials: ["货物"]),
        FormMeasure(
            .procurementWorks, "政府采购工程支出", "procurement works",
            phrases: [
                "政府采购工程支出", "工程采购金额", "政府采购工程金额", "采购工程支出", "工程支出", "工程采购支出", "工程类采购", "政府采购工程", "工程类", "工程", "工程采购",
                "工程类支出", "工程类采购支出", "政府采购工程类支出",
            ], partOf: .procurement,
            denials: ["工程"]),
        FormMeasure(
            .procurementServices, "政府采购服务支出", "procurement services",
            phrases: [
                "政府采购服务支出", "服务采购金额", "政府采购服务金额", "采购服务支出", "服务支出", "服务采购支出", "服务类采购", "政府采购服务", "服务类", "服务", "服务采购",
                "服务类支出", "服务类采购支出", "政府采购服务类支出",
            ], partOf: .procurement,
            denials: ["服务"]),
        FormMeasure(
            .procurementSmallFirms, "授予中小企业合同金额", "procurement small firms",
            phrases: [
                "授予中小企业合同金额", "授予中小企业的合同金额", "授予中小企业合同总额", "授予中小企业", "政府采购授予中小企业合同金额", "授予中小微企业合同金额", "授予中小微企业的合同金额",
                "授予中小微企业", "授予中小微企业金额",
            ], within: .procurement),
        FormMeasure(
            .procurementMicroFirms, "授予小微企业合同金额", "procurement micro firms",
            phrases: ["授予小微企业合同金额", "授予小微企业的合同金额", "授予小型微型企业合同金额", "授予小型、微型企业合同金额", "授予小微企业"],
            within: .procurementSmallFirms),
        FormMeasure(
            .goodsSmallFirms, "货物支出授予中小企业合同金额", "procurement goods small firms",
            phrases: ["货物支出授予中小企业合同金额", "货物采购授予中小企业合同金额"], within: .procurementGoods),
        FormMeasure(
            .worksSmallFirms, "工程支出授予中小企业合同金额", "procurement works small firms",
            phrases: ["工程支出授予中小企业合同金额", "工程采购授予中小企业合同金额"], within: .procurementWorks),
        FormMeasure(
            .servicesSmallFirms, "服务支出授予中小企业合同金额", "procurement services small firms",
            phrases: ["服务支出授予中小企业合同金额", "服务采购授予中小企业合同金额"], within: .procurementServices),
        FormMeasure(
            .reservedSmallFirms, "面向中小企业预留预算金额", "reserved small firms",
            phrases: FormWords.reserved(for: ["中小企业", "中小微企业"])),
        FormMeasure(
            .reservedMicroFirms, "面向小微企业预留预算金额", "reserved micro firms",
            phrases: FormWords.reserved(for: ["小微企业", "小型和微型企业", "小型、微型企业", "小型微型企业"]),
            within: .reservedSmallFirms),
        FormMeasure(
            .awardedReservedSmallFirms, "预留项目中授予中小企业金额", "awarded reserved small firms",
            phrases: ["在面向中小企业预留的政府采购项目中", "在面向中小企业预留政府采购项目中"]),
        FormMeasure(
            .awardedReservedMicroFirms, "预留项目中授予小微企业金额", "awarded reserved micro firms",
            phrases: ["在面向小微企业预留的政府采购项目中", "在面向小微企业预留政府采购项目中"], within: .awardedReservedSmallFirms),
        FormMeasure(.awardedOtherSmallFirms, "其他项目中授予中小企业金额", "awarded other small firms", phrases: ["在其他政府采购项目中"]),
        FormMeasure(
            .assetVehicles, "车辆", "asset vehicles",
            phrases: ["共有车辆", "期末共有车辆", "年末共有车辆", "车辆共有", "公务用车共", "实有车辆", "车辆合计", "车辆数合计", "车辆数", "车辆"]),
        FormMeasure(
            .largeEquipment, "大型设备", "large equipment",
            phrases: ["专用设备", "通用设备", "大型设备", "设备"]),
    ]
}
