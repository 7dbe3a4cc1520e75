# Runs the test programs and adds up what they report. Sourced by ci/test.
# shellcheck shell=bash disable=SC2154
passed=0
failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

heading() { printf '\n=== %s\n' "$1"; }

# timed NAME: runs the section of that name, and keeps how long it took and how much of the processors
timed() {
  local start=$SECONDS
  times >"$scratch/before"   # of the processor, by all that this script has waited for; a subshell would not know
  "$1"
  times >"$scratch/after"
  spent+=("$(awk -F'[ms ]+' -v name="$1" -v wall=$((SECONDS - start)) '
    FNR == 2 { sum = $1 * 60 + $2 + $3 * 60 + $4 - sum }
    END { printf "%-8s %5d s, %5d s of processor", name, wall, sum }' "$scratch/before" "$scratch/after")")
}
spent=()

add() {   # add PASSED FAILED
  passed=$((passed + $1))
  failed=$((failed + $2))
}

count_one() {   # count_one WHAT EXIT-CODE
  if [ "$2" = 0 ]; then add 1 0; echo "ok: $1"; else add 0 1; echo "FAILED: $1"; fi
}

closing_line() {
  printf '\n'
  printf '%s\n' "${spent[@]}" "all      $(printf '%5d' "$SECONDS") s"
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

run_gtest() {   # run_gtest COMMAND…: every processor runs a share of the tests
  local share shares
  shares=$(cores)
  for ((share = 0; share < shares; share++)); do
    (
      cd "$checkout"
      export GTEST_TOTAL_SHARDS=$shares GTEST_SHARD_INDEX=$share
      "$@" --gtest_brief=1 >"$scratch/gtest.$share" 2>&1 && echo 0 || echo $?
    ) >"$scratch/code.$share" &
  done
  wait
  for ((share = 0; share < shares; share++)); do
    count_gtest "$1" "$scratch/gtest.$share" "$(cat "$scratch/code.$share")"
  done
}

count_gtest() {   # count_gtest WHAT LOG CODE: GoogleTest says itself how many passed; one that dies has failed once more
  local good bad
  cat "$2"
  good=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$2" | tail -1)
  bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' "$2" | tail -1)
  add "${good:-0}" "${bad:-0}"
  if [ "$3" != 0 ] && [ -z "$bad" ]; then count_one "$1 ended with code $3" 1; fi
  if [ -z "$good" ] && [ -z "$bad" ] && [ "$3" = 0 ]; then count_one "$1 ran no test" 1; fi
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

run_fuzz() {   # run_fuzz PROGRAM…: as many at once as there are processors
  local program
  for program; do
    while [ "$(jobs -rp | wc -l)" -ge "$(cores)" ]; do wait -n || true; done
    fuzz_one "$program" "$scratch/$(basename "$program").log" &
  done
  wait
  for program; do count_fuzz "$(basename "$program")" "$scratch/$(basename "$program").log"; done
}

fuzz_one() {   # fuzz_one PROGRAM LOG: 10 seconds at most, the same inputs each time; what it has found once is tried first
  local name result=0 seeds log=$2
  name=$(basename "$1")
  seeds=$checkout/tests/fuzz/seeds/${name#fuzz_}
  mkdir -p "$scratch/$name"
  set -- "$1" "$scratch/$name"
  if [ -d "$seeds" ]; then set -- "$@" "$seeds"; fi
  (cd "$scratch" && "$@" -seed=1 -runs="${FUZZ_RUNS:-20000}" -max_total_time=10 -rss_limit_mb=2048 -timeout=10 -print_final_stats=1) \
    >"$log" 2>&1 || result=$?
  echo "code $result" >>"$log"
}

count_fuzz() {   # count_fuzz NAME LOG
  local result
  result=$(sed -n '$s/^code //p' "$2")
  if [ "$result" = 0 ]; then grep number_of_executed_units "$2" || true; else tail -40 "$2"; fi
  count_one "$1" "$result"
}

run_bench() {   # the bench prints a closing line of its own, in the same words
  local result=0 good bad
  "$checkout/ci/bench" --check >"$scratch/bench" 2>&1 || result=$?
  cat "$scratch/bench"
  read -r good bad < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$scratch/bench" | tail -1) || true
  add "${good:-0}" "${bad:-0}"
  if [ $result != 0 ] && [ "${bad:-0}" = 0 ]; then count_one "ci/bench --check ended with code $result" 1; fi
}
