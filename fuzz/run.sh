#!/usr/bin/env bash
# Runs each fuzz target for FUZZ_SECONDS (60), or those that are named: `fuzz/run.sh bundle envelope`.
# A finding stops it; the input that made it is below fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")/.."

# The sanitizers' flags are not stable yet; the compiler is the stable one.
export RUSTC_BOOTSTRAP=1 SQLX_OFFLINE=true
if ! cargo fuzz --version >/dev/null 2>&1; then
    cargo install --quiet --locked cargo-fuzz
fi

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    mapfile -t targets < <(cargo fuzz list)
fi
cargo fuzz build
for target in "${targets[@]}"; do
    corpora=("fuzz/corpus/$target")
    case $target in
        record | envelope) corpora+=(fuzz/seeds/record) ;;
        manifest) corpora+=("fuzz/seeds/$target") ;;
    esac
    mkdir -p "${corpora[0]}"
    # Each starts from what is sound: the vectors' files begin with a header.
    if [ "$target" = header ]; then cp tests/vectors/age/x25519 tests/vectors/age/hybrid "${corpora[0]}"; fi
    if [ "$target" = questionnaire ]; then cp config/questionnaire.toml "${corpora[0]}/shipped"; fi
    printf '\n=== %s, %s s\n' "$target" "${FUZZ_SECONDS:-60}"
    cargo fuzz run "$target" "${corpora[@]}" -- -max_total_time="${FUZZ_SECONDS:-60}" -max_len=65536 \
        -print_final_stats=1 -print_funcs=0 -verbosity=0
done
