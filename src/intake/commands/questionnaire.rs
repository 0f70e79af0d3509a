//! `amanat questionnaire check|codebook|schema|xlsform`: everything that comes from the one file.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::{Subcommand, ValueEnum};
use rust_xlsxwriter::Workbook as Xlsx;
use serde::Serialize;

use super::say;
use crate::{
    intake::{
        clock::{Clock as _, SystemClock},
        locales::{Locale, Locales, Status},
    },
    testimony::questionnaire::{
        Questionnaire, QuestionnaireError, codebook,
        lint::renamed,
        schema,
        xlsform::{self, Language},
    },
};

/// The questionnaire: its rules, its languages, and what is made of it.
#[derive(clap::Args)]
pub(super) struct Command {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Hold a questionnaire against the rules that keep a witness safe, and its languages against it
    #[command(after_help = "\
Examples:
  amanat questionnaire check config/questionnaire.toml --locales config/locales
  amanat questionnaire check new.toml --since old.toml      ids are never renamed

Exit status: 0 all is right, 3 a language cannot be served, 1 a rule is broken.")]
    Check {
        #[command(flatten)]
        given: Given,
        /// An earlier version of the file, whose ids must all still be there
        #[arg(long, value_name = "FILE")]
        since: Option<PathBuf>,
        /// Print one line of JSON for each finding
        #[arg(long)]
        json: bool,
    },
    /// Write the codebook: what each question and choice means
    #[command(
        after_help = "Example:\n  amanat questionnaire codebook config/questionnaire.toml --format csv > codebook.csv"
    )]
    Codebook {
        /// The questionnaire
        file: PathBuf,
        /// As what
        #[arg(long, value_enum, default_value = "markdown")]
        format: Format,
    },
    /// Write the JSON Schema of testimony.json
    #[command(after_help = "Example:\n  amanat questionnaire schema config/questionnaire.toml > testimony.schema.json")]
    Schema {
        /// The questionnaire
        file: PathBuf,
    },
    /// Write the questionnaire as an `XLSForm` for Kobo and ODK
    #[command(after_help = "\
Example:
  amanat questionnaire xlsform config/questionnaire.toml --locales config/locales --out form.xlsx

Kobo and ODK keep who sent what and when. Amanat does not: use this with people who are safe, in interviews.")]
    Xlsform {
        #[command(flatten)]
        given: Given,
        /// The file to make; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[derive(clap::Args)]
struct Given {
    /// The questionnaire
    file: PathBuf,
    /// The folder of its languages
    #[arg(long, value_name = "FOLDER")]
    locales: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Markdown,
    Csv,
}

/// A line of `check --json`.
#[derive(Serialize)]
struct Line<'a> {
    /// A rule's name, or `locale`.
    rule: &'a str,
    /// The language, where it is one's.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    what: String,
}

impl Command {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        match &self.action {
            Action::Check { given, since, json } => check(given, since.as_deref(), *json),
            Action::Codebook { file, format } => {
                let form = read(file)?;
                let text = match format {
                    Format::Markdown => codebook::markdown(&form),
                    Format::Csv => codebook::csv(&form),
                };
                say::result(text.trim_end());
                Ok(ExitCode::SUCCESS)
            }
            Action::Schema { file } => {
                say::result(&serde_json::to_string_pretty(&schema::json_schema(&read(file)?))?);
                Ok(ExitCode::SUCCESS)
            }
            Action::Xlsform { given, out } => xlsform(given, out).map(|()| ExitCode::SUCCESS),
        }
    }
}

fn text(file: &Path) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))
}

fn read(file: &Path) -> anyhow::Result<Questionnaire> {
    Questionnaire::parse(&text(file)?).with_context(|| format!("{} cannot be used", file.display()))
}

fn check(given: &Given, since: Option<&Path>, json: bool) -> anyhow::Result<ExitCode> {
    let tell = |line: &Line<'_>, plain: &str| -> anyhow::Result<()> {
        say::result(&if json { serde_json::to_string(line)? } else { plain.to_owned() });
        Ok(())
    };
    let (form, mut findings) = match Questionnaire::parse(&text(&given.file)?) {
        Ok(form) => (Some(form), Vec::new()),
        Err(QuestionnaireError::Rules(findings)) => (None, findings),
        Err(error @ QuestionnaireError::Syntax(_)) => return Err(error.into()),
    };
    if let (Some(form), Some(earlier)) = (&form, since) {
        findings.extend(renamed::gone(&read(earlier)?, form));
    }
    for finding in &findings {
        let line = Line {
            rule: finding.rule.id(),
            locale: None,
            place: finding.place.as_deref(),
            what: finding.rule.why().to_owned(),
        };
        tell(&line, &finding.to_string())?;
    }
    let Some(form) = form.filter(|_| findings.is_empty()) else {
        say::step(&format!("rules broken: {}", findings.len()));
        return Ok(ExitCode::FAILURE);
    };
    let Some(folder) = &given.locales else {
        say::step("no rule is broken");
        return Ok(ExitCode::SUCCESS);
    };
    let locales = Locales::load(folder, &form)?;
    for (tag, faults) in &locales.faulty {
        for fault in faults {
            let line = Line { rule: "locale", locale: Some(tag.as_str()), place: None, what: fault.to_string() };
            tell(&line, &format!("{tag}: {fault}"))?;
        }
    }
    for locale in &locales.complete {
        let status = match &locale.status {
            Status::Draft => "complete, a draft that nobody has reviewed".to_owned(),
            Status::Reviewed(roles) => format!("complete, reviewed by {roles}"),
        };
        say::step(&format!("{}: {status}", locale.tag));
    }
    Ok(if locales.faulty.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(3) })
}

fn xlsform(given: &Given, out: &Path) -> anyhow::Result<()> {
    let form = read(&given.file)?;
    let locales = given.locales.as_ref().map(|folder| Locales::load(folder, &form)).transpose()?;
    let languages: Vec<_> = match &locales {
        Some(locales) => locales.complete.iter().map(language).collect(),
        None => vec![own(&form)],
    };
    let book = xlsform::workbook(&form, &languages, SystemClock.now().year());
    let mut file = Xlsx::new();
    for (name, rows) in &book.sheets {
        let sheet = file.add_worksheet();
        sheet.set_name(*name)?;
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row, column, cell)?;
            }
        }
    }
    let bytes = file.save_to_buffer()?;
    let mut to = fs::File::create_new(out)
        .with_context(|| format!("{} could not be made; is it there already?", out.display()))?;
    std::io::Write::write_all(&mut to, &bytes)?;
    say::step(&format!("{}: {} languages", out.display(), languages.len()));
    Ok(())
}

fn language(locale: &Locale) -> Language<'_> {
    let name = locale.get("language-name").unwrap_or_default();
    Language { name: format!("{name} ({})", locale.tag), words: Box::new(|id| locale.get(id).map(str::to_owned)) }
}

/// The questionnaire's own words alone, without names of countries.
fn own(form: &Questionnaire) -> Language<'_> {
    let messages = form.messages();
    let words = move |id: &str| {
        let own = messages.iter().find(|message| message.id == id).map(|message| message.text.to_owned());
        own.or_else(|| id.strip_prefix("territory-").map(str::to_owned))
    };
    Language { name: format!("{0} ({0})", form.meta.source_lang), words: Box::new(words) }
}
