# Debian's packages of newer suites, fetched beside the system: a private apt, and the closure of packages.
#
# The apt configuration lives in a folder of ours, with its own sources, lists and an empty status file.
# Signatures are checked as ever; the machine's own apt lists, sources and pins stay as they are.
# shellcheck shell=bash

debian_mirror() {   # the mirror that the machine uses already, or $DEBIAN_MIRROR, or nothing
  if [ -n "${DEBIAN_MIRROR:-}" ]; then echo "$DEBIAN_MIRROR"; return; fi
  have apt-get && have dpkg-deb || return 0
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -F'|' '$1 == "Debian" && $2 == "Debian" && !n++ { print $3 }'
}

apt_conf() {   # apt_conf SUITE: writes the configuration of a suite and prints its path
  local dir=$TOOLROOT/apt-$1 mirror key arch
  mirror=$(debian_mirror)
  key=${DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
  [ -n "$mirror" ] || return 1
  [ -r "$key" ] || { say "the package debian-archive-keyring is missing"; return 1; }
  arch=$(dpkg --print-architecture)
  mkdir -p "$dir/lists/partial" "$dir/archives/partial"
  : > "$dir/status"
  write_file "$dir/sources.list" <<LIST
deb [signed-by=$key arch=$arch] $mirror $1 main
deb-src [signed-by=$key] $mirror $1 main
LIST
  { private_apt "$dir" "$arch"; machine_apt; } | write_file "$dir/apt.conf"
  echo "$dir/apt.conf"
}

private_apt() {   # private_apt DIR ARCH
  cat <<CONF
APT::Architecture "$2";
APT::Architectures { "$2"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::GzipIndexes "true";
Acquire::Retries "3";
Dir::State "$1";
Dir::State::lists "$1/lists";
Dir::State::status "$1/status";
Dir::Cache "$1";
Dir::Cache::archives "$1/archives";
Dir::Etc::sourcelist "$1/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::main "/dev/null";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
CONF
}

machine_apt() {   # how the machine reaches its mirror, and how old a list may be, is taken over
  apt-config dump | grep -E '^Acquire::' |
    grep -vE '^Acquire::(Languages|IndexTargets|Changelogs|CompressionTypes|GzipIndexes|Retries)' || true
}

apt_lists() {   # apt_lists SUITE: the configuration, with package lists not older than a day
  local conf dir=$TOOLROOT/apt-$1
  conf=$(apt_conf "$1") || return 1
  if [ -z "$(find "$dir/read" -mtime -1 2>/dev/null)" ]; then
    say "reading the package lists of Debian $1"
    APT_CONFIG=$conf apt-get -qq update >&2 || return 1
    compgen -G "$dir/lists/*_Packages*" >/dev/null || return 1
    touch "$dir/read"
  fi
  echo "$conf"
}

unpack_packages() {   # unpack_packages CONF DIR PACKAGE…: downloads into DIR and unpacks into DIR/root
  local conf=$1 dir=$2 file
  shift 2
  mkdir -p "$dir/debs" "$dir/root"
  (cd "$dir/debs" && APT_CONFIG=$conf apt-get -qq download "$@" >&2) || return 1
  for file in "$dir"/debs/*.deb; do dpkg-deb -x "$file" "$dir/root" || return 1; done
  (cd "$dir/debs" && ls) > "$dir/packages.txt"
  rm -rf "$dir/debs"
}
