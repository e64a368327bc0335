"""The explanatory text of the accounts, with the truth of every line and every stated total."""

from accounts import wan


def percent(part, whole):
    return f"{100 * part / whole:.2f}"


class Prose:
    def __init__(self, accounts):
        self.a, self.lines, self.figures = accounts, [], []

    def yuan(self, measure, value, subject=""):
        self.figures.append([measure, subject, str(value * 100), "yuan"])
        return f"{wan(value)}万元"

    def rate(self, measure, value, subject=""):
        self.figures.append([measure, subject, value, "percent"])
        return f"{value}%"

    def change(self, measure):
        before = self.total - self.a.change
        return (f"比上年增加{self.yuan(measure + '.change', self.a.change)}，"
                f"增长{self.rate(measure + '.change_rate', percent(self.a.change, before))}")

    def paragraphs(self):
        a, year, self.total = self.a, self.a.year, self.a.total + self.a.opening
        out = ["一、收入支出决算总体情况说明",
               f"{year}年度收、支总计均为{self.yuan('income_and_expenditure.amount', self.total)}，"
               f"{self.change('income_and_expenditure')}。",
               "二、收入决算情况说明",
               f"本年收入合计{self.yuan('year_income.amount', a.total)}，其中：财政拨款收入"
               f"{self.yuan('fiscal_income.amount', a.total)}，占{self.rate('fiscal_income.share', '100.00')}。",
               "三、支出决算情况说明",
               f"本年支出合计{self.yuan('year_expenditure.amount', a.total)}，其中：基本支出"
               f"{self.yuan('basic_expenditure.amount', a.basic)}，占"
               f"{self.rate('basic_expenditure.share', percent(a.basic, a.total))}；项目支出"
               f"{self.yuan('project_expenditure.amount', a.project)}，占"
               f"{self.rate('project_expenditure.share', percent(a.project, a.total))}。",
               "四、财政拨款收入支出决算总体情况说明",
               f"{year}年度财政拨款收、支总计均为{self.yuan('fiscal_income_and_expenditure.amount', a.total)}。",
               "五、一般公共预算财政拨款支出决算情况说明",
               "（一）一般公共预算财政拨款支出决算总体情况",
               f"{year}年度一般公共预算财政拨款支出{self.yuan('general_public_expenditure.amount', a.total)}，占本年支出合计的"
               f"{self.rate('general_public_expenditure.share', '100.00')}。",
               "（二）一般公共预算财政拨款支出决算结构情况", self.structure(),
               "（三）一般公共预算财政拨款支出决算具体情况", self.execution()]
        out += [self.line(index + 1, item) for index, item in enumerate(a.general)]
        out += ["六、一般公共预算财政拨款基本支出决算情况说明",
                f"{year}年度一般公共预算财政拨款基本支出{self.yuan('general_public_basic_expenditure.amount', a.basic)}，其中："
                f"人员经费{self.yuan('personnel_expenditure.amount', a.personnel)}，公用经费"
                f"{self.yuan('operating_expenditure.amount', a.basic - a.personnel)}。",
                "七、财政拨款“三公”经费支出决算情况说明", self.public()]
        return out

    def structure(self):
        total = self.yuan('general_public_expenditure.amount', self.a.total)
        sums = {}
        for item in self.a.general:
            sums[item.code[:3]] = sums.get(item.code[:3], 0) + item.total
        parts = []
        for code, value in sums.items():
            name = self.a.names[code]
            parts.append(f"{name}（类）支出{self.yuan('category.amount', value, name)}，占"
                         f"{self.rate('category.share', percent(value, self.a.total), name)}")
        return (f"{self.a.year}年度一般公共预算财政拨款支出{total}，"
                f"主要用于以下方面：{'；'.join(parts)}。")

    def execution(self):
        budget = sum(item.budget for item in self.a.general)
        return (f"{self.a.year}年度一般公共预算财政拨款支出年初预算为"
                f"{self.yuan('general_public_expenditure.initial_budget', budget)}，支出决算为"
                f"{self.yuan('general_public_expenditure.amount', self.a.total)}，完成年初预算的"
                f"{self.rate('general_public_expenditure.rate_on_initial_budget', percent(self.a.total, budget))}。其中：")

    def line(self, number, item):
        names = [self.a.names[item.code[:length]] for length in (3, 5, 7)]
        self.lines.append([item.code] + names + [wan(item.budget), wan(item.total), percent(item.total, item.budget)])
        words = (f"{number}.{names[0]}（类）{names[1]}（款）{names[2]}（项）。年初预算为{wan(item.budget)}万元，支出决算为"
                 f"{wan(item.total)}万元，完成年初预算的{percent(item.total, item.budget)}%，")
        if item.total == item.budget:
            return words + "决算数等于年初预算数。"
        return words + f"决算数{'大' if item.total > item.budget else '小'}于年初预算数的主要原因是工作任务有所调整。"

    def public(self):
        a = self.a
        running, reception = a.costs[2], a.costs[3]
        budget, actual = (sum(cost[part] for cost in a.costs) for part in (0, 1))
        return (f"{a.year}年度财政拨款“三公”经费支出预算为{self.yuan('three_public.budget', budget)}，支出决算为"
                f"{self.yuan('three_public.amount', actual)}，完成预算的"
                f"{self.rate('three_public.rate_on_budget', percent(actual, budget))}，其中：公务用车运行维护费支出决算为"
                f"{self.yuan('vehicle_running.amount', running[1])}；公务接待费支出决算为"
                f"{self.yuan('reception.amount', reception[1])}。")
