mod block;
mod source;
mod vendors;
