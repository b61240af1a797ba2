/* Says what happened: any script fires "copytrail:say" on the document, the live region speaks it. */

(() => {
  let timer = 0;

  function say(words) {
    const region = document.getElementById("live");
    if (!region || !words) return;
    region.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => { region.textContent = words; }, 60);
  }

  document.addEventListener("copytrail:say", (event) => say(event.detail));
})();
