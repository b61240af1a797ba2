/* Articles put in order by their handles: dragged with the pointer, or taken with the space bar and moved with the
   arrow keys; Escape puts one back. Where it is dropped the whole order is sent, as the buttons beside do. */

(() => {
  const form = document.getElementById("order");
  const list = form.querySelector("ol");
  let moving = null; // the article that was taken
  let before = []; // the order when it was taken
  let pointer = null;

  const items = () => [...list.children];
  const say = (words) => document.dispatchEvent(new CustomEvent("copytrail:say", { detail: words }));
  const place = (item) => `${item.dataset.name}: place ${items().indexOf(item) + 1} of ${items().length}`;

  function take(item) {
    moving = item;
    before = items();
    item.classList.add("moving");
    item.querySelector(".handle").setAttribute("aria-pressed", "true");
  }

  function release() {
    const item = moving;
    moving = null;
    pointer = null;
    item?.classList.remove("moving");
    item?.querySelector(".handle").setAttribute("aria-pressed", "false");
    return item;
  }

  function drop() {
    const item = release();
    if (!item || items().every((each, number) => each === before[number])) return;
    form.elements.moved.value = `${item.dataset.id}.handle`;
    form.requestSubmit();
  }

  function putBack() {
    const item = release();
    if (!item) return;
    list.append(...before);
    item.querySelector(".handle").focus();
    say(`Put back. ${place(item)}`);
  }

  function step(number) {
    const all = items();
    const to = all[all.indexOf(moving) + number];
    if (!to) return;
    if (number < 0) to.before(moving);
    else to.after(moving);
    moving.querySelector(".handle").focus();
    say(place(moving));
  }

  function onKey(event) {
    const handle = event.target.closest(".handle");
    if (!handle || pointer !== null) return;
    const item = handle.closest("li");
    const acts = { ArrowUp: () => step(-1), ArrowDown: () => step(1), Escape: putBack, Tab: putBack };
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (moving) return drop();
      take(item);
      return say(`Taken. ${place(item)}. Arrow keys move it, the space bar drops it, Escape puts it back.`);
    }
    if (!moving || !acts[event.key]) return;
    if (event.key !== "Tab") event.preventDefault();
    acts[event.key]();
  }

  function onMove(event) {
    if (event.pointerId !== pointer || !moving) return;
    const over = items().find((each) => {
      const box = each.getBoundingClientRect();
      return each !== moving && event.clientY >= box.top && event.clientY <= box.bottom;
    });
    if (!over) return;
    const isBelow = items().indexOf(over) > items().indexOf(moving);
    if (isBelow) over.after(moving);
    else over.before(moving);
  }

  document.querySelectorAll(".handle, .with-script").forEach((each) => { each.hidden = false; });
  form.querySelector(".handle[autofocus]")?.focus();
  list.addEventListener("keydown", onKey);
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle || event.button !== 0 || moving) return;
    pointer = event.pointerId;
    take(handle.closest("li"));
  });
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", (event) => { if (event.pointerId === pointer) drop(); });
  document.addEventListener("pointercancel", (event) => { if (event.pointerId === pointer) putBack(); });
})();
