//! What the page says around the questions.

use std::collections::BTreeMap;

/// The texts that a questionnaire must have, and all that it may have.
pub const TEXTS: [&str; 16] = [
    "title",              // neutral: it stays in a browser's list of tabs
    "opening",            // the person decides, and may stop
    "content_note",       // what the page asks about
    "who_reads",          // who reads it
    "server_sees",        // what the server can see
    "do_not_write",       // what not to write
    "other_people",       // no names of others
    "device",             // which device
    "no_download",        // what we never ask for
    "limits",             // what we cannot promise
    "not_emergency",      // how late it may be read
    "under_18",           // for the young
    "no_consent_default", // what a blank means
    "no_change_later",    // what is not possible any more
    "leaving",            // how to leave and clear the browser
    "thanks",             // shown once the testimony is kept
];

/// Texts by their ids. Plain text.
#[derive(Clone, Debug)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    pub(super) fn new(texts: BTreeMap<String, String>) -> Self {
        Self(texts)
    }

    /// Every text with its id, in the order of [`TEXTS`].
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        TEXTS.iter().filter_map(|id| Some((*id, self.0.get(*id)?.as_str())))
    }
}
