/* The form for texts while it is sent: what was pressed says so, nothing is sent twice, words typed meanwhile stay,
   and an answer that is no form leaves the form as it is. Files can be dropped on a text. */

(() => {
  const NO_ANSWER = "That did not work: Copytrail gave no answer. What you typed is still here; please try again.";
  const RELEASED = 60_000; // a browser that was told to stop says nothing of it
  let busy = null; // what was pressed, its words, what the fields held then
  let held = []; // files chosen meanwhile

  const form = () => document.getElementById("form");
  const say = (words) => document.dispatchEvent(new CustomEvent("copytrail:say", { detail: words }));
  const typed = () => [...form().querySelectorAll("input[type=text], input[type=url], textarea")];
  const texts = () => form().querySelectorAll(".text-form").length;
  const order = (name) => Number(/^article-(\d+)/.exec(name)?.[1] ?? 0);

  function begin(control) {
    if (!control?.dataset?.busy || busy) return;
    const place = control.closest(".text-form") ?? form();
    const label = control.type === "file" ? control.closest(".field").querySelector("label") : control;
    busy = {
      control, place, label, words: label.firstChild.data, texts: texts(), focus: document.activeElement?.id,
      before: new Map(typed().map((field) => [field.name, field.value])), later: [], timer: setTimeout(end, RELEASED),
    };
    place.setAttribute("aria-busy", "true");
    label.firstChild.data = control.dataset.busy;
    say(control.dataset.busy);
  }

  function end() {
    if (!busy) return;
    clearTimeout(busy.timer);
    busy.label.firstChild.data = busy.words;
    busy.place.removeAttribute("aria-busy");
    busy = null;
    held.splice(0).forEach(([id, files]) => choose(document.getElementById(id), files));
  }

  function choose(input, files) {
    if (!input) return;
    input.files = files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function noteLater(event) {
    if (!busy || event.detail.ctx.sourceElement !== busy.control) return;
    busy.isAnswered = true;
    const active = document.activeElement;
    const caret = active?.tagName === "TEXTAREA" ? [active.selectionStart, active.selectionEnd] : null;
    busy.later = typed().filter((field) => busy.before.has(field.name) && field.value !== busy.before.get(field.name))
      .map((field) => [field.name, field.value]);
    busy.moved = active?.id && active.id !== busy.focus && active !== busy.control ? [active.id, caret] : null;
  }

  function putBack() {
    if (!busy?.isAnswered || !form()) return;
    const own = busy.control.closest(".text-form")?.id ?? "";
    const stands = (name) => busy.texts === texts() || order(name) <= order(`${own}-`);
    for (const [name, value] of busy.later.filter(([name]) => stands(name))) {
      const field = form().elements[name];
      if (!field) continue;
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    moveFocus(own);
    end();
  }

  function moveFocus(own) {
    if (form().querySelector(".errors")) return;
    const [id, caret] = busy.moved ?? [];
    const card = document.getElementById(`${own}-attachment`);
    const place = document.getElementById(id) ?? card ?? document.getElementById(`${own}-text`);
    place?.focus({ preventScroll: Boolean(id) });
    if (caret && place?.id === id) place.setSelectionRange(...caret);
    if (card) say(card.innerText);
  }

  function complain() {
    const note = form()?.querySelector(".saved");
    if (note) note.textContent = NO_ANSWER;
    end();
  }

  function stopTwice(event) {
    if (!busy || !event.target.closest?.("#form button[name=action]")) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function dropTarget(event) {
    return event.dataTransfer?.types.includes("Files") ? event.target.closest?.("#form .text-form") : null;
  }

  function markTarget(target) {
    document.querySelectorAll(".text-form.over").forEach((each) => each !== target && each.classList.remove("over"));
    target?.classList.add("over");
  }

  document.addEventListener("click", stopTwice, { capture: true });
  document.addEventListener("change", (event) => {
    if (!busy || event.target.type !== "file") return;
    event.stopPropagation();
    held.push([event.target.id, event.target.files]);
  }, { capture: true });
  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    if (busy) event.preventDefault();
    else begin(event.submitter);
  });
  document.addEventListener("htmx:before:request", (event) => begin(event.target));
  document.addEventListener("htmx:before:response", (event) => {
    const { raw } = event.detail.ctx.response;
    if (!event.target.closest?.("#form") || event.target.matches(".saved") || raw.ok || raw.status === 422) return;
    event.preventDefault();
    complain();
  });
  document.addEventListener("htmx:before:swap", noteLater);
  document.addEventListener("htmx:after:swap", putBack);
  document.addEventListener("htmx:error", (event) => { if (event.target.closest?.("#form") && !event.target.matches(".saved")) complain(); });
  document.addEventListener("htmx:finally:request", (event) => { if (event.target === busy?.control) end(); });
  document.addEventListener("dragover", (event) => {
    const target = dropTarget(event);
    markTarget(target);
    if (target) event.preventDefault();
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) markTarget(null); });
  document.addEventListener("drop", (event) => {
    const target = dropTarget(event);
    markTarget(null);
    if (!target) return;
    event.preventDefault();
    const input = target.querySelector("input[type=file]");
    if (input) choose(input, event.dataTransfer.files);
    else say("There is a file already: take it out first.");
  });
})();
