// The pages of exercises whose answer is no machine. They work without scripts; with them one chooses by a digit, checks with Ctrl+Enter,
// and writes tests in an editor.
import "./site.js";
import {openNote} from "./note.js";

const form = document.querySelector(".questions");
const tests = document.getElementById("tests-text");
const find = (id) => document.getElementById(id);

openNote();
if (tests) {
  const {openFieldEditor} = await import("./field-editor.js");
  openFieldEditor(tests);
}
if (location.hash === "#verdict") find("verdict").focus();

const letters = {j: () => find("next"), k: () => find("previous"), h: () => find("next-hint")};
addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("textarea, input:not([type=radio]), [contenteditable]")) return;
  const options = target.closest?.(".question")?.querySelectorAll("input[type=radio]");
  const option = options?.[Number(event.key) - 1];
  if (option) {
    option.checked = true;
    option.focus();
  } else letters[event.key.toLowerCase()]?.()?.click();
});
