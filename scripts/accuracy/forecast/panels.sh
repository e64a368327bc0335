# Unpacks the panels of a folder into a temporary one, named by $panels, that goes with the script.
unpack() {
    local from=$1 pair
    panels=$(mktemp -d)
    trap 'rm -rf "$panels"' EXIT
    for pair in israel-state-budget-1992-2003:israel navarra:navarra phila:phila ukraine:ukraine; do
        [ -r "$from/${pair%%:*}.csv.gz" ] || {
            echo "$from/${pair%%:*}.csv.gz: not found; name the folder that Data/README.md tells of" >&2
            exit 66
        }
        gzip -dc "$from/${pair%%:*}.csv.gz" >"$panels/${pair##*:}.csv"
    done
}
