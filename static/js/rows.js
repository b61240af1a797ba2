/* Long texts change in slices: the rows on screen with the answer, the others in the frames that follow. */

(() => {
  const LONG = 80;
  const SLICE = 8;
  const HOLDS = "hx-morph-skip-children";
  const KEPT = ".focus, :has(textarea, .here, #found, :target, :focus)";
  const waiting = new Map();
  let frame = 0;

  function hold(old, next) {
    const content = document.createDocumentFragment();
    content.append(...next.childNodes);
    for (const each of [old, next]) each.setAttribute(HOLDS, "");
    waiting.set(old, content);
  }

  function holdRows(next, anchor) {
    for (const row of next.querySelectorAll(".row, .alone > p[id]")) {
      const old = document.getElementById(row.id);
      const asked = anchor && row.querySelector(`#${CSS.escape(anchor)}`);
      if (old?.matches(".row, .alone > p") && !asked && !old.matches(KEPT) && !row.matches(KEPT)) hold(old, row);
    }
  }

  function hasTyped(page) {
    return [...page.querySelectorAll("textarea, input")].some((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked);
  }

  function onAnswer(event) {
    finish();
    const main = event.detail.tasks.find((task) => task.type === "main" && task.swapSpec.style === "outerMorph");
    const [page, next] = [document, main?.fragment].map((each) => each?.querySelector("#comparison"));
    if (!page || !next || page.querySelectorAll("p").length < LONG) return;
    main.swapSpec.swap = "1ms";
    if (page.className === next.className) holdRows(next, event.detail.ctx.request?.anchor);
    else if (!hasTyped(page)) Object.assign(main.swapSpec, { style: "outerHTML", settle: 0 });
  }

  function fill(place) {
    const content = waiting.get(place);
    waiting.delete(place);
    place.removeAttribute(HOLDS);
    place.replaceChildren(content);
  }

  function isSeen(place) {
    if (place.closest("details:not([open])")) return false;
    const box = place.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }

  function fillSeen() {
    document.querySelectorAll(`[${HOLDS}]`).forEach((each) => waiting.has(each) || each.removeAttribute(HOLDS));
    [...waiting.keys()].filter(isSeen).forEach(fill);
    if (waiting.size) frame = requestAnimationFrame(fillSome);
  }

  function fillSome() {
    const start = performance.now();
    for (const place of waiting.keys()) {
      if (performance.now() - start > SLICE) break;
      fill(place);
    }
    frame = waiting.size ? requestAnimationFrame(fillSome) : 0;
  }

  function finish() {
    cancelAnimationFrame(frame);
    frame = 0;
    [...waiting.keys()].forEach(fill);
  }

  function hurry() {
    if (frame) finish();
  }

  /* What is among the rows is taken over when it is first used (pressed.js): htmx need not look for it. */
  function goAround(event) {
    const grid = document.getElementById("grid");
    if (!grid || event.target === grid || !event.target.contains(grid)) return;
    event.preventDefault();
    for (let place = grid; place !== event.target; place = place.parentElement) {
      for (const each of place.parentElement.children) if (each !== place) htmx.process(each);
    }
  }

  document.addEventListener("htmx:before:swap", onAnswer);
  document.addEventListener("htmx:before:settle", fillSeen);
  document.addEventListener("htmx:before:process", goAround);
  for (const name of ["keydown", "pointerdown"]) document.addEventListener(name, hurry, { capture: true });
  addEventListener("beforeprint", hurry);
})();
