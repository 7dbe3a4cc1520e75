# Node 20 or newer, and the npm packages that the build and the tests use, all pinned by version and hash in lock files.
# shellcheck shell=bash disable=SC2154

is_node_20() { have "$1" && at_least "$("$1" --version | tr -d v)" 20; }

newest_node() {   # the node on PATH if it is new enough, else the one fetched beside the system
  local fetched=$TOOLROOT/node/bin/node
  if is_node_20 node; then command -v node
  elif is_node_20 "$fetched"; then echo "$fetched"
  else return 1
  fi
}

# Where the system's own node is too old (Debian 12: 18), its npm fetches the official program of a newer one.
get_node() {
  local arch
  if ! newest_node >/dev/null; then
    have npm || die "no Node 20 and no npm to fetch it with: install Node 20 or newer"
    arch=$(node -p 'process.platform + "-" + process.arch')
    say "the system's node is $(node --version), 20 is needed: fetching a newer one beside it"
    install_locked "$checkout/ci/node" "$TOOLROOT/node-packages"
    mkdir -p "$TOOLROOT/node/bin"
    ln -sfn "$TOOLROOT/node-packages/node_modules/node-$arch/bin/node" "$TOOLROOT/node/bin/node"
    newest_node >/dev/null || die "the fetched node does not run on $arch: install Node 20 or newer"
  fi
  if is_node_20 node && [ "$(command -v node)" != "$TOOLROOT/node/bin/node" ]; then : | write_file "$TOOLROOT/env.node"; return; fi
  write_file "$TOOLROOT/env.node" <<ENV
case ":\$PATH:" in *":$TOOLROOT/node/bin:"*) ;; *) export PATH='$TOOLROOT/node/bin':"\$PATH" ;; esac
export EM_NODE='$TOOLROOT/node/bin/node'
ENV
}

install_locked() {   # install_locked FOLDER-WITH-LOCK DESTINATION: exactly what the lock file says, hashes checked
  local lock
  lock=$(sha256_of "$1/package-lock.json")
  [ "$(cat "$2/installed" 2>/dev/null)" != "$lock" ] || return 0
  rm -rf "$2"
  mkdir -p "$2"
  cp "$1/package.json" "$1/package-lock.json" "$2"
  (cd "$2" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 </dev/null) ||
    die "npm could not install what ${1#"$checkout"/}/package-lock.json pins"
  echo "$lock" > "$2/installed"
}

get_bundler() {   # what makes one script of the page's many
  install_locked "$checkout/ci/bundler" "$TOOLROOT/bundler"
  echo "export GROOVEBENCH_BUNDLER='$TOOLROOT/bundler/node_modules/esbuild/lib/main.js'" | write_file "$TOOLROOT/env.bundler"
}

get_test_packages() {
  install_locked "$checkout/tests" "$TOOLROOT/test-packages"
  echo "export GROOVEBENCH_NODE_MODULES='$TOOLROOT/test-packages/node_modules'" | write_file "$TOOLROOT/env.packages"
}
