# The packages of the system: everything that needs root is in this file, and says so before it starts.
# shellcheck shell=bash

# A system package is named by the command or file that shows it is there.
# Debian 12 (run), Debian 13 and Ubuntu 24.04 (not run) call them all the same, but for Ubuntu's Chromium.
system_packages="
git                 git
python3             python3
make                make
xz                  xz-utils
curl                curl
cmake               cmake
ninja               ninja-build
clang++-19          clang-19
ld.lld-19           lld-19
llvm-symbolizer-19  llvm-19
clang-format-19     clang-format-19
clang-tidy-19       clang-tidy-19
/usr/lib/llvm-19/include/c++/v1/format              libc++-19-dev
/usr/lib/llvm-19/lib/libc++abi.a                    libc++abi-19-dev
/usr/lib/llvm-19/lib/clang/19/include/fuzzer        libclang-rt-19-dev
brotli              brotli
ccache              ccache
chromium            chromium
/etc/ssl/certs/ca-certificates.crt                  ca-certificates
"

is_there() { case $1 in /*) [ -e "$1" ] ;; *) have "$1" ;; esac; }

missing_packages() {
  local shows package
  while read -r shows package; do
    [ -n "$shows" ] || continue
    [ "$package" != chromium ] || [ -z "${GROOVEBENCH_CHROMIUM:-}" ] || continue
    is_there "$shows" || echo "$package"
  done <<<"$system_packages"
  newest_node >/dev/null || have npm || printf 'nodejs\nnpm\n'
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo; then sudo "$@"
  else die "this step needs root, and there is no sudo. As root: $*"
  fi
}

# shellcheck disable=SC1091
system_id() { (. /etc/os-release 2>/dev/null && echo "${ID:-} ${VERSION_ID:-}") || true; }

# What a system without apt has to bring along.
check_by_hand() {
  local need=()
  have cmake && at_least "$(cmake --version | sed -n '1s/[^0-9]*//p')" 3.25 || need+=("CMake 3.25 or newer")
  have ninja || need+=(Ninja)
  find_clang >/dev/null || need+=("clang 19 with libc++ and lld")
  have python3 || need+=("Python 3.10 or newer")
  { have node && have npm; } || need+=("Node 20 or newer with npm")
  [ -n "$(find_chromium)" ] || need+=("Chromium (or set GROOVEBENCH_CHROMIUM to its program; only the tests need it)")
  [ ${#need[@]} = 0 ] || {
    local IFS=,
    die "install emsdk, CMake, Ninja, clang and Node, then run this again; still missing here: ${need[*]}"
  }
}

get_system() {
  local missing
  if ! have apt-get; then check_by_hand; return; fi
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  case $(system_id) in
    ubuntu*)
      say "Ubuntu: this way is written, but has not been run"
      if grep -qx chromium <<<"$missing"; then
        die "Ubuntu's chromium package is a snap, which the tests cannot drive: install a Chromium or Chrome by other means and set GROOVEBENCH_CHROMIUM to its program"
      fi ;;
  esac
  # shellcheck disable=SC2086
  set -- $missing
  say "needs root now, for packages of the system: apt-get update; apt-get install --no-install-recommends $*"
  as_root apt-get -qq update || die "apt-get update failed"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >"$TOOLROOT/apt.log" 2>&1 </dev/null || {
    tail -20 "$TOOLROOT/apt.log" >&2
    die "apt could not install these. Debian 12 or newer and Ubuntu 24.04 have all of them; elsewhere install emsdk, CMake, Ninja, clang 19 with libc++ and lld, and Node 20"
  }
}

# ---------------------------------------------------------------- what is used of it
find_clang() {   # prints the version suffix: "-19", or nothing where plain clang++ is new enough
  local version
  if have clang++-19; then echo -19; return; fi
  have clang++ || return 1
  version=$(clang++ -dumpversion 2>/dev/null) || return 1
  at_least "$version" 18 && echo ""
}

find_chromium() {
  local name
  if [ -n "${GROOVEBENCH_CHROMIUM:-}" ]; then echo "$GROOVEBENCH_CHROMIUM"; return; fi
  for name in chromium chromium-browser google-chrome "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if have "$name"; then command -v "$name"; return; fi
  done
}

get_native() {
  local suffix link=""
  suffix=$(find_clang) || die "no clang: install clang 19 with libc++ and lld"
  if ! have clang++-19; then say "clang $(clang++ -dumpversion) is used; tested is 19"; fi
  if have "ld.lld$suffix"; then link="-fuse-ld=lld$suffix"; fi
  write_file "$TOOLROOT/env.native" <<ENV
export GROOVEBENCH_CC='clang$suffix' GROOVEBENCH_CXX='clang++$suffix' GROOVEBENCH_LINK='$link'
export GROOVEBENCH_CHROMIUM='$(find_chromium)'
ENV
}
