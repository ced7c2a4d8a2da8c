// A forum on the reader's own clock, and how long until it begins. The words stand in the page, since not every browser speaks
// Khmer. Without this the page says when the forum is where it was planned.
(() => {
  const time = document.querySelector("[data-forum]");
  const yours = document.getElementById("forum-yours");
  const left = document.getElementById("forum-left");
  if (!time || !yours || !left) return;
  const begins = new Date(time.dateTime);
  const shown = (text) => String(text).replace(/\d/g, (digit) => yours.dataset.digits[digit]);

  const clock = (timeZone) => {
    const format = { timeZone, year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    const parts = new Intl.DateTimeFormat("en", format).formatToParts(begins);
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  };
  const [own, there] = [clock(), clock(time.dataset.forum)];
  // Whoever lives by the same clock needs no second one.
  if (["day", "hour", "minute"].some((part) => own[part] !== there[part])) {
    yours.textContent = yours.dataset.says
      .replace("{day}", own.day === "1" ? yours.dataset.first : shown(own.day))
      .replace("{month}", yours.dataset.months.split("|")[own.month - 1])
      .replace("{year}", shown(own.year))
      .replace("{time}", shown(`${own.hour}:${own.minute}`));
    yours.hidden = false;
  }

  const units = [["days", 86_400], ["hours", 3_600], ["minutes", 60]];
  const count = () => {
    const seconds = (begins.getTime() - Date.now()) / 1_000;
    const [unit, length] = units.find(([, length]) => seconds >= length) ?? [];
    left.hidden = !unit;
    if (!unit) return;
    const number = Math.floor(seconds / length);
    const [one, more] = left.dataset[unit].split("|");
    left.textContent = (number === 1 ? one : more).replace("{n}", shown(number));
    setTimeout(count, 30_000);
  };
  count();
})();
