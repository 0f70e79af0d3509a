//! Builds HEIF files box by box, in the ways that real writers do and in odd ones.

/// A box.
pub(super) fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&u32::try_from(content.len() + 8).unwrap().to_be_bytes(), kind.as_slice(), content].concat()
}

/// A full box of a version, with flags.
pub(super) fn full(kind: &[u8; 4], version: u8, flags: u8, content: &[u8]) -> Vec<u8> {
    boxed(kind, &[&[version, 0, 0, flags], content].concat())
}

/// The first box of a type, found by its name.
pub(super) fn find(bytes: &[u8], kind: &[u8; 4]) -> Vec<u8> {
    let at = bytes.windows(4).position(|window| window == kind).unwrap() - 4;
    let size = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    bytes[at..at + size as usize].to_vec()
}

/// Where an item's data is.
#[derive(Clone, Default)]
pub(super) enum Place {
    /// One piece of the file.
    #[default]
    File,
    /// Pieces of the file of this many bytes, with `gap` between them.
    Pieces(usize),
    /// Between the tables.
    Idat,
    /// A part of the data of another item, from a byte on.
    Inside(u32, usize),
}

#[derive(Clone, Default)]
pub(super) struct Item {
    pub(super) id: u32,
    pub(super) kind: [u8; 4],
    /// What follows the type: a name, a media type.
    pub(super) about: Vec<u8>,
    pub(super) data: Vec<u8>,
    pub(super) place: Place,
    /// Properties, from 1.
    pub(super) properties: Vec<u16>,
    pub(super) hidden: bool,
    pub(super) protected: u16,
    pub(super) elsewhere: u16,
}

/// How an item's place is told, and its pieces.
type Told = (u8, Vec<(usize, usize, usize)>);

#[derive(Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way to write the same file")]
pub(super) struct Album {
    pub(super) brand: [u8; 4],
    pub(super) primary: u32,
    pub(super) items: Vec<Item>,
    pub(super) links: Vec<([u8; 4], u32, Vec<u32>)>,
    /// Whole boxes.
    pub(super) properties: Vec<Vec<u8>>,
    /// Version of the table of places; from 2 on all numbers of items are wide.
    pub(super) version: u8,
    /// Places of properties take two bytes.
    pub(super) wide: bool,
    /// All items are essential, or none.
    pub(super) essential: bool,
    /// The handler's name.
    pub(super) handler: Vec<u8>,
    /// Boxes more in the tables, in the list of properties' box, before and after the data.
    pub(super) tables: Vec<u8>,
    pub(super) before: Vec<u8>,
    pub(super) after: Vec<u8>,
    /// Bytes between pieces.
    pub(super) gap: Vec<u8>,
    /// The data's box has a size of eight bytes; or of none, up to the end.
    pub(super) long: bool,
    pub(super) open: bool,
}

impl Album {
    pub(super) fn file(&self) -> Vec<u8> {
        let (_, size) = self.build(0);
        self.build(size).0
    }

    /// The file with data that starts at `start`, and where it does start.
    fn build(&self, start: usize) -> (Vec<u8>, usize) {
        let (mut mdat, mut idat, mut places) = (self.gap.clone(), self.gap.clone(), Vec::new());
        for item in &self.items {
            let (method, pieces): (u8, Vec<(usize, usize, usize)>) = match item.place {
                Place::File => (0, vec![(0, start + mdat.len(), item.data.len())]),
                Place::Idat => (1, vec![(0, idat.len(), item.data.len())]),
                Place::Inside(_, from) => (2, vec![(1, from, item.data.len())]),
                Place::Pieces(size) => {
                    let mut at = start + mdat.len();
                    let pieces = item.data.chunks(size).map(|piece| {
                        at += piece.len() + self.gap.len();
                        (0, at - piece.len() - self.gap.len(), piece.len())
                    });
                    (0, pieces.collect())
                }
            };
            match item.place {
                Place::File => mdat.extend_from_slice(&item.data),
                Place::Idat => idat.extend_from_slice(&item.data),
                Place::Pieces(size) => {
                    item.data.chunks(size).for_each(|piece| mdat.extend([piece, &self.gap].concat()));
                }
                Place::Inside(..) => {}
            }
            mdat.extend_from_slice(&self.gap);
            idat.extend_from_slice(&self.gap);
            places.push((method, pieces));
        }
        let meta = self.meta(&places, &idat);
        let mut file = boxed(b"ftyp", &[&self.brand[..], &[0; 4], b"mif1", &self.brand].concat());
        file.extend(meta);
        file.extend_from_slice(&self.before);
        let size = u32::try_from(mdat.len() + 8).unwrap();
        if self.long {
            file.extend([&[0, 0, 0, 1], b"mdat".as_slice(), &u64::from(size + 8).to_be_bytes()].concat());
        } else {
            file.extend([&if self.open { 0 } else { size }.to_be_bytes(), b"mdat".as_slice()].concat());
        }
        let at = file.len();
        file.extend(mdat);
        file.extend_from_slice(&self.after);
        (file, at)
    }

