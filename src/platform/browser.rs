//! What islands ask of the browser: its storage, its clock, its clipboard. Everything here may be missing or refused, as in
//! private windows; then nothing is kept, and the page works on.
//!
//! Only event handlers and effects may call this: on the server there is no browser.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What the browser keeps under a key.
pub fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a value; says whether the browser did.
pub fn keep(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Forgets a value.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Every key that begins with `prefix`.
pub fn kept_keys(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|place| storage.key(place).ok()?).filter(|key| key.starts_with(prefix)).collect()
}

/// Seconds since 1970 by the device's clock.
pub fn now() -> i64 {
    // Far below 2^53, so the conversion is exact.
    (js_sys::Date::now() / 1000.0) as i64
}

/// Month (1 to 12) and day of an instant, in the device's time zone.
pub fn month_and_day(at: i64) -> (u8, u8) {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at as f64 * 1000.0));
    (u8::try_from(date.get_month() + 1).unwrap_or(1), u8::try_from(date.get_date()).unwrap_or(1))
}

/// 128 random bits as 32 hexadecimal digits, or nothing where the browser has no randomness.
pub fn random_key() -> Option<String> {
    let mut bytes = [0_u8; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Puts a text on the clipboard; says whether the browser did.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Without TLS the browser has no clipboard, and the binding would hand out `undefined`.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).ok();
    match clipboard.and_then(|clipboard| clipboard.dyn_into::<web_sys::Clipboard>().ok()) {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Moves the focus to an element.
pub fn focus(id: &str) {
    let element =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// What stands in an input field.
pub fn value_of(id: &str) -> Option<String> {
    let element = web_sys::window()?.document()?.get_element_by_id(id)?;
    Some(element.dyn_into::<web_sys::HtmlInputElement>().ok()?.value())
}

/// The language of the page that is open.
pub fn page_language() -> crate::words::Language {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("lang"))
        .and_then(|code| code.parse().ok())
        .unwrap_or(crate::words::Language::English)
}
