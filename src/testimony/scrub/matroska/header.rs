//! The EBML header: RFC 8794, section 11.2. Written anew for either of the two doc types.

use super::{
    Refusal, Removed, Report, Source, element, id,
    part::{Parts, text, uint},
    write,
};

/// Longest header in bytes.
const MOST_BYTES: usize = 64 * 1024;
/// The version of Matroska whose elements may be written, and the one that a reader must know.
const VERSION: u64 = 4;
const READ_VERSION: u64 = 2;

/// What a file says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DocType {
    Matroska,
    Webm,
}

/// Reads the header, and goes on to what follows it.
pub(super) fn read(source: &mut Source<'_>, report: &mut Report) -> Result<DocType, Refusal> {
    let whole = source.length();
    let header = element::next(source, whole)?.filter(|element| element.id == id::EBML && element.end.is_some());
    let header = header.ok_or(Refusal::Malformed("its first header is not what the format allows"))?;
    let body = source.take(header.length(), MOST_BYTES)?;
    let mut doc_type = None;
    for (id, body) in Parts(&body) {
        match id {
            id::DOC_TYPE => {
                doc_type = Some(match text(body) {
                    b"matroska" => DocType::Matroska,
                    b"webm" => DocType::Webm,
                    _ => return Err(Refusal::Unsupported("a kind of container that is neither Matroska nor WebM")),
                });
            }
            id::EBML_MAX_ID_LENGTH if uint(body)? > 4 => {
                return Err(Refusal::Unsupported("identifiers of other widths"));
            }
            id::EBML_MAX_SIZE_LENGTH if uint(body)? > 8 => return Err(Refusal::Unsupported("sizes of other widths")),
            id::VOID => report.note(Removed::Padding),
            id::EBML_VERSION
            | id::EBML_READ_VERSION
            | id::EBML_MAX_ID_LENGTH
            | id::EBML_MAX_SIZE_LENGTH
            | id::DOC_TYPE_VERSION
            | id::DOC_TYPE_READ_VERSION
            | id::CRC => {}
            _ => report.note(Removed::UnknownParts),
        }
    }
    doc_type.ok_or(Refusal::Malformed("it does not say what kind of container it is"))
}

/// Writes the header.
pub(super) fn write(doc_type: DocType, out: &mut Vec<u8>) {
    let name: &[u8] = if doc_type == DocType::Webm { b"webm" } else { b"matroska" };
    write::master(id::EBML, out, |out| {
        write::uint(id::EBML_VERSION, 1, out);
        write::uint(id::EBML_READ_VERSION, 1, out);
        write::uint(id::EBML_MAX_ID_LENGTH, 4, out);
        write::uint(id::EBML_MAX_SIZE_LENGTH, 8, out);
        write::bytes_of(id::DOC_TYPE, name, out);
        write::uint(id::DOC_TYPE_VERSION, VERSION, out);
        write::uint(id::DOC_TYPE_READ_VERSION, READ_VERSION, out);
    });
}
