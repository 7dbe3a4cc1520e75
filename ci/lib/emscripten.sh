# Emscripten: the emcc on PATH if it is of a version that was tested, else Debian's, unpacked beside the system.
# shellcheck shell=bash disable=SC2154

emscripten_oldest=3.1.69    # Debian trixie: clang 19, libc++ 18
emscripten_beyond=7         # tested up to 6.x

get_emscripten() {
  local suite
  if [ "${EM_FROM:-path}" = path ] && emscripten_on_path; then return; fi
  [ -n "$(debian_mirror)" ] || no_emscripten
  for suite in ${EM_SUITES:-testing sid trixie}; do
    if emscripten_from_debian "$suite"; then return; fi
  done
  no_emscripten
}

no_emscripten() {
  die "no Emscripten. Install emsdk (git clone https://github.com/emscripten-core/emsdk && cd emsdk && ./emsdk install latest && ./emsdk activate latest && . ./emsdk_env.sh), CMake, Ninja, clang and Node, then run this again"
}

emscripten_on_path() {
  local version
  have emcc || return 1
  case $(command -v emcc) in "$TOOLROOT"/*) return 1 ;; esac
  version=$(emcc --version 2>/dev/null | sed -n '1s/^[^)]*) \([0-9][0-9.]*\).*/\1/p')
  if [ -z "$version" ] || ! at_least "$version" "$emscripten_oldest"; then
    say "the emcc on PATH (${version:-version unknown}) is older than the tested range, $emscripten_oldest … 6.x: looking further"
    return 1
  fi
  tell_if_untested "$version"
  printf 'export EMSCRIPTEN_ROOT='\''%s'\''\n' "$(emscripten_home)" | write_file "$TOOLROOT/env.emscripten"
  say "using the emcc on PATH ($version)"
}

emscripten_home() { em-config EMSCRIPTEN_ROOT 2>/dev/null || dirname "$(command -v emcc)"; }

tell_if_untested() {
  if at_least "$1" "$emscripten_beyond"; then
    say "Emscripten $1 is newer than the tested range, $emscripten_oldest … 6.x: it may or may not do"
  fi
}

# ---------------------------------------------------------------- from Debian
emscripten_from_debian() {   # emscripten_from_debian SUITE
  local suite=$1 dir=$TOOLROOT/emscripten-$1 conf packages
  if emscripten_is_ready "$dir"; then tell_if_untested "$(cat "$dir/ok")"; return 0; fi
  conf=$(apt_lists "$suite") || return 1
  rm -rf "$dir"
  packages=$(APT_CONFIG=$conf python3 "$checkout/ci/lib/package_closure.py")
  grep -qx emscripten <<<"$packages" || return 1
  say "fetching Emscripten from Debian $suite: $(wc -l <<<"$packages") packages"
  # shellcheck disable=SC2086
  unpack_packages "$conf" "$dir" $packages || return 1
  make_self_contained "$dir/root"
  give_cache "$dir"
  write_emscripten_config "$dir"
  prove_emscripten "$dir" || { say "the Emscripten of Debian $suite does not work here"; rm -rf "$dir"; return 1; }
}

emscripten_is_ready() {   # emscripten_is_ready DIR
  [ -f "$1/ok" ] && EM_CONFIG=$1/config "$1/root/usr/share/emscripten/emcc" --version >/dev/null 2>&1 || return 1
  write_emscripten_env "$1"
}

prove_emscripten() {   # prove_emscripten DIR
  write_emscripten_env "$1"
  say "building Emscripten's system libraries and trying the compiler (a minute or two, once)"
  # shellcheck disable=SC1091
  (. "$TOOLROOT/env.emscripten" && smoke_test) || return 1
  tr -d '"\n' < "$1/root/usr/share/emscripten/emscripten-version.txt" | write_file "$1/ok"
  say "Emscripten $(cat "$1/ok") is ready"
  tell_if_untested "$(cat "$1/ok")"
}

is_program() { [ -f "$1" ] && [ ! -L "$1" ] && [ "$(head -c4 "$1" | tail -c3 | tr -d '\0')" = ELF ]; }

# The unpacked programs shall use the libc and the libraries unpacked beside them, not the system's older ones.
make_self_contained() {   # make_self_contained ROOT
  local root=$1 libraries loader llvm file
  libraries=$(echo "$root"/usr/lib/*-linux-gnu)
  loader=$(find "$libraries" "$root/usr/lib" -maxdepth 1 -name 'ld-linux-*.so.*' | head -1)
  llvm=$(find "$root/usr/lib" -maxdepth 1 -name 'llvm-*' | sort -V | tail -1)
  patch_program() { "$loader" --library-path "$libraries" "$root/usr/bin/patchelf" "$@"; }
  for file in "$llvm"/bin/* "$root"/usr/bin/wasm*; do
    ! is_program "$file" || patch_program --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$file"
  done
  # these carry a RUNPATH of their own, which would hide ours
  for file in "$libraries"/lib{LLVM.so.*,LLVM-*.so*,clang-cpp.so.*,xml2.so.*,binaryen.so}; do
    ! is_program "$file" || patch_program --force-rpath --set-rpath "$libraries" "$file"
  done
  ln -sfn nodejs "$root/usr/share/node_modules"   # acorn, for Emscripten's JavaScript optimiser
}

give_cache() {   # trixie's package carries every system library prebuilt, read-only: make it a cache that can grow
  local packaged=$1/root/usr/share/emscripten/cache
  [ ! -d "$packaged" ] || mv "$packaged" "$1/cache"
}

write_emscripten_config() {   # write_emscripten_config DIR
  local llvm
  llvm=$(find "$1/root/usr/lib" -maxdepth 1 -name 'llvm-*' | sort -V | tail -1)
  write_file "$1/config" <<CONF
import os
LLVM_ROOT = '$llvm/bin'
BINARYEN_ROOT = '$1/root/usr'
NODE_JS = os.environ.get('EM_NODE') or '$(newest_node)'
CACHE = os.environ.get('EM_CACHE') or '$1/cache'
CONF
}

write_emscripten_env() {   # write_emscripten_env DIR
  local home=$1/root/usr/share/emscripten python
  # Every call of the compiler starts Python: the program itself, not a script of a version manager that looks for it.
  python=$(python3 -c 'import sys; print(sys.executable)')
  write_file "$TOOLROOT/env.emscripten" <<ENV
export EM_CONFIG='$1/config' EMSCRIPTEN_ROOT='$home' EMSDK_PYTHON='$python'
case ":\$PATH:" in *":$home:"*) ;; *) export PATH='$home':"\$PATH" ;; esac
ENV
}

# Compiles and runs a program with the project's own flags, so that the system libraries which
# these need are built into the cache now and not in the first real build.
smoke_test() {
  local dir result=0
  dir=$(mktemp -d)
  cp "$checkout/ci/lib/smoke.cpp" "$dir"
  (cd "$dir" && em++ -std=c++20 -O2 -fwasm-exceptions -msimd128 -lembind -sMODULARIZE -sEXPORT_ES6 -sMIN_WEBGL_VERSION=2 \
    -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH smoke.cpp -o smoke.mjs >log 2>&1) || { tail -20 "$dir/log" >&2; result=1; }
  [ $result != 0 ] || "$(newest_node)" --input-type=module -e '
    const smoke = await (await import(process.argv[1])).default()
    if (smoke.hello("ok") !== "ok 14 caught") process.exit(1)' "$dir/smoke.mjs" || result=1
  rm -rf "$dir"
  return $result
}
