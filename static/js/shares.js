/* A button beside a link that copies it; without it the link can be selected and copied by hand. */

(() => {
  const say = (words) => { document.getElementById("live").textContent = words; };

  for (const button of document.querySelectorAll("[data-copies]")) {
    const field = document.getElementById(button.dataset.copies);
    field.addEventListener("focus", () => field.select());
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(field.value).then(() => say("The address was copied."), () => {
        field.focus();
        say("The address could not be copied; it is selected.");
      });
    });
  }
  document.querySelector("[data-copies]") && document.getElementById("link")?.select();
})();
