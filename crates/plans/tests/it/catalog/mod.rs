mod block;
mod every_key;
mod source;
mod vendors;
