// The panel of a class keeps itself up to date: htmx asks for what has changed. This keeps what was open, says what happened, and whether the server answers.
import "./site.js";

const QUIET = 4000;
const badge = document.getElementById("live-badge");
const said = document.getElementById("panel-said");
let open = [];
let states = known();
let last = 0;
let later;

// How far everybody is, by the square's id.
function known() {
  return new Map([...document.querySelectorAll("#matrix a.stone")].map(({id, dataset}) => [id, dataset.state]));
}

function live(answers) {
  badge.dataset.status = answers ? "ok" : "retry";
  badge.querySelector("span").textContent = answers ? badge.dataset.on : badge.dataset.off;
}

// One sentence for a listener: somebody passed, or stands still. What comes too soon after another is said later.
function tell() {
  clearTimeout(later);
  const now = known();
  const news = [...now].filter(([id, state]) => (state === "done" || state === "stuck") && states.get(id) !== state);
  const [first, ...rest] = news.map(([id]) => id);
  const wait = last + QUIET - Date.now();
  if (first && wait <= 0) {
    last = Date.now();
    said.textContent = document.getElementById(first).getAttribute("aria-label");
  }
  const unsaid = wait > 0 ? news.map(([id]) => id) : rest;
  for (const id of unsaid) now.set(id, states.get(id));
  states = now;
  if (unsaid.length) later = setTimeout(tell, wait > 0 ? wait : QUIET);
}

document.body.addEventListener("htmx:beforeSwap", (event) => {
  // Who is no longer signed in was led elsewhere.
  if (!event.detail.xhr.responseURL.includes("/live")) {
    event.detail.shouldSwap = false;
    location.reload();
  }
  open = [...document.querySelectorAll("details[id][open]")].map(({id}) => id);
});
document.body.addEventListener("htmx:afterSettle", ({detail}) => {
  if (detail.target.id !== "poll") return;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  tell();
});
document.body.addEventListener("htmx:afterRequest", ({detail}) => live(detail.successful));
document.body.dataset.ready = "yes";
