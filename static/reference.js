// The examples of a topic: changed in an editor, run in their place, and taken as they are into the playground. All of it works without, by forms and links.
import "./site.js";

const said = document.getElementById("said");

// An editor is loaded with the first change.
async function change(form) {
  form.classList.add("changing");
  for (const button of form.querySelectorAll("[data-change], [type=reset]")) button.hidden = button.matches("[data-change]");
  const {openFieldEditor} = await import("./field-editor.js");
  const editors = [...form.querySelectorAll(".changed textarea:not([hidden])")].map(openFieldEditor);
  editors[0].focus();
}

function restore(form) {
  form.classList.remove("changing");
  for (const host of form.querySelectorAll(".field-editor")) host.remove();
  for (const area of form.querySelectorAll(".changed textarea")) area.hidden = false;
  for (const button of form.querySelectorAll("[data-change], [type=reset]")) button.hidden = !button.matches("[data-change]");
  form.querySelector("[data-change]").focus();
}

const isChanged = (form) => [...form.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-playground]");
  if (link && isChanged(link.closest("form"))) take(event, link);
  else if (event.target.closest("[data-change]")) change(event.target.closest("form"));
});
document.addEventListener("reset", ({target}) => restore(target));

/** What was changed goes along: the playground keeps it as what was written there. */
function take(event, link) {
  event.preventDefault();
  const form = link.closest("form");
  form.action = link.href;
  form.submit();
}

document.addEventListener("keydown", (event) => {
  const form = event.composedPath().find((node) => node.matches?.(".example form"));
  if (!form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});
// A refusal has nothing to show; what stands there stays.
const toast = document.getElementById("toast");
for (const failure of ["htmx:responseError", "htmx:sendError"]) document.body.addEventListener(failure, ({detail}) => {
  toast.textContent = detail.xhr?.status === 429 ? toast.dataset.busy : toast.dataset.failed;
  toast.hidden = false;
});
document.body.addEventListener("htmx:beforeRequest", () => { toast.hidden = true; });
document.body.addEventListener("htmx:beforeSwap", ({detail}) => {
  said.textContent = "";
  const answer = new DOMParser().parseFromString(detail.serverResponse, "text/html").querySelector("[data-says]");
  if (answer) said.textContent = answer.dataset.says;
});
