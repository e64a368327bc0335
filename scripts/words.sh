# For the scripts that a person meets: `. scripts/words.sh` gives `tell NAME 中文 ENGLISH`, which says one of both on standard error, in the
# language that juesuan itself would choose.
case ${JUESUAN_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
    en*) tell() { echo "$1: $3" >&2; } ;;
    *) tell() { echo "$1：$2" >&2; } ;;
esac
