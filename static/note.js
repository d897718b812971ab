// The learner's notes. htmx keeps them while one writes; this says so meanwhile, and keeps the rest when the page is left.
export function openNote() {
  const note = document.getElementById("note");
  if (!note) return;
  const said = document.getElementById("note-said");
  let kept = note.value;
  let sent;
  note.addEventListener("input", () => { said.textContent = said.dataset.saving; });
  note.addEventListener("htmx:beforeRequest", () => { sent = note.value; });
  note.addEventListener("htmx:afterRequest", ({detail}) => {
    if (detail.successful) kept = sent;
    else said.textContent = said.dataset.failed;
  });
  document.body.addEventListener("htmx:afterSwap", ({detail}) => {
    if (detail.target === said) note.setAttribute("aria-invalid", said.querySelector("[role=alert]") !== null);
  });
  addEventListener("pagehide", () => {
    if (note.value !== kept) navigator.sendBeacon(note.getAttribute("hx-post"), new URLSearchParams({note: note.value}));
  });
}
