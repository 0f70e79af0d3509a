//! Bytes of the data's boxes that belong to no item: what is left when an item is deleted by its entry alone.

use super::{meta::Meta, places::Ground, spans::Span};

/// True if some of the data in `boxes` is no item's.
pub(super) fn any(meta: &Meta, ground: &Ground<'_>, boxes: &[(u64, u64)]) -> bool {
    let owned = meta.located.keys().filter(|id| meta.items.contains_key(id) && ground.direct(**id));
    let mut owned: Vec<Span> = owned.filter_map(|id| ground.spans(*id).ok()).flatten().collect();
    owned.sort_unstable();
    let data = boxes.iter().map(|(start, end)| Span { start: *start, end: *end }).chain(ground.idat);
    let mut data: Vec<Span> = data.collect();
    data.sort_unstable();
    let mut owned = owned.into_iter().peekable();
    data.into_iter().any(|data| {
        let mut at = data.start;
        while let Some(span) = owned.next_if(|span| span.start <= at.max(data.start)) {
            at = at.max(span.end);
        }
        at < data.end
    })
}
