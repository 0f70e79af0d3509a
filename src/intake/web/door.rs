//! What the server remembers of a request's head: which page, and how its body is to be read. Nothing else gets in.
//!
//! The HTTP library keeps heads of finished requests for reuse, and with each the buffer that it was read into. So
//! address and headers are rewritten here, in memory of their own, before anything else looks at them.

use actix_web::{
    dev::ServiceRequest,
    http::{
        Uri,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
};

use super::{
    token,
    visit::{GZIP, takes_gzip},
    well_known,
};
use crate::intake::locales::Served;

/// Headers that say how a body is to be read.
const KEPT: [HeaderName; 2] = [header::CONTENT_TYPE, header::CONTENT_LENGTH];

/// A page that does not exist, whatever it was called.
const NOWHERE: &str = "/-";
/// The same below a language.
const NOWHERE_HERE: &str = "-";

/// Rewrites a request's head.
pub(super) fn strip(request: &mut ServiceRequest, languages: &Served) {
    let address = known(request.path(), languages).and_then(|path| Uri::try_from(path).ok());
    let address = address.unwrap_or_else(|| Uri::from_static(NOWHERE));
    let mut headers = HeaderMap::with_capacity(KEPT.len());
    for name in KEPT {
        let copied = request.headers().get(&name).and_then(|value| HeaderValue::from_bytes(value.as_bytes()).ok());
        if let Some(value) = copied {
            headers.insert(name, value);
        }
    }
    if request.headers().get_all(header::ACCEPT_ENCODING).any(takes_gzip) {
        headers.insert(header::ACCEPT_ENCODING, GZIP);
    }
    *request.headers_mut() = headers;
    request.match_info_mut().get_mut().update(&address);
    request.head_mut().uri = address;
}

/// A copy of the path, if it is one that a page of ours can have. A query never is.
fn known(path: &str, languages: &Served) -> Option<String> {
    match path {
        "/" | well_known::INDEX | well_known::MANIFEST => return Some(path.to_owned()),
        _ if well_known::is_signature(path) => return Some(path.to_owned()),
        _ => {}
    }
    let (tag, page) = path.strip_prefix('/').map(|path| path.split_once('/').unwrap_or((path, "")))?;
    languages.by_tag(tag)?;
    let is_form = |token: &str| {
        token.len() == token::TEXT_LEN && token.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    };
    let page = match page {
        "" => return Some(format!("/{tag}")),
        "thanks" => page,
        _ if page.strip_prefix("send/").is_some_and(is_form) => page,
        _ if page.starts_with("send/") => "send/-",
        _ => NOWHERE_HERE,
    };
    Some(format!("/{tag}/{page}"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use actix_web::test::TestRequest;

    use super::*;
    use crate::{
        intake::{config::Languages, locales::Locales},
        testimony::questionnaire::Questionnaire,
    };

    fn languages() -> Served {
        let form = Questionnaire::parse(include_str!("../../../config/questionnaire.toml")).ok().unwrap();
        let locales = Locales::load(Path::new("config/locales"), &form).ok().unwrap();
        Served::choose(locales, &Languages::default()).ok().unwrap()
    }

    #[test]
    fn only_the_page_and_the_kind_of_body_are_remembered() {
        let token = "A".repeat(token::TEXT_LEN);
        for (address, path) in [
            ("/?from=mallory", "/"),
            ("/en?from=mallory", "/en"),
            ("/en/", "/en"),
            ("/en/thanks", "/en/thanks"),
            (&*format!("/en/send/{token}?x=1"), &*format!("/en/send/{token}")),
            ("/en/send/mallory", "/en/send/-"),
            ("/en/mallory", "/en/-"),
            ("/send/mallory", NOWHERE),
            ("/mallory", NOWHERE),
            ("/mallory/thanks", NOWHERE),
            ("/.well-known/amanat/mallory", NOWHERE),
            ("/.well-known/amanat/recipients.json", "/.well-known/amanat/recipients.json"),
        ] {
            let request = TestRequest::with_uri(address)
                .insert_header(("cookie", "mallory"))
                .insert_header(("accept-language", "mallory"))
                .insert_header(("accept-encoding", "gzip, mallory"))
                .insert_header(("content-length", "7"));
            let mut request = request.to_srv_request();
            strip(&mut request, &languages());
            assert_eq!((request.path(), request.query_string()), (path, ""));
            assert_eq!(request.headers().len(), 2);
            assert!(!format!("{request:?}").contains("mallory"));
        }
    }
}
