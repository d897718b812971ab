// The playground with scripts: runs without leaving the page, one step by keyboard, tabs, drafts. All of it works without,
// by links and a form; see run.jte.
import "./site.js";
import {openTabs} from "./tabs.js";
import {openPlayer} from "./player.js";
import {openDiagram} from "./diagram.js";
import {openDiagramText} from "./diagram-text.js";
import {openEnds} from "./diagram-ends.js";
import {openExport} from "./diagram-export.js";
import {openDraft} from "./draft.js";
import {openEditors} from "./editor.js";
import {openConversion} from "./convert.js";
import {openWorld} from "./world.js";
import {openRuns} from "./runs.js";
import {openCoverage} from "./coverage.js";
import {openJson} from "./json.js";
import {openWhence} from "./whence.js";
import {openExplain} from "./explain.js";
import {openShare} from "./share.js";

const bench = document.getElementById("bench");
const main = document.getElementById("main");
const tabs = openTabs();
const player = openPlayer({settled: tabs.refresh, open: openStep});
openDiagram();
openEnds();
openExport();
// What ran last. A step is a step of that run, whatever was typed since; but a state is tried as it stands in the editor.
let ran = new FormData(bench);
const {save, saveSoon} = openDraft({main, bench});
const editors = openEditors({main, bench, ran: () => ran, onChange(where) { if (where !== "input") world.changed(); drawing.changed(); saveSoon(); },
  onLine: (number) => drawing.at(number)});
const show = (line) => { tabs.showSlab("code"); tabs.show("tab-definition"); editors.show(line); };
const drawing = openDiagramText({main, ran: () => ran, definition: () => bench.elements.definition.value, show});
const world = openWorld({editors});
const decisions = () => document.getElementById("decisions");
const runs = openRuns({
  made: () => ({...Object.fromEntries(ran), decisions: decisions().value}),
  make(fields, step) {
    for (const name of ["definition", "input", "world"]) editors.write(name, fields[name]);
    bench.elements.type.value = fields.type;
    decisions().value = fields.decisions;
    ran = new FormData(bench);
    player.ask(step);
  },
  compare: () => { tabs.showSlab("flow"); tabs.show("tab-compare"); },
});
const coverage = openCoverage({made: () => Object.fromEntries(ran), put({input, world: described}) {
  editors.write("input", input);
  editors.write("world", described);
  run();
}});
openExplain();
openConversion({main, bench, put: (text) => { editors.put(text); run(); }});
openShare({bench, editors, ran: () => ran});

// Where the answer is another page, the browser sends the form by itself; htmx would put that page into this one.
bench.addEventListener("submit", (event) => {
  if (event.submitter?.matches("[data-leaves]")) event.stopImmediatePropagation();
}, true);
const whence = openWhence();
const json = openJson({chosen: whence.ask});

document.body.addEventListener("htmx:configRequest", ({detail}) => {
  const written = new FormData(bench);
  if (detail.elt === bench) ran = written;
  for (const [name, value] of detail.elt.matches("#trial, #panel-world *") ? written : ran) detail.parameters[name] = value;
  detail.parameters.folded = document.getElementById("folded").value;
  if (detail.path.includes("/views/compare") && detail.elt.id !== "compare-form" && runs.before()) for (const [name, value] of Object.entries(runs.before())) detail.parameters[`before-${name}`] = value;
});
// A run waits for what is still being written in the forms of the world.
document.body.addEventListener("htmx:confirm", async (event) => {
  const settled = event.detail.elt === bench && world.settled();
  if (!settled) return;
  event.preventDefault();
  await settled;
  event.detail.issueRequest();
});
document.body.addEventListener("htmx:afterSettle", ({detail}) => {
  if (detail.target.id === "run") shown();
  json.shown();
  if (detail.requestConfig?.elt.matches(".decide")) document.getElementById("panel-happened").focus();
  else if (detail.requestConfig?.elt.matches(".change:not(#compare-form)")) (document.querySelector("#panel-change [aria-invalid]") ?? document.getElementById("runs-number")).focus();
  else if (detail.target.id === "tried") showTried();
});
function showTried() {
  toast.hidden = true;
  document.getElementById("tried").scrollIntoView({block: "nearest"});
  document.getElementById("tried").focus({preventScroll: true});
}

