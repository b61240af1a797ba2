/* Notes: words selected with the mouse become the place of a note; what was typed outlives a reload of the page. */

(() => {
  const STORE = `copytrail-note:${location.pathname}`;
  const OURS = ".spoken, .spoken-end, .moved, .flag, .hand, .note-flag, .num";
  let chosen = null;
  let pressed = [0, 0];
  let dragged = false;

  const form = () => document.getElementById("review-here");
  const box = () => document.getElementById("note-here");
  const offer = () => document.getElementById("note-offer");
  const wasKept = () => /[?&]done=note\./.test(location.search);
  const points = (text) => [...text].length;

  function paragraphOf(node) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    return element?.closest?.("p[data-start]") ?? null;
  }

  function measure(paragraph, range) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let place = Number(paragraph.dataset.start);
    let start = -1;
    let end = -1;
    let words = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(OURS)) continue;
      const sign = node.parentElement.closest(".hidden-sign");
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.data.length;
        if (to > from) {
          if (start < 0) start = place + (sign ? 0 : points(node.data.slice(0, from)));
          end = place + (sign ? 1 : points(node.data.slice(0, to)));
          words += sign ? "" : node.data.slice(from, to);
        }
      }
      place += sign ? 1 : points(node.data);
    }
    return words.trim() ? { start, end, words } : null;
  }

  function readSelection() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const paragraph = paragraphOf(range.startContainer);
    if (!paragraph) return null;
    const inside = range.cloneRange();
    if (!paragraph.contains(range.endContainer)) inside.setEndAfter(paragraph.lastChild);
    const found = measure(paragraph, inside);
    return found && { ...found, side: paragraph.id.startsWith("R") ? "original" : "derivative", rect: range.getBoundingClientRect() };
  }

  function showOffer() {
    chosen = readSelection();
    const button = offer();
    if (!button || box()?.matches(":popover-open")) return;
    button.hidden = !chosen;
    if (!chosen) return;
    button.style.left = `${Math.max(8, Math.min(chosen.rect.left + scrollX, scrollX + innerWidth - 200))}px`;
    button.style.top = `${chosen.rect.bottom + scrollY + 6}px`;
  }

  function fill() {
    for (const name of ["side", "start", "end", "words"]) form().elements[name].value = chosen[name];
    document.getElementById("note-here-words").textContent = chosen.words;
  }

  function openBox() {
    if (!chosen || !box()) return;
    offer().hidden = true;
    box().hidden = false;
    fill();
    if (!box().matches(":popover-open")) box().showPopover();
    form().querySelector("textarea").focus();
  }

  function closeBox() {
    if (box()?.matches(":popover-open")) box().hidePopover();
    if (box()) box().hidden = true;
    if (offer()) offer().hidden = true;
    chosen = null;
  }

  function remember(event) {
    const area = event.target;
    if (!area.matches?.("textarea.keep")) return;
    sessionStorage.setItem(STORE, JSON.stringify({ id: area.id, text: area.value, chosen, focus: document.getElementById("comparison")?.dataset.focus }));
  }

  function recall() {
    const kept = JSON.parse(sessionStorage.getItem(STORE) ?? "null");
    const area = kept && document.getElementById(kept.id);
    const here = document.getElementById("comparison")?.dataset.focus;
    if (!area || !kept.text || area.value === kept.text || (kept.focus ?? "") !== (here ?? "")) return;
    area.value = kept.text;
    area.closest("details")?.setAttribute("open", "");
    if (area.closest("#note-here") && kept.chosen) { chosen = kept.chosen; openBox(); }
  }

  function writeOnCard() {
    const fold = document.getElementById("note-new");
    if (!fold) return;
    fold.open = true;
    fold.querySelector("textarea").focus();
  }

  document.addEventListener("mousedown", (event) => { pressed = [event.clientX, event.clientY]; dragged = false; }, { capture: true });
  document.addEventListener("mouseup", (event) => {
    dragged = Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 4;
  }, { capture: true });
  document.addEventListener("mouseup", (event) => { if (!event.target.closest("#note-offer, #note-here")) setTimeout(showOffer, 0); });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#note-offer")) return openBox();
    if (event.target.closest("#note-here-close")) return closeBox();
    if (event.detail > 0 && dragged && event.target.closest("a.passage") && readSelection()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box()?.matches(":popover-open")) { event.preventDefault(); closeBox(); }
  }, { capture: true });
  document.addEventListener("copytrail:note", writeOnCard);
  document.addEventListener("input", remember);
  document.addEventListener("htmx:after:swap", () => {
    if (form()?.querySelector("[aria-invalid]") && chosen) return openBox();
    if (!wasKept()) return;
    sessionStorage.removeItem(STORE);
    closeBox();
  });
  if (wasKept()) sessionStorage.removeItem(STORE);
  else recall();
})();
