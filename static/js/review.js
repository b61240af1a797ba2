/* A form that dismisses or restores a finding and gets no answer says so beside the reason, which stays where it is. */

(() => {
  const NO_ANSWER = "There was no answer, so it may not be kept. What you typed is still here: please try again.";
  let sent = null;

  function complain() {
    if (!sent?.isConnected || sent.querySelector(".wrong")) return;
    const note = document.createElement("p");
    note.className = "note wrong";
    note.setAttribute("role", "alert");
    note.textContent = NO_ANSWER;
    const place = sent.querySelector("textarea");
    if (place) place.before(note);
    else sent.append(note);
  }

  document.addEventListener("htmx:config:request", (event) => {
    sent = event.target.closest?.("form.review") ?? null;
    sent?.querySelectorAll(".wrong").forEach((note) => note.remove());
  });
  document.addEventListener("htmx:finally:request", (event) => {
    if ((event.detail.ctx.response?.raw?.status ?? 200) >= 500) complain();
  });
  document.addEventListener("htmx:error", complain);
  document.addEventListener("htmx:after:swap", () => {
    document.querySelector("form.review textarea[aria-invalid]")?.focus();
  });
})();
