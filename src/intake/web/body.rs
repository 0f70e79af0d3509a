//! A request's body under limits: of size, of silence and of time. What is refused is still read to its end within
//! bounds, so that the browser sees the page instead of a connection that was reset.

use std::{
    cell::RefCell,
    future::Future as _,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll},
    time::Duration,
};

use actix_web::{dev::Payload, error::PayloadError, web::Bytes};
use futures_util::{Stream, StreamExt as _};
use tokio::time::{Instant, Sleep, sleep_until};

/// Why a body was cut off before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// More bytes than allowed.
    TooLarge,
    /// Silent for too long, or too slow as a whole.
    TooSlow,
    /// The sender went away, or did not speak HTTP.
    Gone,
}

/// The body of one request. Clones read from the same stream.
#[derive(Clone)]
pub(super) struct Body(Rc<RefCell<Inner>>);

struct Inner {
    payload: Payload,
    left: u64,
    received: u64,
    began: Instant,
    slowest: u64,
    idle: Duration,
    silence: Pin<Box<Sleep>>,
    whole: Pin<Box<Sleep>>,
    cut: Option<Cut>,
    ended: bool,
}

/// How long and how slowly a body may come.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    /// Longest silence.
    pub(super) idle: Duration,
    /// Longest time as a whole.
    pub(super) whole: Duration,
    /// Fewest bytes a second, on the average since [`GRACE`] has passed.
    pub(super) slowest: u64,
}

/// A connection may take this long to get going.
const GRACE: Duration = Duration::from_mins(1);
/// How long what was refused is still read, so that its sender sees the page.
const DRAIN: Duration = Duration::from_mins(2);

impl Body {
    pub(super) fn new(payload: Payload, most: u64, pace: Pace) -> Self {
        let now = Instant::now();
        let Pace { idle, whole, slowest } = pace;
        Self(Rc::new(RefCell::new(Inner {
            payload,
            left: most,
            received: 0,
            began: now,
            slowest,
            idle,
            silence: Box::pin(sleep_until(now + idle)),
            whole: Box::pin(sleep_until(now + whole)),
            cut: None,
            ended: false,
        })))
    }

    /// Why the stream ended early, if it did.
    pub(super) fn cut(&self) -> Option<Cut> {
        self.0.borrow().cut
    }

    /// Reads on and throws away, at most `most` bytes, under the same limits of time.
    pub(super) async fn drain(mut self, most: u64) {
        {
            let mut inner = self.0.borrow_mut();
            if matches!(inner.cut, Some(Cut::TooSlow | Cut::Gone)) {
                return;
            }
            inner.cut = None;
            inner.left = most;
            let end = inner.whole.deadline().min(Instant::now() + DRAIN);
            inner.whole.as_mut().reset(end);
        }
        while let Some(Ok(_)) = self.next().await {}
    }
}

impl Inner {
    /// Slower than allowed: somebody who sends a byte now and then must not hold a place for hours.
    fn dawdles(&self) -> bool {
        let counted = self.began.elapsed().saturating_sub(GRACE).as_secs();
        self.received < counted.saturating_mul(self.slowest)
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, PayloadError>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        if self.cut.is_some() {
            return Poll::Ready(Some(Err(PayloadError::Overflow)));
        }
        let cut = match Pin::new(&mut self.payload).poll_next(context) {
            Poll::Ready(Some(Ok(bytes))) => match self.left.checked_sub(bytes.len() as u64) {
                Some(left) => {
                    self.left = left;
                    self.received += bytes.len() as u64;
                    self.silence.as_mut().reset(Instant::now() + self.idle);
                    // A fast sender never leaves a silence, so the whole is looked at here as well.
                    if self.whole.as_mut().poll(context).is_pending() && !self.dawdles() {
                        return Poll::Ready(Some(Ok(bytes)));
                    }
                    Cut::TooSlow
                }
                None => Cut::TooLarge,
            },
            Poll::Ready(Some(Err(_))) => Cut::Gone,
            Poll::Ready(None) => {
                self.ended = true;
                return Poll::Ready(None);
            }
            Poll::Pending => {
                let late =
                    self.silence.as_mut().poll(context).is_ready() || self.whole.as_mut().poll(context).is_ready();
                if !late {
                    return Poll::Pending;
                }
                Cut::TooSlow
            }
        };
        self.cut = Some(cut);
        Poll::Ready(Some(Err(PayloadError::Overflow)))
    }
}

impl Stream for Body {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.borrow_mut().poll(context)
    }
}
