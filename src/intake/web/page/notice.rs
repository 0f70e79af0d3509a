//! Pages that only say something: thanks, and refusals.

use askama::Template;

use super::{Keys, STYLE};
use crate::intake::{
    locales::{Locale, Words},
    web::refusal::Refusal,
};

#[derive(Template)]
#[template(path = "intake/web/pages/notice.html")]
struct NoticePage<'a> {
    style: &'static str,
    locale: &'a Locale,
    title: &'a str,
    lines: Vec<String>,
    new_form: bool,
    keys: Option<&'a Keys>,
}

pub(super) fn thanks(locale: &Locale, keys: Option<&Keys>) -> String {
    let thanks = locale.get("text-thanks").unwrap_or_default().to_owned();
    render(locale, Words::ThanksTitle, vec![thanks], false, keys)
}

pub(super) fn refusal(locale: &Locale, refusal: &Refusal, keys: Option<&Keys>) -> String {
    let notice = refusal.notice(locale);
    render(locale, notice.title, notice.lines, !matches!(refusal, Refusal::NoKeys), keys)
}

fn render(locale: &Locale, title: Words, lines: Vec<String>, new_form: bool, keys: Option<&Keys>) -> String {
    let page = NoticePage { style: STYLE, locale, title: locale.say(title), lines, new_form, keys };
    page.render().unwrap_or_default()
}
