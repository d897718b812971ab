// The page of an exercise with scripts: tests without leaving the page, hints, drafts, keys. All of it works without, by links and forms.
import "./site.js";
import {openTabs} from "./tabs.js";
import {openDiagram} from "./diagram.js";
import {openDiagramText} from "./diagram-text.js";
import {openExport} from "./diagram-export.js";
import {openDraft} from "./draft.js";
import {openEditors} from "./editor.js";
import {openNote} from "./note.js";

const bench = document.getElementById("bench");
const main = document.getElementById("main");
const toast = document.getElementById("toast");
const tabs = openTabs();
openDiagram();
openExport();
openNote();
const written = () => new FormData(bench);
const {save, saveSoon} = openDraft({main, bench});
const editors = openEditors({main, bench, ran: written, onChange() { drawing.changed(); saveSoon(); }, onLine: (number) => drawing.at(number)});
const show = (line) => { tabs.showSlab("code"); tabs.show("tab-definition"); editors.show(line); };
const drawing = openDiagramText({main, ran: written, definition: () => bench.elements.definition.value, show});
// How the machine logs is kept with the draft, as a part of the world.
document.querySelector("#panel-asked:has(#level)")?.addEventListener("change", () => {
  const {level, includeExecutionData, world} = bench.elements;
  world.value = JSON.stringify({logging: {level: level.value, includeExecutionData: includeExecutionData.checked}});
  saveSoon();
});
const run = () => bench.requestSubmit();
const find = (id) => document.getElementById(id);

// Where the answer is another page, the browser sends the form by itself; htmx would put that page into this one.
bench.addEventListener("submit", (event) => {
  if (event.submitter?.matches("[data-leaves]")) event.stopImmediatePropagation();
}, true);
document.body.addEventListener("htmx:beforeRequest", ({detail}) => {
  if (detail.elt === bench) find("tests").setAttribute("aria-busy", "true");
});
document.body.addEventListener("htmx:afterSettle", ({detail}) => {
  toast.hidden = true;
  if (detail.target.id === "tests") judged();
  else if (detail.target.id === "ladder") helped();
});

function judged() {
  const tests = find("tests");
  tests.classList.toggle("shown", main.dataset.shown === "tests");
  find("said").textContent = tests.dataset.says;
  find("tests-count").textContent = tests.dataset.count;
  find("tests-count").hidden = !tests.dataset.count;
  tabs.showSlab("tests");
}
function helped() {
  const last = [...document.querySelectorAll("#ladder [id^=hint-], #solution summary")].at(-1);
  last?.focus();
}
const refuse = ({detail}) => {
  find("tests").removeAttribute("aria-busy");
  toast.textContent = detail.xhr?.status === 429 ? toast.dataset.busy : toast.dataset.failed;
  toast.hidden = false;
};
document.body.addEventListener("htmx:responseError", refuse);
document.body.addEventListener("htmx:sendError", refuse);

// Keys. Single letters belong to fields first.
const isField = (target) => target.closest("input, textarea, select, [contenteditable], [role=tablist], [role=tree], dialog");
const letters = {j: () => find("next"), k: () => find("previous"), h: () => find("next-hint"), l: () => find("to-trace")};

document.addEventListener("keydown", (event) => {
  const target = event.composedPath()[0];
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "Enter") stop(event, run);
  else if (command && event.key === "s") stop(event, async () => { await save(); run(); });
  else if (event.key === "F6") stop(event, () => walk(event.shiftKey ? -1 : 1));
  else if (command || event.altKey || isField(target)) return;
  else if (event.key === "?") stop(event, () => find("keys").showModal());
  else letters[event.key.toLowerCase()]?.()?.click();
});
function stop(event, act) {
  event.preventDefault();
  act();
}
function walk(by) {
  const all = ["statement", "code", "tests"];
  const at = all.findIndex((id) => find(id).contains(document.activeElement));
  const next = all[(at + by + all.length) % all.length];
  tabs.showSlab(next);
  if (next === "code") editors.focus();
  else find(next).focus();
}

document.addEventListener("click", ({target}) => {
  const button = target.closest?.("button");
  if (!button) return;
  if (button.id === "keys-open") find("keys").showModal();
  else if (button.id === "format") editors.format();
  else if (button.id === "notation") editors.convert(button.dataset.to);
  else if (button.id === "rename-open") editors.rename();
  else if (button.id === "problem-count") editors.listProblems();
  else if (button.dataset.line) show(Number(button.dataset.line));
  else if (button.dataset.edits && !editors.mend(JSON.parse(button.dataset.edits))) editors.focus();
  else if (button.dataset.show === "code") tabs.showSlab("code");
  else if (button.dataset.show === "hints") { tabs.showSlab("statement"); find("ladder").scrollIntoView(); find("ladder").focus(); }
});

document.body.dataset.ready = "yes";
