// What a server gets that makes pages: it has no elements, and the browser defines this one.
export {};
