//! The pages, from compiled templates that escape whatever they show.

use std::sync::LazyLock;

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{self, ContentType, HeaderValue},
    },
};
use askama::Template;
use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    Shared, headers,
    refusal::{Refusal, words::Words},
};
use crate::{
    intake::config::Limits,
    testimony::{
        digest::Sha256,
        keys::fingerprint::Fingerprint,
        questionnaire::{Kind, Questionnaire},
    },
};

const STYLE: &str = include_str!("pages/style.css");

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let sha256 = STANDARD.encode(Sha256::of(STYLE.as_bytes()).0);
    HeaderValue::try_from(headers::policy(&sha256)).unwrap_or(HeaderValue::from_static("default-src 'none'"))
});

#[derive(Template)]
#[template(path = "intake/web/pages/form.html")]
struct FormPage<'a> {
    style: &'static str,
    questionnaire: &'a Questionnaire,
    token: &'a str,
    files: usize,
    file_mb: u64,
    form_mb: u64,
    keys: Option<Keys>,
}

#[derive(Template)]
#[template(path = "intake/web/pages/notice.html")]
struct NoticePage<'a> {
    style: &'static str,
    lang: &'a str,
    title: &'a str,
    lines: &'a [String],
    new_form: bool,
    keys: Option<Keys>,
}

/// By which outsiders see whom this page seals to.
struct Keys {
    epoch: i32,
    fingerprint: Fingerprint,
}

/// Makes pages.
pub(super) enum Pages {}

impl Pages {
    pub(super) fn policy() -> HeaderValue {
        POLICY.clone()
    }

    pub(super) fn form(shared: &Shared, token: &str) -> HttpResponse {
        let Limits { files, file_mb, form_mb, .. } = shared.limits;
        let (questionnaire, keys) = (&shared.questionnaire, keys(shared));
        render(StatusCode::OK, &FormPage { style: STYLE, questionnaire, token, files, file_mb, form_mb, keys })
    }

    pub(super) fn thanks(shared: &Shared) -> HttpResponse {
        let lines = [shared.questionnaire.texts.thanks.clone()];
        render(StatusCode::OK, &notice(shared, "Thank you", &lines, false))
    }

    pub(super) fn refusal(shared: &Shared, refusal: &Refusal) -> HttpResponse {
        let Words { title, lines } = refusal.words();
        let mut response =
            render(refusal.status(), &notice(shared, title, &lines, !matches!(refusal, Refusal::NoKeys)));
        if matches!(refusal, Refusal::Busy | Refusal::Away | Refusal::Unknown | Refusal::NoKeys) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("120"));
        }
        response
    }
}

fn notice<'a>(shared: &'a Shared, title: &'a str, lines: &'a [String], new_form: bool) -> NoticePage<'a> {
    let lang = &shared.questionnaire.meta.source_lang;
    NoticePage { style: STYLE, lang, title, lines, new_form, keys: keys(shared) }
}

fn keys(shared: &Shared) -> Option<Keys> {
    let trusted = shared.keyring.current(shared.clock.now())?;
    let manifest = trusted.manifest();
    Some(Keys { epoch: manifest.epoch(), fingerprint: manifest.fingerprint() })
}

fn render(status: StatusCode, page: &impl Template) -> HttpResponse {
    match page.render() {
        Ok(html) => HttpResponse::build(status).content_type(ContentType::html()).body(html),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}
