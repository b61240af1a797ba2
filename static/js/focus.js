/* After a swap: put the focus where the task goes on, say what changed, wire the copy button; measure the toolbar. */

(() => {
  const root = document.documentElement;
  const REVIEW = /^(review|dismissed)-/;
  let opened = "";
  let said = "";
  let pressed = "";
  let unfolded = [];

  const say = (words) => document.dispatchEvent(new CustomEvent("copytrail:say", { detail: words }));
  const folds = () => [...document.querySelectorAll("#tools, #numbers, #dismissed, #corrected")];
  const page = () => document.getElementById("comparison");

  function measureToolbar() {
    const bar = document.getElementById("toolbar");
    if (!bar || getComputedStyle(bar).position !== "sticky") root.style.removeProperty("--bar");
    else root.style.setProperty("--bar", `${Math.ceil(bar.getBoundingClientRect().height)}px`);
  }

  function inView(element) {
    const box = element.getBoundingClientRect();
    const bar = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
    return box.top >= bar && box.bottom <= innerHeight;
  }

  function ringPlace() {
    document.querySelectorAll(".here").forEach((each) => each.classList.remove("here"));
    const place = /^#finding-/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
    place?.classList.add("here");
    return place;
  }

  function showDetail() {
    const title = document.getElementById("detail-title");
    if (!title) return;
    title.focus({ preventScroll: true });
    const passage = ringPlace() ?? document.querySelector(".row.focus a.current");
    if (passage && !inView(passage)) passage.scrollIntoView({ block: "center" });
    title.closest(".detail")?.scrollIntoView({ block: "nearest" });
  }

  function closeDetail(key) {
    const place = document.getElementById(`d-${key}`) ?? document.getElementById(`o-${key}`);
    place?.closest("details")?.setAttribute("open", "");
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "nearest" });
  }

  function sayChanges(lines) {
    const before = said.split("\n");
    say(lines.split("\n").filter((line, place) => line !== before[place]).join(" ").trim());
  }

  function keepFocus() {
    if (document.activeElement !== document.body) return;
    const place = document.getElementById(pressed) ?? (REVIEW.test(pressed) ? document.getElementById("detail-title") : null);
    (place?.matches("form") ? place.querySelector("summary, button") : place)?.focus({ preventScroll: true });
  }

  function followState() {
    const now = page();
    if (!now) return;
    folds().forEach((fold) => { fold.open = unfolded.includes(fold.id); });
    measureToolbar();
    document.querySelectorAll("#copy").forEach((button) => { button.hidden = false; });
    document.getElementById("rail")?.matches(":popover-open") && document.getElementById("rail").hidePopover();
    const key = now.dataset.focus;
    if (key && (key !== opened || pressed === `d-${key}` || pressed === `o-${key}`)) showDetail();
    else if (key && ringPlace()) ringPlace().scrollIntoView({ block: "center" });
    else if (!key && opened) closeDetail(opened);
    sayChanges(now.dataset.says);
    keepFocus();
    if (location.hash === "#found") document.getElementById("found")?.scrollIntoView({ block: "center" });
    opened = key;
    said = now.dataset.says;
  }

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      say("Copied.");
      button.textContent = "Copied";
    } catch {
      say("The browser does not allow copying here.");
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("#copy");
    if (button) copy(button);
    const menu = document.getElementById("export");
    if (menu?.open && !menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("htmx:config:request", (event) => {
    pressed = event.target.id || "";
    if (REVIEW.test(pressed)) said = said.split("\n").slice(0, -1).join("\n");
    unfolded = folds().filter((fold) => fold.open).map((fold) => fold.id);
    const request = event.detail.ctx.request;
    if (/^[do]-/.test(request.anchor ?? "")) request.anchor = undefined;
  });
  document.addEventListener("htmx:after:swap", followState);
  addEventListener("resize", measureToolbar);
  addEventListener("hashchange", () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = place?.closest("details:not([open])");
    if (fold) { fold.open = true; place.scrollIntoView({ block: "center" }); }
    const mark = ringPlace();
    mark?.closest("a.passage")?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: "center" });
  });

  opened = page()?.dataset.focus ?? "";
  said = page()?.dataset.says ?? "";
  measureToolbar();
  document.querySelectorAll("#copy").forEach((button) => { button.hidden = false; });
  if (opened && document.getElementById("detail-title")) showDetail();
})();
