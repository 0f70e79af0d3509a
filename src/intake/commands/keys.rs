//! `amanat keys install|check|show`

use std::{
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context as _;
use clap::Subcommand;
use serde::Serialize;
use sqlx::PgPool;

use super::{cli::ConfigFile, place::Place, say};
use crate::{
    intake::{
        clock::{Clock as _, SystemClock},
        config::Config,
        keyring::{self, News},
        store::{connect::Role, manifests, schema},
    },
    testimony::keys::{
        manifest::{Content, LONGEST, Path as SigningPath},
        signature,
        trust::{Signed, Trust, TrustError, Trusted},
    },
};

/// More signatures than any manifest has signers.
const MOST_SIGNATURES: usize = 256;

/// The manifest of recipients: whom testimonies are sealed to.
#[derive(clap::Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Install a signed manifest; every server on this database seals to it within seconds
    #[command(after_help = "\
Example:
  amanat keys install recipients.json --config amanat.toml

The signatures lie beside the file: recipients.json.<KEY ID>.minisig. Needs the owner's database URL.")]
    Install(Given),
    /// Say whether a manifest could be installed, and change nothing
    #[command(after_help = "Example:\n  amanat keys check recipients.json --config amanat.toml")]
    Check(Given),
    /// Show the manifest that is sealed to now
    #[command(after_help = "Example:\n  amanat keys show --config amanat.toml --json")]
    Show {
        #[command(flatten)]
        config: ConfigFile,
        /// Print it as JSON, with its fingerprint
        #[arg(long)]
        json: bool,
    },
}

#[derive(clap::Args)]
struct Given {
    /// The manifest, with its signatures beside it
    #[arg(value_name = "FILE")]
    manifest: PathBuf,
    #[command(flatten)]
    config: ConfigFile,
}

#[derive(Serialize)]
struct Shown<'a> {
    fingerprint: String,
    sha256: String,
    state: &'a str,
    in_force: bool,
    #[serde(flatten)]
    content: &'a Content,
}

impl Keys {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        match &self.action {
            Action::Install(given) => given.run(true),
            Action::Check(given) => given.run(false),
            Action::Show { config, json } => show(&config.load()?, *json),
        }
    }
}

impl Given {
    fn run(&self, install: bool) -> anyhow::Result<()> {
        let config = self.config.load()?;
        let trust = config.trust()?;
        let signed = read(&self.manifest)?;
        let place = Place::of(&config)?;
        let role = if install { Role::Owner } else { place.any_role(&config) };
        super::runtime()?.block_on(async {
            let pool = ready(&place, &config, role).await?;
            let (current, _) = manifests::installed(&pool).await?.follow(&trust, None);
            match next(&trust, current.as_ref(), signed) {
                Ok(next) => {
                    if install {
                        manifests::install(&pool, &next).await?;
                    }
                    say::result(&done(&trust, &next, install));
                }
                Err(TrustError::Same(epoch)) => {
                    say::result(&format!("Epoch {epoch} is installed already; nothing to do."));
                }
                Err(error) => {
                    return Err(error).with_context(|| format!("{} is not to be trusted", self.manifest.display()));
                }
            }
            pool.close().await;
            anyhow::Ok(())
        })
    }
}

/// What may be sealed to from now on.
fn next(trust: &Trust, current: Option<&Trusted>, signed: Signed) -> Result<Trusted, TrustError> {
    let next = trust.next(current, signed)?;
    next.recipients(SystemClock.now())?;
    Ok(next)
}

fn done(trust: &Trust, next: &Trusted, installed: bool) -> String {
    let manifest = next.manifest();
    let (epoch, fingerprint) = (manifest.epoch(), manifest.fingerprint());
    if !installed {
        return format!("Epoch {epoch}, fingerprint {fingerprint}: it can be installed.");
    }
    let text = format!(
        "Epoch {epoch}, fingerprint {fingerprint}: installed. Servers seal to it within {} seconds.\n\
         What was sealed before stays sealed to the old keys until it is rotated: `amanat rotate export`.",
        super::serve::LOOK.as_secs()
    );
    let refused = match manifest.content().path {
        SigningPath::Scheduled => "",
        SigningPath::Compromise => "\nWhatever is sealed to an older epoch is refused from now on.",
    };
    if !trust.wants_anchor(next) {
        return format!("{text}{refused}");
    }
    format!(
        "{text}{refused}\nIts signers are others than the pinned ones. So that no restored database brings old ones back, write\n  \
         anchor = \"{}\"\nunder [keys] in every server's configuration.",
        manifest.sha256()
    )
}

fn show(config: &Config, json: bool) -> anyhow::Result<()> {
    let trust = config.trust()?;
    let place = Place::of(config)?;
    let current = super::runtime()?.block_on(async {
        let pool = ready(&place, config, place.any_role(config)).await?;
        let current = manifests::current(&pool, &trust).await?;
        pool.close().await;
        anyhow::Ok(current)
    })?;
    let now = SystemClock.now();
    let news = keyring::state(current.as_ref(), now);
    let trusted = current.as_ref().with_context(|| news.text().to_owned())?;
    let manifest = trusted.manifest();
    let (content, in_force) = (manifest.content(), !matches!(news, News::Error(_)));
    if json {
        let (fingerprint, sha256) = (manifest.fingerprint().to_string(), manifest.sha256().to_string());
        say::result(&serde_json::to_string(&Shown { fingerprint, sha256, state: news.text(), in_force, content })?);
    } else {
        say::result(news.text());
        say::result(&format!("recipients, {}:", manifest.kind()));
        for named in &content.recipients {
            say::result(&format!("  {}", named.label));
        }
        say::result(&format!("signers of the next one, {} of {} must sign:", content.needed, content.signers.len()));
        for named in &content.signers {
            say::result(&format!("  {}  {}", named.key, named.label));
        }
    }
    Ok(())
}

async fn ready(place: &Place, config: &Config, role: Role) -> anyhow::Result<PgPool> {
    let pool = place.pool(config, role, 1, Duration::from_secs(30))?;
    let mut connection =
        pool.acquire().await.with_context(|| format!("the database cannot be reached as {}", role.name()))?;
    schema::check(&mut connection).await?;
    drop(connection);
    Ok(pool)
}

/// A manifest, and every file beside it whose name says that it is a signature of it.
fn read(path: &Path) -> anyhow::Result<Signed> {
    let could_not = |path: &Path| format!("{} could not be read; check its path", path.display());
    let bytes = |path: &Path, longest: usize| {
        let mut bytes = Vec::new();
        let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
        anyhow::ensure!(is_file, could_not(path));
        File::open(path)
            .and_then(|file| file.take(longest as u64 + 1).read_to_end(&mut bytes))
            .with_context(|| could_not(path))?;
        anyhow::ensure!(bytes.len() <= longest, "{} is too long to be what it should be", path.display());
        Ok(bytes)
    };
    let manifest = bytes(path, LONGEST)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let start = format!("{}.", path.file_name().unwrap_or_default().to_string_lossy());
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| could_not(folder))?.flatten() {
        let beside =
            entry.file_name().to_str().is_some_and(|name| name.starts_with(&start) && name.ends_with("minisig"));
        if beside && texts.len() < MOST_SIGNATURES {
            texts.push(String::from_utf8_lossy(&bytes(&entry.path(), signature::LONGEST)?).into_owned());
        }
    }
    texts.sort();
    let signed = Signed::parse(&manifest, texts.iter().map(String::as_str));
    signed.with_context(|| format!("{} is no manifest of recipients", path.display()))
}
