// The world in forms. Whatever a form changes comes back as the text of the world, which stays the only truth: it is written into the
// editor of the JSON, and from there it is kept and run.
import {hold, remember, restore, say, sendOn, upgrade, waits} from "./world-forms.js";

const LARGEST_FILE = 256 << 10;

export function openWorld({editors}) {
  const panel = document.getElementById("panel-world");
  const forms = () => document.getElementById("world");
  const asForms = document.getElementById("world-as-forms");
  let stale = false; // has a text been changed since, other than by a form?
  let writing = false;
  let refreshing = false;
  let underWay = 0;
  let whenIdle = [];

  const ask = (address, values) => htmx.ajax("POST", address, {source: "#world", target: "#world", swap: "outerHTML", values});

  document.body.addEventListener("htmx:configRequest", ({detail}) => {
    if (!panel.contains(detail.elt)) return;
    // What is no value yet is in no text: it goes along, so that it is still there afterwards.
    for (const {name, value} of forms().querySelectorAll("[aria-invalid=true]")) detail.parameters[name] ??= value;
  });
  document.body.addEventListener("htmx:beforeRequest", ({detail}) => { if (panel.contains(detail.elt)) underWay++; });
  document.body.addEventListener("htmx:beforeSwap", ({detail}) => { if (detail.target.id === "world") remember(forms(), detail.requestConfig.elt); });
  document.body.addEventListener("htmx:afterSwap", ({detail}) => {
    if (detail.target.id !== "world") return;
    restore(forms(), !refreshing);
    refreshing = false;
  });
  document.body.addEventListener("htmx:afterRequest", ({detail}) => {
    if (!panel.contains(detail.elt) && detail.target?.id !== "world") return;
    if (detail.successful) take();
    underWay = Math.max(0, underWay - 1);
    queueMicrotask(goOn);
  });
  function goOn() {
    while (waits() && !underWay) sendOn();
    if (!underWay) for (const go of whenIdle.splice(0)) go();
  }
  panel.addEventListener("change", (event) => {
    if (!underWay || !event.target.matches("input:not([type])[hx-post], textarea[hx-post]")) return;
    event.stopPropagation();
    hold(event.target);
  }, true);
  function take() {
    writing = true;
    editors.write("world", document.getElementById("world-now").value);
    writing = false;
    say(forms());
  }

  function refresh() {
    if (!stale || !asForms.checked) return;
    stale = false;
    refreshing = true;
    ask(forms().dataset.again);
  }
  asForms.addEventListener("change", refresh);
  for (const tab of document.querySelectorAll("#tab-world, [data-slab=code]")) tab.addEventListener("click", refresh);

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
    if (!why.textContent) ask(target.dataset.address, {file: file.name, text: await file.text()});
  });
  upgrade(forms());

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
