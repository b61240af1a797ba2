/* Links and forms among the rows are taken over by htmx when they are first used: long texts have thousands of them. */

(() => {
  function takeOver(event) {
    const place = event.target.closest?.(event.type === "submit" ? "form" : "a[href]");
    const outside = place?.closest("#grid")?.parentElement.closest("[hx-boost\\:inherited]");
    if (!outside || place.hasAttribute("hx-boost")) return;
    place.setAttribute("hx-boost", outside.getAttribute("hx-boost:inherited"));
    htmx.process(place);
  }

  document.addEventListener("click", takeOver, { capture: true });
  document.addEventListener("submit", takeOver, { capture: true });
})();
