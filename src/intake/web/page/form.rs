//! The form's page, new or shown again with what was typed.

use askama::Template;

use super::{
    Keys, STYLE,
    question::{Filled, Part, Shape, parts},
    wire::HOLE,
};
use crate::{
    intake::{
        config::Limits,
        locales::{Locale, Served, Status, Words},
        web::token,
    },
    testimony::{keys::manifest::Manifest, questionnaire::Questionnaire},
};

/// What a form's page is made of.
#[derive(Clone, Copy)]
pub(super) struct Made<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) languages: &'a Served,
    pub(super) limits: &'a Limits,
    pub(super) manifest: &'a Manifest,
    pub(super) year: u16,
}

/// Why a form is shown again.
pub(super) struct Again<'a> {
    /// The question that is wrong, if it is one.
    pub(super) field: Option<&'a str>,
    /// What is wrong, and what to do.
    pub(super) lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "intake/web/pages/form.html")]
struct FormPage<'a> {
    style: &'static str,
    locale: &'a Locale,
    languages: Vec<&'a Locale>,
    parts: Vec<Part<'a>>,
    files: String,
    keys: Keys,
    token: &'a str,
    again: Option<&'a Again<'a>>,
}

impl FormPage<'_> {
    fn text(&self, id: &str) -> &str {
        self.locale.get(&format!("text-{id}")).unwrap_or_default()
    }
}

/// A page whose token is to be filled in.
pub(super) fn sheet(made: Made<'_>, locale: &Locale) -> String {
    let token = HOLE.to_string().repeat(token::TEXT_LEN);
    page(made, locale, &token, Filled::default(), None)
}

/// The page with what was typed.
pub(super) fn page(
    made: Made<'_>,
    locale: &Locale,
    token: &str,
    filled: Filled<'_>,
    again: Option<&Again<'_>>,
) -> String {
    let Made { questionnaire, languages, limits, manifest, year } = made;
    let page = FormPage {
        style: STYLE,
        locale,
        languages: languages.iter().collect(),
        parts: parts(questionnaire, locale, year, filled),
        files: locale.say_with(
            Words::FilesLimits,
            &[("files", &limits.files), ("file_mb", &limits.file_mb), ("form_mb", &limits.form_mb)],
        ),
        keys: Keys::of(manifest),
        token,
        again,
    };
    page.render().unwrap_or_default()
}
