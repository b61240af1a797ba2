/* Single keys of the comparison page. They can be switched off in the list of keys (WCAG 2.1.4). */

(() => {
  const OFF = "copytrail-keys-off";
  const MARKS = [".text.article", "#pane-article", ".alone"].map((side) => `${side} .finding-mark:not(.quiet)`).join();
  let cameFrom = "";
  const visible = (each) => each.getClientRects().length > 0 && !each.closest("details:not([open])");
  const all = (selector) => [...document.querySelectorAll(selector)].filter(visible);
  const press = (id) => document.getElementById(id)?.click();

  function passages() {
    const article = all(".text.article a.passage, #pane-article a.passage, .alone a.passage");
    return article.length ? article : all("a.passage");
  }

  function current(list) {
    const active = document.activeElement;
    const key = active?.closest?.("a.passage")?.dataset.key ?? document.getElementById("comparison")?.dataset.focus;
    return key ? list.findIndex((each) => each.dataset.key === key) : -1;
  }

  function below(list) {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return list.findIndex((each) => each.getBoundingClientRect().top >= top);
  }

  function step(list, by) {
    if (!list.length) return;
    const here = current(list);
    let next = here + by;
    if (here < 0) next = by > 0 ? Math.max(0, below(list)) : Math.max(0, below(list) - 1);
    goTo(list[(next + list.length) % list.length]);
  }

  function stepToCheck(by) {
    const order = all("a.passage");
    const hold = (selector) => new Set(all(selector).map((each) => each.closest("a.passage")).filter(Boolean));
    const grave = hold(MARKS);
    const worth = hold("mark.a, mark.o");
    const first = (each, place, list) => list.findIndex((other) => other.dataset.key === each.dataset.key) === place;
    const list = [...order.filter((each) => grave.has(each)), ...order.filter((each) => worth.has(each))].filter(first);
    if (!list.length) return;
    const here = current(list);
    if (here >= 0) return goTo(list[(here + by + list.length) % list.length]);
    const from = current(order);
    const next = by > 0 ? list.find((each) => order.indexOf(each) > from) : list.findLast((each) => order.indexOf(each) < from);
    goTo((from >= 0 && next) || list.at(by > 0 ? 0 : -1));
  }

  function goTo(place) {
    if (!place) return;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  }

  function find() {
    const tools = document.getElementById("tools");
    if (tools) tools.open = true;
    const box = document.getElementById("find");
    box?.focus();
    box?.select();
  }

  function findNext(event) {
    const box = event.target.querySelector?.("#find");
    const next = document.getElementById("find-next");
    if (!box || !next || box.value.trim() !== box.defaultValue.trim()) return;
    event.preventDefault();
    event.stopPropagation();
    next.click();
  }

  function leaveFind(box) {
    const place = document.getElementById(cameFrom) ?? document.getElementById("found")?.closest("a.passage");
    box.value = "";
    press("find-clear");
    if (place && visible(place)) place.focus({ preventScroll: true });
    else box.blur();
  }

  function openExport() {
    const menu = document.getElementById("export");
    if (!menu) return;
    menu.open = true;
    menu.querySelector("a")?.focus();
  }

  function escape() {
    const menu = document.getElementById("export");
    if (menu?.open) { menu.open = false; menu.querySelector("summary").focus(); return; }
    if (document.getElementById("detail-close")) press("detail-close");
    else press("find-clear");
  }

  const orders = () => document.querySelector('[id^="order-"]:not([aria-current])')?.click();
  const plain = {
    j: () => step(passages(), 1), k: () => step(passages(), -1), n: () => stepToCheck(1), p: () => stepToCheck(-1),
    f: find, o: orders, e: openExport, "?": () => document.getElementById("keys")?.togglePopover(),
    0: () => press("filter-0"), 1: () => press("filter-1"), 2: () => press("filter-2"), 3: () => press("filter-3"),
    4: () => press("filter-4"), 5: () => press("filter-5"),
  };

  const onCard = { c: "set-copied", e: "set-edited", p: "set-paraphrased", a: "set-added", u: "undo" };

  function correct(key) {
    if (key === "n" && document.getElementById("note-new")) {
      document.dispatchEvent(new CustomEvent("copytrail:note"));
      return true;
    }
    const button = document.getElementById("detail") && document.getElementById(onCard[key] ?? "");
    button?.click();
    return Boolean(button);
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && event.target.id === "find") { event.preventDefault(); return leaveFind(event.target); }
    const reason = event.target.closest(".dismiss");
    if (event.key === "Escape" && reason?.open) { reason.open = false; reason.querySelector("summary").focus(); return; }
    if (event.key === "Escape") { if (!document.querySelector(":popover-open")) escape(); return; }
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const onPassage = event.target.closest("a.passage");
    if (onPassage && event.key === "ArrowDown") { event.preventDefault(); return step(passages(), 1); }
    if (onPassage && event.key === "ArrowUp") { event.preventDefault(); return step(passages(), -1); }
    if (localStorage.getItem(OFF) === "yes") return;
    if (correct(event.key)) { event.preventDefault(); return; }
    const act = plain[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  const box = document.getElementById("keys-on");
  if (box) {
    box.checked = localStorage.getItem(OFF) !== "yes";
    box.closest("[hidden]")?.removeAttribute("hidden");
    box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "no" : "yes"));
  }
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", findNext, { capture: true });
  document.addEventListener("focusin", (event) => {
    const from = event.relatedTarget;
    if (event.target.id === "find") cameFrom = from && !from.closest(".find") ? from.id : "";
  });
})();
