extension FormColumn {
    /// The columns that are no measure and no side of one: codes and names, sums, roofs over other columns.
    package static let structure: [FormColumn] = [
        FormColumn(
            .code, "科目编码",
            [
                "功能分类科目编码", "支出功能分类科目编码", "科目代码", "经济分类科目编码", "经济科目编码", "功能科目编码", "经济分类科目代码", "功能分类科目代码", "支出功能分类科目代码",
                "编码", "代码", "收入功能分类科目编码", "支出功能科目编码", "支出经济分类科目编码", "科目编号", "部门预算经济分类科目编码", "政府预算经济分类科目编码",
            ]),
        FormColumn(.codePart, "类", ["款", "项"]),
        FormColumn(
            .name, "科目名称",
            ["功能分类科目名称", "支出功能分类科目名称", "经济分类科目名称", "名称", "单位名称（科目）", "支出经济分类科目名称", "科目"]),
        FormColumn(
            .item, "项目",
            ["项目（按功能分类）", "项目（按支出功能分类）", "项目（按支出性质和经济分类）", "支出项目", "收入项目", "项目（按支出性质）", "支出功能分类"]),
        FormColumn(.lineNumber, "行次", ["栏次", "序号"]),
        FormColumn(.side(.income), "收入"),
        FormColumn(.side(.expenditure), "支出"),
        FormColumn(.roof, "其中", ["其中：", "本年决算", "财政拨款"]),
        FormColumn(.detail, "人员经费", ["公用经费", "机关运行经费预算数", "机关运行经费预算", "机关运行经费"]),
        FormColumn(.yearExpenditure, "本年支出", ["支出合计数"]),
        FormColumn(.subtotal, "小计"),
        FormColumn(
            .role(.total), "合计",
            [
                "本年收入合计", "本年支出合计", "收入合计", "支出合计", "总计", "收入预算合计", "收入预算总计", "支出预算合计", "支出预算总计",
            ]),
    ]
}
