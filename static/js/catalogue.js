/* The list of cases: after a search while typing, how many were found is said. */

(() => {
  document.addEventListener("htmx:after:swap", () => {
    const said = document.getElementById("found")?.dataset.said;
    if (said) document.dispatchEvent(new CustomEvent("copytrail:say", { detail: said }));
  });
})();
