"""Makes the sample of PDFs: two years of an invented body in the official form, the second with slips for `check` to find.

`sample.py FOLDER`; body, figures and reasons are made up here and nowhere else.
"""

import sys
import tempfile
from pathlib import Path

from accounts import Accounts, Form, FormTables, Item, subject_names, wan
from grid import document
from make import Spec, produce
from prose import Prose, percent

UNIT = "临江市白石区文化和旅游局"
YEARS = (2022, 2023)
# The year before the first: total expenditure, public costs, reception.
TOTALS_2021 = (132_640, 478, 104)
OPENING = 1_260

# Code: for each year the initial budget (None: none was applied for), basic and project expenditure, in 0.01万元.
LINES = {
    "2070101": ((62_840, 61_215, 0), (64_310, 65_872, 0)),
    "2070102": ((4_200, 0, 4_187), (4_200, 0, 3_964)),
    "2070104": ((21_500, 13_820, 7_466), (23_800, 14_105, 9_388)),
    "2070109": ((18_600, 9_640, 9_115), (19_400, 9_902, 16_930)),
    "2070112": ((3_000, 0, 2_890), (3_000, 0, 1_210)),
    "2070204": ((5_600, 0, 5_588), (12_000, 0, 11_863)),
    "2079999": ((None, 0, 2_380), (None, 0, 8_640)),
    "2080505": ((6_900, 6_842, 0), (7_150, 7_238, 0)),
    "2080506": ((3_450, 3_421, 0), (3_575, 3_619, 0)),
    "2101101": ((4_100, 4_065, 0), (4_250, 4_231, 0)),
    "2210201": ((7_700, 7_634, 0), (7_900, 8_012, 0)),
    "2210203": ((2_600, 2_588, 0), (2_600, 2_600, 0)),
}
REASONS = {
    "2070101": ("年中有人员退休，工资支出减少", "年中录用工作人员，并调整工资标准"),
    "2070102": ("压减一般性支出", "部分专项检查并入日常执法，压减一般性支出"),
    "2070104": ("部分图书采购合同跨年结算", "年底图书采购合同尚未全部结算"),
    "2070109": ("年中追加送戏下乡补助", "年中追加群众文化节和村级文化服务中心设备经费"),
    "2070112": ("个别检查项目取消", "旅游市场检查改由市级统一组织，区级不再安排"),
    "2070204": ("修缮工程结算审减", "文物修缮工程结算审减"),
    "2079999": ("年中追加上级文化惠民补助", "年中追加上级公共文化服务体系建设补助"),
    "2080505": ("人员减少", "缴费基数调整"),
    "2080506": ("人员减少", "缴费基数调整"),
    "2101101": ("人员减少", "缴费人数少于预计"),
    "2210201": ("人员减少", "缴存基数调整"),
    "2210203": ("人员减少", ""),
}
# Abroad, purchase, running, reception: budget and actual.
COSTS = (((0, 0), (0, 0), (360, 342), (120, 86)), ((0, 0), (0, 0), (350, 338), (110, 74)))
# Shares of basic expenditure in thousandths; salaries take the rest.
ECONOMIC = {"30102": 190, "30103": 130, "30107": 60, "30108": 72, "30109": 36, "30110": 42, "30113": 80, "30302": 24,
            "30201": 18, "30205": 3, "30206": 11, "30207": 8, "30211": 12, "30228": 14, "30229": 9, "30239": 31, "30299": 12}
# What is printed in the second year in the place of what is right. `check` finds all of them, and nothing else as an error.
SLIPS = (
    ("本年收入合计1675.74万元", "本年收入合计1657.74万元"),
    ("支出决算为268.32万元，完成年初预算的138.31%", "支出决算为268.32万元，完成年初预算的183.31%"),
    ("社会保障和就业支出（类）108.57万元，占6.48%", "社会保障和就业支出（类）108.57万元，占8.46%"),
    ("完成预算的67.27%，比上年减少0.12万元", "完成预算的67.27%，比上年增加0.12万元"),
)


