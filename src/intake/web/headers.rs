//! Headers that every response carries.

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderName, HeaderValue},
    middleware::Next,
    web,
};

use super::{Shared, door, page::Pages};

const FIXED: [(HeaderName, &str); 9] = [
    (header::CACHE_CONTROL, "no-store"),
    // `no-referrer` would make the form's own POST send `Origin: null`.
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::X_DNS_PREFETCH_CONTROL, "off"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// The policy of every page: nothing but our own inline style, and forms to ourselves.
pub(super) fn policy(style_sha256: &str) -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{style_sha256}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
}

/// Adds the headers to whatever the rest of the server answers.
pub(super) async fn strict(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(shared) = request.app_data::<web::Data<Shared>>().cloned() {
        door::strip(&mut request, &shared.languages);
    }
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, Pages::policy());
    Ok(response)
}
