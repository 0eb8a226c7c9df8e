#!/bin/sh
# Makes a Debian 12 machine run Sextant's engine as a service: its user, its folders, its configuration and its unit. Run it again after an
# update or when in doubt: what is there and good stays as it is, a configuration that you changed above all.
#
#   sudo ./install.sh --host desk.example.org
#
# --root DIR installs below DIR instead of /, for packagers and tests.
set -eu

root=""
hosts=""
while [ $# -gt 0 ]; do
    case "$1" in
        --root) root="${2:?--root needs a folder}"; shift 2 ;;
        --host) hosts="$hosts --host ${2:?--host needs a name}"; shift 2 ;;
        --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) echo "install.sh: $1 is not known. Try --help." >&2; exit 2 ;;
    esac
done

here=$(cd "$(dirname "$0")" && pwd)
user=sextant
program=/opt/sextant/bin/sextant-cli
config=$root/etc/sextant
data=$root/var/lib/sextant
units=$root/etc/systemd/system

say() { echo "install.sh: $*"; }

fail() { echo "install.sh: $*" >&2; exit 1; }

if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
    fail "this needs root: sudo $0"
fi
[ -x "$root$program" ] || fail "the engine is not installed at $root$program. First: apt install ./sextant_VERSION_amd64.deb"

if id -u "$user" >/dev/null 2>&1; then
    say "the user $user is there"
else
    useradd --system --home-dir /var/lib/sextant --shell /usr/sbin/nologin "$user"
    say "made the user $user"
fi

install -d -m 0755 "$units"
install -d -m 0750 -o root -g "$user" "$config"
install -d -m 0700 -o "$user" -g "$user" "$data"

if [ -e "$config/engine.yaml" ]; then
    say "kept $config/engine.yaml"
else
    install -m 0640 -o root -g "$user" "$here/engine.yaml" "$config/engine.yaml"
    say "wrote $config/engine.yaml"
fi

if cmp -s "$here/sextant-engine.service" "$units/sextant-engine.service"; then
    say "the unit is as it should be"
else
    install -m 0644 "$here/sextant-engine.service" "$units/sextant-engine.service"
    systemctl daemon-reload
    say "wrote the unit"
fi

if [ -e "$data/server/server.crt.pem" ]; then
    say "kept the engine's certificates"
elif [ -n "$hosts" ]; then
    # The names were split on purpose: each is an argument of its own.
    # shellcheck disable=SC2086
    runuser -u "$user" -- "$root$program" --data "$data" engine certificates make $hosts
else
    say "no certificates yet: run this again with --host and the name by which windows reach this machine"
    exit 0
fi

if systemctl is-enabled --quiet sextant-engine; then
    say "the service is enabled"
else
    systemctl enable sextant-engine
    say "enabled the service"
fi
say "start it with: systemctl restart sextant-engine; look at it with: journalctl -u sextant-engine -f"
