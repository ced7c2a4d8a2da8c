// What the checklist knows beyond the page that the server drew: on the first page the steps as they stand, asked for only where
// something was done; on the checklist how much of a forum was watched, and what "Leave now" forgets.
(() => {
  const ACTED = "samleng.acted";
  const LEAVE = "samleng.leave";
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {}
  };
  const keys = (prefix) => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  };

  if (document.querySelector("[data-steps-acted]")) keep(ACTED, "yes");

  // Sharing is an act that no server hears of: its mark goes where the server sets the others.
  document.querySelector("[data-steps-shares]")?.addEventListener("click", ({ target }) => {
    if (!target.closest("button")) return;
    keep(ACTED, "yes");
    const secure = location.protocol === "https:" ? "; secure" : "";
    const at = Math.floor(Date.now() / 1_000);
    for (const language of ["en", "km", "fr"]) {
      document.cookie = `shared=${at}; path=/${language}/steps; max-age=31536000; samesite=strict${secure}`;
    }
  });

  const short = document.querySelector("[data-steps]");
  if (short && (kept(ACTED) || keys("samleng.wrote.").length)) {
    fetch(short.dataset.steps)
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((lines) => {
        if (lines) short.innerHTML = lines;
      })
      .catch(() => {});
  }

  const box = document.getElementById("leave-clears");
  if (box) {
    document.getElementById("leave-choice").hidden = false;
    box.checked = kept(LEAVE) === "clear";
    box.addEventListener("change", () => keep(LEAVE, box.checked ? "clear" : null));
  }

  const watch = document.querySelector("[data-steps-so-far]");
  if (!watch) return;
  const titles = JSON.parse(watch.dataset.stepsForums);
  for (const key of keys("samleng.watched.")) {
    const title = titles[key.slice("samleng.watched.".length)];
    const [ran, , , half] = (kept(key) ?? "").split("|").map(Number);
    const minutes = Math.floor(ran / 60_000);
    if (!title || half || !(minutes > 0)) continue;
    const language = document.documentElement.lang;
    const shown = new Intl.NumberFormat(language === "km" ? "km-u-nu-khmr" : language).format(minutes);
    watch.textContent = watch.dataset.stepsSoFar.replace("{title}", title).replace("{shown}", shown);
  }
})();
