// An edge that is too long to be drawn is a sign at each end. One lights the other, and leads to it.
import {reveal} from "./diagram-place.js";

const arrivals = new WeakMap(); // of a sign where several edges arrive, the beginning that it led to last

const ids = (end) => end.dataset.ends.split(" ");

function others(end) {
  const own = ids(end);
  return [...end.parentElement.querySelectorAll(".sign[data-ends]")].filter((other) => other !== end && ids(other).some((id) => own.includes(id)));
}

function light({target}) {
  const end = target.closest?.(".diagram .sign") ?? document.activeElement.closest(".diagram .sign");
  for (const lit of document.querySelectorAll(".diagram .lit")) lit.classList.remove("lit");
  if (end) for (const other of [end, ...others(end)]) other.classList.add("lit");
}

function follow(end) {
  const all = others(end);
  const next = all[((arrivals.get(end) ?? -1) + 1) % all.length];
  if (!next) return;
  arrivals.set(end, all.indexOf(next));
  next.focus({preventScroll: true});
  reveal(next);
}

export function openEnds() {
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, light);
  document.addEventListener("click", ({target}) => {
    const end = target.closest?.(".diagram .sign");
    if (end) follow(end);
  });
  document.addEventListener("keydown", (event) => {
    const end = event.target.closest?.(".diagram .sign");
    if (!end || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    follow(end);
  }, {capture: true});
}
