#!/usr/bin/env bash
# Runs Amanat, exiftool, mat2 and ffmpeg on the same real files, and prints what an outside checker says of each.
#
#   tests/scrub/peers.sh CORPUS CHECKER [FORMATS]
#
# CORPUS has a folder for each format, named by its extension. CHECKER is a program: `CHECKER CORPUS SCRUBBED --json OUT
# --only FORMATS`, which writes a list of {fmt, status, hard, fid}. FORMATS is a list with commas.
set -euo pipefail
cd "$(dirname "$0")/../.."

corpus=$(realpath "$1")
checker=$(realpath "$2")
formats=${3:-jpg,png,webp,gif,tif,heic,avif,mp4,mov,3gp,m4a,mkv,webm,ogg,opus,flac,mp3,aac,amr,wav}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --quiet --release --no-default-features --features desk --bin amanat-desk
mkdir -p "$work/files" "$work/exiftool" "$work/mat2" "$work/ffmpeg"
for format in ${formats//,/ }; do
    if [ -d "$corpus/$format" ]; then cp -r "$corpus/$format" "$work/files/"; fi
done
corpus=$work/files

timed() { # name, command…
    local name=$1 begun
    shift
    begun=$(date +%s.%N)
    "$@" >"$work/$name.log" 2>&1 || true
    printf '%s %s\n' "$name" "$(echo "$(date +%s.%N) - $begun" | bc)" >>"$work/times"
}

with_exiftool() { exiftool -q -q -m -r -all= -o "$work/exiftool/%d" -ext '*' .; }

with_mat2() {
    cp -r . "$work/mat2"
    find "$work/mat2" -type f -exec mat2 --inplace {} + || true
}

with_ffmpeg() {
    local file
    while IFS= read -r -d '' file; do
        mkdir -p "$work/ffmpeg/$(dirname "$file")"
        ffmpeg -nostdin -v error -y -i "$file" -map 0 -map_metadata -1 -map_chapters -1 -c copy -fflags +bitexact \
            -flags:v +bitexact -flags:a +bitexact "$work/ffmpeg/$file" || rm -f "$work/ffmpeg/$file"
    done < <(find . -type f -print0)
}

cd "$corpus"
timed amanat "$OLDPWD/target/release/amanat-desk" scrub . --out "$work/amanat" --jobs 1
timed exiftool with_exiftool
timed mat2 with_mat2
timed ffmpeg with_ffmpeg
# mat2 leaves a file that it refuses as it was: that is a refusal, and no result.
while IFS= read -r -d '' file; do
    if cmp -s "$file" "$work/mat2/$file"; then rm "$work/mat2/$file"; fi
done < <(find . -type f -print0)
cd "$OLDPWD"

for tool in amanat exiftool mat2 ffmpeg; do
    "$checker" "$corpus" "$work/$tool" --only "$formats" --json "$work/$tool.json" --quiet >"$work/$tool.table" 2>&1 ||
        { cat "$work/$tool.table" >&2; exit 1; }
done

perl -MJSON::PP -e '
    my ($work, @tools) = @ARGV;
    my (%of, %all, %bytes);
    for my $tool (@tools) {
        open my $file, "<", "$work/$tool.json" or die; local $/;
        for my $one (@{decode_json(<$file>)}) {
            my $fid = $one->{fid} // "";
            my $is = $one->{status} eq "refused" ? 4 : $fid eq "BROKEN" ? 2 : @{$one->{hard} // []} ? 1 : $fid eq "lossy" ? 3 : 0;
            $_->{$tool}[$is]++ for $of{$one->{fmt}}, $all{all};
            if ($tool eq $tools[0]) { $bytes{$_} += $one->{bytes} for "all"; $bytes{"n $_"}++ for $one->{fmt}, "all"; }
        }
    }
    open my $times, "<", "$work/times"; my %time = map { split } <$times>;
    print "clean / leaky / broken / lossy / refused\n\n| | ", join(" | ", @tools), " |\n|---|", "---|" x @tools, "\n";
    for my $format ("all", sort keys %of) {
        my $row = $format eq "all" ? $all{all} : $of{$format};
        printf "| %s (%d) | %s |\n", $format, $bytes{"n $format"},
            join " | ", map { my $t = $row->{$_}; join "/", map { $t->[$_] // 0 } 0..4 } @tools;
    }
    printf "| files a second, one core | %s |\n", join " | ", map { sprintf "%.0f", $bytes{"n all"} / $time{$_} } @tools;
' "$work" amanat exiftool mat2 ffmpeg

echo
echo "What Amanat left that the checker names:"
perl -MJSON::PP -e '
    local $/; my %of; my %hard;
    for my $one (@{decode_json(<STDIN>)}) {
        $of{"$one->{fmt} $_->[0]"}++ for @{$one->{soft} // []};
        print "  HARD $one->{file}: $_->[0]\n" for @{$one->{hard} // []};
        print "  $one->{fid} $one->{file}: $one->{note}\n" if ($one->{fid} // "") =~ /BROKEN|lossy/;
        print "  refused $one->{file}\n" if $one->{status} eq "refused";
    }
    print "  soft $_: $of{$_} files\n" for sort keys %of;
' <"$work/amanat.json"
