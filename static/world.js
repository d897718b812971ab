// The world in forms. Whatever a form changes comes back as the text of the world, which stays the only truth: it is written into the
// editor of the JSON, and from there it is kept and run.
import {openFieldEditor} from "./field-editor.js";

const LARGEST_FILE = 256 << 10;

export function openWorld({editors}) {
  const panel = document.getElementById("panel-world");
  const forms = () => document.getElementById("world");
  const asForms = document.getElementById("world-as-forms");
  let stale = false; // has a text been changed since, other than by a form?
  let writing = false;
  let quiet = false; // does the focus stay where it is?
  let underWay = 0;
  let whenIdle = [];

  /** The text that the last answer brought goes into the editor; what stood open stays open. */
  function take() {
    writing = true;
    editors.write("world", document.getElementById("world-now").value);
    writing = false;
    for (const said of document.querySelectorAll("#world-taken [data-for]")) {
      const place = document.getElementById(said.dataset.for);
      if (place) place.textContent = said.textContent;
    }
    for (const why of forms().querySelectorAll("[id$=-why]")) {
      document.getElementById(why.id.slice(0, -4))?.setAttribute("aria-invalid", why.textContent.trim() !== "");
    }
  }
  const opened = new Set();
  document.body.addEventListener("htmx:beforeSwap", ({detail}) => {
    if (detail.target.id === "world") for (const one of forms().querySelectorAll("details[id]")) opened[one.open ? "add" : "delete"](one.id);
  });
  document.body.addEventListener("htmx:afterSwap", ({detail}) => detail.target.id === "world" && shown());
  document.body.addEventListener("htmx:afterRequest", ({detail}) => {
    if (!panel.contains(detail.elt) && detail.target?.id !== "world") return;
    if (detail.successful) take();
    if (--underWay > 0) return;
    underWay = 0;
    for (const go of whenIdle.splice(0)) go();
  });
  // What is no value yet is in no text: it goes along, so that it is still there afterwards.
  document.body.addEventListener("htmx:configRequest", ({detail}) => {
    if (panel.contains(detail.elt)) for (const {name, value} of forms().querySelectorAll("[aria-invalid=true]")) detail.parameters[name] ??= value;
  });
  document.body.addEventListener("htmx:beforeRequest", ({detail}) => { if (panel.contains(detail.elt)) underWay++; });

  function shown() {
    for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
    upgrade();
    const count = document.getElementById("world-count");
    count.textContent = forms().dataset.count;
    count.hidden = count.textContent === "0";
    if (!quiet && forms().dataset.focus) focus(forms().dataset.focus);
    quiet = false;
  }
  function focus(id) {
    const target = ["-name", "", "-entry", "-add"].map((end) => document.getElementById(id + end)).find((one) => one && !one.hidden) ?? forms();
    const inner = target.matches("a, button, input, select, textarea, [tabindex]") ? target : target.querySelector("input, select, textarea:not([hidden]), summary");
    (inner ?? forms()).focus();
    if (inner?.matches("input:not([type])")) inner.select();
  }
  function upgrade() {
    for (const area of forms().querySelectorAll("textarea[data-language]:not([hidden])")) openFieldEditor(area);
  }
  function refresh() {
    if (!stale || !asForms.checked) return;
    stale = false;
    quiet = true;
    const back = document.getElementById("world-back");
    htmx.ajax("POST", back ? forms().dataset.again : forms().dataset.show, {source: "#world", target: "#world", swap: "outerHTML"});
  }
  for (const way of document.querySelectorAll("[name=world-look], #tab-world, [data-slab=code]")) {
    way.addEventListener(way.matches("input") ? "change" : "click", refresh);
  }
  panel.addEventListener("click", ({target}) => {
    if (!target.closest("#world-undo")) return;
    editors.undo("world");
    stale = true;
    refresh();
  });
  panel.addEventListener("change", async ({target}) => {
    if (target.id !== "world-file" || !target.files[0]) return;
    const [file] = target.files;
    const why = document.getElementById("world-file-why");
    why.textContent = file.size > LARGEST_FILE ? target.dataset.large : "";
    if (why.textContent) return;
    htmx.ajax("POST", target.dataset.address, {source: "#world", target: "#world", swap: "outerHTML", values: {file: file.name, text: await file.text()}});
  });
  upgrade();

  return {
    /** A text was changed. */
    changed() { stale ||= !writing; },
    /** Leaves the field one is in, and waits until everything that was written is in the world. */
    settled() {
      const active = document.activeElement;
      if (forms().contains(active)) {
        (active.shadowRoot?.activeElement ?? active).blur();
        if (active.isConnected) active.focus();
      }
      return underWay ? new Promise((resolve) => whenIdle.push(resolve)) : undefined;
    },
  };
}
