/* The cleaning step: j and k go from paragraph to paragraph, x sets one aside or restores it. After a deed the focus
   stays on it, folds stay open, and what happened is said; where there was no answer, the text stays as it was. */

(() => {
  const OFF = "copytrail-keys-off";
  const NO_ANSWER = "There was no answer, so it may not be kept. The text stands as it was: please try again.";
  let pressed = null; // the deed under way: its id, what to say once it is done
  let unfolded = [];

  const say = (words) => document.dispatchEvent(new CustomEvent("copytrail:say", { detail: words }));
  const isVisible = (each) => each.getClientRects().length > 0;
  const stops = () => [...document.querySelectorAll(".part .deeds > button, .fold.aside > summary")].filter(isVisible);

  function move(step) {
    const all = stops();
    const part = document.activeElement?.closest(".part");
    const here = all.findIndex((stop) => stop === document.activeElement || (part && stop.closest(".part") === part));
    const next = here < 0 ? all.findIndex((stop) => stop.getBoundingClientRect().top > 0) : here + step;
    if (!all[next]) return;
    all[next].focus({ preventScroll: true });
    (all[next].closest(".part") ?? all[next]).scrollIntoView({ block: "nearest" });
  }

  function reveal(element) {
    for (let fold = element?.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])"))
      fold.open = true;
  }

  function complain(form) {
    if (!form?.isConnected || form.querySelector(".note.wrong")) return;
    const note = document.createElement("p");
    note.className = "note wrong";
    note.setAttribute("role", "alert");
    note.textContent = NO_ANSWER;
    const place = document.getElementById(pressed?.id)?.closest(".part") ?? form.querySelector("ol");
    place.before(note);
    pressed = null;
  }

  function rememberDeed(event) {
    const form = event.target.closest?.("form.paragraphs");
    if (!form) return;
    const deed = event.detail.ctx.request.submitter;
    const part = deed?.closest(".part") ?? document.activeElement?.closest(".part");
    const isSpeaker = !deed?.closest(".deeds > button");
    const own = part?.querySelector(isSpeaker ? ".speech > summary" : ".deeds > button");
    pressed = { id: own?.id ?? "", says: deed?.dataset.says ?? "Saved." };
    unfolded = [...form.querySelectorAll(".fold[open] .part")].map((each) => each.id);
    form.querySelectorAll(".note.wrong").forEach((note) => note.remove());
  }

  function followDeed() {
    if (!pressed) return;
    unfolded.forEach((id) => reveal(document.getElementById(id)?.parentElement));
    const deed = document.getElementById(pressed.id);
    reveal(deed?.closest(".part"));
    deed?.focus({ preventScroll: true });
    deed?.closest(".part").scrollIntoView({ block: "nearest" });
    say(`${pressed.says} ${deed?.closest("form").dataset.count ?? ""}`);
    pressed = null;
  }

  function openTarget() {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place?.closest(".kept:not([open]), .fold:not([open])")) return;
    reveal(place);
    place.scrollIntoView();
  }

  function onKey(event) {
    const field = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") return closeSpeech(event.target.closest(".speech[open]"));
    if (event.ctrlKey || event.metaKey || event.altKey || field) return;
    const box = document.getElementById("keys-on");
    if (!box.checked && event.key !== "?") return;
    const acts = {
      j: () => move(1), k: () => move(-1), "?": () => box.focus(),
      x: () => document.activeElement?.closest(".part")?.querySelector(".deeds > button")?.click(),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  /** The field has the focus before the next key comes: who types at once loses no letter. */
  function openSpeech(event) {
    const speech = event.target.closest(".speech:not([open]) > summary")?.parentElement;
    if (!speech) return;
    event.preventDefault();
    speech.open = true;
    speech.querySelector("input").focus();
  }

  function closeSpeech(speech) {
    if (!speech) return;
    speech.open = false;
    speech.querySelector("summary").focus();
  }

  const line = document.getElementById("keys");
  const box = document.getElementById("keys-on");
  box.checked = localStorage.getItem(OFF) !== "yes";
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "no" : "yes"));
  line.hidden = false;

  document.addEventListener("keydown", onKey);
  document.addEventListener("click", openSpeech);
  document.addEventListener("htmx:config:request", rememberDeed);
  document.addEventListener("htmx:before:response", (event) => {
    if (!pressed || event.detail.ctx.response.raw.ok) return;
    event.preventDefault();
    complain(event.target.closest("form.paragraphs"));
  });
  document.addEventListener("htmx:error", (event) => complain(event.target.closest?.("form.paragraphs")));
  document.addEventListener("htmx:after:swap", followDeed);
  addEventListener("hashchange", openTarget);
  openTarget();
})();
