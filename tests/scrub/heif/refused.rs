//! What is refused, and as what.

use super::*;

fn refusal(it: &Album) -> Refusal {
    house::scrub(&it.file()).err().unwrap()
}

#[test]
fn what_is_locked_elsewhere_or_unknown_is_refused_as_such() {
    let mut locked = album();
    locked.items[0].protected = 1;
    assert!(matches!(refusal(&locked), Refusal::Unsupported(_)));
    let mut elsewhere = album();
    elsewhere.items[0].elsewhere = 1;
    assert!(matches!(refusal(&elsewhere), Refusal::Unsupported(_)));
    let mut codec = album();
    codec.items[0].kind = *b"vvc1";
    assert!(matches!(refusal(&codec), Refusal::Unsupported(_)));
    let mut way = Album { essential: true, ..album() };
    way.properties.push(boxed(b"none", b""));
    way.items[0].properties.push(3);
    assert!(matches!(refusal(&way), Refusal::Unsupported(_)));
    let short = [boxed(b"ftyp", b"mif3\0\0\0\0heic"), boxed(b"mini", &[0; 64])].concat();
    assert!(matches!(house::scrub(&short), Err(Refusal::Unsupported(_))));
}

#[test]
fn what_lacks_a_part_is_damaged() {
    let mut it = album();
    it.primary = 9;
    assert!(matches!(refusal(&it), Refusal::Malformed(_)));
    let mut it = album();
    it.items[0].properties = vec![2];
    assert!(matches!(refusal(&it), Refusal::Malformed(_)));
    let mut it = album();
    it.items[0].data.truncate(20);
    assert!(matches!(refusal(&it), Refusal::Malformed(_)));
    let bytes = album().file();
    assert!(matches!(house::scrub(&bytes[..bytes.len() - 1]), Err(Refusal::Short)));
    let mut grid = album();
    grid.primary = 1;
    let data = vec![0, 0, 0, 1, 0, 128, 0, 64];
    grid.items.push(Item { id: 1, kind: *b"grid", about: vec![0], data, ..Item::default() });
    for tiles in [vec![7], vec![7, 8], vec![7, 1]] {
        grid.links = vec![(*b"dimg", 1, tiles)];
        assert!(matches!(refusal(&grid), Refusal::Malformed(_)));
    }
}

#[test]
fn pieces_that_overlap_do_not_make_a_large_file_of_a_small_one() {
    let mut it = album();
    it.primary = 1;
    it.version = 1;
    // 144 tiles that all begin at the same place, and end a byte after each other.
    it.items[0].data.extend([0; 144]);
    let data = it.items[0].data.clone();
    let tiles: Vec<u32> = (100..244).collect();
    for (less, id) in tiles.iter().enumerate() {
        let data = data[less..].to_vec();
        it.items.push(Item { id: *id, place: Place::Inside(7, 0), data, ..album().items[0].clone() });
    }
    let data = vec![0, 0, 11, 11, 0, 64, 0, 64];
    it.items.push(Item { id: 1, kind: *b"grid", about: vec![0], data, ..Item::default() });
    it.links = vec![(*b"dimg", 1, tiles)];
    assert!(matches!(refusal(&it), Refusal::Large));
    // Items in items in items.
    let mut it = album();
    it.version = 1;
    it.items[0].place = Place::Inside(8, 0);
    it.items.push(Item { id: 8, place: Place::Inside(9, 0), ..album().items[0].clone() });
    it.items.push(Item { id: 9, ..album().items[0].clone() });
    assert!(matches!(refusal(&it), Refusal::Unsupported(_)));
}
