//! The one place that asks the system for the time and for randomness; all else is handed them.

use rand::TryRng as _;

use crate::testimony::calendar::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        #[expect(clippy::disallowed_methods, reason = "this is the clock that is passed in everywhere else")]
        let now = std::time::SystemTime::now();
        Timestamp(now.duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }
}

/// Fills arrays with unpredictable bytes.
pub trait Randomness: Send + Sync {
    /// 16 bytes.
    fn nonce(&self) -> Result<[u8; 16], NoRandomness>;
    /// 32 bytes.
    fn key(&self) -> Result<[u8; 32], NoRandomness>;
}

/// The system gave no random bytes; nothing can be sealed without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// The system's generator (getrandom(2)).
pub struct SystemRandomness;

impl SystemRandomness {
    fn fill<const N: usize>() -> Result<[u8; N], NoRandomness> {
        let mut bytes = [0; N];
        rand::rngs::SysRng.try_fill_bytes(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(bytes)
    }
}

impl Randomness for SystemRandomness {
    fn nonce(&self) -> Result<[u8; 16], NoRandomness> {
        Self::fill()
    }

    fn key(&self) -> Result<[u8; 32], NoRandomness> {
        Self::fill()
    }
}
