#!/usr/bin/env bash
# Runs each fuzz target for FUZZ_SECONDS (60), or those that are named: `fuzz/run.sh bundle envelope`. Where all that are
# named are the scrubber's, neither tool is built. SEEDS=folder adds real files: a folder of it for each extension.
# A finding stops it; the input that made it is below fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")/.."

# The sanitizers' flags are not stable yet; the compiler is the stable one.
export RUSTC_BOOTSTRAP=1 SQLX_OFFLINE=true
if ! cargo fuzz --version >/dev/null 2>&1; then
    cargo install --quiet --locked cargo-fuzz
fi

extensions() { # of a format's files
    case $1 in
        jpeg) echo jpg ;;
        tiff) echo tif ;;
        heif) echo heic avif ;;
        movie) echo mp4 mov 3gp m4a ;;
        matroska) echo mkv webm mka ;;
        ogg) echo ogg opus ;;
        *) echo "$1" ;;
    esac
}

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    mapfile -t targets < <(cargo fuzz list)
fi
build=(--no-default-features)
for target in "${targets[@]}"; do
    case $target in scrub_*) ;; *) build=() ;; esac
done
cargo fuzz build "${build[@]}"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
case " ${targets[*]}" in *" scrub_"*) fuzz/seeds.sh "$made" ;; esac
for target in "${targets[@]}"; do
    corpora=("fuzz/corpus/$target")
    case $target in
        record | envelope) corpora+=(fuzz/seeds/record) ;;
        manifest) corpora+=("fuzz/seeds/$target") ;;
        scrub_*)
            for extension in $(extensions "${target#scrub_}"); do
                for folder in "$made/$extension" ${SEEDS:+"$SEEDS/$extension"}; do
                    if [ -d "$folder" ]; then corpora+=("$folder"); fi
                done
            done
            ;;
    esac
    mkdir -p "${corpora[0]}"
    # Each starts from what is sound: the vectors' files begin with a header.
    if [ "$target" = header ]; then cp tests/vectors/age/x25519 tests/vectors/age/hybrid "${corpora[0]}"; fi
    if [ "$target" = questionnaire ]; then cp config/questionnaire.toml "${corpora[0]}/shipped"; fi
    printf '\n=== %s, %s s\n' "$target" "${FUZZ_SECONDS:-60}"
    cargo fuzz run "${build[@]}" "$target" "${corpora[@]}" -- -max_total_time="${FUZZ_SECONDS:-60}" -max_len=65536 \
        -print_final_stats=1 -print_funcs=0 -verbosity=0
done
