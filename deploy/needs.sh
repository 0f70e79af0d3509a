#!/usr/bin/env bash
# Installs what Amanat needs on Debian and is missing: `needs.sh run`, `needs.sh test` for the tests as well, or
# `needs.sh peers` for the table beside other tools.
# As root, or with sudo that asks for no password, through apt-get; otherwise it prints the one line to run.
set -euo pipefail

packages=()
need() { # command, package
    command -v "$1" >/dev/null 2>&1 || packages+=("$2")
}

newest_postgres() {
    local newest=0 bin
    for bin in /usr/lib/postgresql/*/bin/pg_ctl; do
        [ -x "$bin" ] || continue
        bin=${bin#/usr/lib/postgresql/}
        bin=${bin%%/*}
        if [ "$bin" -gt "$newest" ]; then newest=$bin; fi
    done
    echo "$newest"
}

if [ "$(newest_postgres)" -lt 15 ]; then packages+=(postgresql); fi
need cc build-essential
need age age
need curl curl
need exiftool libimage-exiftool-perl
need openssl openssl
if [ "${1:-run}" != run ]; then
    need psql postgresql-client
    need gcore gdb
    need minisign minisign
    need node nodejs
    need npm npm
    # Stock tools that make files of every format, and judge what was made of them.
    need avifenc libavif-bin
    need convert imagemagick
    need ffmpeg ffmpeg
    need flac flac
    need heif-enc libheif-examples
    need lame lame
    need mkvmerge mkvtoolnix
    need oggenc vorbis-tools
    need opusenc opus-tools
    need sox sox
    need tiffcp libtiff-tools
    need webpmux webp
    # Browsers as a witness has them, and scripts that a page must be able to show.
    need chromium chromium
    need firefox-esr firefox-esr
    need w3m w3m
    dpkg -s fonts-noto-core >/dev/null 2>&1 || packages+=(fonts-noto-core)
    dpkg -s fonts-noto-cjk >/dev/null 2>&1 || packages+=(fonts-noto-cjk)
    # Programs of others that read what Amanat writes.
    python3 -c 'import ensurepip' >/dev/null 2>&1 || packages+=(python3 python3-venv)
fi
if [ "${1:-run}" = peers ]; then
    need bc bc
    need mat2 mat2
fi

if [ ${#packages[@]} -gt 0 ]; then
    line="apt-get install -y --no-install-recommends ${packages[*]}"
    if [ "$(id -u)" = 0 ]; then
        as_root=()
    elif sudo -n true 2>/dev/null; then
        as_root=(sudo)
    else
        echo "Something is missing. Run this line, then try again:" >&2
        echo "  sudo apt-get update && sudo $line" >&2
        exit 1
    fi
    echo "installing: ${packages[*]}"
    "${as_root[@]}" apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" $line >/dev/null
    if [ "$(newest_postgres)" -lt 15 ]; then
        echo "This system has no Postgres 15 or newer; Debian 12 and later do." >&2
        exit 1
    fi
fi

if ! command -v cargo >/dev/null 2>&1; then
    echo "Rust is missing: install the version that Cargo.toml names as rust-version, or a newer one." >&2
    exit 1
fi
if [ "${1:-run}" != run ] && ! cargo nextest --version >/dev/null 2>&1; then
    cargo install --quiet --locked cargo-nextest
fi
if [ "${1:-run}" != run ] && [ ! -d tests/stock/node_modules/age-encryption ]; then
    npm ci --prefix tests/stock --no-audit --no-fund --silent
fi
if [ "${1:-run}" != run ] && [ ! -d tests/browser/node_modules/puppeteer-core ]; then
    npm ci --prefix tests/browser --no-audit --no-fund --silent
fi
if [ "${1:-run}" != run ] && ! tests/stock/python/bin/python -c 'import jsonschema, pyxform' >/dev/null 2>&1; then
    python3 -m venv tests/stock/python
    tests/stock/python/bin/pip install --quiet --disable-pip-version-check -r tests/stock/requirements.txt
fi
