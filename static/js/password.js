// Passwords: a button beside the field shows what is typed. Without scripts there is no button, and nothing is missed.

const showButton = (field) => {
  const button = document.createElement("button");
  const beside = document.createElement("div");
  button.type = "button";
  button.textContent = "Show";
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
  });
  field.form?.addEventListener("submit", () => { field.type = "password"; });
  beside.className = "beside-show";
  field.before(beside);
  beside.append(field, button);
};

document.querySelectorAll("input[type=password]").forEach(showButton);
