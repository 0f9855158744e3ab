//! A small server of static files, for looking at the site and for testing it.
//!
//! It answers on this machine only, never lists a folder, and knows the content types of what we
//! build, no more. It does not compress: `cargo xtask size` says what compression would do.

use std::fs::File;
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

use anyhow::{Context as _, Result, anyhow};
use tiny_http::{Header, Method, Request, Response};

use crate::address::{Answer, answer};

/// How many requests are answered at the same time.
const WORKERS: usize = 4;

/// How many ports [`Port::From`] tries.
const PORTS_TRIED: u16 = 20;

/// Where to listen.
pub enum Port {
    /// Any free port, as the system gives it out.
    Any,
    /// The first free one of this and those after it.
    From(u16),
}

/// A folder that is served until this is dropped.
pub struct Server {
    server: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
    prefix: String,
    port: u16,
}

impl Server {
    /// Serves `folder` as if it were at `prefix`, a path that begins and ends with a slash.
    ///
    /// # Errors
    ///
    /// When `folder` does not exist or no port is free.
    pub fn start(folder: &Path, prefix: &str, port: Port) -> Result<Self> {
        let folder = folder
            .canonicalize()
            .with_context(|| format!("cannot serve the folder {}", folder.display()))?;
        let listener = listen(port)?;
        let port = listener.local_addr().context("the server has no address")?.port();
        let server = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| anyhow!("cannot serve on port {port}: {error}"))?;
        let server = Arc::new(server);
        let workers = (0..WORKERS).map(|_| {
            let (server, folder, prefix) = (server.clone(), folder.clone(), prefix.to_owned());
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    respond(request, &folder, &prefix);
                }
            })
        });
        let workers = workers.collect();
        Ok(Self { server, workers, prefix: prefix.to_owned(), port })
    }

    /// The address of the site's first page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.prefix)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Returns when the server can answer no more, which is usually never.
    pub fn wait(&mut self) {
        for worker in self.workers.drain(..) {
            // A worker that panicked has said so.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
    }
}

fn listen(port: Port) -> Result<TcpListener> {
    let ports = match port {
        Port::Any => 0..=0,
        Port::From(port) => port..=port.saturating_add(PORTS_TRIED - 1),
    };
    let (first, last) = (*ports.start(), *ports.end());
    let mut free = ports.filter_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok());
    free.next().with_context(|| format!("no port from {first} to {last} is free"))
}

fn respond(request: Request, folder: &Path, prefix: &str) {
    let response = match request.method() {
        Method::Get | Method::Head => match answer(folder, prefix, request.url()) {
            Answer::File(path) => match File::open(&path) {
                Ok(file) => Response::from_file(file)
                    .with_header(header("Content-Type", content_type(&path)))
                    .boxed(),
                Err(error) => plain(500, &format!("This file cannot be read: {error}.")),
            },
            Answer::Redirect(to) => {
                plain(302, &format!("This is at {to}.")).with_header(header("Location", &to))
            }
            Answer::Missing => plain(
                404,
                &format!("There is nothing at this address. The site begins at {prefix}"),
            ),
        },
        _ => plain(405, "This server only answers GET and HEAD.")
            .with_header(header("Allow", "GET, HEAD")),
    };
    // The length is always known; and a page that was built anew should be seen.
    let response = response
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Cache-Control", "no-cache"));
    // Fails when the client is gone, and then nobody is left to be told.
    let _ = request.respond(response);
}

fn plain(status: u16, sentence: &str) -> Response<Box<dyn Read + Send>> {
    Response::from_string(format!("{sentence}\n")).with_status_code(status).boxed()
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a header is made of our words and of a request's path")
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
