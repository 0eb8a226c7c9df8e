#!/usr/bin/env bash
# How long it takes from the start of the packaged program to a window that can be used, with its ahead-of-time cache and without it, in turns, each
# warm: build.sh --image-only, then
#
#   jpackage/launch-time.sh [RUNS]        (7; the first start, which makes the desk, does not count)
#
# IMAGE is another image than the one that was made last. Says what else the machine does, because that decides as much.
set -euo pipefail
runs=${1:-7}
image=${IMAGE:-$(dirname "${BASH_SOURCE[0]}")/target/Sextant}
if [[ -z ${DISPLAY:-} ]]; then
    command -v xvfb-run >/dev/null || {
        printf 'launch-time.sh: there is no display and no xvfb-run\n' >&2
        exit 1
    }
    exec xvfb-run --auto-servernum --server-args='-screen 0 1920x1080x24' "${BASH_SOURCE[0]}" "$@"
fi
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

# Milliseconds of one start.
start() {
    JAVA_TOOL_OPTIONS=${1:-} "$image/bin/Sextant" --data "$data" run --exit-when-ready 2>/dev/null |
        sed -n 's/^window ready after \([0-9]*\) ms$/\1/p'
}

median() {
    sort -n | awk '{ a[NR] = $1 } END { print (NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2) }'
}

start >/dev/null
with=() without=()
for ((i = 0; i < runs; i++)); do
    with+=("$(start)")
    without+=("$(start -XX:AOTMode=off)")
done
m_with=$(printf '%s\n' "${with[@]}" | median)
m_without=$(printf '%s\n' "${without[@]}" | median)
printf 'with the cache     %s   median %s ms\n' "${with[*]}" "$m_with"
printf 'without            %s   median %s ms\n' "${without[*]}" "$m_without"
awk -v a="$m_without" -v b="$m_with" 'BEGIN { printf "ratio              %.2f\n", a / b }'
printf 'load               %s on %s processors\n' "$(cut -d' ' -f1-3 /proc/loadavg)" "$(nproc)"
