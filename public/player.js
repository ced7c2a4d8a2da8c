// The player: what is pressed begins, and nothing before. It says by events of its element what it plays (`samleng:media`), so
// that the transcript and the counting need not know how. Words stand in the page.
(() => {
  const watch = document.querySelector("[data-watch]");
  if (!watch) return;
  const { hls: stream, video, sound, frame, library, worker, from: begins, digits, fails, wrong, loading, automatic } = watch.dataset;
  const stage = document.getElementById("stage");
  const says = document.getElementById("watch-says");
  const ways = document.getElementById("watch-ways");
  const before = stage.cloneNode(true);
  ways.hidden = false;

  const say = (text) => (says.textContent = text ?? "");
  /** The second in the address (`#t=65`), where there is one. */
  const asked = () => Number(/^#t=(\d+)/.exec(location.hash)?.[1] ?? Number.NaN);

  /** What plays now: a media element and, where a library feeds it, that. */
  let media, feeder;

  const end = () => {
    feeder?.destroy();
    feeder = undefined;
    media?.pause();
    media?.remove();
    media = undefined;
    watch.parentElement.classList.remove("playing");
  };

  const again = (text) => {
    end();
    stage.replaceChildren(...before.cloneNode(true).childNodes);
    document.getElementById("watch-ways").hidden = false;
    document.getElementById("watch-choices").hidden = true;
    begin();
    say(text);
  };

  const element = (kind) => {
    const made = document.createElement(kind);
    made.controls = true;
    made.playsInline = true;
    made.preload = "auto";
    made.id = "media";
    made.setAttribute("aria-label", watch.getAttribute("aria-label"));
    const poster = before.querySelector("img")?.src;
    if (poster && kind === "video") made.poster = poster;
    // A sound has no captions to show, but the transcript marks its lines.
    if (kind === "video") made.append(document.getElementById("captions").content.cloneNode(true));
    return made;
  };

  const play = (from) => {
    if (from > 0) media.currentTime = from;
    media.play().catch(() => {});
  };

  const byFile = (address, kind, from) => {
    show(element(kind));
    media.addEventListener("error", () => again(media?.error?.code === 2 ? fails : wrong), { once: true });
    media.src = address;
    play(from);
  };

  const byStream = async (address, kind, from) => {
    const made = element(kind);
    show(made);
    const { default: Hls } = await import(library).catch(() => ({}));
    if (media !== made) return;
    if (!Hls?.isSupported()) {
      // Older iPhones have no Media Source Extensions, but play HLS by themselves.
      if (made.canPlayType("application/vnd.apple.mpegurl")) {
        made.addEventListener("error", () => again(fails), { once: true });
        made.src = address;
        play(from);
      } else if (video) {
        end();
        byFile(video, "video", from);
      } else again(Hls ? wrong : fails);
      return;
    }
    // The worker's file is ours: the policy allows no other.
    feeder = new Hls({ workerPath: worker, startPosition: from > 0 ? from : -1, capLevelToPlayerSize: true });
    feeder.on(Hls.Events.MANIFEST_PARSED, () => {
      qualities(feeder);
      play(Number.NaN);
    });
    let mended = false;
    feeder.on(Hls.Events.ERROR, (_, error) => {
      if (!error.fatal) return;
      if (error.type === Hls.ErrorTypes.MEDIA_ERROR && !mended) {
        mended = true;
        feeder.recoverMediaError();
      } else if (video) {
        const at = media.currentTime;
        end();
        byFile(video, "video", at);
      } else again(error.type === Hls.ErrorTypes.NETWORK_ERROR && error.details !== "manifestParsingError" ? fails : wrong);
    });
    feeder.loadSource(address);
    feeder.attachMedia(made);
  };

  /** The qualities that a stream has, to choose from; less is less data. */
  const qualities = (from) => {
    const select = document.getElementById("quality");
    const levels = from.levels.map(({ height, bitrate }, level) => ({ level, height, bitrate }));
    if (levels.length < 2) return;
    select.parentElement.hidden = false;
    const option = (text, value) => new Option(text, value);
    select.replaceChildren(
      option(automatic, -1),
      ...levels.map(({ level, height, bitrate }) => option(height ? `${height}p` : `${Math.round(bitrate / 1000)} kbit/s`, level)),
    );
    select.onchange = () => (from.nextLevel = Number(select.value));
  };

  const show = (made) => {
    media = made;
    stage.replaceChildren(made);
    watch.parentElement.classList.toggle("playing", made.localName === "video");
    say(loading);
    document.getElementById("watch-choices").hidden = false;
    const other = document.getElementById("switch");
    if (other && (stream || video)) {
      const toSound = made.localName === "video";
      other.textContent = toSound ? other.dataset.sound : other.dataset.picture;
      other.hidden = false;
      other.onclick = () => {
        const at = made.currentTime;
        end();
        document.getElementById("quality").parentElement.hidden = true;
        if (toSound) startSound(at);
        else start(at);
      };
    }
    made.addEventListener("playing", () => say(""), { once: true });
    made.focus({ preventScroll: true });
    watch.dispatchEvent(new CustomEvent("samleng:media", { detail: made }));
  };

  /** The company's frame: its policy is its own, and what it sees the page has said. */
  const byCompany = (from) => {
    const made = document.createElement("iframe");
    made.id = "media";
    made.src = from > 0 ? `${frame}&start=${from}` : frame;
    made.title = watch.getAttribute("aria-label");
    made.allow = "autoplay; fullscreen; picture-in-picture";
    // YouTube plays nothing where it is not told which site asks.
    made.referrerPolicy = "strict-origin-when-cross-origin";
    stage.replaceChildren(made);
    watch.dispatchEvent(new CustomEvent("samleng:media", { detail: made }));
  };

  const start = (from) => {
    if (frame) byCompany(from);
    else if (stream) byStream(stream, "video", from);
    else if (video) byFile(video, "video", from);
    else startSound(from);
  };
  const startSound = (from) => (/\.m3u8(\?|$)/.test(sound) ? byStream(sound, "audio", from) : byFile(sound, "audio", from));

  const announce = (second) => {
    if (!(second > 0)) return;
    const time = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;
    say(begins.replace("{time}", time.replace(/\d/g, (digit) => digits[digit])));
  };
  announce(asked());

  const begin = () => {
    document.getElementById("play").addEventListener("click", () => start(asked()));
    document.getElementById("listen")?.addEventListener("click", () => startSound(asked()));
  };
  begin();

  // A line or a chapter is pressed: what plays goes there. Before, it says where playing will begin, and loads nothing.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#t="]');
    if (!link) return;
    if (!media?.isConnected) return announce(Number(link.hash.slice(3)));
    media.currentTime = Number(link.dataset.at ?? link.hash.slice(3));
    media.play().catch(() => {});
  });
})();
