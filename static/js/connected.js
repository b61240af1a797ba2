/* The connected view: two texts scroll separately, locked on matched passages; wires join the one in focus. */

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  let leader = null;
  let waiting = 0;
  let frame = 0;
  let scrolled = null;

  const pane = (name) => document.getElementById(`pane-${name}`);
  const marks = (box) => [...box.querySelectorAll("a.passage[data-key]")];
  const top = (mark, box) => mark.getBoundingClientRect().top - box.getBoundingClientRect().top;

  function partner(mark, other) {
    return other.querySelector(`a.passage[data-key="${CSS.escape(mark.dataset.key)}"]`);
  }

  function findTwins(other) {
    const twins = new Map();
    for (const each of marks(other)) if (!twins.has(each.dataset.key)) twins.set(each.dataset.key, each);
    return twins;
  }

  function follow(from, to) {
    const line = from.clientHeight / 3;
    const twins = findTwins(to);
    let best = null;
    for (const mark of marks(from)) {
      const twin = twins.get(mark.dataset.key);
      if (!twin) continue;
      const place = top(mark, from);
      if (!best || Math.abs(place - line) < Math.abs(best.place - line)) best = { place, twin };
    }
    if (best && Math.abs(best.place - line) < from.clientHeight) to.scrollTop += top(best.twin, to) - best.place;
  }

  function path(a, b, width) {
    const half = width / 2;
    return `M0 ${a.top} C${half} ${a.top} ${half} ${b.top} ${width} ${b.top} L${width} ${b.bottom} C${half} ${b.bottom} ${half} ${a.bottom} 0 ${a.bottom} Z`;
  }

  function extent(mark, limits) {
    const rect = mark.getBoundingClientRect();
    const clamp = (value) => Math.min(Math.max(value, limits.top), limits.bottom) - limits.top;
    return { top: clamp(rect.top), bottom: Math.max(clamp(rect.bottom), clamp(rect.top) + 2) };
  }

  function drawWires() {
    const wires = document.getElementById("wires");
    if (!wires || !pane("article")) return;
    const key = document.activeElement?.closest?.("a.passage")?.dataset.key ?? document.getElementById("comparison").dataset.focus;
    wires.replaceChildren();
    if (!key) return;
    const limits = wires.getBoundingClientRect();
    const all = (box) => [...box.querySelectorAll(`a.passage[data-key="${CSS.escape(key)}"]`)];
    for (const left of all(pane("release"))) {
      for (const right of all(pane("article"))) {
        const wire = document.createElementNS(SVG, "path");
        wire.setAttribute("d", path(extent(left, limits), extent(right, limits), limits.width));
        wires.append(wire);
      }
    }
  }

  function onScroll(event) {
    const from = event.currentTarget;
    const leads = !leader || leader === from;
    if (leads) {
      leader = from;
      scrolled = from;
      clearTimeout(waiting);
      waiting = setTimeout(() => { leader = null; }, 120);
    }
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (scrolled?.isConnected) follow(scrolled, scrolled === pane("article") ? pane("release") : pane("article"));
      scrolled = null;
      drawWires();
    });
  }

  function bind() {
    for (const box of [pane("release"), pane("article")]) {
      if (!box || box.dataset.bound) continue;
      box.dataset.bound = "yes";
      box.addEventListener("scroll", onScroll, { passive: true });
    }
    lockOnFocus();
  }

  function lockOnFocus() {
    const box = pane("article");
    const mark = document.activeElement?.closest?.("a.passage") ?? box?.querySelector("a.passage.current");
    if (!box || !mark || !mark.dataset.key) return drawWires();
    const here = mark.closest(".pane");
    const other = here === box ? pane("release") : box;
    const twin = here && other ? partner(mark, other) : null;
    if (twin) { leader = here; other.scrollTop += top(twin, other) - top(mark, here); setTimeout(() => { leader = null; }, 120); }
    drawWires();
  }

  document.addEventListener("focusin", (event) => { if (event.target.closest(".pane a.passage")) lockOnFocus(); });
  document.addEventListener("htmx:after:swap", bind);
  addEventListener("resize", drawWires);
  bind();
})();
