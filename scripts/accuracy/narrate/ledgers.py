"""Random accounts of one body: lines of two years and the figures beside them, in exact hundredths.

Drawn are the unit, the year, how amounts are given (万元 with two decimals, or 元 with 分 that the text has to round), one to
forty lines in up to three funds, lines without a budget, with an adjusted budget, spent to the last cent or not at all,
deviations with and without a reason, reasons with numbers in them, a last year or none, and stated figures for income,
the three public costs, procurement and assets that fit the lines.
"""
import csv
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[3]
FUNDS = {
    "general_public_budget": lambda code: code < "223" and not code.startswith(("20822", "20823", "21208")),
    "government_fund": lambda code: code.startswith(("20822", "20823")),
}
GOVERNMENT_FUND_LAND = ("城乡社区支出/国有土地使用权出让收入安排的支出/其他国有土地使用权出让收入安排的支出",)
STATE_CAPITAL = (
    "国有资本经营预算支出/解决历史遗留问题及改革成本支出/国有企业退休人员社会化管理补助支出",
    "国有资本经营预算支出/其他国有资本经营预算支出/其他国有资本经营预算支出",
)
REASONS = [
    "人员异动", "按政策规定，追加项目经费", "一是新增人员；二是社保缴费基数调整", "压减一般性支出", "部分项目跨年实施，资金结转",
    "根据市文件要求，年中追加{n}个社区的建设经费", "新增{n}名事业人员，增加绩效工资{a}万元", "上级补助资金于12月下达，金额{a}万元",
    "{n}月起提高社区工作者待遇标准（每人每月增加{n}00元）", "疫情防控支出减少", "机构改革，划入职能", "项目招标节约资金，节约率{n}%",
]


