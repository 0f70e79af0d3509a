//! Testimonies with an attachment of 5 MB.

use crate::{
    ROUNDS,
    house::{House, form::Form},
    postgres::Raw,
    table::{Line, Measured, Table},
    visitors::{Forms, Letter, send},
};

/// Of an attachment.
pub(crate) const MEGABYTES: u32 = 5;
/// Testimonies in one round.
const ALL: u32 = 48;
/// Of 512 KiB each, of one transaction of pgbench.
const CHUNKS: u32 = 10;

/// MB a second, against as many bytes of sealed rows put in by pgbench.
pub(crate) fn measure(house: &House, table: &mut Table) {
    let letter = Letter::of(&Form::text("a file").sound("sound.wav", &bytes(MEGABYTES)));
    send(house, 4, 8, &letter, Forms::OneByOne);
    let raw = Raw::like(house, CHUNKS, "4");
    for connections in [4, 8] {
        let mut best: (Option<Measured>, Option<Measured>) = (None, None);
        for _ in 0..ROUNDS {
            let ours = send(house, connections, ALL, &letter, Forms::OneByOne);
            best.0 = Some(Measured { rate: ours.rate * f64::from(MEGABYTES), ..ours }.or(best.0));
            let most = raw.measure();
            let megabytes = f64::from(CHUNKS * 512 * 1024) / 1e6;
            best.1 = Some(Measured { rate: most.rate * megabytes, ..most }.or(best.1));
        }
        let (what, against) = (
            format!("5 MB attachments, {connections} connections"),
            "512 KiB rows, 10 a transaction, by 4 clients of pgbench",
        );
        table.add(Line { what, against, unit: "MB/s", ours: best.0.unwrap(), most: best.1.unwrap(), wanted: 0.5 });
    }
    println!("the server's peak memory: {} MiB", house.peak_memory() >> 10);
}

/// Bytes that look like nothing in particular.
pub(crate) fn bytes(megabytes: u32) -> Vec<u8> {
    (0..megabytes * 1_000_000).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect()
}
