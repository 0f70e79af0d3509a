//! The pages: compiled templates that escape whatever they show, in the language of the address, at one size a kind.

mod form;
mod notice;
mod question;
mod wire;

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{self, ContentType, HeaderValue},
    },
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

pub(super) use self::wire::Size;
use self::{
    form::{Again, Made},
    question::Filled,
    wire::Sheet,
};
use super::{Shared, headers, refusal::Refusal, visit::Visit};
use crate::{
    intake::locales::{Locale, Words},
    testimony::{
        answers::Typed,
        digest::Sha256,
        keys::{manifest::Manifest, trust::Trusted},
    },
};

const STYLE: &str = include_str!("../pages/style.css");

/// Sizes are rounded up to this, so that a changed word does not change them.
const GRAIN: usize = 256;

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let sha256 = STANDARD.encode(Sha256::of(STYLE.as_bytes()).0);
    HeaderValue::try_from(headers::policy(&sha256)).unwrap_or(HeaderValue::from_static("default-src 'none'"))
});

/// By which outsiders see whom this page seals to.
struct Keys {
    epoch: i32,
    fingerprint: String,
}

impl Keys {
    fn of(manifest: &Manifest) -> Self {
        Self { epoch: manifest.epoch(), fingerprint: manifest.fingerprint().to_string() }
    }

    /// The longest that there can be: six groups of five digits.
    fn longest() -> Self {
        Self { epoch: i32::MAX, fingerprint: "12345 67890 24680 13579 97531 86420".to_owned() }
    }

    fn label(&self, locale: &Locale) -> String {
        locale.say_with(Words::Keys, &[("epoch", &self.epoch)])
    }
}

/// The form in every language, made once for a manifest and a year, and the size of each kind of page.
#[derive(Default)]
pub(super) struct Pages(RwLock<Option<Arc<Ready>>>);

struct Ready {
    manifest: Sha256,
    year: u16,
    /// In the order of the languages.
    forms: Vec<Sheet>,
    form: Size,
}

impl Pages {
    pub(super) fn policy() -> HeaderValue {
        POLICY.clone()
    }

    /// A new form.
    pub(super) fn form(shared: &Shared, visit: &Visit<'_>, token: &str) -> HttpResponse {
        let Some(trusted) = shared.keyring.current(shared.clock.now()) else {
            return Self::refusal(shared, visit, &Refusal::NoKeys);
        };
        let ready = shared.pages.ready(made(shared, &trusted));
        let Some(sheet) = ready.forms.get(visit.place) else { return HttpResponse::InternalServerError().finish() };
        answer(StatusCode::OK, visit, sheet.fill(token.as_bytes(), visit.gzip, ready.form))
    }

    /// The body of the form with what was typed, and why it was not taken; nothing where it is not shown again. It is made
    /// for one visitor, and takes as long as what was typed is.
    pub(super) fn again(
        shared: &Shared,
        visit: &Visit<'_>,
        refusal: &Refusal,
        typed: &Typed,
        token: &str,
    ) -> Option<Vec<u8>> {
        let trusted = shared.keyring.current(shared.clock.now())?;
        let (field, mut lines) = refusal.again(visit.locale)?;
        let made = made(shared, &trusted);
        lines.extend([Words::AgainKeptNothing, Words::AgainFiles].map(|words| visit.locale.say(words).to_owned()));
        let again = Again { field, lines };
        let html = form::page(made, visit.locale, token, Filled { typed: Some(typed), wrong: field }, Some(&again));
        let size = shared.pages.ready(made).form;
        Some(Sheet::whole(html).fill(&[], visit.gzip, size))
    }

    /// The answer with such a body.
    pub(super) fn shown_again(visit: &Visit<'_>, refusal: &Refusal, body: Vec<u8>) -> HttpResponse {
        answer(refusal.status(), visit, body)
    }

    pub(super) fn thanks(shared: &Shared, visit: &Visit<'_>) -> HttpResponse {
        notice(shared, StatusCode::OK, visit, notice::thanks(visit.locale, keys(shared).as_ref()))
    }

    pub(super) fn refusal(shared: &Shared, visit: &Visit<'_>, refusal: &Refusal) -> HttpResponse {
        let html = notice::refusal(visit.locale, refusal, keys(shared).as_ref());
        let mut response = notice(shared, refusal.status(), visit, html);
        if matches!(refusal, Refusal::Busy | Refusal::Away | Refusal::Unknown | Refusal::NoKeys) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("120"));
        }
        response
    }

    fn ready(&self, made: Made<'_>) -> Arc<Ready> {
        let manifest = made.manifest.sha256();
        let is_it = |ready: &&Arc<Ready>| ready.manifest == manifest && ready.year == made.year;
        if let Some(ready) = self.0.read().unwrap_or_else(PoisonError::into_inner).as_ref().filter(is_it) {
            return Arc::clone(ready);
        }
        let mut slot = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(ready) = slot.as_ref().filter(is_it) {
            return Arc::clone(ready);
        }
        let ready = Arc::new(Ready::new(made));
        *slot = Some(Arc::clone(&ready));
        ready
    }
}

impl Ready {
    fn new(made: Made<'_>) -> Self {
        let forms: Vec<_> = made.languages.iter().map(|locale| Sheet::with_holes(form::sheet(made, locale))).collect();
        Self { manifest: made.manifest.sha256(), year: made.year, form: largest(forms.iter().map(Sheet::size)), forms }
    }
}

/// The size of every page that only says something.
pub(super) fn notice_size<'a>(locales: impl Iterator<Item = &'a Locale>) -> Size {
    let keys = Some(Keys::longest());
    largest(locales.flat_map(|locale| {
        let refusals = Refusal::LONGEST.iter().map(|refusal| notice::refusal(locale, refusal, keys.as_ref()));
        std::iter::once(notice::thanks(locale, keys.as_ref()))
            .chain(refusals)
            .map(|html| Sheet::whole(html).size())
            .collect::<Vec<_>>()
    }))
}

fn largest(sizes: impl Iterator<Item = Size>) -> Size {
    let all = sizes
        .fold(Size::default(), |most, size| Size { plain: most.plain.max(size.plain), gzip: most.gzip.max(size.gzip) });
    Size { plain: all.plain.next_multiple_of(GRAIN), gzip: all.gzip.next_multiple_of(GRAIN) }
}

fn made<'a>(shared: &'a Shared, trusted: &'a Trusted) -> Made<'a> {
    Made {
        questionnaire: &shared.questionnaire,
        languages: &shared.languages,
        limits: &shared.limits,
        manifest: trusted.manifest(),
        year: shared.clock.now().year(),
    }
}

fn keys(shared: &Shared) -> Option<Keys> {
    shared.keyring.current(shared.clock.now()).map(|trusted| Keys::of(trusted.manifest()))
}

fn notice(shared: &Shared, status: StatusCode, visit: &Visit<'_>, html: String) -> HttpResponse {
    answer(status, visit, Sheet::whole(html).fill(&[], visit.gzip, shared.notice))
}

fn answer(status: StatusCode, visit: &Visit<'_>, body: Vec<u8>) -> HttpResponse {
    let mut response = HttpResponse::build(status);
    response.content_type(ContentType::html());
    if visit.gzip {
        response.insert_header((header::CONTENT_ENCODING, "gzip"));
    }
    response.body(body)
}
