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

/// Forgets a value, here and in the tab.
pub fn forget(key: &str) {
    for storage in [storage(), tab_storage()].into_iter().flatten() {
        let _ = storage.remove_item(key);
    }
}

fn tab_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What the browser keeps under a key until the tab is closed.
pub fn kept_in_tab(key: &str) -> Option<String> {
    tab_storage()?.get_item(key).ok()?
}

/// Keeps a value until the tab is closed, where the browser does.
pub fn keep_in_tab(key: &str, value: &str) {
    if let Some(storage) = tab_storage() {
        let _ = storage.set_item(key, value);
    }
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

/// 32 random bits; 0 where the browser has no randomness.
pub fn random_number() -> u32 {
    random_key().and_then(|key| u32::from_str_radix(key.get(..8)?, 16).ok()).unwrap_or_default()
}

/// Whether this is a Windows computer.
pub fn on_windows() -> bool {
    web_sys::window()
        .and_then(|window| window.navigator().user_agent().ok())
        .is_some_and(|agent| agent.contains("Windows NT"))
}

/// Whether somebody looks at the page.
pub fn is_seen() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| !document.hidden())
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

fn share_function() -> Option<(web_sys::Navigator, js_sys::Function)> {
    let navigator = web_sys::window()?.navigator();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    Some((navigator, share))
}

/// Whether the device has a share sheet.
pub fn can_share() -> bool {
    share_function().is_some()
}

/// Opens the share sheet with a text; says whether something took it.
pub async fn share(title: &str, text: &str) -> bool {
    let Some((navigator, share)) = share_function() else { return false };
    let data = js_sys::Object::new();
    for (name, value) in [("title", title), ("text", text)] {
        let _ = js_sys::Reflect::set(&data, &name.into(), &value.into());
    }
    match share.call1(&navigator, &data).ok().and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
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

fn element(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Moves the focus to an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Replaces what an element says.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(text));
    }
}

/// Replaces what an element says by pieces, those that are marked in an element of a class.
pub fn set_pieces(id: &str, pieces: &[(String, bool)], class: &str) {
    let Some(into) = element(id) else { return };
    into.set_text_content(None);
    let Some(document) = into.owner_document() else { return };
    for (text, marked) in pieces {
        let Ok(piece) = document.create_element("span") else { return };
        piece.set_text_content(Some(text));
        if *marked {
            let _ = piece.set_attribute("class", class);
        }
        let _ = into.append_child(&piece);
    }
}

/// Bytes as base64 (RFC 4648, 4).
pub fn base64(bytes: &[u8]) -> String {
    // The browser takes one character for each byte.
    let signs: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    web_sys::window().and_then(|window| window.btoa(&signs).ok()).unwrap_or_default()
}

/// A text in Unicode's normalization form C.
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Replaces what every element of a selection says.
pub fn set_texts(selector: &str, text: &str) {
    let found = web_sys::window().and_then(|window| window.document()?.query_selector_all(selector).ok());
    let Some(found) = found else { return };
    for place in 0..found.length() {
        if let Some(node) = found.item(place) {
            node.set_text_content(Some(text));
        }
    }
}

/// Puts an element at the end of another, from wherever it stands.
pub fn append(into: &str, id: &str) {
    if let (Some(into), Some(element)) = (element(into), element(id)) {
        let _ = into.append_child(&element);
    }
}

/// Sets an attribute of an element.
pub fn set_attribute(id: &str, name: &str, value: &str) {
    if let Some(element) = element(id) {
        let _ = element.set_attribute(name, value);
    }
}

/// Hides an element, or shows it.
pub fn set_hidden(id: &str, hidden: bool) {
    if let Some(element) = element(id) {
        let _ = if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") };
    }
}

/// What stands in a field.
pub fn value_of(id: &str) -> Option<String> {
    let element = element(id)?;
    match element.dyn_into::<web_sys::HtmlInputElement>() {
        Ok(input) => Some(input.value()),
        Err(element) => Some(element.dyn_into::<web_sys::HtmlTextAreaElement>().ok()?.value()),
    }
}

/// Replaces what stands in a field.
pub fn set_value(id: &str, text: &str) {
    match element(id).map(|element| element.dyn_into::<web_sys::HtmlInputElement>()) {
        Some(Ok(input)) => input.set_value(text),
        Some(Err(element)) => {
            if let Ok(area) = element.dyn_into::<web_sys::HtmlTextAreaElement>() {
                area.set_value(text);
            }
        }
        None => {}
    }
}

/// The id of the list's row in which something happens.
pub fn row_of(event: &web_sys::DragEvent) -> Option<String> {
    let place = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    Some(place.closest("li").ok()??.id())
}

/// The id of what was pressed: the nearest link or button around the place of the press.
pub fn pressed(event: &web_sys::MouseEvent) -> Option<String> {
    let place = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    Some(place.closest("a, button").ok()??.id())
}

/// The id of what an event happened to.
pub fn id_of_target(event: &web_sys::Event) -> Option<String> {
    Some(event.target()?.dyn_into::<web_sys::Element>().ok()?.id())
}

/// Whether a box is ticked.
pub fn checked(id: &str) -> Option<bool> {
    Some(element(id)?.dyn_into::<web_sys::HtmlInputElement>().ok()?.checked())
}

/// Ticks a box, or not.
pub fn set_checked(id: &str, checked: bool) {
    if let Some(input) = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.set_checked(checked);
    }
}
