//! `POST /send/{token}`: from the first byte of a form to the thank-you page.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderMap},
    web,
};
use tokio::task::spawn_blocking;

use super::{
    Shared,
    body::Body,
    page::Pages,
    receive::{Arrived, Rules, receive},
    refusal::Refusal,
    token::{Form, TokenError},
    turn::{self, Turn},
    visit::Visit,
};
use crate::{
    intake::{
        config::Limits,
        spool::SpoolShelf,
        store::keep::{CHUNK, KeepError, Kept, Parcel},
    },
    testimony::{
        answers::{Answers, Typed},
        calendar::Timestamp,
        digest::{Hasher, Sha256},
        draft::{Draft, Received, Shelf},
        envelope::Envelope,
        record::Context,
        scrub::{Nonce, ScrubError, scrub},
        seal::Sealed,
    },
};

/// What is read and thrown away of a form whose address is not ours, in bytes.
const STRANGERS: u64 = 16_000_000;

/// Keeps a testimony, or says calmly why not.
pub(super) async fn send(
    request: HttpRequest,
    address: web::Path<(String, String)>,
    payload: web::Payload,
    shared: web::Data<Shared>,
) -> HttpResponse {
    let limits = &shared.limits;
    let visit = Visit::of(&request, &shared);
    let announced = announced(request.headers());
    let body = Body::new(payload.into_inner(), limits.form_bytes(), turn::pace(announced, limits));
    let begun = begin(&address.1, announced, &shared);
    let most = if begun.is_ok() { limits.form_bytes() } else { STRANGERS };
    let done = match begun {
        Ok(begun) => kept(request.headers(), begun, &body, &visit, &shared).await,
        Err(refusal) => Err((refusal, Arc::default())),
    };
    match done {
        Ok(()) => {
            shared.tally.kept();
            // From `/{language}/send/{token}`, and as long in every language.
            HttpResponse::SeeOther().insert_header((header::LOCATION, "../thanks")).finish()
        }
        Err((refusal, typed)) => {
            shared.tally.refused(&refusal);
            body.drain(most).await;
            match again(&shared, &visit, refusal, typed).await {
                Some(page) => Pages::shown_again(&visit, &refusal, page),
                None => Pages::refusal(&shared, &visit, &refusal),
            }
        }
    }
}

/// The form with what was typed, made beside the workers, and as many at once as there are cores.
async fn again(shared: &web::Data<Shared>, visit: &Visit<'_>, refusal: Refusal, typed: Arc<Typed>) -> Option<Vec<u8>> {
    if typed.is_empty() {
        return None;
    }
    let token = shared.tokens.issue(shared.clock.now(), &*shared.randomness).ok()?;
    let turn = shared.turns.showing().await.ok()?;
    let (making, place, gzip) = (shared.clone(), visit.place, visit.gzip);
    let make = move || {
        let page = Pages::again(&making, &Visit::again(place, gzip, &making), &refusal, &typed, &token);
        drop(turn);
        page
    };
    spawn_blocking(make).await.ok().flatten()
}

/// Reads a little of what is not for us, so that its sender sees the answer.
pub(super) async fn stranger(payload: web::Payload, limits: &Limits) {
    Body::new(payload.into_inner(), STRANGERS, turn::pace(Some(0), limits)).drain(STRANGERS).await;
}

/// What is known before one byte of the body is read.
struct Begun {
    turn: Turn,
    /// The form, or the reason for which it is read only to be given back.
    form: Result<Form, Refusal>,
}

/// All that is checked before one byte of the body is read.
fn begin(token: &str, announced: Option<u64>, shared: &Shared) -> Result<Begun, Refusal> {
    let limits = &shared.limits;
    let mut form = shared.tokens.check(token, shared.clock.now()).map_err(|error| match error {
        TokenError::Expired => Refusal::Expired { hours: limits.page_hours },
        TokenError::Foreign => Refusal::Foreign,
        TokenError::NoKey | TokenError::Randomness(_) => Refusal::Broken,
    });
    if let Err(refusal @ (Refusal::Foreign | Refusal::Broken)) = form {
        return Err(refusal);
    }
    if shared.keyring.current(shared.clock.now()).is_none() {
        return Err(Refusal::NoKeys);
    }
    if form.is_ok() && announced.is_some_and(|bytes| bytes > limits.form_bytes()) {
        form = Err(Refusal::FormTooLarge { mb: limits.form_mb });
    }
    // Of a form that is only given back, its words alone are read.
    let place = if form.is_ok() { announced } else { Some(0) };
    Ok(Begun { turn: shared.turns.take(place, limits, &shared.spool)?, form })
}

