//! Pictures that a phone's camera reads.

use leptos::prelude::*;

/// A text as a QR code (ISO/IEC 18004, level M) with its quiet zone; nothing where it is too long for one.
pub(crate) fn qr_code(text: &str) -> Option<AnyView> {
    let code = fast_qr::QRBuilder::new(text).ecl(fast_qr::ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() {
                path.push_str(&format!("M{} {}h1v1h-1z", column + 4, row + 4));
            }
        }
    }
    let side = code.size + 8;
    Some(
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=text.to_owned() shape-rendering="crispEdges">
                <path d=path></path>
            </svg>
        }
        .into_any(),
    )
}
