/* A pupil's page: saves each answer at once, keeps it until the server has it, and follows the class. */

(() => {
  const work = document.getElementById("work");
  if (!work) return;
  const form = document.getElementById("task");
  const saved = document.getElementById("saved");
  const net = document.getElementById("net");
  const prefix = `copytrail-answer:${work.dataset.class}:`;
  const mine = `${prefix}${work.dataset.mark}:`;
  const WAITS = [1000, 2000, 4000, 8000];
  let timer = 0, failures = 0, sending = false, moving = "", poll = 0;

  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(18));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const box = {
    list() {
      const names = [];
      try {
        for (let i = 0; i < localStorage.length; i += 1) names.push(localStorage.key(i));
      } catch { return []; }
      return names.filter((name) => name.startsWith(mine)).sort();
    },
    read(name) { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
    write(name, answer) { try { localStorage.setItem(name, JSON.stringify(answer)); } catch { /* no room: the page still has it */ } },
    drop(name) { try { localStorage.removeItem(name); } catch { /* nothing was kept */ } },
    dropOthers() {
      try {
        Object.keys(localStorage).filter((name) => name.startsWith("copytrail-answer:") && !name.startsWith(mine))
          .forEach((name) => localStorage.removeItem(name));
      } catch { /* nothing was kept */ }
    },
  };

  function isOpen() { return form && form.querySelector(".save"); }

  function read() {
    const data = new FormData(form);
    return {
      task: work.dataset.task,
      version: data.get("version"),
      choice: data.get("choice") || "",
      span: data.getAll("span"),
      text: data.get("text") || "",
      reason: data.get("reason") || "",
    };
  }

  function isWhole(answer) { return Boolean(answer.choice || answer.span.length); }

  function keep() {
    const answer = read(), name = mine + answer.task, before = box.read(name);
    answer.key = newKey();
    answer.replaces = before ? (before.sent ? before.key : before.replaces) : "";
    box.write(name, answer);
    held = answer;
    say(isWhole(answer) ? "Saving…" : "Not saved yet: choose an answer first.");
    return name;
  }

  let held = null;

  function say(words) { if (saved && saved.textContent !== words) saved.textContent = words; }

  function tellNet(words) {
    if (!net) return;
    if (net.textContent !== words) net.textContent = words;
    net.hidden = !words;
  }

  function changed(wait) {
    if (!isOpen()) return;
    keep();
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  }

  async function send() {
    clearTimeout(timer);
    if (sending) { timer = setTimeout(send, 300); return; }
    sending = true;
    try {
      for (const name of box.list()) {
        const answer = box.read(name);
        if (!answer) box.drop(name);
        else if (isWhole(answer)) await sendOne(name, answer);
      }
      failures = 0;
      tellNet("");
    } catch {
      failures += 1;
      tellNet("No connection. Your answer is kept on this device and sent as soon as there is one.");
      say("Kept on this device.");
      timer = setTimeout(send, WAITS[Math.min(failures, WAITS.length) - 1]);
    } finally {
      sending = false;
    }
    if (moving && !failures) move();
  }

  async function sendOne(name, answer) {
    const body = new URLSearchParams({ csrf_token: work.dataset.token, version: answer.version, key: answer.key, replaces: answer.replaces || "", choice: answer.choice, text: answer.text, reason: answer.reason });
    answer.span.forEach((span) => body.append("span", span));
    box.write(name, { ...answer, sent: true });
    const address = work.dataset.answers.replace(/-$/, encodeURIComponent(answer.task));
    const response = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (response.status >= 500 || response.status === 429) throw new Error("later");
    const told = await response.json();
    const now = box.read(name);
    const isLast = !now || now.key === answer.key;
    if (response.ok) acknowledge(name, answer, told.saved, isLast, now);
    else refuse(name, answer, told.problem, response.status, isLast);
  }

  function acknowledge(name, answer, version, isLast, now) {
    if (isLast) box.drop(name);
    else box.write(name, { ...now, version: String(version), replaces: "" });
    if (answer.task !== work.dataset.task || !form) return;
    form.elements.version.value = version;
    form.elements.key.value = newKey();
    if (isLast) say("Saved.");
  }

  function refuse(name, answer, problem, status, isLast) {
    const isOver = status === 404 || status === 409;
    if (isOver && isLast) box.drop(name);
    if (isLast && answer.task === work.dataset.task) say(problem || "Not saved.");
    if (status === 400) { tellNet(problem); box.write(name, answer); }
    if (status === 422 && isLast) box.drop(name);
  }

  async function look() {
    clearTimeout(poll);
    try {
      const asked = new URLSearchParams({ task: work.dataset.task });
      const response = await fetch(`${work.dataset.now}?${asked}`, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (response.status === 404) {
        box.list().forEach(box.drop);
        window.location.assign(work.dataset.here);
        return;
      }
      if (!response.ok) throw new Error("later");
      const told = await response.json();
      if (failures) { failures = 0; await send(); } else tellNet("");
      if (told.stamp !== work.dataset.stamp) { moving = told.stamp; box.list().length && !failures ? await send() : move(); }
    } catch {
      failures = Math.max(failures, 1);
      tellNet("No connection. What you answer is kept on this device until there is one.");
    }
    poll = setTimeout(look, document.hidden ? 6000 : 2000);
  }

  function move() {
    moving = "";
    const task = work.dataset.stamp.includes(".own.") && work.dataset.task ? `?task=${encodeURIComponent(work.dataset.task)}` : "";
    window.location.replace(work.dataset.here + task);
  }

  function restore() {
    box.dropOthers();
    const name = mine + work.dataset.task, kept = form && box.read(name);
    if (form && !isOpen()) box.drop(name);
    if (!kept || !isOpen()) return;
    form.querySelectorAll("[name=choice]").forEach((input) => { input.checked = input.value === kept.choice; });
    form.querySelectorAll("[name=span]").forEach((input) => { input.checked = kept.span.includes(input.value); });
    if (form.elements.text) form.elements.text.value = kept.text;
    if (form.elements.reason) form.elements.reason.value = kept.reason;
  }

  restore();
  if (box.list().length) send();
  if (form) {
    form.addEventListener("change", () => changed(50));
    form.addEventListener("input", (event) => { if (event.target.matches("textarea")) changed(900); });
    form.addEventListener("submit", async (event) => {
      if (!isOpen()) return;
      event.preventDefault();
      const next = event.submitter ? event.submitter.value : "", answer = read();
      if (!isWhole(answer)) { say(form.querySelector("[name=choice]") ? "Choose one answer first." : "Tap something in the text first."); return; }
      keep();
      await send();
      if (next && !failures && !box.list().length) window.location.assign(`${work.dataset.here}?task=${encodeURIComponent(next)}`);
    });
  }
  window.addEventListener("online", () => look());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  poll = setTimeout(look, 2000);
})();