// A refusal has no run to show; what stands there stays.
const toast = document.getElementById("toast");
const refuse = ({detail}) => {
  toast.textContent = detail.xhr?.status === 429 ? toast.dataset.busy : toast.dataset.failed;
  toast.hidden = false;
};
document.body.addEventListener("htmx:responseError", refuse);
document.body.addEventListener("htmx:sendError", refuse);

function shown() {
  toast.hidden = true;
  const run = document.getElementById("run");
  document.getElementById("said").textContent = run.dataset.says;
  document.getElementById("layout").setAttribute("aria-pressed", main.dataset.layout === "trace");
  const address = run.dataset.step > 0 ? `?step=${run.dataset.step}` : "";
  if (location.search !== address) history.replaceState(null, "", location.pathname + address);
  tabs.restore();
  runs.shown();
  coverage.shown();
  player.shown();
  drawing.shown();
  editors.mark(document.getElementById("marks"));
  hideGuideIfClosed();
}

function openStep() {
  tabs.showSlab("told");
  tabs.show("tab-data");
  document.getElementById("panel-data").focus();
}

// Keys. Single letters and arrows belong to fields and tabs first.
const slabs = () => ["code", "flow", "told", "steps", "timeline"].filter((id) => document.getElementById(id)?.checkVisibility());
const isField = (target) => target.closest("input, textarea, select, [contenteditable], [role=tablist], [role=tree], dialog");
const run = () => bench.requestSubmit();

document.addEventListener("keydown", (event) => {
  const target = event.composedPath()[0];
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") stop(event, run);
  else if ((event.ctrlKey || event.metaKey) && event.key === "s") stop(event, async () => { await save(); run(); });
  else if (event.key === "F6") stop(event, () => walk(event.shiftKey ? -1 : 1));
  else if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return;
  else if (event.key === "?") stop(event, () => document.getElementById("keys").showModal());
  else if (event.key.toLowerCase() === "c") press("tab-change");
  else if (event.key.toLowerCase() === "t") document.getElementById("try")?.click();
  else if (event.key.toLowerCase() === "l") (document.getElementById("to-culprit") ?? document.getElementById("tab-lost"))?.click();
  else if (player.key(event, target)) event.preventDefault();
});
function press(id) {
  tabs.showSlab(document.getElementById(id)?.closest(".slab").id);
  document.getElementById(id)?.click();
  document.getElementById(id)?.focus();
}
function stop(event, act) {
  event.preventDefault();
  act();
}
function walk(by) {
  const all = slabs();
  const at = all.findIndex((id) => document.getElementById(id).contains(document.activeElement));
  const next = all[(at + by + all.length) % all.length];
  tabs.showSlab(next);
  if (next === "code") editors.focus();
  else document.getElementById(next).focus();
}

// One listener for what a click does, since the fragment comes and goes.
document.addEventListener("click", (event) => {
  const {target} = event;
  const button = target.closest?.("button, [role=button]");
  if (!button) return;
  if (button.id === "keys-open") document.getElementById("keys").showModal();
  else if (button.id === "close-guide") { localStorage.setItem("guide", "closed"); hideGuideIfClosed(); }
  else if (button.id === "remix") { tabs.showSlab("code"); tabs.show("tab-definition"); editors.focus(); saveSoon(); }
  else if (button.id === "format") editors.format();
  else if (button.id === "notation") editors.convert(button.dataset.to);
  else if (button.id === "rename-open") editors.rename();
  else if (button.id === "problem-count") editors.listProblems();
  else if (button.dataset.edits) { if (editors.mend(JSON.parse(button.dataset.edits))) run(); else editors.focus(); }
  else if (button.dataset.press) press(button.dataset.press);
  else if (button.dataset.goto) player.go(Number(button.dataset.goto));
  else if (button.id === "layout") lay(main.dataset.layout === "trace" ? "edit" : "trace");
  else if (button.dataset.line) show(Number(button.dataset.line));
  else player.click(button);
});
// Beside the diagram stands the editor, or, to look at the run alone, its steps.
function lay(layout) {
  main.dataset.layout = layout;
  tabs.fit();
  document.getElementById("layout").setAttribute("aria-pressed", layout === "trace");
  player.shown();
}
function hideGuideIfClosed() {
  document.getElementById("guide").hidden = localStorage.getItem("guide") === "closed";
}

hideGuideIfClosed();
editors.mark(document.getElementById("marks"));
json.shown();
document.body.dataset.ready = "yes";
