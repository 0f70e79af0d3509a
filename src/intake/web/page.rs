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
    headers,
    refusal::{Refusal, Words},
};
use crate::testimony::{
    digest::Sha256,
    questionnaire::{Kind, Questionnaire},
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
}

#[derive(Template)]
#[template(path = "intake/web/pages/notice.html")]
struct NoticePage<'a> {
    style: &'static str,
    lang: &'a str,
    title: &'a str,
    lines: &'a [String],
    new_form: bool,
}

/// Makes pages.
pub(super) enum Pages {}

impl Pages {
    pub(super) fn policy() -> HeaderValue {
        POLICY.clone()
    }

    pub(super) fn form(
        questionnaire: &Questionnaire,
        token: &str,
        limits: &crate::intake::config::Limits,
    ) -> HttpResponse {
        let (files, file_mb, form_mb) = (limits.files, limits.file_mb, limits.form_mb);
        render(StatusCode::OK, &FormPage { style: STYLE, questionnaire, token, files, file_mb, form_mb })
    }

    pub(super) fn thanks(questionnaire: &Questionnaire) -> HttpResponse {
        let (lang, lines) = (&questionnaire.meta.source_lang, [questionnaire.texts.thanks.clone()]);
        render(StatusCode::OK, &NoticePage { style: STYLE, lang, title: "Thank you", lines: &lines, new_form: false })
    }

    pub(super) fn refusal(questionnaire: &Questionnaire, refusal: &Refusal) -> HttpResponse {
        let Words { title, lines } = refusal.words();
        let lang = &questionnaire.meta.source_lang;
        let mut response =
            render(refusal.status(), &NoticePage { style: STYLE, lang, title, lines: &lines, new_form: true });
        if matches!(refusal, Refusal::Busy | Refusal::Away | Refusal::Unknown) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("120"));
        }
        response
    }
}

fn render(status: StatusCode, page: &impl Template) -> HttpResponse {
    match page.render() {
        Ok(html) => HttpResponse::build(status).content_type(ContentType::html()).body(html),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}