def names():
    """The paths from 类 to 项 of items in use, by fund."""
    known = {}
    with open(ROOT / "Data/subjects/functional.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if not row["first_year"] and not row["last_year"]:
                known[row["code"]] = row["name"]
    paths = {fund: [] for fund in FUNDS}
    for code in sorted(known):
        if len(code) == 7 and code[:3] in known and code[:5] in known:
            for fund, holds in FUNDS.items():
                if holds(code):
                    paths[fund].append("/".join([known[code[:3]], known[code[:5]], known[code]]))
    paths["government_fund"] += GOVERNMENT_FUND_LAND
    paths["state_capital"] = list(STATE_CAPITAL)
    return paths


PATHS = names()


def rate(part, whole):
    """A percentage with two decimals, halves away from zero; `None` without a base."""
    if whole == 0:
        return None
    scaled, sign = abs(part) * 10000, 1 if part * whole >= 0 else -1
    base = abs(whole)
    return sign * ((2 * scaled + base) // (2 * base))


class Accounts:
    """The accounts of one body and year. Amounts are whole 分."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        pick = self.random
        place = pick.choice(["江城市东湖区", "临河县", "海州市新港区", "云岭市", "白石区", "长宁县人民政府"])
        self.unit = place + pick.choice([
            "财政局", "教育局", "青山街道办事处", "卫生健康委员会", "自然资源和规划局", "民政局", "机关事务服务中心", "第二实验小学",
        ])
        self.year = pick.randint(2012, 2024)
        # What the text prints: hundredths of 万元. Accounts kept in 元 have 分 below it.
        self.is_exact = pick.random() < 0.8
        self.lines = []
        for fund, chance, most in [("general_public_budget", 1, 40), ("government_fund", 0.25, 5), ("state_capital", 0.15, 2)]:
            if pick.random() < chance:
                self.lines += [self.line(fund, path) for path in self.paths(fund, pick.randint(1, most))]
        self.earlier = []
        if pick.random() < 0.85:
            self.earlier = [
                {**line, "actual": self.scaled(line["actual"] or self.amount(), pick.uniform(0.6, 1.6)), "reason": ""}
                for line in self.lines if pick.random() < 0.9
            ]

    def paths(self, fund, count):
        chosen = set(self.random.sample(PATHS[fund], min(count, len(PATHS[fund]))))
        return [path for path in PATHS[fund] if path in chosen]

    def amount(self):
        return self.rounded(int(10 ** self.random.uniform(4, 9.8)))

    def scaled(self, amount, factor):
        return self.rounded(int(amount * factor))

    def rounded(self, amount):
        return max(10000, amount // 10000 * 10000) if self.is_exact else max(1, amount)

    def line(self, fund, path):
        pick = self.random
        budget = self.amount()
        actual = self.scaled(budget, pick.choice([1, pick.uniform(0.3, 1), pick.uniform(1, 2.5)]))
        if pick.random() < 0.03:
            actual = 0
        state = pick.random()
        line = {
            "fund": fund, "path": path, "budget": "unbudgeted" if state < 0.2 else "" if state < 0.24 else budget,
            "adjusted": actual if state > 0.88 else "", "actual": actual, "reason": "",
        }
        deviates = state < 0.2 or (line["budget"] != "" and self.printed(budget) != self.printed(actual))
        if deviates and pick.random() < 0.7:
            line["reason"] = pick.choice(REASONS).format(n=pick.randint(2, 9), a=f"{pick.uniform(1, 900):.2f}")
        return line

    @staticmethod
    def printed(amount):
        """An amount as hundredths of 万元, halves away from zero."""
        return (amount + 5000) // 10000

    # Files

    def write(self, folder):
        """The lines of both years as CSV in 元, and the stated figures."""
        folder = pathlib.Path(folder)
        header = [
            "unit", "fiscal_year", "fund", "subject_name", "initial_budget", "adjusted_budget", "actual", "reason", "origin",
        ]
        rows = []
        for year, lines in [(self.year - 1, self.earlier), (self.year, self.lines)]:
            for line in lines:
                cells = [line[name] if isinstance(line[name], str) else f"{line[name] / 100:.2f}" for name in ["budget", "adjusted", "actual"]]
                rows.append([self.unit, year, line["fund"], line["path"], *cells, line["reason"], "synthetic"])
        self._save(folder / "lines.csv", header, rows)
        figures = self.figures()
        self._save(folder / "totals.csv", ["measure", "subject", "value", "unit"], figures)
        return figures

    @staticmethod
    def _save(path, header, rows):
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header] + rows)

    # Stated figures

    def figures(self):
        """Figures that lines cannot tell, as printed: rows of measure, subject, value, unit."""
        pick = self.random
        spent = sum(self.printed(line["actual"]) for line in self.lines)
        rows = []

        def money(measure, hundredths, subject=""):
            rows.append([measure, subject, f"{hundredths / 100:.2f}", "wan"])

        def percent(measure, part, whole, subject=""):
            value = rate(part, whole)
            if value is not None:
                rows.append([measure, subject, f"{value / 100:.2f}", "percent"])

        def count(measure, number, counter, subject=""):
            rows.append([measure, subject, str(number), counter])

        other = self.printed(self.amount()) if pick.random() < 0.4 else 0
        closing = self.printed(self.amount()) if pick.random() < 0.4 else 0
        expenditure, opening = spent + other, closing if 0 < closing < spent + other else 0
        total = expenditure + closing
        income = total - opening
        money("income_and_expenditure.amount", total)
        if pick.random() < 0.8:
            before = max(1, int(total * pick.uniform(0.7, 1.4)))
            money("income_and_expenditure.change", total - before)
            percent("income_and_expenditure.change_rate", total - before, before)
        if opening:
            money("opening_balance.amount", opening)
            money("closing_balance.amount", closing)
        elif closing:
            money("closing_balance.amount", closing)
        money("year_income.amount", income)
        for measure, part in [("fiscal_income", spent), ("other_income", income - spent)]:
            if part > 0:
                money(measure + ".amount", part)
                percent(measure + ".share", part, income)
        money("year_expenditure.amount", expenditure)
        general = sum(self.printed(line["actual"]) for line in self.lines if line["fund"] == "general_public_budget")
        basic = int(general * pick.uniform(0.2, 0.8))
        for measure, part in [("basic_expenditure", basic), ("project_expenditure", expenditure - basic)]:
            money(measure + ".amount", part)
            percent(measure + ".share", part, expenditure)
        money("fiscal_income_and_expenditure.amount", spent)
        money("general_public_basic_expenditure.amount", basic)
        personnel = int(basic * pick.uniform(0.4, 0.9))
        money("personnel_expenditure.amount", personnel)
        money("operating_expenditure.amount", basic - personnel)
        money("agency_operating.amount", basic - personnel)
        self.three_public(money, percent, count)
        if pick.random() < 0.8:
            self.procurement(money, percent)
        return rows

    def three_public(self, money, percent, count):
        pick = self.random
        some = lambda chance: self.printed(self.amount() // 50 + 10000) if pick.random() < chance else 0
        abroad, purchase, running, reception = some(0.2), some(0.25), some(0.8), some(0.7)
        vehicles = purchase + running
        total = abroad + vehicles + reception
        budget = total if pick.random() < 0.4 else int(total * pick.uniform(1, 1.6)) + 1
        money("three_public.initial_budget", budget)
        money("three_public.amount", total)
        percent("three_public.rate_on_initial_budget", total, budget)
        for measure, part in [
            ("abroad", abroad), ("official_vehicles", vehicles), ("vehicle_purchase", purchase),
            ("vehicle_running", running), ("reception", reception),
        ]:
            money(measure + ".amount", part)
        held = pick.randint(1, 30) if running else 0
        count("abroad_groups.count", 2 if abroad else 0, "个")
        count("abroad_visits.count", 5 if abroad else 0, "人次")
        count("vehicles_purchased.count", 1 if purchase else 0, "辆")
        count("vehicles_held.count", held, "辆")
        count("reception_batches.count", pick.randint(1, 40) if reception else 0, "批次")
        count("reception_visitors.count", pick.randint(41, 400) if reception else 0, "人次")
        count("asset_vehicles.count", held, "辆")

    def procurement(self, money, percent):
        pick = self.random
        goods, works, services = [self.printed(self.amount()) if pick.random() < 0.7 else 0 for _ in range(3)]
        total = goods + works + services
        if total == 0:
            return
        money("procurement.amount", total)
        money("procurement_goods.amount", goods)
        money("procurement_works.amount", works)
        money("procurement_services.amount", services)
        small = int(total * pick.uniform(0.2, 1))
        money("procurement_small_firms.amount", small)
        percent("procurement_small_firms.share", small, total)
