// Tabs: one panel of a slab at a time, and on a phone one slab at a time. Without scripts all stand below each other.
import {fitTabs} from "./tabs-more.js";

const chosen = new Map(); // of a list of tabs, by its id, the tab shown last: outlives the exchange of a fragment

export function openTabs() {
  document.addEventListener("click", (event) => {
    const entry = event.target.closest?.(".more-tabs [data-press]");
    if (entry) return press(entry);
    const tab = event.target.closest?.("[role=tab]");
    if (!tab) return;
    event.preventDefault();
    if (tab.dataset.slab) showSlab(tab.dataset.slab, tab);
    else show(tab.id);
  });
  document.addEventListener("keydown", (event) => {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    const tab = by && event.target.closest?.("[role=tab]");
    if (!tab) return;
    const all = [...tab.parentElement.querySelectorAll("[role=tab]")];
    const next = all[(all.indexOf(tab) + by + all.length) % all.length];
    next.click();
    next.focus();
  });
  addEventListener("resize", fit);
  restore();
  return {restore, show, showSlab, refresh, fit};
}

function press(entry) {
  const tab = document.getElementById(entry.dataset.press);
  entry.closest("details").open = false;
  tab.click();
  tab.focus();
}

function fit() {
  for (const list of document.querySelectorAll(".slab [role=tablist][id]")) fitTabs(list);
}

// Shows a tab's panel, by the tab's id.
function show(id) {
  const tab = document.getElementById(id);
  if (!tab) return;
  chosen.set(tab.parentElement.id, id);
  choose(tab);
  for (const other of siblings(tab)) document.getElementById(other.getAttribute("aria-controls")).classList.toggle("chosen", other === tab);
  load(document.getElementById(tab.getAttribute("aria-controls")));
  fitTabs(tab.parentElement);
}

// A view of the run is asked for when its tab is opened, and again when the run or, for one of an instant, the step is another.
function load(panel) {
  const run = document.getElementById("run");
  if (!panel.dataset.view || !(run.dataset.step > 0)) return;
  const at = panel.hasAttribute("data-instant") ? run.dataset.step : "any";
  if (panel.dataset.loaded === at) return;
  panel.dataset.loaded = at;
  htmx.ajax("POST", `${run.dataset.views}${panel.dataset.view}?step=${run.dataset.step}`, {source: panel, target: panel, swap: "innerHTML", values: {action: run.dataset.action}});
}

// On a phone: shows a slab; on a desk all are shown.
function showSlab(id, tab = document.querySelector(`[data-slab="${id}"]`)) {
  chosen.set("slab", id);
  document.getElementById("main").dataset.shown = id;
  for (const slab of document.querySelectorAll(".panes .slab")) slab.classList.toggle("shown", slab.id === id);
  if (!tab) return;
  choose(tab);
  if (tab.dataset.tab) show(tab.dataset.tab);
  fit();
}

// The views of the instant that are open, after the step has changed.
function refresh() {
  for (const panel of document.querySelectorAll("[data-view][data-instant].chosen")) load(panel);
}

function restore() {
  for (const list of document.querySelectorAll("[role=tablist][id]")) {
    const last = document.getElementById(chosen.get(list.id));
    show((list.querySelector("[data-asked]") ?? last ?? list.querySelector("[role=tab]")).id);
  }
  const slab = chosen.get("slab");
  if (slab) for (const one of document.querySelectorAll(".panes .slab")) one.classList.toggle("shown", one.id === slab);
}

function choose(tab) {
  for (const other of siblings(tab)) {
    other.setAttribute("aria-selected", other === tab);
    other.tabIndex = other === tab ? 0 : -1;
  }
}

const siblings = (tab) => tab.parentElement.querySelectorAll("[role=tab]");
