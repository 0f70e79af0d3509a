//! Testimonies of 2 KB of text.

use crate::{
    ROUNDS,
    house::{House, form::Form},
    postgres::Raw,
    table::{Line, Measured, Table},
    visitors::{Forms, Letter, send},
};

/// At one time.
const CONNECTIONS: u32 = 8;
/// Testimonies in one round.
const ALL: u32 = 4000;

fn letter() -> Letter {
    // A thousand letters of two bytes each.
    Letter::of(&Form::text(&"ئ".repeat(1000)))
}

/// Testimonies a second, against the same sealed rows put in by pgbench.
pub(crate) fn measure(house: &House, table: &mut Table) {
    let letter = letter();
    send(house, CONNECTIONS, 400, &letter, Forms::OneByOne);
    let raw = Raw::like(house, 1, "8");
    let against = "the same rows by 8 clients of pgbench";
    for (what, forms) in [("2 KB texts, form and POST", Forms::OneByOne), ("2 KB texts, POST alone", Forms::Before)] {
        let mut best: (Option<Measured>, Option<Measured>) = (None, None);
        for _ in 0..ROUNDS {
            best.0 = Some(send(house, CONNECTIONS, ALL, &letter, forms).or(best.0));
            best.1 = Some(raw.measure().or(best.1));
        }
        let (ours, most) = (best.0.unwrap(), best.1.unwrap());
        table.add(Line { what: what.to_owned(), against, unit: "a second", ours, most, wanted: 0.3 });
    }
    println!("the server's peak memory: {} MiB", house.peak_memory() >> 10);
}

/// None may be lost, however many come at once.
pub(crate) fn thousand() {
    let house = House::open();
    let sent = 1000;
    let all = send(&house, 32, sent, &letter(), Forms::OneByOne);
    let kept = house.count();
    println!("{kept} of {sent} sent at 32 connections were kept, {:.0} a second", all.rate);
    assert_eq!(kept, u64::from(sent), "a testimony was lost");
}
