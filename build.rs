//! Bundles and minifies the styles of `style/` for the server: one of all pages, and what only accounts and the desk add.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=style");
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=content/about");
    #[cfg(feature = "ssr")]
    for (from, to) in [("style/main.css", "style.css"), ("style/accounts.css", "accounts.css")] {
        std::fs::write(std::path::Path::new(&std::env::var("OUT_DIR")?).join(to), bundled(from)?)?;
    }
    Ok(())
}

/// A style as browsers get it; a warning about it ends the build. No targets: what old browsers don't know, the style itself
/// says in two ways.
#[cfg(feature = "ssr")]
fn bundled(from: &str) -> Result<String, Box<dyn Error>> {
    use std::sync::Arc;

    use lightningcss::{
        bundler::{Bundler, FileProvider},
        stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    };
    let files = FileProvider::new();
    let warnings = Arc::default();
    let options = ParserOptions { warnings: Some(Arc::clone(&warnings)), ..ParserOptions::default() };
    let mut style =
        Bundler::new(&files, None, options).bundle(std::path::Path::new(from)).map_err(|error| error.to_string())?;
    if let Some(warning) = warnings.read().map_err(|error| error.to_string())?.first() {
        return Err(warning.to_string().into());
    }
    style.minify(MinifyOptions::default()).map_err(|error| error.to_string())?;
    let printed = style.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| error.to_string())?.code)
}
