#!/usr/bin/env bash
# The main job on the samples: scripts/main-job.sh [FOLDER], default out.
# Reads the accounts of a street office (2023, and four synthetic years before) and two years of an invented bureau as PDFs;
# compares, flags, forecasts, reports and drafts, forecasts a real national budget and holds that against what was spent, and
# checks the bureau's last year, in which slips were planted. Ends with a screen of what came out and what to do next.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-out}
juesuan=${JUESUAN:-$root/.build/release/juesuan}
data=Data
[ -d $data/baishi ] || data=$root/Data
office=$data/qingling
bureau=$data/baishi

case ${JUESUAN_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
    en*) words() { echo "$2"; } ;;
    *) words() { echo "$1"; } ;;
esac
step() { words "main-job：$1" "main job: $2" >&2; }

mkdir -p "$out"
rm -f "$out"/{juesuan,bureau}.sqlite{,-wal,-shm}
step "1/5 读入样例：街道办事处五年（2023 年真实，其余合成），文旅局两年（虚构，PDF）" \
    "1/5 reading the samples: five years of a street office (2023 real, the others synthetic), two of an invented bureau (PDF)"
"$juesuan" import --quiet --ledger "$out/juesuan.sqlite" --amount-unit wan --output "$out/import.txt" \
    "$office/2023-disclosure.txt" "$office"/*-synthetic.csv
"$juesuan" import --quiet --ledger "$out/bureau.sqlite" --output "$out/import-bureau.txt" "$bureau"/*.pdf

step "2/5 用 1992–2002 年预测以色列 2003 年国家预算（真实数据），并与执行数比较" \
    "2/5 forecasting the national budget of Israel for 2003 from 1992 to 2002 (real), and holding it against what was spent"
"$juesuan" backtest --input "$data/israel/budget-1992-2003.csv" --amount-unit none --scheme prefix:4,6 --from 2003 --to 2003 \
    --metric wape mdape coverage80 coverage95 --forecasts "$out/israel-forecast-2003.xlsx" --output "$out/israel-backtest-2003.txt"

step "3/5 比较、找异常、预测，写报告" "3/5 comparing, flagging, forecasting, writing the report"
step "4/5 编制 2024 年预算草案" "4/5 drafting the budget of 2024"
step "5/5 检查文旅局 2023 年决算（有意写错四处）" "5/5 checking the bureau's accounts of 2023 (four slips were planted)"
echo >&2
"$juesuan" report --ledger "$out/juesuan.sqlite" --year 2023 --folder "$out" --check "$office/2023-disclosure.txt"
"$juesuan" draft --ledger "$out/juesuan.sqlite" --for 2024 --output "$out/draft-2024.xlsx"
echo
findings=0
"$juesuan" check --ledger "$out/bureau.sqlite" --output "$out/check-2023.txt" "$bureau/2023-final-accounts.pdf" || findings=$?
[ $findings -le 1 ] || exit $findings
# How many there are, and the first two.
awk -v RS= -v ORS='\n\n' 'NR <= 3' "$out/check-2023.txt"
"$juesuan" report --ledger "$out/bureau.sqlite" --year 2023 --output "$out/bureau.html" --check "$bureau/2023-final-accounts.pdf"
words "接下来" "What next"
words "  其余检查结果在 $out/check-2023.txt，国家预算的预测与实际在 $out/israel-backtest-2003.txt" \
    "  the other findings are in $out/check-2023.txt, the national budget's forecast and actual in $out/israel-backtest-2003.txt"
words "  浏览器打开 $out/report.html 和 $out/bureau.html；表格软件打开 $out/draft-2024.xlsx，调整后用" \
    "  open $out/report.html and $out/bureau.html in a browser, $out/draft-2024.xlsx in a spreadsheet program; adjust it, then"
words "    juesuan draft --ledger $out/juesuan.sqlite --apply $out/draft-2024.xlsx --author 姓名" \
    "    juesuan draft --ledger $out/juesuan.sqlite --apply $out/draft-2024.xlsx --author NAME"
words "  换成自己的文件：juesuan check 2023.pdf；juesuan import 2022.pdf 2023.pdf；juesuan report --folder out" \
    "  with documents of your own: juesuan check 2023.pdf; juesuan import 2022.pdf 2023.pdf; juesuan report --folder out"
words "  还缺什么：juesuan doctor；手册：docs/zh-CN/README.md" \
    "  what is missing: juesuan doctor; the handbook: docs/handbook/README.md"
