/* The unfinished form: what was typed a moment ago is sent before the page goes away, and a page that shows an older
   state than the one kept (a reload was faster than that last message, another tab went on) opens the newer one. */

(() => {
  const MOST_KEPT_ALIVE = 60_000; // browsers let a message of 64 kB outlive its page
  const NOT_SAVED = "Not saved: Copytrail does not answer. What you typed is still here, and it is tried again.";
  let typed = 0;
  const sent = new WeakMap(); // what had been typed when a request was made
  let kept = 0;
  let waiting = 0;
  let comparing = false;

  const form = () => document.getElementById("form");
  const state = () => document.getElementById("form-state");
  const isDirty = () => typed !== kept;

  function noteTyping(event) {
    if (event.target.form !== form() || event.target.type === "file") return;
    typed += 1;
    form().elements.turn.value = Number(form().elements.turn.value) + 1;
    const named = new URLSearchParams(location.search).get("draft") === form().elements.key.value;
    if (!named) history.replaceState(history.state, "", state().dataset.address);
  }

  function readFields() {
    const fields = [...new FormData(form())].filter(([, value]) => typeof value === "string");
    return new URLSearchParams(fields).toString();
  }

  async function send(body, keepalive) {
    const headers = { "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" };
    const before = kept;
    kept = typed;
    try {
      const answer = await fetch(form().dataset.drafts, { method: "POST", body, headers, keepalive });
      if (!answer.ok) kept = before;
    } catch {
      kept = before;
    }
  }

  function leave(event) {
    if (comparing || !form() || !isDirty()) return;
    const body = readFields();
    const outlives = body.length < MOST_KEPT_ALIVE;
    send(body, outlives);
    if (!outlives && event.type === "beforeunload") event.preventDefault();
  }

  function tryAgain(note) {
    if (note) form().querySelector(".saved").textContent = note;
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (form() && isDirty()) form().querySelector(".saved").dispatchEvent(new Event("copytrail:again")); }, 4000);
  }

  async function catchUp() {
    if (comparing || !state() || isDirty()) return;
    const { newer, address } = state().dataset;
    const answer = await fetch(newer, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (answer?.status === 200 && !isDirty()) location.replace(address);
  }

  document.addEventListener("input", noteTyping);
  document.addEventListener("submit", (event) => { if (event.target === form()) comparing = true; });
  document.addEventListener("htmx:config:request", (event) => {
    if (form()?.contains(event.target)) sent.set(event.detail.ctx, typed);
  });
  document.addEventListener("htmx:finally:request", (event) => {
    const answer = event.detail.ctx.response?.raw;
    if (!form() || !answer || !sent.has(event.detail.ctx)) return;
    if (answer.ok) kept = sent.get(event.detail.ctx);
    else if (answer.status >= 500) tryAgain("");
  });
  document.addEventListener("htmx:error", (event) => { if (form() && sent.has(event.detail.ctx)) tryAgain(NOT_SAVED); });
  document.addEventListener("visibilitychange", (event) => { document.hidden ? leave(event) : catchUp(); });
  addEventListener("beforeunload", leave);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  setTimeout(catchUp, 300);
  setTimeout(catchUp, 1500);
})();
