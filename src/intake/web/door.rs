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

use super::{token, well_known};

/// Headers that say how a body is to be read.
const KEPT: [HeaderName; 2] = [header::CONTENT_TYPE, header::CONTENT_LENGTH];

/// A page that does not exist, whatever it was called.
const NOWHERE: &str = "/-";

/// Rewrites a request's head.
pub(super) fn strip(request: &mut ServiceRequest) {
    let address = known(request.path()).and_then(|path| Uri::try_from(path).ok());
    let address = address.unwrap_or_else(|| Uri::from_static(NOWHERE));
    let mut headers = HeaderMap::with_capacity(KEPT.len());
    for name in KEPT {
        let copied = request.headers().get(&name).and_then(|value| HeaderValue::from_bytes(value.as_bytes()).ok());
        if let Some(value) = copied {
            headers.insert(name, value);
        }
    }
    *request.headers_mut() = headers;
    request.match_info_mut().get_mut().update(&address);
    request.head_mut().uri = address;
}

/// A copy of the path, if it is one that a page of ours can have. A query never is.
fn known(path: &str) -> Option<String> {
    let is_form = |token: &str| {
        token.len() == token::TEXT_LEN && token.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    };
    match path {
        "/" | "/thanks" | well_known::INDEX | well_known::MANIFEST => Some(path.to_owned()),
        _ if well_known::is_signature(path) => Some(path.to_owned()),
        _ if path.strip_prefix("/send/").is_some_and(is_form) => Some(path.to_owned()),
        _ if path.starts_with("/send/") => Some("/send/-".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn only_the_page_and_the_kind_of_body_are_remembered() {
        let token = "A".repeat(token::TEXT_LEN);
        for (address, path) in [
            ("/?from=mallory", "/"),
            ("/thanks", "/thanks"),
            (&*format!("/send/{token}?x=1"), &*format!("/send/{token}")),
            ("/send/mallory", "/send/-"),
            ("/mallory/../thanks", NOWHERE),
            ("/.well-known/amanat/mallory", NOWHERE),
            ("/.well-known/amanat/recipients.json", "/.well-known/amanat/recipients.json"),
        ] {
            let request = TestRequest::with_uri(address)
                .insert_header(("cookie", "mallory"))
                .insert_header(("content-length", "7"));
            let mut request = request.to_srv_request();
            strip(&mut request);
            assert_eq!((request.path(), request.query_string()), (path, ""));
            assert_eq!(request.headers().len(), 1);
            assert!(!format!("{request:?}").contains("mallory"));
        }
    }
}
