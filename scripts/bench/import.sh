#!/usr/bin/env bash
# Importing account lines from CSV, beside the sqlite3 shell's .import in the same run; then what a ledger of that size
# takes to verify, back up and export. LINES is the number of lines, 1,000,000 by default.
#
# The shell is measured twice: reading the very same CSV into a table of its columns, and reading the ledger's own
# rows (ids instead of names, whole 分 instead of decimals) into the ledger's own table. It checks nothing, resolves no
# units or subjects and takes no digest. The bound is six tenths of its speed in either case.
set -euo pipefail
cd "$(dirname "$0")/../.."
lines=${LINES:-1000000}
command -v sqlite3 >/dev/null || { echo "import: sqlite3 is not installed (apt: sqlite3)" >&2; exit 69; }
swift build --configuration release --product juesuan >&2
juesuan=$PWD/$(realpath --relative-to=. "$(swift build --configuration release --show-bin-path)")/juesuan
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

awk -v lines="$lines" 'BEGIN {
    print "unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason"
    for (i = 0; i < lines; i++) {
        base = (i * 7919) % 1000003 * 3.17
        printf "第%d街道办事处,%d,general_public_budget,%d,一般公共服务支出/第%d款/第%d项,%s,%.2f,%.2f,%.2f,%.2f,%s\n",
            i / 1000, 2014 + int(i % 1000 / 100), 2010101 + i % 100, i % 100 / 10, i % 100,
            i % 7 ? sprintf("%.2f", base) : "unbudgeted", base * 1.02, base * 1.05, base * 0.6, base * 0.45,
            i % 5 ? "" : "主要原因是人员增加"
    }
}' > lines.csv

seconds() {
    local from to
    from=$(date +%s.%N)
    "$@" >/dev/null 2>"$work/errors" || { cat "$work/errors" >&2; exit 1; }
    to=$(date +%s.%N)
    echo "$to - $from" | bc
}

best() {
    local least=
    for _ in 1 2 3; do
        rm -f shell.sqlite* ledger.sqlite*
        local time; time=$(seconds "$@")
        if [ -z "$least" ] || [ "$(echo "$time < $least" | bc)" = 1 ]; then least=$time; fi
    done
    echo "$least"
}

shell_flat() {
    sqlite3 shell.sqlite <<'SQL'
CREATE TABLE lines (unit TEXT, fiscal_year INTEGER, fund TEXT, subject_code TEXT, subject_name TEXT, initial_budget,
    adjusted_budget REAL, actual REAL, basic REAL, project REAL, reason TEXT);
.mode csv
.import --skip 1 lines.csv lines
SQL
}
shell_rows() {
    sqlite3 shell.sqlite <<SQL
$(cat schema.sql)
.mode csv
.import rows.csv account_line
SQL
}
import() { "$juesuan" import --ledger ledger.sqlite --amount-unit yuan lines.csv; }

ours=$(best import)
cp ledger.sqlite measured.sqlite
sqlite3 measured.sqlite -csv "SELECT * FROM account_line" > rows.csv
# Without STRICT: the shell has no way to say NULL, and STRICT refuses its empty text in a column of integers.
sqlite3 measured.sqlite ".schema account_line" | sed 's/) STRICT/)/' > schema.sql
flat=$(best shell_flat)
rows=$(best shell_rows)
verify=$(seconds "$juesuan" ledger verify --ledger measured.sqlite)
backup=$(seconds "$juesuan" ledger backup --ledger measured.sqlite copy.sqlite)
export=$(seconds "$juesuan" ledger export --ledger measured.sqlite --output out.csv)

awk -v lines="$lines" -v ours="$ours" -v flat="$flat" -v rows="$rows" -v verify="$verify" -v backup="$backup" \
    -v export="$export" -v csv="$(stat -c %s lines.csv)" -v ledger="$(stat -c %s measured.sqlite)" '
    BEGIN {
        printf "%d lines, best of 3\n", lines
        printf "juesuan import                 %6.2f s   ledger of %.0f MB from %.0f MB of CSV\n", ours, ledger / 1e6, csv / 1e6
        printf "sqlite3 .import, same CSV      %6.2f s   speed of ours to its: %.2f (bound 0.60)\n", flat, flat / ours
        printf "sqlite3 .import, same table    %6.2f s   speed of ours to its: %.2f (bound 0.60)\n", rows, rows / ours
        printf "ledger verify                  %6.2f s\n", verify
        printf "ledger backup                  %6.2f s\n", backup
        printf "ledger export, CSV             %6.2f s\n", export
        exit flat / ours < 0.6 || rows / ours < 0.6
    }'
