// How much of a forum was watched, kept in this browser: the time that the player really ran. Seeking adds nothing, nor does
// what runs muted out of sight; two tabs count once, since each second of the clock counts for one of them. Half of it leaves a
// mark for the checklist, as `src/platform/http/marks.rs` reads it.
(() => {
  const watch = document.querySelector("[data-watch]");
  if (!watch) return;
  const key = `samleng.watched.${watch.dataset.watch}`;
  const length = Number(watch.dataset.seconds);
  // In milliseconds: how often it looks, and the longest pause that still counts as having run.
  const EVERY = 1_000;
  const LONGEST = 3_000;
  // Faster than this nobody listens.
  const FASTEST = 2;
  const A_YEAR = 31_536_000;

  /** `ran|length|until|half`: the milliseconds that ran, of how many seconds, until when they are counted, and when half was
   * reached. `public/steps.js` reads it. */
  const kept = () => {
    try {
      const [ran, , until, half] = (localStorage.getItem(key) ?? "").split("|").map(Number);
      return { ran: ran || 0, until: until || 0, half: half || 0 };
    } catch {
      return { ran: 0, until: 0, half: 0 };
    }
  };

  /** Adds what ran in the last `elapsed` milliseconds, but for those that another tab has counted. */
  const add = (milliseconds, elapsed) => {
    const now = Date.now();
    const { ran, until, half } = kept();
    // A clock that was set back must not stop the counting for ever.
    const counted = until > now ? 0 : Math.max(0, until - (now - elapsed));
    const share = Math.max(0, 1 - counted / elapsed);
    const all = Math.round(ran + milliseconds * share);
    const reached = half || (length > 0 && all * 2 >= length * 1_000 ? Math.floor(now / 1_000) : 0);
    try {
      localStorage.setItem(key, [all, length, now, reached].join("|"));
      if (reached && !half) mark(reached);
    } catch {}
  };

  /** Half was watched: told to the checklist of each language, when that is opened, and to nobody else. */
  const mark = (at) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    const cookie = `watched-${watch.dataset.watch}=${at}; Max-Age=${A_YEAR}; SameSite=Strict${secure}`;
    for (const language of ["en", "km", "fr"]) document.cookie = `${cookie}; Path=/${language}/steps`;
    localStorage.setItem("samleng.acted", "1");
  };

  let timer;
  const every = (look) => {
    clearInterval(timer);
    let last = performance.now();
    timer = setInterval(() => {
      const now = performance.now();
      const elapsed = now - last;
      last = now;
      look(Math.min(elapsed, LONGEST));
    }, EVERY);
  };

  const ofMedia = (media) => {
    let at = media.currentTime;
    let jumped = false;
    media.addEventListener("seeking", () => (jumped = true));
    every((elapsed) => {
      const ran = (media.currentTime - at) * 1_000;
      at = media.currentTime;
      const seen = !(document.hidden && (media.muted || media.volume === 0));
      if (!jumped && ran > 0 && seen) add(Math.min(ran, elapsed * FASTEST), elapsed);
      jumped = media.seeking;
    });
  };

  // Nobody sees into a company's frame: it counts while it is open and visible.
  const ofFrame = (frame) => {
    let inView = false;
    new IntersectionObserver(([entry]) => (inView = entry.isIntersecting), { threshold: 0.5 }).observe(frame);
    every((elapsed) => {
      if (inView && !document.hidden) add(elapsed, elapsed);
    });
  };

  const count = (played) => (played.localName === "iframe" ? ofFrame(played) : ofMedia(played));
  watch.addEventListener("samleng:media", ({ detail }) => count(detail));
  // It may have been pressed before this script came.
  const pressed = document.getElementById("media");
  if (pressed) count(pressed);
})();
