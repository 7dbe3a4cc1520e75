# Sourced by the scripts of ci/: places, messages, comparisons.
# shellcheck shell=bash
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/groovebench
TOOLROOT=${TOOLROOT:-$cache/tools}
BUILDROOT=${BUILDROOT:-$checkout/build}
export checkout cache TOOLROOT BUILDROOT

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -1)" = "$2" ]; }   # at_least A B: A >= B
sha256() { if have sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
sha256_of() { sha256 "$1" | cut -d' ' -f1; }

# cores: how many jobs to run at once
cores() { getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; }

# write_file PATH: standard input becomes PATH, whole or not at all; a file that says the same already keeps its date
write_file() {
  local part
  part=$(mktemp "$1.XXXXXX")
  cat > "$part"
  chmod 644 "$part"
  if cmp -s "$part" "$1"; then rm "$part"; else mv "$part" "$1"; fi
}

# use_tools: what ci/setup has found, on PATH and in the environment
use_tools() {
  [ -r "$TOOLROOT/env" ] || die "nothing is set up yet: run ./ci/setup"
  # shellcheck disable=SC1091
  . "$TOOLROOT/env"
}
