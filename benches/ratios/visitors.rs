//! Many visitors at once, as cheap as they can be: what they send is made before, and their connections stay open.

use std::{sync::Barrier, thread::scope};

use crate::{
    house::{House, form::Form, visitor::Visitor},
    machine::Gauge,
    table::Measured,
};

/// A filled-in form, ready to be sent.
pub(crate) struct Letter(Vec<u8>);

impl Letter {
    pub(crate) fn of(form: &Form) -> Self {
        Self(form.body())
    }

    /// Sends it as the form that belongs to `path`.
    pub(crate) fn post(&self, visitor: &mut Visitor, path: &str) {
        let mut request = Form::head_of(path, self.0.len() as u64).into_bytes();
        if self.0.len() < 1 << 16 {
            request.extend_from_slice(&self.0);
            visitor.writes(&request).unwrap();
        } else {
            visitor.writes(&request).unwrap();
            visitor.writes(&self.0).unwrap();
        }
        let response = visitor.reads().unwrap();
        assert!(response.is_thanks(), "{} {}", response.status, response.heading());
    }
}

/// Whether each visitor has opened its forms before the clock starts.
#[derive(Clone, Copy)]
pub(crate) enum Forms {
    Before,
    OneByOne,
}

/// Testimonies a second: `all` of them from `connections` visitors.
pub(crate) fn send(house: &House, connections: u32, all: u32, letter: &Letter, forms: Forms) -> Measured {
    let ready = Barrier::new(usize::try_from(connections).unwrap() + 1);
    let (seconds, split) = scope(|scope| {
        let ready = &ready;
        let visitors: Vec<_> = (0..connections)
            .map(|n| {
                let each = all / connections + u32::from(n < all % connections);
                scope.spawn(move || {
                    let mut visitor = house.visitor();
                    visitor.connect().unwrap();
                    let before = if matches!(forms, Forms::Before) { each } else { 0 };
                    let mut paths: Vec<_> = (0..before).map(|_| visitor.opens_form().unwrap()).collect();
                    ready.wait();
                    for _ in 0..each {
                        let path = paths.pop().unwrap_or_else(|| visitor.opens_form().unwrap());
                        letter.post(&mut visitor, &path);
                    }
                })
            })
            .collect();
        ready.wait();
        let gauge = Gauge::start(Some(house));
        for visitor in visitors {
            visitor.join().unwrap();
        }
        gauge.stop()
    });
    Measured { rate: f64::from(all) / seconds, split }
}
