# Third-party sources: each lands in $TOOLROOT/src/NAME, as ci/third_party.lock pins it.
# shellcheck shell=bash disable=SC2154

lock_file=$checkout/ci/third_party.lock

locked_names() { sed -n 's/^\[\(.*\)\]$/\1/p' "$lock_file"; }
locked() {   # locked NAME KEY
  awk -v name="[$1]" -v key="$2" '/^\[/ { here = $0 == name } here && $1 == key { $1 = ""; sub(/^ +/, ""); print; exit }' "$lock_file"
}
lock_stamp() { awk -v name="[$1]" '/^\[/ { here = $0 == name } here' "$lock_file" | sha256 | cut -d' ' -f1; }

get_sources() {
  local name
  for name in $(locked_names); do
    [ "$(cat "$TOOLROOT/src/.$name" 2>/dev/null)" = "$(lock_stamp "$name")" ] || get_source "$name"
  done
}

get_source() {   # get_source NAME: from Debian's mirror if it has the pinned version, else from upstream
  local name=$1 work
  work=$(mktemp -d)
  if fetch_debian "$name" "$work" || fetch_upstream "$name" "$work"; then
    put_source "$name" "$work"
    rm -rf "$work"
  else
    rm -rf "$work"
    die "$name $(locked "$name" version) could not be had: the mirror no longer has it and upstream is out of reach. Move ci/third_party.lock to a version that can be had, with its hashes"
  fi
}

put_source() {   # put_source NAME WORK: the unpacked tree replaces what was there
  local name=$1 probe
  probe=$(locked "$name" holds)
  [ -e "$2/tree/$probe" ] || die "$name: the archive does not hold $probe"
  check_files "$name" "$2/tree"
  mkdir -p "$TOOLROOT/src"
  rm -rf "$TOOLROOT/src/$name"
  mv "$2/tree" "$TOOLROOT/src/$name"
  lock_stamp "$name" > "$TOOLROOT/src/.$name"
  say "$name $(locked "$name" version) is in src/$name"
}

check_hash() {   # check_hash NAME FILE WANTED
  local found
  found=$(sha256_of "$2")
  [ "$found" = "$3" ] || die "$1: ${2##*/} has sha256 $found, but ci/third_party.lock pins $3"
}

# The files that we compile, whatever archive they came in; for what has no known hash of upstream's archive.
check_files() {   # check_files NAME TREE
  local wanted found
  wanted=$(locked "$1" files_sha256)
  [ -n "$wanted" ] || return 0
  # shellcheck disable=SC2046
  found=$(cd "$2" && export LC_ALL=C && sha256 $(locked "$1" files) | sha256 | cut -d' ' -f1)
  [ "$found" = "$wanted" ] || die "$1: its files have sha256 $found, but ci/third_party.lock pins $wanted"
}

# ---------------------------------------------------------------- Debian
fetch_debian() {   # fetch_debian NAME WORK
  local kind package suites suite conf version
  [ -n "$(debian_mirror)" ] || return 1
  read -r kind package suites <<<"$(locked "$1" debian)"
  for suite in $suites; do
    conf=$(apt_lists "$suite") || continue
    version=$(version_with_hash "$conf" "$kind" "$package" "$(locked "$1" debian_sha256)")
    [ -n "$version" ] || { say "Debian $suite has moved on: no $package with the pinned hash (version $(locked "$1" version))"; continue; }
    if "fetch_$kind" "$conf" "$package=$version" "$1" "$2"; then return 0; fi
  done
  return 1
}

# Which version of a package offers exactly the pinned file? The package lists carry the hashes, and are signed.
version_with_hash() {   # version_with_hash CONF KIND PACKAGE HASH
  local show=show
  [ "$2" = binary ] || show=showsrc
  APT_CONFIG=$1 apt-cache $show "$3" 2>/dev/null |
    awk -v hash="$4" '$1 == "Version:" { version = $2 } $1 == hash || $2 == hash { found = version } END { print found }'
}

fetch_source() {   # fetch_source CONF PACKAGE=VERSION NAME WORK: the orig tarball of a source package
  local try tarball
  for try in 1 2 3; do
    if (cd "$4" && APT_CONFIG=$1 apt-get -qq source --download-only --tar-only "$2" >&2); then break; fi
    [ "$try" != 3 ] || return 1
  done
  tarball=$(find "$4" -maxdepth 1 -name '*.orig.tar.*' ! -name '*.asc' | head -1)
  check_hash "$3" "$tarball" "$(locked "$3" debian_sha256)"
  mkdir "$4/tree"
  tar -C "$4/tree" --strip-components=1 -xf "$tarball"
}

fetch_binary() {   # fetch_binary CONF PACKAGE=VERSION NAME WORK: a package that holds headers or sources
  local deb
  (cd "$4" && APT_CONFIG=$1 apt-get -qq download "$2" >&2) || return 1
  deb=$(find "$4" -maxdepth 1 -name '*.deb' | head -1)
  check_hash "$3" "$deb" "$(locked "$3" debian_sha256)"
  mkdir "$4/tree"
  dpkg-deb -x "$deb" "$4/tree"
}

# ---------------------------------------------------------------- upstream
fetch_upstream() {   # fetch_upstream NAME WORK
  local url hash into archive
  url=$(locked "$1" upstream)
  hash=$(locked "$1" upstream_sha256)
  into=$2/tree/$(locked "$1" upstream_into)
  if [ "$hash" = unknown ] && [ -z "$(locked "$1" files_sha256)" ]; then
    die "$1: no hash of upstream's archive is known, so it is not fetched from there; a Debian mirror (DEBIAN_MIRROR) has it"
  fi
  archive=$2/${url##*/}
  say "fetching $1 from upstream"
  curl --fail --silent --show-error --location --max-time 300 --output "$archive" "$url" >&2 || return 1
  [ "$hash" = unknown ] || check_hash "$1" "$archive" "$hash"
  mkdir -p "$into"
  tar -C "$into" --strip-components=1 -xf "$archive"
}
