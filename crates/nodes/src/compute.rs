//! Closures behind a pointer, with as little code as possible for each.

/// A closure that is called again and again.
///
/// A pointer to a closure of the standard library also carries the code to call it once and give
/// it up; a pointer to this trait does not.
pub trait Compute<T> {
    /// Calls the closure.
    fn compute(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Compute<T> for F {
    fn compute(&mut self) -> T {
        self()
    }
}

/// A closure that makes a `T`, whatever the closure's own type.
pub type Dynamic<T> = Box<dyn Compute<T>>;
