//! Counting allocations.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The system's allocator, with a count of what it was asked for. To be the program's
/// `#[global_allocator]`; without that, nothing is counted.
pub struct Counting;

static COUNT: AtomicU64 = AtomicU64::new(0);

/// How many allocations `work` makes. Growing what was allocated counts as one more.
pub fn count(work: impl FnOnce()) -> u64 {
    let before = COUNT.load(Relaxed);
    work();
    COUNT.load(Relaxed) - before
}

/// One thread does all the work, so that a load and a store suffice, which cost next to nothing.
fn one_more() {
    COUNT.store(COUNT.load(Relaxed) + 1, Relaxed);
}

#[expect(unsafe_code, reason = "an allocator is unsafe to write; this one only hands on")]
// SAFETY: every call is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        one_more();
        // SAFETY: as promised by the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        one_more();
        // SAFETY: as promised by the caller.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        one_more();
        // SAFETY: as promised by the caller.
        unsafe { System.realloc(place, layout, size) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: as promised by the caller.
        unsafe { System.dealloc(place, layout) }
    }
}