async fn kept(
    headers: &HeaderMap,
    begun: Begun,
    body: &Body,
    visit: &Visit<'_>,
    shared: &web::Data<Shared>,
) -> Result<(), (Refusal, Arc<Typed>)> {
    let rules = Rules {
        questionnaire: &shared.questionnaire,
        limits: &shared.limits,
        spool: &shared.spool,
        instead: begun.form.as_ref().err().copied(),
    };
    let arrived = receive(headers, body, &rules).await;
    let Arrived { typed, files } = arrived.map_err(|untaken| (untaken.refusal, Arc::new(untaken.typed)))?;
    let typed = Arc::new(typed);
    sealed_and_kept(begun, Arc::clone(&typed), files, visit, shared).await.map_err(|refusal| (refusal, typed))
}

async fn sealed_and_kept(
    begun: Begun,
    typed: Arc<Typed>,
    files: Vec<Received>,
    visit: &Visit<'_>,
    shared: &web::Data<Shared>,
) -> Result<(), Refusal> {
    let Begun { turn, form } = begun;
    let form = form?;
    let parsing = if files.is_empty() { None } else { Some(shared.turns.parsing().await?) };
    let (sealing, now, language) = (shared.clone(), shared.clock.now(), visit.locale.tag.to_string());
    let sealing = move || {
        let sealed = seal(&typed, files, &form, language, now, &sealing);
        drop(parsing);
        sealed
    };
    let sealed = spawn_blocking(sealing).await.map_err(|_| Refusal::Broken)??;
    match shared.keeper.keep(sealed, turn).await {
        Ok(Kept::Yes) => Ok(()),
        Ok(Kept::FormUsed) => Err(Refusal::Used),
        Err(KeepError::Away | KeepError::DiskFull | KeepError::Stopping) => Err(Refusal::Unknown),
        // The manifest was replaced at this very moment; the same form, sent again, is sealed to the new one.
        Err(KeepError::Compromised) => Err(Refusal::Away),
        Err(KeepError::Refused | KeepError::Seal) => Err(Refusal::Broken),
    }
}

/// Draft → Scrubbed → Envelope → Sealed.
fn seal(
    typed: &Typed,
    files: Vec<Received>,
    form: &Form,
    language: String,
    now: Timestamp,
    shared: &Shared,
) -> Result<Parcel, Refusal> {
    let id = form.id(content(typed, &files));
    let answers = Answers::check(typed, &shared.questionnaire, now.year())?;
    let nonce = Nonce::new(shared.randomness.key().map_err(|_| Refusal::Broken)?);
    let mut shelf = || Ok(Box::new(SpoolShelf::new(&shared.spool)) as Box<dyn Shelf>);
    let scrubbed = scrub(Draft::new(answers, files), nonce, &mut shelf).map_err(|error| match error {
        ScrubError::TooManyFiles => Refusal::TooManyFiles { most: shared.limits.files },
        ScrubError::Refused { place, refusal } => Refusal::of_file(place, &refusal),
    })?;
    let context = Context { id, questionnaire: shared.stamp.clone(), language, arrival_day: now.day() };
    let envelope = Envelope::pack(scrubbed, context).map_err(|_| Refusal::Broken)?;
    let keys = shared.keyring.current(now).ok_or(Refusal::NoKeys)?;
    let sealed = Sealed::seal(envelope, id, now, &keys, CHUNK);
    sealed.and_then(Parcel::prepare).map_err(|_| Refusal::Broken)
}

/// A digest of all that was sent, to tell a form that was sent twice from one that was changed in between.
fn content(typed: &Typed, files: &[Received]) -> Sha256 {
    let mut hasher = Hasher::default();
    for (id, text) in typed.iter().flat_map(|(id, values)| values.iter().map(move |value| (id, value))) {
        for part in [id.as_bytes(), text.as_bytes()] {
            hasher.update(&(part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
    }
    hasher.update(&[0xff]);
    for file in files {
        hasher.update(&file.sha256.0);
    }
    hasher.finish()
}

fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
