// What the four steps need of a script. That somebody acted is noted in this browser (`samleng.acted`), so that the first page
// asks for their steps, and nobody else's browser asks for anything. What no server hears of, sharing and taking a feed, leaves
// its mark here, as `src/platform/http/marks.rs` reads it. And the checklist gets what only the storage knows.
(() => {
  const ACTED = "samleng.acted";
  const LEAVE = "samleng.leave";
  const A_YEAR = 31_536_000;

  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {}
  };
  const acted = (has) => keep(ACTED, has ? "1" : "");
  const find = (selector) => document.querySelector(selector);

  const mark = (name) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    const cookie = `${name}=${Math.floor(Date.now() / 1_000)}; Max-Age=${A_YEAR}; SameSite=Strict${secure}`;
    for (const language of ["en", "km", "fr"]) document.cookie = `${cookie}; Path=/${language}/steps`;
    acted(true);
  };
  const copy = async (text, says) => {
    await navigator.clipboard.writeText(text);
    says.textContent = says.dataset.copied;
  };

  if (find('[data-steps="acted"]')) acted(true);
  if (find('[data-steps="none"]')) acted(false);
  const acts = '[data-steps="acts"]';
  addEventListener("submit", ({ target }) => target.matches(acts) && acted(true));
  addEventListener("click", ({ target }) => target.closest(`button${acts}`) && acted(true));

  // A text to pass on: taken by hand, by a button, or by the share sheet. Where the composer is awake, it copies by itself.
  const passes = '[data-steps="share"]';
  const ofUs = (button) => !button.closest("leptos-island");
  for (const button of document.querySelectorAll(`${passes} button`)) {
    if (button.dataset.share !== undefined) button.hidden = !navigator.share;
    else if (ofUs(button)) button.hidden = !navigator.clipboard;
  }
  addEventListener("copy", ({ target }) => target.closest?.(passes) && mark("shared"));
  addEventListener("click", async ({ target }) => {
    const button = target.closest(`${passes} button`);
    if (!button) return;
    const text = button.closest(".copy").querySelector("textarea").value;
    try {
      if (button.dataset.share !== undefined) await navigator.share({ text });
      else if (ofUs(button)) await copy(text, find("#share-copied"));
      mark("shared");
    } catch {}
  });

  // The address of the feed, for one's own program.
  const feed = find("[data-feed]");
  if (feed) {
    feed.hidden = !navigator.clipboard;
    feed.addEventListener("click", async () => {
      try {
        await copy(new URL(feed.dataset.feed, location).href, feed.nextElementSibling);
        mark("samleng.follows");
      } catch {}
    });
  }

  // The first page: the same for everybody, then one's own.
  const short = find('[data-steps^="/"]');
  if (short && kept(ACTED)) {
    fetch(short.dataset.steps)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject()))
      .then((html) => {
        short.insertAdjacentHTML("afterend", html);
        acted(short.nextElementSibling.matches('[data-steps="acted"]'));
        short.remove();
      })
      .catch(() => {});
  }

  // The checklist: how much of a forum ran so far, as `public/watched.js` keeps it, and whether leaving forgets.
  const digits = (number) =>
    document.documentElement.lang === "km"
      ? String(number).replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
      : String(number);
  for (const line of document.querySelectorAll("[data-begun]")) {
    const [ran, , , half] = (kept(`samleng.watched.${line.dataset.begun}`) ?? "").split("|").map(Number);
    const minutes = Math.floor(ran / 60_000);
    if (!minutes || half) continue;
    line.textContent = line.textContent.replace("{shown}", digits(minutes));
    line.hidden = false;
  }
  const choice = find("#leave-choice");
  if (choice) {
    const box = find("#leave-clears");
    box.checked = kept(LEAVE) === "clear";
    box.addEventListener("change", () => keep(LEAVE, box.checked && "clear"));
    choice.hidden = false;
  }
})();
