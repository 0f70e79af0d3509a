//! `amanat doctor`

use std::{process::ExitCode, time::Duration};

use anyhow::Context as _;
use serde::Serialize;

use super::{cli::ConfigFile, place::Place, say, serve, surroundings};
use crate::intake::{
    clock::{Clock as _, SystemClock},
    config::Config,
    keyring::{self, News},
    locales::Served,
    store::{manifests, schema},
};

/// Looks for what is wrong or soon will be, and changes nothing.
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat doctor --config amanat.toml || mail -s amanat admin

Exit status: 0 all well, 3 something will need you soon, 1 something is wrong.")]
pub(super) struct Doctor {
    #[command(flatten)]
    config: ConfigFile,
    /// Print one line of JSON for each finding
    #[arg(long)]
    json: bool,
}

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum Weight {
    Well,
    Soon,
    Wrong,
}

#[derive(Serialize)]
struct Finding {
    what: &'static str,
    weight: Weight,
    text: String,
}

impl Doctor {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.config.load()?;
        let mut findings = vec![
            certificate(&config),
            checked(
                "questionnaire",
                config.questionnaire().map(|_| "breaks no rule".to_owned()).map_err(anyhow::Error::from),
            ),
            languages(&config),
        ];
        findings.extend(surroundings::weaknesses().into_iter().map(|text| Finding {
            what: "machine",
            weight: Weight::Soon,
            text: text.to_owned(),
        }));
        match manifest(&config) {
            Ok(found) => {
                findings.push(checked("database", Ok("is reached, and of this version's schema".to_owned())));
                findings.extend(found);
            }
            Err(error) => findings.push(checked("database", Err(error))),
        }
        for finding in &findings {
            say::result(&if self.json { serde_json::to_string(finding)? } else { finding.line() });
        }
        Ok(match findings.iter().map(|finding| finding.weight).max() {
            Some(Weight::Wrong) => ExitCode::FAILURE,
            Some(Weight::Soon) => ExitCode::from(3),
            _ => ExitCode::SUCCESS,
        })
    }
}

impl Finding {
    fn line(&self) -> String {
        let weight = match self.weight {
            Weight::Well => "well ",
            Weight::Soon => "soon ",
            Weight::Wrong => "WRONG",
        };
        format!("{weight}  {}: {}", self.what, self.text)
    }
}

fn checked(what: &'static str, result: anyhow::Result<String>) -> Finding {
    match result {
        Ok(text) => Finding { what, weight: Weight::Well, text },
        Err(error) => Finding { what, weight: Weight::Wrong, text: format!("{error:#}") },
    }
}

fn certificate(config: &Config) -> Finding {
    let what = "certificate";
    match serve::certificate(config) {
        Ok(_) if config.listen.certificate.is_none() => {
            let text =
                "it is made anew at every start, for development; witnesses need one of their own name".to_owned();
            Finding { what, weight: Weight::Soon, text }
        }
        done => checked(what, done.map(|certificate| format!("SHA-256 {}", certificate.fingerprint()))),
    }
}

fn languages(config: &Config) -> Finding {
    let what = "languages";
    let locales = match config.questionnaire().and_then(|form| config.locales(&form)) {
        Ok(locales) => locales,
        Err(error) => return checked(what, Err(error.into())),
    };
    let faulty: Vec<_> = locales.faulty.iter().map(|(tag, _)| tag.to_string()).collect();
    match Served::choose(locales, &config.languages) {
        Err(error) => checked(what, Err(error.into())),
        Ok(_) if !faulty.is_empty() => {
            let text = format!("cannot be served: {}; `amanat questionnaire check` says why", faulty.join(", "));
            Finding { what, weight: Weight::Soon, text }
        }
        Ok(served) => {
            let tags: Vec<_> = served.iter().map(|locale| locale.tag.to_string()).collect();
            checked(what, Ok(format!("shown: {}", tags.join(", "))))
        }
    }
}

/// The manifest's state; an error is the database's.
fn manifest(config: &Config) -> anyhow::Result<Vec<Finding>> {
    let what = "manifest";
    let trust = match config.trust() {
        Ok(trust) => trust,
        Err(error) => return Ok(vec![checked(what, Err(error.into()))]),
    };
    let place = Place::of(config)?;
    let (current, refused) = super::runtime()?.block_on(async {
        let role = place.any_role(config);
        let pool = place.pool(config, role, 1, Duration::from_secs(10))?;
        let mut connection =
            pool.acquire().await.with_context(|| format!("it cannot be reached as {}", role.name()))?;
        schema::check(&mut connection).await?;
        drop(connection);
        let found = manifests::installed(&pool).await?.follow(&trust, None);
        pool.close().await;
        anyhow::Ok(found)
    })?;
    let mut findings: Vec<_> = refused
        .iter()
        .map(|(epoch, why)| {
            let text = format!("somebody put a manifest of epoch {epoch} into the database that is refused: {why}");
            Finding { what, weight: Weight::Wrong, text }
        })
        .collect();
    if let Some(current) = current.as_ref().filter(|current| trust.wants_anchor(current)) {
        let text = format!(
            "its signers are others than the pinned ones: write anchor = \"{}\" under [keys], so that no restored database brings old ones back",
            current.manifest().sha256()
        );
        findings.push(Finding { what, weight: Weight::Soon, text });
    }
    let (weight, text) = match keyring::state(current.as_ref(), SystemClock.now()) {
        News::Info(text) => (Weight::Well, text),
        News::Warning(text) => (Weight::Soon, text),
        News::Error(text) => (Weight::Wrong, text),
    };
    findings.push(Finding { what, weight, text });
    Ok(findings)
}
