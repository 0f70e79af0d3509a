//! What a request says of how its answer is to look: in which language, and whether compressed.

use actix_web::{
    HttpRequest,
    http::{
        Method,
        header::{self, HeaderValue},
    },
};

use super::Shared;
use crate::intake::locales::{Locale, Served};

/// The one value that is left of `Accept-Encoding` at the door.
pub(super) const GZIP: HeaderValue = HeaderValue::from_static("gzip");

/// A request, as far as pages look at it.
pub(super) struct Visit<'a> {
    pub(super) locale: &'a Locale,
    /// The language's place among those that are served.
    pub(super) place: usize,
    pub(super) gzip: bool,
}

impl<'a> Visit<'a> {
    /// The same, on another thread.
    pub(super) fn again(place: usize, gzip: bool, shared: &'a Shared) -> Self {
        let locale = shared.languages.iter().nth(place).unwrap_or_else(|| shared.languages.first());
        Self { locale, place, gzip }
    }

    pub(super) fn of(request: &HttpRequest, shared: &'a Shared) -> Self {
        let gzip = request.headers().get(header::ACCEPT_ENCODING).is_some_and(|value| value == GZIP);
        let (place, locale) = language(&shared.languages, request.path());
        Self { locale, place, gzip: gzip && request.method() != Method::HEAD }
    }
}

/// The language of an address: its first part, or else that of the first page.
pub(super) fn language<'a>(languages: &'a Served, path: &str) -> (usize, &'a Locale) {
    let tag = path.strip_prefix('/').and_then(|path| path.split('/').next()).unwrap_or_default();
    let mut all = languages.iter().enumerate();
    let named = all.find(|(_, locale)| locale.tag.as_str() == tag);
    let first = languages.first();
    named.or_else(|| languages.iter().enumerate().find(|(_, locale)| locale.tag == first.tag)).unwrap_or((0, first))
}

/// Whether an `Accept-Encoding` takes gzip (RFC 9110, section 12.5.3). A weight of zero refuses it.
pub(super) fn takes_gzip(value: &HeaderValue) -> bool {
    let Ok(value) = value.to_str() else { return false };
    value.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip") || name == "*");
        let refused = parts.any(|part| {
            part.strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok()).is_some_and(|weight| weight <= 0.0)
        });
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_taken_unless_it_is_refused() {
        let takes = |value: &'static str| takes_gzip(&HeaderValue::from_static(value));
        for yes in ["gzip", "gzip, deflate, br, zstd", "br, GZIP;q=0.5", "*", "identity;q=0, gzip"] {
            assert!(takes(yes), "{yes}");
        }
        for no in ["", "br", "gzip;q=0", "gzip; q=0.0", "identity"] {
            assert!(!takes(no), "{no}");
        }
    }
}
