// Where something secret is typed: shows it while it is wished.
import "./site.js";

document.addEventListener("click", ({target}) => {
  const button = target.closest?.("[data-show]");
  if (!button) return;
  const field = document.getElementById(button.dataset.show);
  const isShown = field.type === "text";
  field.type = isShown ? "password" : "text";
  button.setAttribute("aria-pressed", !isShown);
});
