//! The programs of the system that tests drive, and the packages that have them on Debian.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::command::{command, find, read};

/// A program of the system.
pub struct Program {
    /// What the program is, for people.
    what: &'static str,
    /// The variable that may name the program.
    variable: &'static str,
    /// The names under which PATH may have it.
    names: &'static [&'static str],
    /// The packages that have the program, and what it needs beside it, with spaces between them.
    packages: &'static str,
}

/// Chromium.
pub const CHROMIUM: Program = Program {
    what: "Chromium",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome"],
    packages: "chromium fonts-liberation",
};

/// Chromium's driver.
pub const CHROMEDRIVER: Program = Program {
    what: "Chromium's driver",
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    packages: "chromium-driver",
};

/// Firefox.
pub const FIREFOX: Program = Program {
    what: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    packages: "firefox-esr",
};

/// WebKit's driver. Its package also has the engine.
pub const WEBKIT_DRIVER: Program = Program {
    what: "WebKit's driver",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    packages: "webkit2gtk-driver",
};

/// A screen for WebKit, which does not run without one.
pub const XVFB: Program =
    Program { what: "a virtual screen", variable: "XVFB", names: &["Xvfb"], packages: "xvfb" };

/// What reads the words of printed pages.
pub const PDFTOTEXT: Program = Program {
    what: "a reader of printed pages",
    variable: "PDFTOTEXT",
    names: &["pdftotext"],
    packages: "poppler-utils",
};

/// The spreadsheet into which tables are pasted.
pub const LIBREOFFICE: Program = Program {
    what: "LibreOffice",
    variable: "SOFFICE",
    names: &["soffice"],
    packages: "libreoffice-calc-nogui",
};

/// Servers that host the site in tests, each on a port of its own and with no settings of the system's.
/// Where the system starts services, installing nginx or Caddy starts one.
pub const NGINX: Program =
    Program { what: "nginx", variable: "NGINX", names: &["nginx"], packages: "nginx" };

/// See [`NGINX`].
pub const APACHE: Program =
    Program { what: "Apache", variable: "APACHE", names: &["apache2"], packages: "apache2-bin" };

/// See [`NGINX`].
pub const CADDY: Program =
    Program { what: "Caddy", variable: "CADDY", names: &["caddy"], packages: "caddy" };

/// Builds one of the sites of documentation. It is not among [`PROGRAMS`]: `setup` leaves it to whoever
/// checks that site.
pub const HUGO: Program =
    Program { what: "Hugo", variable: "HUGO", names: &["hugo"], packages: "hugo" };

/// Every program of the system that a test drives, and that `setup` installs.
pub const PROGRAMS: [Program; 10] = [
    CHROMIUM,
    CHROMEDRIVER,
    FIREFOX,
    WEBKIT_DRIVER,
    XVFB,
    PDFTOTEXT,
    LIBREOFFICE,
    NGINX,
    APACHE,
    CADDY,
];

/// The packages with which Python can open a window of WebKit.
const WEBKIT_FOR_PYTHON: &str = "python3-gi python3-gi-cairo gir1.2-webkit2-4.1";

/// Python as the system has it, for which those packages are. PATH may have another one first.
pub const PYTHON: &str = "/usr/bin/python3";

/// The package from which languages for WebKit are made, and a file of it.
const LOCALES: (&str, &str) = ("locales", "/usr/share/i18n/locales/nl_NL");

impl Program {
    /// The path of the program: what the variable names, or what is on PATH; `None` if there is
    /// neither.
    ///
    /// # Errors
    ///
    /// If the variable names no file.
    pub fn find(&self) -> Result<Option<PathBuf>> {
        let on_path = || self.names.iter().find_map(|name| find(name));
        // Servers are there, which is on the PATH of root alone.
        let for_root = || {
            let mut paths = self.names.iter().map(|name| Path::new("/usr/sbin").join(name));
            paths.find(|path| path.is_file())
        };
        Ok(chosen(self.variable)?.or_else(on_path).or_else(for_root))
    }

    /// The path of the program.
    ///
    /// # Errors
    ///
    /// If the program is missing. The error says how to install it.
    pub fn path(&self) -> Result<PathBuf> {
        let how = || {
            let (what, variable) = (self.what, self.variable);
            format!(
                "{what} is missing: `cargo xtask setup` installs it as root, or says how to. \
                 Or name the program in {variable}"
            )
        };
        self.find()?.with_context(how)
    }

    /// The path of a program that `setup` does not install.
    ///
    /// # Errors
    ///
    /// If the program is missing. The error names the package to install.
    pub fn path_of_package(&self) -> Result<PathBuf> {
        let how = || {
            let (what, variable, packages) = (self.what, self.variable, self.packages);
            format!(
                "{what} is missing: `apt-get install {packages}` installs it. \
                 Or name the program in {variable}"
            )
        };
        self.find()?.with_context(how)
    }
}

/// The packages that are missing, with spaces between them; empty if nothing is.
///
/// # Errors
///
/// If a variable names no file.
pub fn missing_packages() -> Result<String> {
    let mut missing = Vec::new();
    for program in &PROGRAMS {
        if program.find()?.is_none() {
            missing.push(program.packages);
        }
    }
    if !Path::new(LOCALES.1).is_file() {
        missing.push(LOCALES.0);
    }
    if !python_has_webkit() {
        missing.push(WEBKIT_FOR_PYTHON);
    }
    Ok(missing.join(" "))
}

/// Whether Python can open a window of WebKit.
fn python_has_webkit() -> bool {
    let imports = "import cairo, gi; gi.require_version('WebKit2', '4.1')";
    read(&mut command(PYTHON, &["-c", imports])).is_ok()
}

/// The program that a variable names, if it is set.
fn chosen(variable: &str) -> Result<Option<PathBuf>> {
    let Some(chosen) = std::env::var_os(variable).filter(|chosen| !chosen.is_empty()) else {
        return Ok(None);
    };
    let chosen = Path::new(&chosen);
    ensure!(chosen.is_file(), "{variable} names no program: {}", chosen.display());
    // The tests run in another folder, so the path must not be relative.
    std::path::absolute(chosen).map(Some).context("the present folder is gone")
}
