#!/usr/bin/perl
# search.pl PIECES PLACE...: looks for the bytes of each file in the folder PIECES in every file at or below each PLACE.
use strict;
use warnings;
use File::Find;

my ($folder, @places) = @ARGV;
my %pieces;
for my $path (sort glob("\Q$folder\E/*")) {
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    $pieces{ $path =~ s{.*/}{}r } = <$file>;
}
die "no pieces in $folder\n" unless %pieces;
my $longest = (sort { $b <=> $a } map { length } values %pieces)[0];

my ($files, $bytes, %found) = (0, 0);
sub look {
    my ($path) = @_;
    open my $file, '<:raw', $path or return;    # a file of the database may go while we look
    $files++;
    my $window = '';
    while (read $file, my $more, 1 << 20) {
        $bytes += length $more;
        $window .= $more;
        for my $piece (keys %pieces) {
            $found{$piece}{$path} = 1 if index($window, $pieces{$piece}) >= 0;
        }
        $window = substr $window, -$longest if length $window > $longest;
    }
}
find({ no_chdir => 1, wanted => sub { look($_) if -f && !-l } }, @places);

print "$files files, $bytes bytes\n";
for my $piece (sort keys %pieces) {
    my @in = sort keys %{ $found{$piece} };
    print "$piece: ", @in ? "FOUND in @in" : 'found nowhere', "\n";
}
