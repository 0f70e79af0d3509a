//! The form token: an HMAC-SHA-256 (RFC 2104) that stands in the form's address, so that it is checked before one byte
//! of the body is read. It expires, and one form keeps one testimony.

use std::sync::{PoisonError, RwLock};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sqlx::PgPool;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::{
    intake::{
        clock::{NoRandomness, Randomness},
        store::{
            StoreError,
            form_key::{self, FormKey},
        },
    },
    testimony::{
        calendar::{IsoWeek, Timestamp},
        digest::Sha256,
        id::TestimonyId,
    },
};

/// Characters of a token.
pub const TEXT_LEN: usize = 48;

const NONCE: usize = 16;
const HOURS: usize = 4;
const TAG: usize = 16;
/// Seconds of a week.
const WEEK: u64 = 7 * 24 * 3600;

/// Signs and checks forms with the keys of the last, this and the next ISO week.
pub struct FormTokens {
    keys: RwLock<Vec<(IsoWeek, FormKey)>>,
    page_hours: u32,
}

/// A form that this server, or another one on the same database, has handed out.
#[derive(Clone)]
pub struct Form {
    nonce: [u8; NONCE],
    key: FormKey,
}

/// Why a form is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not a token of ours.
    #[error("the form's address is not one that this server made")]
    Foreign,
    /// A token of ours that is too old, or from the future.
    #[error("the form has expired")]
    Expired,
    /// No key to sign with yet.
    #[error("no form key is loaded")]
    NoKey,
    /// See [`NoRandomness`].
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

impl FormTokens {
    /// Forms are good for `page_hours`.
    #[must_use]
    pub fn new(page_hours: u32) -> Self {
        Self { keys: RwLock::default(), page_hours }
    }

    /// Loads the keys of the last, this and the next week, unless they are loaded already.
    pub async fn load(&self, intake: &PgPool, now: Timestamp, randomness: &dyn Randomness) -> Result<(), StoreError> {
        let weeks = [now.0.saturating_sub(WEEK), now.0, now.0 + WEEK].map(|seconds| Timestamp(seconds).week());
        let known: Vec<_> = self.read(|keys| keys.iter().map(|(week, _)| week.clone()).collect());
        if weeks.iter().all(|week| known.contains(week)) {
            return Ok(());
        }
        let mut keys = Vec::new();
        for week in &weeks {
            let candidate = FormKey::new(randomness.key().map_err(StoreError::from)?);
            keys.push((week.clone(), form_key::of_week(intake, week, &candidate, &weeks[0]).await?));
        }
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys;
        Ok(())
    }

