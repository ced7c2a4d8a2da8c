// Leaving at once: by the link, or by Shift pressed three times alone within five seconds. And forgetting: the form's POST
// forgets the cookies, and here goes what the storage keeps, also before any island is awake. And
// once the page has come and its first screen is drawn, what is far down is laid out too (style/waiting.css).
(() => {
  addEventListener("load", () =>
    requestAnimationFrame(() => setTimeout(() => document.documentElement.classList.add("come"))),
  );

  addEventListener("submit", (event) => {
    if (event.target.id !== "forget") return;
    try {
      localStorage.clear();
      sessionStorage.clear();
    } catch {}
  });

  const link = document.getElementById("leave");
  const says = document.getElementById("leave-says");
  if (!link) return;
  let left = false;

  const clear = () => {
    try {
      if (localStorage.getItem("samleng.leave") !== "clear") return;
      localStorage.clear();
      sessionStorage.clear();
      for (const language of ["en", "km", "fr"])
        fetch(`/${language}/steps`, {
          method: "POST",
          keepalive: true,
          redirect: "manual",
          body: new URLSearchParams({ act: "forget" }),
        }).catch(() => {});
    } catch {}
  };

  const leave = () => {
    left = true;
    const away = link.href;
    says.textContent = link.dataset.leaving;
    document.title = "";
    document.body.hidden = true;
    clear();
    location.replace(away);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = 0;
  let alone = false;
  let timer;
  addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.repeat;
    if (event.key !== "Shift") presses = 0;
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    presses += 1;
    clearTimeout(timer);
    timer = setTimeout(() => {
      presses = 0;
      says.textContent = "";
    }, 5000);
    if (presses === 3) leave();
    else says.textContent = presses === 1 ? link.dataset.twiceMore : link.dataset.onceMore;
  });

  // Back from memory after leaving: the page empties itself and goes away again.
  addEventListener("pageshow", (event) => {
    if (event.persisted && left) {
      document.documentElement.textContent = "";
      location.replace(link.href);
    }
  });
})();