class SampleAccounts(Accounts):
    """One year of the body."""

    def __init__(self, index):
        self.index, self.unit, self.year = index, UNIT, YEARS[index]
        self.names = subject_names(self.year)
        self.general = [Item(code, *years[index]) for code, years in sorted(LINES.items())]
        self.total = sum(item.total for item in self.general)
        self.basic = sum(item.basic for item in self.general)
        self.project = self.total - self.basic
        parts = {code: self.basic * share // 1000 for code, share in ECONOMIC.items()}
        parts |= {"30217": COSTS[index][3][1], "30231": COSTS[index][2][1]}
        parts["30101"] = self.basic - sum(parts.values())
        self.economic = sorted(parts.items())
        self.personnel = sum(amount for code, amount in self.economic if code[:3] in ("301", "303"))
        self.costs, self.opening = COSTS[index], OPENING
        earlier = SampleAccounts(index - 1) if index else None
        self.previous_total = earlier.total if earlier else TOTALS_2021[0]
        self.previous_costs = sum(cost[1] for cost in earlier.costs) if earlier else TOTALS_2021[1]
        self.previous_reception = earlier.costs[3][1] if earlier else TOTALS_2021[2]


def moved(now, before):
    more = now > before
    rate = percent(abs(now - before), before)
    return f"比上年{'增加' if more else '减少'}{wan(abs(now - before))}万元，{'增长' if more else '下降'}{rate}%"


class SampleProse(Prose):
    """The explanation, with the changes against the year before."""

    def paragraphs(self):
        a, year = self.a, self.a.year
        total, both = f"{wan(a.total)}万元", f"{wan(a.total + a.opening)}万元"
        change, why = moved(a.total, a.previous_total), "主要原因是" + ("公共文化服务和文物保护项目增加。", "群众文化和文物保护项目增加。")[a.index]
        out = ["一、收入支出决算总体情况说明",
               f"{year}年度收、支总计均为{both}，{moved(a.total + a.opening, a.previous_total + a.opening)}，{why}",
               "二、收入决算情况说明",
               f"{year}年度本年收入合计{total}，{change}，{why}其中：财政拨款收入{total}，占本年收入的100.00%。",
               "三、支出决算情况说明",
               f"{year}年度本年支出合计{total}，{change}，{why}其中：基本支出{wan(a.basic)}万元，占本年支出的"
               f"{percent(a.basic, a.total)}%；项目支出{wan(a.project)}万元，占本年支出的{percent(a.project, a.total)}%。",
               "四、财政拨款收入支出决算总体情况说明",
               f"{year}年度财政拨款收、支总计均为{total}，{change}，{why}",
               "五、一般公共预算财政拨款支出决算情况说明",
               "（一）一般公共预算财政拨款支出决算总体情况",
               f"{year}年度一般公共预算财政拨款支出{total}，占本年支出合计的100.00%。一般公共预算财政拨款支出{change}，{why}",
               "（二）一般公共预算财政拨款支出决算结构情况", self.structure(),
               "（三）一般公共预算财政拨款支出决算具体情况", self.execution()]
        out += [self.line(index + 1, item) for index, item in enumerate(a.general)]
        out += ["六、一般公共预算财政拨款基本支出决算情况说明",
                f"{year}年度一般公共预算财政拨款基本支出{wan(a.basic)}万元，其中：人员经费{wan(a.personnel)}万元，公用经费"
                f"{wan(a.basic - a.personnel)}万元。",
                "七、财政拨款“三公”经费支出决算情况说明", self.public(),
                "八、机关运行经费支出情况说明",
                f"{year}年度机关运行经费支出{wan(a.basic - a.personnel)}万元。"]
        return out

    def structure(self):
        sums = {}
        for item in self.a.general:
            sums[item.code[:3]] = sums.get(item.code[:3], 0) + item.total
        parts = [f"{self.a.names[code]}（类）{wan(value)}万元，占{percent(value, self.a.total)}%" for code, value in sums.items()]
        return f"{self.a.year}年度一般公共预算财政拨款支出{wan(self.a.total)}万元，主要用于以下方面：{'；'.join(parts)}。"

    def execution(self):
        budget = sum(item.budget or 0 for item in self.a.general)
        return (f"{self.a.year}年度一般公共预算财政拨款支出年初预算为{wan(budget)}万元，支出决算为{wan(self.a.total)}万元，"
                f"完成年初预算的{percent(self.a.total, budget)}%。其中：")

    def line(self, number, item):
        names = [self.a.names[item.code[:length]] for length in (3, 5, 7)]
        words = f"{number}.{names[0]}（类）{names[1]}（款）{names[2]}（项）。"
        reason = REASONS[item.code][self.a.index]
        if item.budget is None:
            return words + f"该科目未申请年初财政拨款预算，支出决算为{wan(item.total)}万元。主要原因是：{reason}。"
        words += (f"年初预算为{wan(item.budget)}万元，支出决算为{wan(item.total)}万元，完成年初预算的"
                  f"{percent(item.total, item.budget)}%，")
        if item.total == item.budget:
            return words + "支出决算数与年初预算数持平。"
        return words + f"支出决算数{'大' if item.total > item.budget else '小'}于年初预算数的主要原因是：{reason}。"

    def public(self):
        a = self.a
        (running, spent), (planned, reception) = a.costs[2], a.costs[3]
        budget, actual = running + planned, spent + reception
        return (f"{a.year}年度财政拨款“三公”经费支出预算为{wan(budget)}万元，支出决算为{wan(actual)}万元，完成预算的"
                f"{percent(actual, budget)}%，{moved(actual, a.previous_costs)}。其中：公务用车运行维护费支出决算为{wan(spent)}万元，"
                f"完成预算的{percent(spent, running)}%；公务接待费支出决算为{wan(reception)}万元，完成预算的"
                f"{percent(reception, planned)}%，{moved(reception, a.previous_reception)}。")


def slipped(paragraphs):
    for right, wrong in SLIPS:
        places = [index for index, text in enumerate(paragraphs) if right in text]
        if len(places) != 1 or paragraphs[places[0]].count(right) != 1:
            sys.exit(f"sample: '{right}' stands in {len(places)} places, not in one")
        paragraphs[places[0]] = paragraphs[places[0]].replace(right, wrong)
    return paragraphs


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    spec = Spec("sample", "weasyprint", "Noto Serif CJK SC", 0, points=8, padding=4, form=Form(costs="list"))
    with tempfile.TemporaryDirectory() as work:
        for index, year in enumerate(YEARS):
            accounts = SampleAccounts(index)
            paragraphs = SampleProse(accounts).paragraphs()
            if year == YEARS[-1]:
                paragraphs = slipped(paragraphs)
            blocks = document(accounts, FormTables(accounts, spec.form).tables(), paragraphs)
            path = folder / f"{year}-final-accounts.pdf"
            produce(spec, blocks, UNIT, path, Path(work))
            print(path, path.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
