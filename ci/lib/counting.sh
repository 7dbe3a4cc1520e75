# Runs the test programs and adds up what they report. Sourced by ci/test.
# shellcheck shell=bash disable=SC2154
passed=0
failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

heading() { printf '\n=== %s (%ds)\n' "$1" "$SECONDS"; }

add() {   # add PASSED FAILED
  passed=$((passed + $1))
  failed=$((failed + $2))
}

count_one() {   # count_one WHAT EXIT-CODE
  if [ "$2" = 0 ]; then add 1 0; echo "ok: $1"; else add 0 1; echo "FAILED: $1"; fi
}

closing_line() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ]
}

build() {   # build KIND TARGET…: a build that breaks is one failure
  local result=0
  "$checkout/ci/build" "$@" >"$scratch/build" 2>&1 || result=$?
  if [ $result = 0 ]; then tail -1 "$scratch/build"; return; fi
  tail -60 "$scratch/build"
  count_one "build of $*" 1
  return 1
}

run_gtest() {   # run_gtest COMMAND…: GoogleTest says itself how many passed; one that dies has failed once more
  local result=0 good bad
  (cd "$checkout" && "$@" --gtest_brief=1) >"$scratch/gtest" 2>&1 || result=$?
  cat "$scratch/gtest"
  good=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$scratch/gtest" | tail -1)
  bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' "$scratch/gtest" | tail -1)
  add "${good:-0}" "${bad:-0}"
  if [ $result != 0 ] && [ -z "$bad" ]; then count_one "$1 ended with code $result" 1; fi
  if [ -z "$good" ] && [ -z "$bad" ] && [ $result = 0 ]; then count_one "$1 ran no test" 1; fi
}

run_node_tests() {   # run_node_tests FOLDER OPTION…: a skipped test counts as failed
  local folder=$1 files result=0 good bad
  shift
  mapfile -t files < <(cd "$checkout" && find "$folder" -name '*test.mjs' | sort)
  if [ ${#files[@]} = 0 ]; then count_one "no tests in $folder" 1; return; fi
  (cd "$checkout" && node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$scratch/tap" "$@" "${files[@]}") || result=$?
  good=$(awk '$1 == "#" && $2 == "pass" { n = $3 } END { print n + 0 }' "$scratch/tap")
  bad=$(awk '$1 == "#" && $2 ~ /^(fail|cancelled|skipped|todo)$/ { n += $3 } END { print n + 0 }' "$scratch/tap")
  add "$good" "$bad"
  if [ $result != 0 ] && [ "$bad" = 0 ]; then count_one "the tests in $folder ended with code $result" 1; fi
}

run_fuzz() {   # run_fuzz PROGRAM: 10 seconds at most, the same inputs each time; what it has found once is tried first
  local name result=0 seeds
  name=$(basename "$1")
  seeds=$checkout/tests/fuzz/seeds/${name#fuzz_}
  mkdir -p "$scratch/$name"
  set -- "$1" "$scratch/$name"
  if [ -d "$seeds" ]; then set -- "$@" "$seeds"; fi
  (cd "$scratch" && "$@" -seed=1 -runs="${FUZZ_RUNS:-20000}" -max_total_time=10 -rss_limit_mb=2048 -timeout=10 -print_final_stats=1) \
    >"$scratch/fuzz" 2>&1 || result=$?
  if [ $result = 0 ]; then grep number_of_executed_units "$scratch/fuzz" || true; else tail -40 "$scratch/fuzz"; fi
  count_one "$name" $result
}

run_bench() {   # the bench prints a closing line of its own, in the same words
  local result=0 good bad
  "$checkout/ci/bench" --check >"$scratch/bench" 2>&1 || result=$?
  cat "$scratch/bench"
  read -r good bad < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$scratch/bench" | tail -1) || true
  add "${good:-0}" "${bad:-0}"
  if [ $result != 0 ] && [ "${bad:-0}" = 0 ]; then count_one "ci/bench --check ended with code $result" 1; fi
}
