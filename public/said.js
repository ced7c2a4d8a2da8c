// What was said: the line that is spoken is marked while it plays, and a word is found within. And a quotation is copied.
(() => {
  for (const button of document.querySelectorAll("[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copies);
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        document.getElementById("quote-says").textContent = button.dataset.copied;
      } catch {}
    });
  }

  // Of thousands of lines only the first stand in the page; the others are unfolded a few at a time, so that nothing is held up.
  const unfold = async () => {
    const folded = [...document.querySelectorAll(".folded")];
    for (const one of folded) {
      await new Promise((resolve) => setTimeout(resolve));
      const template = document.createElement("template");
      template.innerHTML = one.textContent;
      one.replaceWith(template.content);
    }
    // The line that the address names may have been among them.
    if (folded.length && location.hash) location.replace(location.hash);
  };
  const unfolded = unfold();

  // They are read when somebody plays or looks for a word, not while the page opens.
  let lines, begins, ends;
  const read = async () => {
    await unfolded;
    if (lines) return;
    lines = [...document.querySelectorAll(".line")];
    begins = lines.map(({ dataset }) => Number(dataset.from));
    ends = lines.map(({ dataset }) => Number(dataset.until));
  };

  let marked;
  const mark = (line) => {
    if (line === marked) return;
    marked?.removeAttribute("aria-current");
    line?.setAttribute("aria-current", "true");
    marked = line;
  };

  /** The last line that has begun at a millisecond. */
  const before = (at) => {
    let [low, high] = [0, begins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begins[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  // It wakes when the next line begins or the present one ends: sooner than the player's own four times a second.
  const follow = async (media) => {
    await read();
    let timer;
    const look = () => {
      clearTimeout(timer);
      const at = media.currentTime * 1_000;
      const place = before(at + 1);
      mark(place >= 0 && at < ends[place] ? lines[place] : undefined);
      if (media.paused || media.ended) return;
      const changes = [begins[place + 1], ends[place]].filter((time) => time > at + 1);
      const wait = changes.length ? (Math.min(...changes) - at) / media.playbackRate : 1_000;
      timer = setTimeout(look, Math.min(Math.max(wait, 10), 1_000));
    };
    for (const name of ["play", "playing", "pause", "seeked", "ratechange", "timeupdate"]) media.addEventListener(name, look);
  };
  const heard = (played) => played.localName !== "iframe" && follow(played);
  document.querySelector("[data-watch]")?.addEventListener("samleng:media", ({ detail }) => heard(detail));
  // It may have been pressed before this script came.
  const pressed = document.getElementById("media");
  if (pressed) heard(pressed);

  const find = document.getElementById("find");
  const field = document.getElementById("find-in");
  const found = document.getElementById("found");
  if (!find) return;
  find.hidden = false;
  // Marks where Khmer may break are no part of a word.
  const plain = (text) => text.normalize("NFC").replace(/[\u200b\u2060]/g, "").toLocaleLowerCase();
  let texts;
  const shown = (count) => {
    const [none, one, more] = found.dataset.found.split("|");
    const number = String(count).replace(/\d/g, (digit) => found.dataset.digits[digit]);
    return (count === 0 ? none : count === 1 ? one : more).replace("{n}", number);
  };

  // A few hundred lines at a time, so that typing is never waited for.
  const AT_ONCE = 300;
  let search;
  const look = async () => {
    const mine = (search = Symbol());
    await read();
    if (search !== mine) return;
    const wanted = plain(field.value.trim());
    texts ??= lines.map((line) => plain(line.querySelector(".line__said").textContent));
    let count = 0;
    for (let place = 0; place < lines.length; place += 1) {
      if (place % AT_ONCE === AT_ONCE - 1) {
        await new Promise((resolve) => setTimeout(resolve));
        if (search !== mine) return;
      }
      const holds = texts[place].includes(wanted);
      count += holds ? 1 : 0;
      if (lines[place].hidden === holds) lines[place].hidden = !holds;
    }
    found.textContent = wanted ? shown(count) : "";
  };
  field.addEventListener("input", look);
})();
