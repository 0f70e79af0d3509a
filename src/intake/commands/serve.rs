//! `amanat serve`

use std::{
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use actix_web::web;
use anyhow::Context as _;
use sqlx::PgPool;
use tokio::signal::unix::{SignalKind, signal};

use super::{cli::ConfigFile, place::Place, say};
use crate::intake::{
    clock::{Clock as _, SystemClock, SystemRandomness},
    cluster::Cluster,
    config::Config,
    keyring::{Keyring, News},
    locales::{Served, Status},
    store::{
        connect::Role,
        keep::{CONNECTIONS, Keeper},
        schema,
    },
    web::{
        Parts, Shared,
        server::{self, Listening},
        tally::Tally,
        tls::Certificate,
        token::FormTokens,
    },
};
use crate::testimony::questionnaire::Questionnaire;

/// How often keys are looked after and the day is looked at.
const MINUTE: Duration = Duration::from_mins(1);
/// How often a new manifest of recipients is looked for.
pub(super) const LOOK: Duration = Duration::from_secs(5);
/// Looks that fail one after the other before that is said: a minute of them.
const MISSED: u32 = 12;
/// How long one attempt to connect may take.
const CONNECT: Duration = Duration::from_secs(2);

/// Shows the form and takes testimonies.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  amanat serve --config amanat.toml\n\nSIGHUP reloads the certificate's files without dropping a connection."
)]
pub(super) struct Serve {
    #[command(flatten)]
    config: ConfigFile,
}

impl Serve {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let config = self.config.load()?;
        super::surroundings::warn();
        // All that can be wrong with the files is said before anything starts.
        let certificate = Arc::new(certificate(&config)?);
        let questionnaire = config.questionnaire()?;
        let languages = languages(&config, &questionnaire)?;
        let keyring = Arc::new(Keyring::new(config.trust()?));
        let spool = spool(&config.data_dir)?;
        let cluster = if config.database.is_private() { Some(Cluster::own(&config)?) } else { None };
        let place = Place { cluster };
        let runtime = super::runtime()?;
        let intake = {
            let _inside = runtime.enter();
            place.pool(&config, Role::Intake, CONNECTIONS, CONNECT)?
        };
        let tokens = Arc::new(FormTokens::new(config.limits.page_hours));
        let tally = Arc::new(Tally::default());
        runtime.block_on(ready(&intake, &tokens))?;
        tell(runtime.block_on(keyring.renew(&intake, SystemClock.now())).context("the manifests could not be read")?);
        runtime.spawn(look_for_manifests(Arc::clone(&keyring), intake.clone()));
        let _supervisor = place
            .cluster
            .map(|cluster| cluster.supervise(|| tracing::warn!("Postgres has stopped by itself; starting it again")));
        let keeper = Keeper::start(runtime.handle().clone(), intake.clone(), config.limits.database());
        runtime.spawn(every_minute(intake.clone(), keeper.clone(), Arc::clone(&tokens), Arc::clone(&tally)));
        let shared = web::Data::new(Shared::new(Parts {
            limits: config.limits.clone(),
            questionnaire,
            languages,
            keyring,
            keeper,
            tokens,
            clock: Box::new(SystemClock),
            randomness: Box::new(SystemRandomness),
            spool,
            tally: Arc::clone(&tally),
        }));
        runtime.block_on(async {
            let listening =
                server::listen(config.listen.address, config.listen.workers, Arc::clone(&certificate), shared)?;
            announce(&listening, &certificate, &config);
            until_stopped(listening, &certificate, &config).await
        })?;
        tally.close();
        runtime.block_on(intake.close());
        say::step("amanat: stopped");
        Ok(())
    }
}

pub(super) fn certificate(config: &Config) -> anyhow::Result<Certificate> {
    Ok(match (&config.listen.certificate, &config.listen.key) {
        (Some(chain), Some(key)) => Certificate::load(chain, key)?,
        _ => Certificate::self_made()?,
    })
}

/// The languages that are shown. Says which are drafts, and which cannot be served.
fn languages(config: &Config, questionnaire: &Questionnaire) -> anyhow::Result<Served> {
    let locales = config.locales(questionnaire)?;
    for (tag, faults) in &locales.faulty {
        tracing::warn!(
            "language {tag} cannot be served, {} things are missing or wrong: `amanat questionnaire check` lists them",
            faults.len()
        );
    }
    let drafts: Vec<_> = locales.complete.iter().filter(|locale| locale.status == Status::Draft).collect();
    if !drafts.is_empty() {
        let tags: Vec<_> = drafts.iter().map(|locale| locale.tag.as_str()).collect();
        tracing::warn!("drafts that nobody has reviewed: {}", tags.join(", "));
    }
    let served = Served::choose(locales, &config.languages)?;
    let tags: Vec<_> = served.iter().map(|locale| locale.tag.as_str()).collect();
    tracing::info!("languages that are shown: {}", tags.join(", "));
    Ok(served)
}

