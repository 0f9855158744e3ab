//! Counting allocations.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The system's allocator, which counts allocations. It counts only if it is the program's
/// `#[global_allocator]`.
pub struct Counting;

static COUNT: AtomicU64 = AtomicU64::new(0);

/// How many allocations `work` makes. A reallocation counts as one.
pub fn count(work: impl FnOnce()) -> u64 {
    let before = COUNT.load(Relaxed);
    work();
    COUNT.load(Relaxed) - before
}

/// Adds one to the count. Only one thread allocates, so a load and a store suffice; they are
/// cheaper than one atomic addition.
fn one_more() {
    COUNT.store(COUNT.load(Relaxed) + 1, Relaxed);
}

#[expect(unsafe_code, reason = "GlobalAlloc is an unsafe trait")]
// SAFETY: every call is passed to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        one_more();
        // SAFETY: the caller keeps the same contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        one_more();
        // SAFETY: the caller keeps the same contract.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        one_more();
        // SAFETY: the caller keeps the same contract.
        unsafe { System.realloc(place, layout, size) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the same contract.
        unsafe { System.dealloc(place, layout) }
    }
}
