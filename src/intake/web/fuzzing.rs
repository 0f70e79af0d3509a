//! A way in for fuzzers alone, built only by `cargo fuzz`: any bytes, in any pieces, as the body of a form.

use actix_web::{
    dev::Payload,
    http::header::{self, HeaderMap, HeaderValue},
    web::Bytes,
};
use futures_util::stream;

use super::{
    body::{Body, Pace},
    receive::{Rules, receive},
};
use crate::{intake::config::Limits, testimony::questionnaire::Questionnaire};

/// Reads `body`, cut into pieces of `piece` bytes, as a form with this boundary. Gives the number of fields and files
/// when it is accepted.
pub async fn form(
    body: &[u8],
    piece: usize,
    questionnaire: &Questionnaire,
    limits: &Limits,
    spool: &std::path::Path,
) -> Option<usize> {
    let pieces: Vec<_> = body.chunks(piece.max(1)).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    let payload: Payload = Payload::Stream { payload: Box::pin(stream::iter(pieces)) };
    let body = Body::new(payload, limits.form_bytes(), Pace { idle: limits.idle(), whole: limits.whole(), slowest: 0 });
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("multipart/form-data; boundary=b"));
    let arrived = receive(&headers, &body, &Rules { questionnaire, limits, spool, instead: None }).await.ok()?;
    Some(arrived.typed.len() + arrived.files.len())
}