/// The folder for unlinked spools.
fn spool(data_dir: &Path) -> anyhow::Result<PathBuf> {
    let folder = data_dir.join("spool");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} could not be made", folder.display()))?;
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700))
        .with_context(|| format!("{} could not be closed to others", folder.display()))?;
    tempfile::tempfile_in(&folder).with_context(|| format!("no file could be made in {}", folder.display()))?;
    Ok(folder)
}

/// The schema is one that we know, and forms can be signed.
async fn ready(intake: &PgPool, tokens: &FormTokens) -> anyhow::Result<()> {
    let mut connection = intake.acquire().await.context(
        "the database cannot be reached as amanat_intake; if it is new, run `amanat migrate` with the same configuration",
    )?;
    schema::check(&mut connection).await?;
    drop(connection);
    tokens.load(intake, SystemClock.now(), &SystemRandomness).await.context("no form key could be loaded")
}

fn announce(listening: &Listening, certificate: &Certificate, config: &Config) {
    say::step(&format!("amanat: listening on https://{} (TLS 1.3)", listening.address));
    say::step(&format!("amanat: certificate SHA-256 {}", certificate.fingerprint()));
    if config.listen.certificate.is_none() {
        say::step("amanat: this certificate was made for development and is gone with this process");
    }
    tracing::info!("started");
}

/// Runs until Ctrl-C or SIGTERM; then takes no new connections and lets the forms under way arrive.
async fn until_stopped(listening: Listening, certificate: &Certificate, config: &Config) -> anyhow::Result<()> {
    let mut hangup = signal(SignalKind::hangup())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut server = std::pin::pin!(listening.server);
    loop {
        tokio::select! {
            done = &mut server => return done.context("the listener failed"),
            _ = hangup.recv() => reload(certificate, config),
            _ = terminate.recv() => break,
            _ = tokio::signal::ctrl_c() => break,
        }
    }
    let stopped = listening.handle.stop(true);
    let (done, ()) = tokio::join!(&mut server, stopped);
    done.context("the listener failed")
}

fn reload(certificate: &Certificate, config: &Config) {
    let (Some(chain), Some(key)) = (&config.listen.certificate, &config.listen.key) else {
        tracing::warn!("there are no certificate files to reload");
        return;
    };
    match certificate.reload(chain, key) {
        Ok(()) => tracing::info!(fingerprint = certificate.fingerprint(), "certificate reloaded"),
        Err(error) => tracing::error!(%error, "the certificate was not reloaded; the old one stays in use"),
    }
}

/// Whatever is new about the manifest of recipients is logged, once.
async fn look_for_manifests(keyring: Arc<Keyring>, intake: PgPool) {
    let mut missed = 0;
    loop {
        tokio::time::sleep(LOOK).await;
        match keyring.renew(&intake, SystemClock.now()).await {
            Ok(news) => {
                missed = 0;
                tell(news);
            }
            Err(_) => missed += 1,
        }
        // A database that is away for a moment is no news; a server that does not hear of new keys for long is.
        if missed == MISSED {
            tracing::warn!("no manifest could be looked up for a minute; until one can, the last one stays in use");
        }
    }
}

fn tell(news: Vec<News>) {
    for one in news {
        match one {
            News::Info(text) => tracing::info!("{text}"),
            News::Warning(text) => tracing::warn!("{text}"),
            News::Error(text) => tracing::error!("{text}"),
        }
    }
}

/// What is logged here is logged by the minute, so that no line is the moment of a person's act.
async fn every_minute(intake: PgPool, keeper: Keeper, tokens: Arc<FormTokens>, tally: Arc<Tally>) {
    let mut known = None;
    loop {
        let trouble = keeper.trouble();
        if trouble != known {
            if let Some(reason) = &trouble {
                tracing::error!(reason, "testimonies are being refused because of the database");
            } else {
                tracing::info!("the database takes testimonies again");
            }
            known = trouble;
        }
        tally.turn(&SystemClock.now().day());
        // Next week's key is there a week before it is needed, so that a database that is away now does no harm.
        let _ = tokens.load(&intake, SystemClock.now(), &SystemRandomness).await;
        tokio::time::sleep(MINUTE).await;
    }
}
