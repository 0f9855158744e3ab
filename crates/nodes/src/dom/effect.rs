//! Effects that end with what they keep up to date.

use leptos::prelude::RenderEffect;
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};

/// A closure that runs now, and again whenever what it reads changes, for as long as the effect is
/// kept. Whatever the closure works on stands in the closure, so that all effects are of one type.
pub struct Effect(RenderEffect<()>);

impl Effect {
    pub fn new(mut run: Box<dyn FnMut()>) -> Self {
        Self(RenderEffect::new(move |_| run()))
    }
}

impl Drop for Effect {
    /// Takes the effect off the lists of readers that signals and memos keep. Leptos leaves it
    /// there until a signal changes, and forever in the list of a memo.
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}
