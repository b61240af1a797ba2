/* Pasted rich text keeps its paragraphs, headings and lists: what the clipboard holds as HTML is made plain text by
   the server of this page, which sends it nowhere. Where that fails, the plain text of the clipboard goes in. */

(() => {
  const BLOCKS = /<(?:p|h[1-6]|li|br|div|tr|blockquote)\b/i;
  const LARGEST = 5_000_000; // characters; more than any article

  function insert(box, text) {
    box.focus();
    if (!document.execCommand("insertText", false, text)) {
      box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }

  async function makePlain(form, html) {
    const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value, html });
    const answer = await fetch(form.dataset.pastes, { method: "POST", body }).catch(() => null);
    return answer?.ok ? answer.text() : null;
  }

  document.addEventListener("paste", async (event) => {
    const box = event.target;
    const form = document.getElementById("form");
    if (!form?.contains(box) || box.tagName !== "TEXTAREA") return;
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!BLOCKS.test(html) || html.length > LARGEST) return;
    const plain = event.clipboardData.getData("text/plain");
    event.preventDefault();
    box.setAttribute("aria-busy", "true");
    const text = await makePlain(form, html);
    box.removeAttribute("aria-busy");
    insert(box, text || plain);
  });
})();
