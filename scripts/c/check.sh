#!/usr/bin/env bash
# Compiles the examples of the C interface against a library and runs them, under valgrind too where it is installed:
# scripts/c/check.sh LIBRARY [FOLDER], where FOLDER keeps the programs. LIBRARY is .build/debug/libCJuesuan.so or what build.sh made.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
library=$(realpath "$1")
folder=${2:-$(mktemp -d)}
[ $# -gt 1 ] || trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder"
# valgrind 3.19 cannot read what Swift writes for debuggers.
strip --strip-debug -o "$folder/libjuesuan.so.0" "$library"
ln -sf libjuesuan.so.0 "$folder/libjuesuan.so"

shown=$(nm -D --defined-only --extern-only "$library" | awk '{ print $3 }' | sed 's/@.*//' | sort | tr '\n' ' ')
declared=$(grep -oE '^(int32_t|size_t|void|const char \*|juesuan_model \*)?.*\bjuesuan_[a-z_]+\(' "$root/Sources/JuesuanHeader/juesuan.h" \
    | grep -v '^ \*' | grep -oE 'juesuan_[a-z_]+\($' | tr -d '(' | sort | tr '\n' ' ')
[ "$(echo "$shown" | tr ' ' '\n' | grep -v '^JUESUAN_' | tr '\n' ' ' | xargs)" = "$(echo "$declared" | xargs)" ] \
    || { echo "check: the library shows $shown, the header declares $declared" >&2; exit 1; }
readelf -d "$library" | grep -q 'soname: \[libjuesuan.so.0\]' || { echo "check: the soname is not libjuesuan.so.0" >&2; exit 1; }

for source in "$here"/examples/*.c; do
    program=$folder/$(basename "$source" .c)
    cc -std=gnu11 -Wall -Wextra -Werror -O1 -g -I"$root/Sources/JuesuanHeader" "$source" -o "$program" \
        -L"$folder" -ljuesuan -Wl,-rpath,"$folder" -lpthread -lm
done
# The header is C++ too.
echo '#include <juesuan.h>' | c++ -std=c++17 -Wall -Wextra -Werror -fsyntax-only -I"$root/Sources/JuesuanHeader" -x c++ -
run() {
    echo "== $*"
    "$@" || { echo "check: $* ended with $?" >&2; exit 1; }
}
under() {
    run valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect "$@"
}
for name in forecast anomalies arrow errors; do run "$folder/$name"; done
run "$folder/threads" "$root/Models/small-bodies.json"
if command -v valgrind >/dev/null; then
    for name in ${VALGRIND:-forecast anomalies arrow errors}; do
        under "$folder/$name" >/dev/null
        echo "check: $name is clean under valgrind"
    done
fi
