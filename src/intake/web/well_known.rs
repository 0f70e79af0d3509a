//! `/.well-known/amanat/` (RFC 8615): the manifest and its signatures as they were signed, so that outsiders can compare
//! what different visitors get, and check it with stock `minisign`.

use actix_web::{HttpRequest, HttpResponse, http::header::ContentType, web};

use super::{Shared, refusal::Refusal, routes::refused, visit::Visit};

/// A list of the files' names.
pub(super) const INDEX: &str = "/.well-known/amanat/";
/// The manifest.
pub(super) const MANIFEST: &str = "/.well-known/amanat/recipients.json";
/// Its name, and how the names of its signatures begin.
const NAME: &str = "recipients.json";
/// How they end.
const SIGNATURE: &str = ".minisig";

/// Whether a path is one that a signature can have: `….json.<16 hexadecimal digits>.minisig`.
pub(super) fn is_signature(path: &str) -> bool {
    let id = path
        .strip_prefix(MANIFEST)
        .and_then(|rest| rest.strip_prefix('.'))
        .and_then(|rest| rest.strip_suffix(SIGNATURE));
    id.is_some_and(|id| id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte)))
}

pub(super) async fn index(request: HttpRequest, shared: web::Data<Shared>) -> HttpResponse {
    let Some(keys) = shared.keyring.current(shared.clock.now()) else {
        return refused(&shared, &Visit::of(&request, &shared), Refusal::NoKeys);
    };
    let signatures = keys.signatures().iter().map(|signature| format!("{NAME}.{}{SIGNATURE}\n", signature.signer()));
    let mut names: Vec<_> = std::iter::once(format!("{NAME}\n")).chain(signatures).collect();
    names.sort();
    let list = names.concat();
    HttpResponse::Ok().content_type(ContentType::plaintext()).body(list)
}

pub(super) async fn file(request: HttpRequest, name: web::Path<String>, shared: web::Data<Shared>) -> HttpResponse {
    let visit = Visit::of(&request, &shared);
    let Some(keys) = shared.keyring.current(shared.clock.now()) else {
        return refused(&shared, &visit, Refusal::NoKeys);
    };
    if *name == NAME {
        return HttpResponse::Ok().content_type(ContentType::json()).body(keys.manifest().bytes().to_vec());
    }
    let is_it = |id: &dyn std::fmt::Display| *name == format!("{NAME}.{id}{SIGNATURE}");
    match keys.signatures().iter().find(|signature| is_it(&signature.signer())) {
        Some(signature) => {
            HttpResponse::Ok().content_type(ContentType::plaintext()).body(signature.as_str().to_owned())
        }
        None => refused(&shared, &visit, Refusal::NoPage),
    }
}
