"""A made-up body's accounts: figures that agree with each other, the tables of the form, the truth of every cell.

Amounts are counted in hundreds of yuan (0.01万元).
"""

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

SUBJECTS = Path(__file__).resolve().parents[3] / "Data/subjects"
CATEGORIES = ("201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229").split()
ITEMS = ("2010301 2010399 2050201 2060101 2070104 2080501 2080505 2080506 2081105 2101101 2101103 2120101 2120104 "
         "2120501 2130142 2210201 2210202 2240106").split()
PERSONNEL = "30101 30102 30103 30107 30108 30109 30110 30113 30301 30302 30305".split()
OPERATING = "30201 30202 30205 30206 30207 30211 30213 30215 30216 30217 30226 30228 30229 30231 30239 30299 31002".split()
UNITS = ("临江市白石区城市管理局", "平原县水务局", "东湖市教育局", "青山市南湖区档案馆", "新港市人民政府柳林街道办事处",
         "安阳河市机关事务服务中心", "白石市社会福利院")


def subject_names(year):
    names = {}
    for name in ("functional", "economic"):
        with open(SUBJECTS / f"{name}.tsv", encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if int(row["first_year"] or 0) <= year <= int(row["last_year"] or 9999):
                    names.setdefault(row["code"], row["name"])
    return names


def numeral(number):
    digits = " 一二三四五六七八九"
    if number < 10:
        return digits[number]
    return ((digits[number // 10] if number >= 20 else "") + "十" + digits[number % 10]).strip()


def wan(value):
    return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02}"


@dataclass
class Item:
    code: str
    budget: int
    basic: int
    project: int

    @property
    def total(self):
        return self.basic + self.project


class Accounts:
    def __init__(self, seed, items=9):
        draw = random.Random(seed)
        self.unit, self.year = draw.choice(UNITS), draw.randint(2020, 2024)
        self.names = subject_names(self.year)
        self.general = []
        for code in sorted(draw.sample([code for code in ITEMS if code in self.names], items)):
            total = draw.randint(100, draw.choice([9_000, 90_000, 900_000]))
            basic = draw.choice([0, total, draw.randint(0, total)])
            budget = draw.choice([total, total + draw.randint(1, total), max(1, total - draw.randint(1, total // 2))])
            self.general.append(Item(code, budget, basic, total - basic))
        self.general[0].basic += 300_000
        self.general[0].budget += 300_000
        self.economic = []
        rest = sum(item.basic for item in self.general)
        codes = sorted(draw.sample(PERSONNEL, 7) + draw.sample(OPERATING, 9))
        for code in codes[:-1]:
            amount = draw.randint(1, rest // 5)
            rest -= amount
            self.economic.append((code, amount))
        self.economic.append((codes[-1], rest))
        # Budget and actual: abroad, purchase, running, reception.
        self.costs = []
        for index in range(4):
            budget = 0 if index == 0 else draw.randint(10, 5_000)
            self.costs.append((budget, draw.randint(0, budget)))
        self.opening = draw.randint(100, 60_000)
        self.change = draw.randint(100, 50_000)
        self.total = sum(item.total for item in self.general)
        self.basic = sum(item.basic for item in self.general)
        self.project = self.total - self.basic
        self.personnel = sum(amount for code, amount in self.economic if code[:3] in ("301", "303"))

    def tree(self):
        sums = {}
        for item in self.general:
            for length in (3, 5, 7):
                code = item.code[:length]
                sums.setdefault(code, Item(code, 0, 0, 0))
                sums[code].basic += item.basic
                sums[code].project += item.project
        return [sums[code] for code in sorted(sums)]

    def economic_tree(self):
        sums = dict(self.economic)
        for code, amount in self.economic:
            sums[code[:3]] = sums.get(code[:3], 0) + amount
        return sorted(sums.items())


@dataclass
class Cell:
    text: str
    kind: str = "label"  # head, label, code, amount
    columns: int = 1
    rows: int = 1


@dataclass
class Table:
    kind: str
    title: str
    mark: str
    widths: list
    landscape: bool = False
    header: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    truth: list = field(default_factory=list)


@dataclass
class Form:
    """How the tables are printed; each is something in which bodies differ."""
    codes: str = "one"  # one column, or split: 类 款 项
    zero: str = "blank"  # blank, dash, zero
    grouping: bool = False
    yuan: bool = False
    indents: bool = False
    line_numbers: bool = False
    column_numbers: bool = False
    tiers: bool = True  # merged headers
    total_last: bool = False
    costs: str = "pairs"  # pairs, halves, list
    basic: str = "two"  # two or three groups beside one another, or one list


def head(text, columns=1, rows=1):
    return Cell(text, "head", columns, rows)


class FormTables:
    def __init__(self, accounts, form):
        self.a, self.form = accounts, form

    def tables(self):
        return [self.overall(), self.income(), self.expenditure(), self.fiscal(), self.general(), self.basic(),
                self.public(), self.empty_fund("government_fund", "政府性基金预算", "公开08表"),
                self.empty_fund("state_capital", "国有资本经营预算", "公开09表")]

    def amount(self, table, value, label, role, side="", code=""):
        if value == 0 and self.form.zero != "zero":
            return Cell({"blank": "", "dash": "-"}[self.form.zero], "amount")
        table.truth.append([table.kind, side, code, label, role, wan(value)])
        text = f"{value * 100}.00" if self.form.yuan else wan(value)
        if self.form.grouping:
            whole, decimals = text.split(".")
            text = f"{int(whole):,}.{decimals}"
        return Cell(text, "amount")

    # Two-sided tables

    def spending(self, roles):
        entries = []
        for index, category in enumerate(CATEGORIES):
            value = sum(item.total for item in self.a.general if item.code.startswith(category))
            entries.append((f"{numeral(index + 1)}、{self.a.names[category]}", [value, value, 0, 0][:len(roles)]))
        return entries

    def sides(self, table, left, right, ends, roles):
        body = max(len(left), len(right))
        pairs = [(left[i] if i < len(left) else None, right[i] if i < len(right) else None) for i in range(body)] + ends
        for line, (first, second) in enumerate(pairs):
            row = []
            for entry, side, names, number in ((first, "income", ["amount"], line + 1),
                                               (second, "expenditure", roles, line + 1 + len(pairs))):
                numbers = [Cell(str(number) if entry else "", "code")] if self.form.line_numbers else []
                row += [Cell(entry[0] if entry else "")] + numbers
                for index, role in enumerate(names):
                    row.append(self.amount(table, entry[1][index], entry[0], role, side) if entry else Cell("", "amount"))
            table.rows.append(row)

    def side_header(self, table, amounts):
        numbers = [head("行次")] if self.form.line_numbers else []
        table.header = [[head("收入", 2 + len(numbers)), head("支出", 1 + len(numbers) + len(amounts))],
                        [head("项目")] + numbers + [head("决算数"), head("项目")] + numbers + [head(word) for word in amounts]]

    def overall(self):
        wide = [28, 6, 16] if self.form.line_numbers else [30, 18]
        table = Table("income_and_expenditure", "收入支出决算总表", "公开01表", wide * 2)
        self.side_header(table, ["决算数"])
        words = ("一般公共预算财政拨款收入 政府性基金预算财政拨款收入 国有资本经营预算财政拨款收入 上级补助收入 事业收入 经营收入 "
                 "附属单位上缴收入 其他收入").split()
        left = [(f"{numeral(i + 1)}、{word}", [self.a.total if i == 0 else 0]) for i, word in enumerate(words)]
        total, opening = self.a.total, self.a.opening
        ends = [(("本年收入合计", [total]), ("本年支出合计", [total])), (("使用非财政拨款结余", [0]), ("结余分配", [0])),
                (("年初结转和结余", [opening]), ("年末结转和结余", [opening])),
                (("总计", [total + opening]), ("总计", [total + opening]))]
        self.sides(table, left, self.spending(["amount"]), ends, ["amount"])
        table.notes = ["注：本表反映部门本年度的总收支和年末结转结余情况。"]
        return table

    def fiscal(self):
        numbers = [5] if self.form.line_numbers else []
        table = Table("fiscal_income_and_expenditure", "财政拨款收入支出决算总表", "公开04表",
                      [24] + numbers + [13, 24] + numbers + [13, 13, 13, 13], landscape=True)
        funds = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
        self.side_header(table, ["合计"] + funds)
        roles = ["total", "general_public_budget", "government_fund", "state_capital"]
        total = self.a.total
        left = [(f"{numeral(i + 1)}、{word}", [total if i == 0 else 0]) for i, word in enumerate(funds)]
        ends = [(("本年收入合计", [total]), ("本年支出合计", [total, total, 0, 0])),
                (("年初财政拨款结转和结余", [0]), ("年末财政拨款结转和结余", [0, 0, 0, 0])),
                (("总计", [total]), ("总计", [total, total, 0, 0]))]
        self.sides(table, left, self.spending(roles), ends, roles)
        return table

    # Tables of subjects

    def code_width(self):
        return 3 if self.form.codes == "split" else 1

    def subject_table(self, kind, title, mark, columns, tiered=()):
        """`columns` are plain amounts, or (roof, parts)."""
        width = self.code_width()
        count = sum(len(column[1]) if isinstance(column, tuple) else 1 for column in columns)
        codes = [7, 6, 6] if width == 3 else [11]
        table = Table(kind, title, mark, codes + [30] + [14] * count, landscape=count > 3)
        deep = any(isinstance(column, tuple) for column in columns) or width == 3 or self.form.tiers
        depth = 2 if deep else 1
        rows = [[] for _ in range(depth)]
        if width == 3:
            rows[0] += [head("功能分类科目编码", 3), head("科目名称", 1, 2)]
            rows[1] += [head("类"), head("款"), head("项")]
        elif depth == 2:
            rows[0].append(head("项目", 2))
            rows[1] += [head("功能分类科目编码"), head("科目名称")]
        else:
            rows[0] += [head("功能分类科目编码"), head("科目名称")]
        for column in columns:
            if isinstance(column, tuple):
                rows[0].append(head(column[0], len(column[1])))
                rows[1] += [head(part) for part in column[1]]
            else:
                rows[0].append(head(column, 1, depth))
        table.header = rows
        if self.form.column_numbers:
            table.header.append([head("栏次", width + 1)] + [head(str(i + 1)) for i in range(count)])
        return table

    def fill(self, table, values, roles):
        """`values` gives the amounts of a row of the tree."""
        width = self.code_width()
        total = Item("", 0, self.a.basic, self.a.project)

        def sum_row():
            return [Cell("合计", "head", width + 1)] + [
                self.amount(table, value, "合计", role) for value, role in zip(values(total), roles)]

        if not self.form.total_last:
            table.rows.append(sum_row())
        for item in self.a.tree():
            code, name = item.code, self.a.names[item.code]
            indent = "　" * ((len(code) - 3) // 2) if self.form.indents else ""
            parts = [code[0:3], code[3:5], code[5:7]] if width == 3 else [code]
            table.rows.append([Cell(part, "code") for part in parts] + [Cell(indent + name)] + [
                self.amount(table, value, name, role, code=code) for value, role in zip(values(item), roles)])
        if self.form.total_last:
            table.rows.append(sum_row())

    def income(self):
        table = self.subject_table("income", "收入决算表", "公开02表", [
            "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"])
        roles = ("total fiscal_income superior_subsidy_income business_income commercial_income affiliate_income "
                 "other_income").split()
        self.fill(table, lambda item: [item.total, item.total, 0, 0, 0, 0, 0], roles)
        return table

    def expenditure(self):
        table = self.subject_table("expenditure", "支出决算表", "公开03表", [
            "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"])
        self.fill(table, lambda item: [item.total, item.basic, item.project], ["total", "basic", "project"])
        for row in table.rows:
            row += [Cell("", "amount") for _ in range(3)]
        return table

    def general(self):
        columns = [("本年支出", ["合计", "基本支出", "项目支出"])] if self.form.tiers else ["合计", "基本支出", "项目支出"]
        table = self.subject_table("general_public_expenditure", "一般公共预算财政拨款支出决算表", "公开05表", columns)
        self.fill(table, lambda item: [item.total, item.basic, item.project], ["total", "basic", "project"])
        return table

    def empty_fund(self, kind, what, mark):
        table = self.subject_table(kind, f"{what}财政拨款收入支出决算表", mark, [
            "年初结转和结余", "本年收入", ("本年支出", ["小计", "基本支出", "项目支出"]), "年末结转和结余"])
        table.rows.append([Cell("合计", "head", self.code_width() + 1)] + [Cell("", "amount") for _ in range(6)])
        table.notes = [f"注：{self.a.unit}{self.a.year}年度没有{what}财政拨款收入和支出，故本表无数据。"]
        return table

    # Basic expenditure, public costs

    def basic(self):
        table = Table("basic_expenditure", "一般公共预算财政拨款基本支出决算表", "公开06表", [], landscape=self.form.basic != "list")
        tree = self.a.economic_tree()
        personnel = [pair for pair in tree if pair[0][:3] in ("301", "303")]
        operating = [pair for pair in tree if pair not in personnel]
        half = (len(operating) + 1) // 2
        groups = [personnel, operating] if self.form.basic == "two" else [personnel, operating[:half], operating[half:]]
        if self.form.basic == "three":
            table.header.append([head("人员经费", 3), head("公用经费", 6)])
        table.header.append([head(word) for _ in groups for word in ("经济分类科目编码", "科目名称", "决算数")])
        table.widths = [10, 24, 14] * len(groups)
        for index in range(max(map(len, groups))):
            row = []
            for group in groups:
                if index < len(group):
                    code, value = group[index]
                    name = self.a.names[code]
                    row += [Cell(code, "code"), Cell(name), self.amount(table, value, name, "amount", code=code)]
                else:
                    row += [Cell("", "code"), Cell(""), Cell("", "amount")]
            table.rows.append(row)
        ends = [("人员经费合计", self.a.personnel), ("公用经费合计", self.a.basic - self.a.personnel)]
        table.rows.append([cell for (label, value), reach in zip(ends, (2, 2 if len(groups) == 2 else 5))
                           for cell in (Cell(label, "head", reach), self.amount(table, value, label, "amount"))])
        return table

    def public(self):
        table = Table("three_public", "财政拨款“三公”经费支出决算表", "公开07表", [10] * 12, landscape=True)
        abroad, purchase, running, reception = self.a.costs
        vehicles = tuple(map(sum, zip(purchase, running)))
        values = [tuple(map(sum, zip(abroad, vehicles, reception))), abroad, vehicles, purchase, running, reception]
        names = ["three_public", "abroad", "vehicles", "vehicle_purchase", "vehicle_running", "reception"]

        def cell(index, part):
            return self.amount(table, values[index][part], "合计", names[index] + ("_budget", "_actual")[part])

        if self.form.costs == "list":
            table.landscape, table.widths = False, [40, 20, 20]
            table.header = [[head("项目"), head("预算数"), head("决算数")]]
            labels = ("合计 1.因公出国（境）费 2.公务用车购置及运行维护费 （1）公务用车购置费 （2）公务用车运行维护费 3.公务接待费").split()
            table.rows = [[Cell(label), cell(index, 0), cell(index, 1)] for index, label in enumerate(labels)]
        elif self.form.costs == "pairs":
            table.header = [[head("合计", 2, 2), head("因公出国（境）费", 2, 2), head("公务用车购置及运行维护费", 6),
                             head("公务接待费", 2, 2)],
                            [head("小计", 2), head("公务用车购置费", 2), head("公务用车运行维护费", 2)],
                            [head(word) for _ in range(6) for word in ("预算数", "决算数")]]
            table.rows = [[cell(index, part) for index in range(6) for part in (0, 1)]]
        else:
            table.header = [[head("预算数", 6), head("决算数", 6)],
                            [head("合计", 1, 2), head("因公出国（境）费", 1, 2), head("公务用车购置及运行维护费", 3),
                             head("公务接待费", 1, 2)] * 2,
                            [head("小计"), head("公务用车购置费"), head("公务用车运行维护费")] * 2]
            table.rows = [[cell(index, part) for part in (0, 1) for index in range(6)]]
        return table
