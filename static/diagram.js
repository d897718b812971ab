// The diagram in its pane: as large as it fits, or as large as one asks. The pane scrolls, so the browser's own ways of moving
// about work too; here are added the buttons [data-zoom], Ctrl and the wheel, two fingers, the keys + - 0, and dragging.
const LEAST = 0.05;
const MOST = 4;
const STEP = 1.25;
const MARGIN = 40; // the pane's padding, and room for its scrollbars: whether they are there makes no difference
// A diagram much larger than its pane is not made as small as it would have to be: one scrolls instead. On a phone one spreads it.
const LEGIBLE = 0.7;
const LEGIBLE_ON_A_PHONE = 0.5;
const PHONE = 500;

let watched;
const watcher = new ResizeObserver(() => sizeDiagram());
let zoom = 1; // of what fits; kept when the server answers with a new diagram

export const find = () => document.querySelector(".canvas > .diagram");

function whole(drawing, pane) {
  const {width, height} = drawing.viewBox.baseVal;
  return Math.min(1, (pane.offsetWidth - MARGIN) / width, (pane.offsetHeight - MARGIN) / height);
}

const fit = (drawing, pane) => Math.max(whole(drawing, pane), pane.offsetWidth < PHONE ? LEGIBLE_ON_A_PHONE : LEGIBLE);

/** Gives the drawing its size; called again whenever there is a new drawing or the pane has changed. */
export function sizeDiagram() {
  const drawing = find();
  const pane = drawing?.parentElement;
  if (pane && pane !== watched) {
    watcher.disconnect();
    watcher.observe(pane);
    watched = pane;
  }
  if (!pane?.clientWidth) return;
  const {width, height} = drawing.viewBox.baseVal;
  const scale = fit(drawing, pane) * zoom;
  drawing.setAttribute("width", Math.round(width * scale));
  drawing.setAttribute("height", Math.round(height * scale));
  drawing.classList.add("sized");
  drawing.classList.toggle("small", scale < 0.8);
}

/** How large the drawing is. */
export const scale = () => (find()?.getBoundingClientRect().width ?? 0) / (find()?.viewBox.baseVal.width || 1);

/** How large it is where it fits its pane. */
export const fitting = () => fit(find(), find().parentElement);

/** Makes a new drawing as large as the last one was. */
export function scaleTo(wanted) {
  const drawing = find();
  if (wanted && drawing?.parentElement.clientWidth) zoom = wanted / fit(drawing, drawing.parentElement);
  sizeDiagram();
}

/** Zooms, and keeps the point of the diagram that lies at x, y of the window where it is. */
function zoomTo(wanted, x, y) {
  const drawing = find();
  if (!drawing) return;
  const before = drawing.getBoundingClientRect();
  zoom = Math.min(Math.max(wanted, LEAST), MOST);
  drawing.style.translate = "";
  sizeDiagram();
  const after = drawing.getBoundingClientRect();
  const pane = drawing.parentElement;
  pane.scrollLeft += after.left + ((x - before.left) / before.width) * after.width - x;
  pane.scrollTop += after.top + ((y - before.top) / before.height) * after.height - y;
}

function zoomInTheMiddle(wanted) {
  const pane = find()?.parentElement.getBoundingClientRect();
  if (pane) zoomTo(wanted, pane.left + pane.width / 2, pane.top + pane.height / 2);
}

function onWheel(event) {
  if (!(event.ctrlKey || event.metaKey) || !event.target.closest(".canvas > .diagram, .canvas:has(> .diagram)")) return;
  event.preventDefault();
  zoomTo(zoom * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  if (event.key === "+") zoomInTheMiddle(zoom * STEP);
  else if (event.key === "-") zoomInTheMiddle(zoom / STEP);
  else if (event.key === "0") zoomInTheMiddle(1);
}

function onClick(event) {
  const button = event.target.closest("[data-zoom]");
  if (button) zoomInTheMiddle({in: zoom * STEP, out: zoom / STEP, fit: other()}[button.dataset.zoom]);
}

/** As large as can be read, and once more all of it. */
function other() {
  const drawing = find();
  return Math.abs(zoom - 1) > 0.01 ? 1 : whole(drawing, drawing.parentElement) / fit(drawing, drawing.parentElement);
}

// One pointer drags the pane (a finger does so by itself); two pointers spread or close it.
const pointers = new Map();
let dragged = 0; // pixels, since the pointer went down

function onDown(event) {
  const pane = event.target.closest(".canvas");
  if (!pane || event.button || event.target.closest("button, a") || !find()) return;
  pointers.set(event.pointerId, event);
  dragged = 0;
}

function onMove(event) {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  pointers.set(event.pointerId, event);
  const pane = find()?.parentElement;
  if (!pane) return;
  const other = [...pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
  if (other) {
    const distance = (pointer) => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY) || 1;
    zoomTo((zoom * distance(event)) / distance(before), (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2);
  } else if (event.pointerType === "mouse" && event.buttons) {
    dragged += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    pane.scrollLeft -= event.clientX - before.clientX;
    pane.scrollTop -= event.clientY - before.clientY;
  }
}

const onUp = (event) => pointers.delete(event.pointerId);

/** The click at the end of dragging means nothing. */
function swallow(event) {
  if (dragged > 4) event.stopPropagation();
  dragged = 0;
}

/** Where the drawing does not fit: at its beginning. */
function center() {
  const start = find()?.querySelector(".start").getBoundingClientRect();
  const pane = find()?.parentElement;
  if (pane) pane.scrollLeft += start.left - pane.getBoundingClientRect().left - pane.clientWidth / 2;
}

/** Once a page; for a new drawing there is sizeDiagram. */
export function openDiagram() {
  sizeDiagram();
  center();
  document.addEventListener("wheel", onWheel, {passive: false});
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", swallow, {capture: true});
  document.addEventListener("click", onClick);
  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
}
