#!/usr/bin/env bash
# `make demo`: one testimony on its whole way, from the form to a reader who has no network.
# It keeps its things in ./demo, and can be run again: each run adds a testimony. `demo.sh clean` removes all of it.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
umask 077

port=${PORT:-8443}
profile=${PROFILE:-release}
url=https://127.0.0.1:$port
demo=$PWD/demo
server=

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
saw() { printf '  %s\n' "$@"; }
fail() { printf '\nmake demo: %s\n' "$*" >&2; exit 1; }

stop() {
    if [ -n "$server" ] && kill -TERM "$server" 2>/dev/null; then
        wait "$server" 2>/dev/null || true
    fi
    rm -f "$demo/server.pid"
}

# A server that an earlier run left behind, because it was killed.
stop_earlier() {
    local pid
    pid=$(cat "$demo/server.pid" 2>/dev/null) || return 0
    if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$demo/amanat.toml"; then
        saw "The server of an earlier run is still there; stopping it."
        kill -TERM "$pid"
        for _ in $(seq 300); do
            [ -d "/proc/$pid" ] || break
            sleep 0.1
        done
    fi
    rm -f "$demo/server.pid"
}

# The database belongs to an unprivileged user, who must get through every folder above it; and a socket's path is short.
data_folder() {
    local folder=$demo/data
    if [ -s "$demo/data-is-at" ] && [ -d "$(cat "$demo/data-is-at")" ]; then
        cat "$demo/data-is-at"
        return
    fi
    local reachable=true
    if [ "$(id -u)" = 0 ]; then
        chmod 0711 "$demo"
        (cd / && runuser -u postgres -- test -x "$demo") || reachable=false
    fi
    if ! $reachable || [ $((${#folder} + 19)) -gt 107 ]; then
        folder=$(mktemp -d /var/tmp/amanat-demo.XXXXXX)
        chmod 0711 "$folder"
        folder=$folder/data
        mkdir "$folder"
    fi
    echo "$folder" | tee "$demo/data-is-at"
}

if [ "${1:-}" = clean ]; then
    if [ -d "$demo" ]; then
        stop_earlier
        data=$(cat "$demo/data-is-at" 2>/dev/null || true)
        case "$data" in /var/tmp/amanat-demo.*/data) rm -rf "${data%/data}" ;; esac
        rm -rf "$demo"
    fi
    exit 0
fi

step "1. What is needed"
deploy/needs.sh run
saw "$(cargo --version)" "$(age --version | sed 's/^/age /'), the stock tool" \
    "Postgres from $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)"
mkdir -p "$demo"
[ -O "$demo" ] || fail "./demo was made by another user. Remove it, as that user, with 'make clean-demo'."
stop_earlier
trap stop EXIT
trap 'exit 0' INT TERM
taken() { fail "port $port is in use. Choose another one: make demo PORT=9443"; }
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then taken; fi

step "2. Build (profile $profile)"
target=${CARGO_TARGET_DIR:-target}/$([ "$profile" = dev ] && echo debug || echo "$profile")
cargo build --quiet --profile "$profile" --features intake --bin amanat
cargo build --quiet --profile "$profile" --features desk --bin amanat-desk
amanat=$(realpath "$target/amanat")
desk=$(realpath "$target/amanat-desk")
saw "$("$amanat" --version), $(stat -c %s "$amanat") bytes: the server; it can open nothing" \
    "$("$desk" --version), $(stat -c %s "$desk") bytes: the researcher's tool; it links no network code"

step "3. A researcher's key, and two signers who say that it is one"
keys=$demo/keys
mkdir -p "$keys"
for signer in first second root; do
    [ -s "$keys/$signer.pub" ] || "$desk" signer new --out "$keys/$signer" --no-passphrase >/dev/null 2>&1
done
public() { sed -n 2p "$keys/$1.pub"; }
# Every run of this demo rotates keys once, so a later run begins with a later epoch.
epoch=$(find "$keys" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' | wc -l)
if [ "$epoch" = 0 ]; then
    epoch=1
    mkdir "$keys/1"
    # The classic kind at first, which Debian 12's age can open; the rotation below goes on to a post-quantum key.
    "$desk" keygen --x25519 --out "$keys/1/researcher.key" --no-passphrase >"$keys/1/researcher.txt" 2>/dev/null
    "$desk" manifest propose --recipient "the demo's researcher=$keys/1/researcher.txt" --signer "first=$keys/first.pub" \
        --signer "second=$keys/second.pub" --needed 2 --out "$keys/1/recipients.json" >/dev/null 2>&1
    for signer in first second; do
        "$desk" manifest sign "$keys/1/recipients.json" --key "$keys/$signer" >/dev/null 2>&1
    done
fi
identities=()
for key in "$keys"/[0-9]*/researcher.key; do identities+=(--identity "$key"); done
"$desk" manifest show "$keys/$epoch/recipients.json" | head -n -1 | sed 's/^/  /'
saw "signed by both: $(cd "$keys/$epoch" && echo recipients.json.*.minisig)" \
    "These keys have no passphrase, so that nobody need type one here. Yours should have one, and be made on machines without a network."

step "4. The server"
data=$(data_folder)
[ "$data" = "$demo/data" ] || saw "The database is at $data: its user could not get through to ./demo, or the path is too long."
cat >"$demo/amanat.toml" <<TOML
data_dir = "$data"
questionnaire = "../config/questionnaire.toml"
development = true # a self-made certificate

[languages]
folder = "../config/locales"
drafts = true # words that no speaker has reviewed yet; a real server shows them only if it says so

[listen]
address = "127.0.0.1:$port"

[keys]
signers = ["$(public first)", "$(public second)"]
needed = 2
root_signers = ["$(public root)"]
root_needed = 1

[log]
level = "trace" # the most that it can say
TOML
"$amanat" migrate --config "$demo/amanat.toml" | sed 's/^/  /'
"$amanat" keys install "$keys/$epoch/recipients.json" --config "$demo/amanat.toml" | sed 's/^/  /'
"$amanat" serve --config "$demo/amanat.toml" >"$demo/server.log" 2>&1 &
server=$!
echo "$server" >"$demo/server.pid"
for _ in $(seq 600); do
    grep -q started "$demo/server.log" && break
    if ! kill -0 "$server" 2>/dev/null; then
        if grep -q 'already in use' "$demo/server.log"; then taken; fi
        cat "$demo/server.log" >&2
        fail "the server did not start"
    fi
    sleep 0.1
done
sed 's/^/  /' "$demo/server.log"

step "5. The form, as a browser without scripts and cookies gets it"
ask=(curl --silent --show-error --insecure --max-time 120)
"${ask[@]}" --dump-header "$demo/headers" --output "$demo/form.html" "$url/ug-Arab"
saw "$(stat -c %s "$demo/form.html") bytes, one request" \
    "scripts: $(grep -ci '<script' "$demo/form.html" || true), cookies: $(grep -ci '^set-cookie' "$demo/headers" || true)" \
    "$(grep -i '^content-security-policy' "$demo/headers" | tr -d '\r')"
if "${ask[@]}" --tls-max 1.2 --output /dev/null "$url/" 2>/dev/null; then fail "TLS 1.2 was accepted"; fi
if "${ask[@]}" --output /dev/null "http://127.0.0.1:$port/" 2>/dev/null; then fail "plain HTTP was answered"; fi
saw "TLS 1.2: refused. Plain HTTP: no page."

step "6. A testimony in Uyghur, with a recording and a photo that says where it was taken"
sent=$demo/sent
rm -rf "$sent"
mkdir -p "$sent/pieces"
number=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
cat >"$sent/text" <<TEXT
ئۆتكەن ئەتىيازدا ماڭا ئىشخانىدىن بىر كىشى تېلېفون قىلدى.
ئۇ: «جىم تۇر، ھېچكىمگە ھېچنېمە دېمە» دېدى، ئائىلەمنىڭ ئەھۋالىنى بىلىدىغانلىقىنى ئېيتتى.
مەن قورقتۇم، ئەمما جىم تۇرمىدىم.
(بۇ بىر مىسال، ھەقىقىي ۋەقە ئەمەس. نومۇرى: $number)
TEXT
# 24 by 16 pixels, with something behind its end, as phones write it; the place is in the middle of an ocean.
base64 -d >"$sent/photo.jpg" <<JPEG
/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06k
bl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAA
AAAAAAAAAAUE/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAID/8QAFhEBAQEAAAAAAAAAAAAAAAAAABES/9oADAMB
AAIRAxEAPwDVbS2p1tLarTKKNtE62hoj/9k=
JPEG
exiftool -q -overwrite_original -Make='Amanat demo' -Model="Phone $number" -GPSLatitude=48.8767 -GPSLatitudeRef=S \
    -GPSLongitude=123.3933 -GPSLongitudeRef=W -GPSDateStamp=2026:11:23 "$sent/photo.jpg"
openssl rand 100000 >>"$sent/photo.jpg"
{ # 2.5 MB of noise: a WAV of one channel, 8 bits, 8 kHz, and a comment after it
    printf 'RIFF\xe4\x25\x26\x00WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\xa0\x25\x26\x00'
    openssl rand 2500000
    printf 'LIST\x18\0\0\0INFOICMT\x0c\0\0\0%012u' "$number"
} >"$sent/call.wav"
hidden() { exiftool -m -Model -GPSLatitude -GPSLongitude -Comment -Trailer:all "$@" 2>/dev/null | grep ' : ' | sed 's/^/  /'; }
for file in photo.jpg call.wav; do
    saw "$file:"
    hidden "$sent/$file"
done
action=$(grep -o 'action="[^"]*"' "$demo/form.html" | cut -d'"' -f2)
answer=$("${ask[@]}" --output "$demo/answer.html" --write-out '%{http_code} -> %{redirect_url}' \
    --form "testimony=<$sent/text" --form "use_level=summary" \
    --form "attachments=@$sent/photo.jpg;filename=IMG_$number.jpg" \
    --form "attachments=@$sent/call.wav;filename=call_$number.wav" "$url$action")
saw "sent: $(stat -c %s "$sent/text") bytes of text, a photo of $(stat -c %s "$sent/photo.jpg") and a recording of $(stat -c %s "$sent/call.wav")" \
    "answer: $answer"
[ "${answer%% *}" = 303 ] || { cat "$demo/answer.html" >&2; fail "the form was not kept"; }
"${ask[@]}" "$url/ug-Arab/thanks" | grep -o '<p>[^<]*' | sed "s/<p>/  the page says: /; s/&#39;/'/g"

step "7. A search for what was sent: the database with its log of writes, the spool, the server's log at its most talkative"
head -1 "$sent/text" | tr -d '\n' >"$sent/pieces/a sentence"
printf '%s' "$number" >"$sent/pieces/the number in the text, the photo and the file's name"
head -c 300 "$sent/photo.jpg" | tail -c 200 >"$sent/pieces/the photo's hidden data"
head -c 1500000 "$sent/call.wav" | tail -c 64 >"$sent/pieces/the recording's middle"
found=$(deploy/search.pl "$sent/pieces" "$data" "$demo/server.log")
printf '%s\n' "$found" | sed 's/^/  /'
if grep -q 'FOUND' <<<"$found"; then fail "plaintext was found where none may be"; fi
saw "The same search, to see that it can find, over what was sent itself:"
deploy/search.pl "$sent/pieces" "$sent/text" "$sent/photo.jpg" "$sent/call.wav" | grep FOUND | sed 's/^/  /'

step "8. Export"
mkdir -p "$demo/bundles"
bundle=$demo/bundles/$(printf '%04d' $(($(find "$demo/bundles" -name '*.tar' | wc -l) + 1))).tar
"$amanat" export --config "$demo/amanat.toml" --out "$bundle" | sed 's/^/  /'
tar tf "$bundle" | sed 's/^/  /'

step "9. Opened by the researcher's tool"
offline=()
if unshare -n true 2>/dev/null; then offline=(unshare -n); elif unshare -rn true 2>/dev/null; then offline=(unshare -rn); fi
[ ${#offline[@]} -eq 0 ] || saw "(run with every network taken away: ${offline[*]})"
"${offline[@]}" "$desk" verify "$bundle" | sed 's/^/  verify: /'
"${offline[@]}" "$desk" open "$bundle" "${identities[@]}" --out "$demo/opened" | sed 's/^/  open: /'
record=$(grep -lrF "$number" "$demo/opened" --include=testimony.json)
folder=$(dirname "$record")
id=$(basename "$folder")
saw "testimony $id arrived on $(perl -MJSON::PP -0777 -ne 'print decode_json($_)->{arrival_day}' "$record"); the text:" ""
perl -CO -MJSON::PP -0777 -ne 'print decode_json($_)->{answers}{testimony}{text}' "$record" | tr -d '\r' | sed 's/^/    /'
saw "" "to read it in a browser: $folder/index.html"
saw "The files, and what the record says was removed from each:"
perl -MJSON::PP -0777 -ne 'printf "  %s, %s, %d bytes; removed: %s\n", @$_{qw(name media_type bytes)}, join ", ", @{$_->{removed}}
    for @{decode_json($_)->{attachments}}' "$record"
if hidden "$folder/attachments/01.jpg" "$folder/attachments/02.wav"; then fail "something hidden is still there"; fi
deploy/search.pl "$sent/pieces" "$folder/attachments" | grep -q "FOUND.*hidden data" && fail "something hidden is still there"
if command -v ffmpeg >/dev/null 2>&1; then
    pixels() { ffmpeg -nostdin -v error -i "$1" -frames:v 1 -f md5 -; }
    [ "$(pixels "$sent/photo.jpg")" = "$(pixels "$folder/attachments/01.jpg")" ] || fail "the picture changed"
    saw "Every pixel of the photo is as it was, ffmpeg says."
fi
samples() { tail -c +45 "$1" | head -c 2500000 | sha256sum; }
[ "$(samples "$sent/call.wav")" = "$(samples "$folder/attachments/02.wav")" ] || fail "the sound changed"
saw "No model, place, comment or bytes behind the end are left; all 2,500,000 samples of the recording are as they were sent."

step "10. The same with stock tools alone"
stock=$demo/stock
rm -rf "$stock"
mkdir -p "$stock/testimony"
tar xf "$bundle" -C "$stock"
(cd "$stock" && sha256sum --quiet -c SHA256SUMS)
# age has post-quantum keys from 1.3 on, and so has the npm package that the tests install.
key=$keys/$epoch/researcher.key
opened=true
if ! grep -q 'KEY-PQ' "$key" || age --version | grep -qE '(^|v)(1\.([3-9]|[1-9][0-9])|[2-9])'; then
    age -d -i "$key" -o "$stock/plain.tar" "$stock/$id.age"
    saw "tar and age"
elif [ -d tests/stock/node_modules ] && command -v node >/dev/null 2>&1; then
    node tests/stock/age.mjs decrypt "$key" "$stock/$id.age" "$stock/plain.tar"
    saw "tar and the npm package age-encryption, because the key is post-quantum and $(age --version) is older than 1.3"
else
    opened=false
    saw "(not done: the key is post-quantum, age $(age --version) is older than 1.3, and the npm package age-encryption is not here)"
fi
if $opened; then
    tar xf "$stock/plain.tar" -C "$stock/testimony"
    diff -r --exclude=index.html --exclude=.sealed "$stock/testimony" "$folder" || fail "stock tools gave something else than the desk"
    saw "testimony.json and the attachments are the same, to the byte."
fi
entry=$(grep -F "$id" "$stock/manifest.json")
saw "plaintext: $(($(stat -c %s "$record") + $(cat "$folder"/attachments/* | wc -c))) bytes; sealed: $(stat -c %s "$stock/$id.age") bytes, a padded size" \
    "besides ciphertext, its hashes and a random id the server keeps: $(grep -oE '"(week|payload_bytes)":[" 0-9W-]+' <<<"$entry" | tr -d '"\n ' | sed 's/payload/, payload/')"
rm -rf "$stock"

step "11. New keys: post-quantum, signed by both signers, and the old key opens nothing any more"
next=$((epoch + 1))
rm -rf "${keys:?}/new" && mkdir "$keys/new"
"$desk" keygen --out "$keys/new/researcher.key" --no-passphrase >"$keys/new/researcher.txt" 2>/dev/null
"$desk" manifest propose --previous "$keys/$epoch/recipients.json" --remove-recipient "the demo's researcher" \
    --recipient "the demo's researcher=$keys/new/researcher.txt" --out "$keys/new/recipients.json" 2>/dev/null | sed 's/^/  /'
for signer in first second; do
    "$desk" manifest sign "$keys/new/recipients.json" --key "$keys/$signer" >/dev/null 2>&1
done
mv "$keys/new" "$keys/$next"
manifest=(--manifest "$keys/$next/recipients.json" --trust "$keys/$epoch/recipients.json")
"$amanat" keys install "$keys/$next/recipients.json" --config "$demo/amanat.toml" | sed 's/^/  /'
rotation=$demo/rotation
rm -rf "$rotation" && mkdir "$rotation"
run() { # what it is called here, then the command
    saw "$1"
    "${@:2}" 2>&1 | sed 's/^/    /'
}
run "amanat rotate export" "$amanat" rotate export --config "$demo/amanat.toml" --out "$rotation/headers.tar"
run "amanat-desk rotate" "${offline[@]}" "$desk" rotate "$rotation/headers.tar" "${identities[@]}" "${manifest[@]}" --out "$rotation/rotated.tar"
run "amanat rotate import" "$amanat" rotate import "$rotation/rotated.tar" --config "$demo/amanat.toml"
run "amanat-desk rotate prove" "${offline[@]}" "$desk" rotate prove "$rotation/rotated.tar" --identity "$keys/$next/researcher.key" "${manifest[@]}" \
    --signer "$keys/first" --out "$rotation/receipt.txt"
run "amanat-desk rotate sign" "${offline[@]}" "$desk" rotate sign "$rotation/receipt.txt" --key "$keys/second"
run "amanat rotate finish" "$amanat" rotate finish "$rotation/receipt.txt" --config "$demo/amanat.toml"
run "amanat rotate status" "$amanat" rotate status --config "$demo/amanat.toml"
rotated=$rotation/all.tar
"$amanat" export --config "$demo/amanat.toml" --out "$rotated" >/dev/null
if "$desk" open "$rotated" "${identities[@]}" --out "$rotation/old" >/dev/null 2>&1; then fail "an old key still opens"; fi
saw "with every old key: $(find "$rotation/old" -name testimony.json 2>/dev/null | wc -l) testimonies open"
"${offline[@]}" "$desk" open "$rotated" --identity "$keys/$next/researcher.key" --out "$rotation/new" | sed 's/^/  with the new key: /'
cmp "$rotation/new/$id/testimony.json" "$folder/testimony.json"
rm -rf "$rotation"
"${ask[@]}" "$url/.well-known/amanat/" | sed 's/^/  for everybody to check, below \/.well-known\/amanat\/: /'

if [ -t 0 ] && [ -t 1 ]; then
    step "The form is at $url until Ctrl-C."
    saw "Your browser will warn of the certificate: it was made by this server, for this run."
    wait "$server" || true
else
    step "Done; the server is being stopped."
fi