    fn number(&self, id: u32) -> Vec<u8> {
        let short = u16::try_from(id & 0xffff).unwrap().to_be_bytes().to_vec();
        if self.version < 2 { short } else { id.to_be_bytes().to_vec() }
    }

    fn meta(&self, places: &[Told], idat: &[u8]) -> Vec<u8> {
        let wide = u8::from(self.version > 1);
        let count = self.number(u32::try_from(self.items.len()).unwrap());
        let mut iinf = count.clone();
        let mut iloc = [&[0x44, if self.version == 0 { 0 } else { 4 }], count.as_slice()].concat();
        for (item, (method, pieces)) in self.items.iter().zip(places) {
            let entry = [&self.number(item.id), &item.protected.to_be_bytes()[..], &item.kind, &item.about].concat();
            iinf.extend(full(b"infe", 2 + wide, u8::from(item.hidden), &entry));
            iloc.extend(self.number(item.id));
            if self.version > 0 {
                iloc.extend([0, *method]);
            }
            iloc.extend(item.elsewhere.to_be_bytes());
            iloc.extend(u16::try_from(pieces.len()).unwrap().to_be_bytes());
            for (index, offset, length) in pieces {
                let all = [*index, *offset, *length].map(|number| u32::try_from(number).unwrap().to_be_bytes());
                iloc.extend(all[usize::from(self.version == 0)..].concat());
            }
        }
        let mut iref = Vec::new();
        let inside = self.items.iter().filter_map(|item| match item.place {
            Place::Inside(of, _) => Some((*b"iloc", item.id, vec![of])),
            _ => None,
        });
        for (kind, from, to) in self.links.iter().cloned().chain(inside) {
            let to = [vec![0, u8::try_from(to.len()).unwrap()], to.iter().flat_map(|id| self.number(*id)).collect()];
            iref.extend(boxed(&kind, &[self.number(from), to.concat()].concat()));
        }
        let mut ipma = u32::try_from(self.items.len()).unwrap().to_be_bytes().to_vec();
        for item in &self.items {
            ipma.extend(self.number(item.id));
            ipma.push(u8::try_from(item.properties.len()).unwrap());
            let top = u16::from(self.essential);
            for place in &item.properties {
                let word = (top << if self.wide { 15 } else { 7 } | place).to_be_bytes();
                ipma.extend(&word[usize::from(!self.wide)..]);
            }
        }
        let ipma = full(b"ipma", wide, u8::from(self.wide), &ipma);
        let iprp = [boxed(b"ipco", &self.properties.concat()), ipma].concat();
        let tables = [
            full(b"hdlr", 0, 0, &[b"\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0", self.handler.as_slice(), b"\0"].concat()),
            full(b"pitm", wide, 0, &self.number(self.primary)),
            full(b"iinf", wide, 0, &iinf),
            full(b"iloc", self.version, 0, &iloc),
            full(b"iref", wide, 0, &iref),
            boxed(b"iprp", &iprp),
            boxed(b"idat", idat),
            self.tables.clone(),
        ];
        full(b"meta", 0, 0, &tables.concat())
    }
}
