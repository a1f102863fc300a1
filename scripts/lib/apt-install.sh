#!/bin/sh
# Installs Debian packages as root and leaves no service behind that they would start or enable.
# POLICY and LOG may be set from outside, for trying it out without touching the machine.
set -eu
POLICY=${POLICY:-/usr/sbin/policy-rc.d}
KEPT=$POLICY.before-tanggap112
export DEBIAN_FRONTEND=noninteractive

# Debian asks policy-rc.d before it starts a service; 101 means "do not". A machine's own policy comes back at the end,
# also one that an interrupted run before us kept.
restore() {
  if [ -e "$KEPT" ]; then mv -f "$KEPT" "$POLICY"; else rm -f "$POLICY"; fi
}
if [ -e "$POLICY" ] && [ ! -e "$KEPT" ]; then mv "$POLICY" "$KEPT"; fi
trap restore EXIT
trap 'exit 130' INT TERM HUP
printf '#!/bin/sh\nexit 101\n' > "$POLICY"
chmod 755 "$POLICY"

# A fresh machine may be busy with its own updates: wait for it. Old package lists are better than none.
if ! apt-get -qq -o DPkg::Lock::Timeout=300 update; then echo 'The package lists could not be refreshed.' >&2; fi
apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@"

# Starting is one thing, being enabled for the next boot another: the package does that by itself.
for package in "$@"; do
  if [ "$package" = redis-server ]; then
    if command -v systemctl > /dev/null; then systemctl --quiet disable redis-server.service; fi
    if command -v update-rc.d > /dev/null; then update-rc.d redis-server disable > /dev/null; fi
  fi
done
