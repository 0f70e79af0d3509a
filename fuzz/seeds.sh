#!/usr/bin/env bash
# Makes a few small files of each format into a folder each: `fuzz/seeds.sh DIR`. Needs ffmpeg and ImageMagick.
set -euo pipefail
mkdir -p "$1"
cd "$1"

make() { # file, ffmpeg arguments…
    local file=$1
    shift
    mkdir -p "${file%%/*}"
    ffmpeg -nostdin -v error -y "$@" -metadata title=seed "$file" || rm -f "$file"
}

picture=(-f lavfi -i testsrc2=s=32x24:d=0.2:r=10)
sound=(-f lavfi -i sine=d=0.2:r=8000)
still=("${picture[@]}" -frames:v 1)

make jpg/a.jpg "${still[@]}"
make png/a.png "${still[@]}"
make png/b.png "${picture[@]}" -f apng
make webp/a.webp "${still[@]}" -c:v libwebp
make webp/b.webp "${picture[@]}" -c:v libwebp_anim
make webp/c.webp "${still[@]}" -c:v libwebp -lossless 1
make gif/a.gif "${picture[@]}"
make tif/a.tif "${still[@]}"
make tif/b.tif "${still[@]}" -compression_algo deflate
make avif/a.avif "${still[@]}" -c:v libaom-av1 -cpu-used 8
make mp4/a.mp4 "${picture[@]}" "${sound[@]}" -c:v libx264 -c:a aac
make mp4/b.mp4 "${picture[@]}" "${sound[@]}" -c:v mpeg4 -c:a aac -movflags frag_keyframe+empty_moov
make mp4/c.mp4 "${picture[@]}" -c:v libx265 -x265-params log-level=none
make mov/a.mov "${picture[@]}" "${sound[@]}" -c:v mjpeg -c:a pcm_s16be
make 3gp/a.3gp "${picture[@]}" -c:v h263 -s 176x144
make m4a/a.m4a "${sound[@]}" -c:a alac
make mkv/a.mkv "${picture[@]}" "${sound[@]}" -c:v libx264 -c:a flac
make webm/a.webm "${picture[@]}" "${sound[@]}" -c:v libvpx -c:a libopus
make opus/a.opus "${sound[@]}" -c:a libopus
make ogg/a.ogg "${sound[@]}" -c:a libvorbis
make ogg/b.oga "${sound[@]}" -c:a flac
make flac/a.flac "${sound[@]}"
make mp3/a.mp3 "${sound[@]}" -c:a libmp3lame
make aac/a.aac "${sound[@]}" -c:a aac
make wav/a.wav "${sound[@]}"
make wav/b.wav "${sound[@]}" -c:a adpcm_ms
mkdir -p amr heic
printf '#!AMR\n\x3c' >amr/a.amr
head -c 31 /dev/zero >>amr/a.amr
if command -v heif-enc >/dev/null; then heif-enc -q 30 jpg/a.jpg -o heic/a.heic >/dev/null; fi
convert jpg/a.jpg -interlace JPEG -comment seed jpg/b.jpg
