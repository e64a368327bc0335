#!/usr/bin/env bash
# Lays out what the examples of a command's help name: stage.sh DATA COMMAND, in an empty folder; $JUESUAN is the program.
set -euo pipefail
data=$1
command=$2
ln -s "$data" Data
quietly() { "$JUESUAN" "$@" --quiet >/dev/null; }

# Five years of 青菱街道办事处, a file a year and all together; figures are those of the sample.
python3 - <<'PY'
import csv
import json
import os

os.mkdir("years")
columns = "unit,fiscal_year,fund,subject_code,subject_name,initial_budget,actual,reason,origin".split(",")
rows = []
for year in range(2019, 2024):
    name = f"Data/qingling/{year}-synthetic.csv" if year < 2023 else "Data/qingling/2023-lines.csv"
    with open(name, encoding="utf-8") as file:
        own = [{key: row.get(key, "") for key in columns} | {"unit": "青菱街道办事处"} for row in csv.DictReader(file)]
    rows += own
    with open(f"years/{year}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(own)


def write(name, rows):
    with open(name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def scaled(row, body, factor):
    other = dict(row, unit=body)
    for key in ("initial_budget", "actual"):
        if row[key] not in ("", "unbudgeted"):
            other[key] = f"{float(row[key]) * factor:.2f}"
    return other


write("lines.csv", rows)
write("all-units.csv", [scaled(row, f"第{number}街道办事处", 0.5 + number / 7) for number in range(1, 13) for row in rows])
write("schools.csv", [scaled(row, body, factor) for body, factor in (("某市教育局（本级）", 0.4), ("某市第一小学", 0.6)) for row in rows])
with open("bodies.ndjson", "w", encoding="utf-8") as file:
    for number in (1, 2):
        lines = [{key: value for key, value in scaled(row, "", number).items() if value and key not in ("unit", "reason")} for row in rows]
        file.write(json.dumps({"key": f"第{number}街道办事处", "lines": lines}, ensure_ascii=False) + "\n")
PY
cp Data/baishi/2022-final-accounts.pdf 2022.pdf
cp Data/baishi/2022-final-accounts.pdf 2021.pdf
cp Data/baishi/2023-final-accounts.pdf 2023.pdf
cp 2023.pdf 2023年度部门决算.pdf
mkdir disclosures
cp 2022.pdf 2023.pdf disclosures/
cp Data/qingling/2023-totals.csv totals.csv
printf 'rules:\n  misprint: { enabled: false }\n' >check.yaml
printf 'bodies:\n  - name: 青菱街道办事处\n    aliases: [青菱街道]\n' >bodies.yaml
printf 'year,population,price_index\n2019,52000,100\n2020,52500,102.5\n2021,53100,103.4\n2022,53600,105.5\n2023,54000,105.7\n' >years.csv
printf 'ledger: batch.sqlite\noutput: out\nsources:\n  - {path: years/*.csv, amount_unit: wan}\nsteps: [compare]\n' >nightly.yaml
printf 'ceilings:\n  - {name: 控制数, total: 9000}\nscenarios:\n  - name: 从紧\n    ceilings: [{name: 一般公共预算, total: 7000}]\n' >rules.yaml
printf 'budgeted: {request: expected, growth: -0.02}\n' >policy.yaml
printf 'subject_code,target_year,forecast\n2010301,2024,27000000\n' >mine.csv
for month in 06 09; do
    printf 'unit,subject_code,subject_name,fiscal_year,month,initial_budget,executed_to_date\n青菱街道办事处,2010301,行政运行,2024,%s,2700,%s\n' \
        "${month#0}" $((10#$month * 220)) >"2024-$month.csv"
done
printf 'unit,subject_code,subject_name,fiscal_year,month,initial_budget,executed_to_date\n青菱街道办事处,2010301,行政运行,2023,9,2700,2010\n青菱街道办事处,2010301,行政运行,2023,12,2700,2690\n' >2023.csv

case $command in
    import) exit 0 ;;
    "ledger departments")
        quietly import --amount-unit wan schools.csv
        printf 'bodies:\n  - name: 某市教育局\n    units: [某市教育局（本级）, 某市第一小学]\n' >bodies.yaml ;;
    compare)
        # The totals of both years stand in the text alone.
        sed 's/武汉市洪山区人民政府青菱街道办事处/青菱街道办事处/' Data/qingling/2023-disclosure.txt >2023.txt
        quietly import --amount-unit wan years/20{19,20,21,22}.csv 2023.txt ;;
    *) quietly import --amount-unit wan years/*.csv ;;
esac
case $command in
    progress) python3 - <<'PY'
# The report of execution as a workbook, made without the program under test.
import zipfile
with open("2024-09.csv", encoding="utf-8") as file:
    rows = [line.rstrip("\n").split(",") for line in file]
def cell(text):
    return f"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"
sheet = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
space = "http://schemas.openxmlformats.org"
with zipfile.ZipFile("2024.xlsx", "w") as book:
    book.writestr("[Content_Types].xml", f'<Types xmlns="{space}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
    book.writestr("_rels/.rels", f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" Type="{space}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    book.writestr("xl/workbook.xml", f'<workbook xmlns="{space}/spreadsheetml/2006/main" xmlns:r="{space}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>')
    book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" Type="{space}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
    book.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{space}/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>')
PY
        ;;
    "ledger restore") quietly ledger backup backup-2024-01-31.sqlite ;;
    ledger | "ledger export") rm lines.csv ;;
    forecast) printf '青菱街道办事处,2024,general_public_budget,2010301,一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行,2700.00,,,published\n' >>lines.csv ;;
    check) quietly check --baseline accepted.json --accept --who 李明 --why 已核对 2022.pdf ;;
    "ledger reinstate") quietly ledger remove 3 --why 试 ;;
    "batch status") quietly batch run nightly.yaml; cp batch.sqlite juesuan.sqlite ;;
esac
case $command in
    draft | narrate | progress)
        # Two versions of a draft: what the workbook suggested, and what a person made of it.
        quietly draft --for 2024 --output draft-2024.xlsx
        python3 "$(dirname "$0")/edit-workbook.py" draft-2024.xlsx 7.25 增加 >/dev/null
        quietly draft --apply draft-2024.xlsx --author 王芳 --reason 初稿
        rm draft-2024.xlsx ;;
esac
