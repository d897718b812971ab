// The forms of the world as one finds them after each answer: what stood open is open, the editors are there, and the focus is where one
// goes on.
import {openFieldEditor} from "./field-editor.js";

const opened = new Set();
const waiting = new Map(); // what was written in fields while an answer was awaited, by their ids
let held; // the field one has gone on to meanwhile
let asked; // what the answer was asked for at

/** Before the forms are exchanged, for what was asked at `asker`. */
export function remember(forms, asker) {
  for (const one of forms.querySelectorAll("details[id]")) opened[one.open ? "add" : "delete"](one.id);
  asked = asker;
  // What is removed makes others move up: what was written in them would go to their neighbours.
  if (asker.getAttribute("hx-post")?.includes("/world/remove")) waiting.clear();
  const active = document.activeElement;
  const field = active.matches(".field-editor") ? active.previousElementSibling : active;
  held = forms.contains(field) && field !== asker && field.matches("input, textarea") ? field.id : undefined;
  if (held) waiting.set(held, field.value);
}

/** Something was written while an answer is awaited: it waits, since what it stands in may be exchanged. */
export function hold(field) {
  waiting.set(field.id, field.value);
}

export const waits = () => waiting.size > 0;

/** Sends on what has waited longest. */
export function sendOn() {
  const [[id]] = waiting;
  waiting.delete(id);
  document.getElementById(id)?.dispatchEvent(new Event("change", {bubbles: true}));
}

/** After it. */
export function restore(forms, goesOn) {
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  const count = document.getElementById("world-count");
  count.textContent = forms.dataset.count;
  count.hidden = count.textContent === "0";
  const kept = keep(forms);
  upgrade(forms);
  if (goesOn && forms.dataset.focus && !kept) focus(forms, forms.dataset.focus);
}

/** What was being written stands there again, where a thing was renamed under its new name. */
function keep(forms) {
  const renamed = asked?.name === "name" && forms.dataset.focus;
  const now = (id) => document.getElementById(renamed ? id.replace(asked.id.slice(0, -"-name".length), renamed) : id);
  const written = [...waiting];
  waiting.clear();
  for (const [id, value] of written) {
    const field = now(id);
    if (!field || field.value === value) continue;
    field.value = value;
    hold(field);
  }
  const field = held && now(held);
  held = undefined;
  field?.focus();
  return Boolean(field);
}

export function upgrade(forms) {
  for (const area of forms.querySelectorAll("textarea[data-language]:not([hidden])")) openFieldEditor(area);
}

/** A place may be a name, a field, something folded, or what adds to it: the first of these that is there. */
function focus(forms, id) {
  const place = ["-name", "", "-entry", "-add"].map((end) => document.getElementById(id + end)).find((one) => one && !one.hidden) ?? forms;
  const field = place.matches("a, button, input, select, textarea, [tabindex]") ? place : place.querySelector("input, select, textarea:not([hidden]), summary");
  (field ?? forms).focus();
  if (field?.matches("input:not([type])")) field.select();
}

/** What is wrong, and the lines that sum things up, as the last answer says them. */
export function say(forms) {
  for (const said of forms.querySelectorAll("#world-taken [data-for]")) {
    const place = document.getElementById(said.dataset.for);
    if (place) place.textContent = said.textContent;
  }
  for (const why of forms.querySelectorAll("[id$=-why]")) {
    document.getElementById(why.id.slice(0, -"-why".length))?.setAttribute("aria-invalid", why.textContent.trim() !== "");
  }
}
