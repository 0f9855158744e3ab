//! State that changes, and what is derived from it.
//!
//! Leptos' signals and memos with one compiled shape: what they hold stands behind a pointer, since
//! Leptos compiles them anew for each type (ARCHITECTURE.md, "Dependencies").

use core::any::Any;
use core::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A value of any type that can be compared.
#[derive(Clone)]
struct Value {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Value {
    fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
            one.downcast_ref::<T>() == other.downcast_ref::<T>()
        }
        Self { value: Arc::new(value), same: same::<T> }
    }

    fn with<T: 'static, U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(self.value.downcast_ref().expect("it holds what it was made with"))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

/// A value that is set, and tells its readers. Copied freely: it is a handle.
pub struct State<T> {
    signal: RwSignal<Value>,
    of: PhantomData<fn() -> T>,
}

/// A value that is worked out from others, and tells its readers when it has become another.
/// Copied freely: it is a handle.
pub struct Derived<T> {
    memo: Memo<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> State<T> {
    /// A value at first.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { signal: RwSignal::new(Value::new(value)), of: PhantomData }
    }

    /// Sets it, and tells those who read it.
    pub fn set(&self, value: T) {
        self.signal.set(Value::new(value));
    }

    /// Reads it, and is told when it changes.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.signal.get().with(read)
    }

    /// Reads it without being told when it changes.
    pub fn with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.signal.get_untracked().with(read)
    }

    /// A copy of it, and is told when it changes.
    #[must_use]
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// A copy of it.
    #[must_use]
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// Changes it, and tells those who read it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// What is worked out, again whenever what it reads changes.
    #[must_use]
    pub fn new(derive: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let derive: Box<dyn Fn() -> Value + Send + Sync> = Box::new(move || Value::new(derive()));
        Self { memo: Memo::new(move |_| derive()), of: PhantomData }
    }

    /// Reads it, and is told when it changes.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.memo.get().with(read)
    }

    /// A copy of it, and is told when it changes.
    #[must_use]
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }
}