    /// A token for a new form, 48 characters that a path can carry.
    pub fn issue(&self, now: Timestamp, randomness: &dyn Randomness) -> Result<String, TokenError> {
        let week = now.week();
        let key = self.read(|keys| keys.iter().find(|(of, _)| *of == week).map(|(_, key)| key.clone()));
        let key = key.ok_or(TokenError::NoKey)?;
        let nonce = randomness.nonce()?;
        let hours = now.hours().to_be_bytes();
        let tag = mac(&key, "form", &[&nonce, &hours]);
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &hours, &tag[..TAG]].concat()))
    }

    /// Checks a token.
    pub fn check(&self, token: &str, now: Timestamp) -> Result<Form, TokenError> {
        let mut bytes = [0; NONCE + HOURS + TAG];
        match URL_SAFE_NO_PAD.decode_slice(token, &mut bytes) {
            Ok(length) if length == bytes.len() => {}
            _ => return Err(TokenError::Foreign),
        }
        let (nonce, rest) = bytes.split_at(NONCE);
        let (hours, tag) = rest.split_at(HOURS);
        let signs = |key: &FormKey| bool::from(mac(key, "form", &[nonce, hours])[..TAG].ct_eq(tag));
        let key = self.read(|keys| keys.iter().map(|(_, key)| key).find(|key| signs(key)).cloned());
        let key = key.ok_or(TokenError::Foreign)?;
        let (Ok(nonce), Ok(hours)) = (nonce.try_into(), hours.try_into()) else { return Err(TokenError::Foreign) };
        let issued = u32::from_be_bytes(hours);
        // Another server's clock may be a little ahead.
        let is_good = issued <= now.hours() + 1 && now.hours().saturating_sub(issued) <= self.page_hours;
        if is_good { Ok(Form { nonce, key }) } else { Err(TokenError::Expired) }
    }

    fn read<T>(&self, with: impl FnOnce(&Vec<(IsoWeek, FormKey)>) -> T) -> T {
        with(&self.keys.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Form {
    /// The id of what was sent by this form: its first half is the form's, its second half also depends on `content`.
    ///
    /// So the database refuses a second testimony by one form, and the same testimony sent again is the same row. Once
    /// the week's key is erased, nothing ties an id to a form any more.
    #[must_use]
    pub fn id(&self, content: Sha256) -> TestimonyId {
        let form = mac(&self.key, "id of form", &[&self.nonce]);
        let whole = mac(&self.key, "id of content", &[&self.nonce, &content.0]);
        let mut id = [0; 16];
        id[..8].copy_from_slice(&form[..8]);
        id[8..].copy_from_slice(&whole[..8]);
        TestimonyId::from_random(id)
    }
}

/// Parts have fixed lengths for one `purpose`.
fn mac(key: &FormKey, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    // A key shorter than a block is filled with zeros (RFC 2104, section 2).
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key.expose());
    let mut mac = Hmac::<sha2::Sha256>::new((&*block).into());
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::clock::SystemRandomness;

    const NOW: Timestamp = Timestamp(1_795_000_000);

    fn tokens() -> FormTokens {
        let tokens = FormTokens::new(24);
        let key = |seconds: u64, byte| (Timestamp(seconds).week(), FormKey::new([byte; 32]));
        *tokens.keys.write().unwrap() = vec![key(NOW.0, 1), key(NOW.0 + WEEK, 2)];
        tokens
    }

    #[test]
    fn a_form_is_good_for_its_hours_and_no_longer() {
        let tokens = tokens();
        let token = tokens.issue(NOW, &SystemRandomness).unwrap();
        assert_eq!(token.len(), 48);
        let after = |hours: u64| tokens.check(&token, Timestamp(NOW.0 + hours * 3600)).map(|_| ());
        assert_eq!(after(0), Ok(()));
        assert_eq!(after(24), Ok(()));
        assert_eq!(after(25), Err(TokenError::Expired));
        assert!(tokens.check(&token, Timestamp(NOW.0 - 3600)).is_ok());
        assert_eq!(tokens.check(&token, Timestamp(NOW.0 - 7200)).err(), Some(TokenError::Expired));
    }

    #[test]
    fn a_changed_or_invented_token_is_foreign() {
        let tokens = tokens();
        let token = tokens.issue(NOW, &SystemRandomness).unwrap();
        for place in 0..token.len() {
            let mut other = token.clone().into_bytes();
            other[place] = if other[place] == b'A' { b'B' } else { b'A' };
            let other = String::from_utf8(other).unwrap();
            assert_eq!(tokens.check(&other, NOW).err(), Some(TokenError::Foreign), "{place}");
        }
        for invented in ["", "x", &"A".repeat(48), &"A".repeat(10_000), "%00", "../../.."] {
            assert_eq!(tokens.check(invented, NOW).err(), Some(TokenError::Foreign));
        }
    }

    #[test]
    fn one_form_gives_one_first_half_and_one_id_for_each_content() {
        let tokens = tokens();
        let form = |token: &str| tokens.check(token, NOW).ok().unwrap();
        let (one, two) = (tokens.issue(NOW, &SystemRandomness).unwrap(), tokens.issue(NOW, &SystemRandomness).unwrap());
        let (a, b) = (Sha256::of(b"a"), Sha256::of(b"b"));
        assert_eq!(form(&one).id(a), form(&one).id(a));
        assert_ne!(form(&one).id(a), form(&one).id(b));
        let half = |id: TestimonyId| id.to_string()[..14].to_owned();
        assert_eq!(half(form(&one).id(a)), half(form(&one).id(b)));
        assert_ne!(half(form(&one).id(a)), half(form(&two).id(a)));
    }
}
