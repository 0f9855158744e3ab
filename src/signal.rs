//! Signals and memos of one compiled shape.
//!
//! Leptos compiles its signals and memos anew for each type that they hold. Here a value stands
//! behind a pointer, so that they are compiled once. ARCHITECTURE.md says what that saves. The names
//! and methods are Leptos' own, so that leaving this is a change of imports.

use core::any::Any;
use core::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{
    ArcMemo, Get as _, GetUntracked as _, Memo as LeptosMemo, RwSignal as LeptosSignal, Set as _,
    on_cleanup,
};
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};

/// A type whose values can be compared with a value of any type.
trait Comparable: Any + Send + Sync {
    fn is_equal(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Comparable for T {
    fn is_equal(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// A value of any type that can be compared.
#[derive(Clone)]
struct Value(Arc<dyn Comparable>);

impl Value {
    fn new<T: Comparable>(value: T) -> Self {
        Self(Arc::new(value))
    }

    fn get<T: Comparable>(&self) -> &T {
        let value: &dyn Any = &*self.0;
        value.downcast_ref().expect("it holds the type that it was made with")
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.is_equal(&*other.0)
    }
}

/// A value that is set, and tells its readers. Copied freely: it is a handle.
pub struct RwSignal<T> {
    signal: LeptosSignal<Value>,
    of: PhantomData<fn() -> T>,
}

/// A value that is worked out from others, and tells its readers when it has become another. Copied
/// freely: it is a handle.
pub struct Memo<T> {
    memo: LeptosMemo<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

fn signal(value: Value) -> LeptosSignal<Value> {
    LeptosSignal::new(value)
}

fn set(signal: LeptosSignal<Value>, value: Value) {
    // The owner may be gone, as when a fetch ends after its page.
    let _ = signal.try_set(value);
}

fn read(signal: LeptosSignal<Value>) -> Value {
    signal.get()
}

fn read_untracked(signal: LeptosSignal<Value>) -> Option<Value> {
    signal.try_get_untracked()
}

/// A memo that its owner takes off the lists of readers of what it read. Leptos leaves it there, and
/// those lists would grow with every memo that comes and goes.
fn memo(derive: Box<dyn Fn() -> Value + Send + Sync>) -> LeptosMemo<Value> {
    let memo = ArcMemo::new(move |_| derive());
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}

fn read_memo(memo: LeptosMemo<Value>) -> Value {
    memo.get()
}

impl<T: Clone + PartialEq + Send + Sync + 'static> RwSignal<T> {
    /// A signal that holds a value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { signal: signal(Value::new(value)), of: PhantomData }
    }

    /// Sets the value, and tells its readers. Does nothing if the owner is gone.
    pub fn set(self, value: T) {
        set(self.signal, Value::new(value));
    }

    /// Reads the value, and is told when it changes.
    pub fn with<U>(self, read_value: impl FnOnce(&T) -> U) -> U {
        read_value(read(self.signal).get())
    }

    /// A copy of the value; the reader is told when it changes.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value, if the owner is not gone; the reader is not told when it changes.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        read_untracked(self.signal).map(|value| value.get::<T>().clone())
    }

    /// A copy of the value; the reader is not told when it changes.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.try_get_untracked().expect("the owner of the signal is not gone")
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo of what is worked out, again whenever what it reads changes.
    #[must_use]
    pub fn new(derive: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { memo: memo(Box::new(move || Value::new(derive()))), of: PhantomData }
    }

    /// Reads the value, and is told when it changes.
    pub fn with<U>(self, read_value: impl FnOnce(&T) -> U) -> U {
        read_value(read_memo(self.memo).get())
    }

    /// A copy of the value; the reader is told when it changes.
    #[must_use]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }
}
