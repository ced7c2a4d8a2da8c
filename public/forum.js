// A forum on the reader's own clock, and how long until it begins. Without this the page says when it is where it was planned.
(() => {
  const forum = document.querySelector("[data-forum]");
  if (!forum) return;
  const begins = new Date(forum.dataset.forum);
  const language = document.documentElement.lang;

  // Whoever lives by the same clock needs no second one.
  const clock = (zone) => new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: zone }).format(begins);
  const [own, there] = [clock(), clock(forum.dataset.zone)];
  const yours = document.getElementById("forum-yours");
  if (yours && own !== there) {
    yours.textContent = yours.dataset.says.replace("{time}", own);
    yours.hidden = false;
  }

  // "In 10 days", in the words of the browser; at the beginning the page is another one.
  const left = document.getElementById("forum-left");
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  const units = [["day", 86_400], ["hour", 3_600], ["minute", 60]];
  const count = () => {
    const seconds = (begins.getTime() - Date.now()) / 1_000;
    const [unit, length] = units.find(([, length]) => seconds >= length) ?? [];
    left.hidden = !unit;
    if (!unit) return;
    left.textContent = relative.format(Math.floor(seconds / length), unit);
    setTimeout(count, 30_000);
  };
  if (left) count();
})();
