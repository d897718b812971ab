// The time that is left of a mock exam, counted down from what the server said, told aloud at five minutes, at one and at the end; then the
// page goes where the report is. Counted by the clock and not by ticks, since a computer may have slept. And whether a change was saved.
import "./site.js";

const time = document.querySelector("#time");
const end = Date.now() + time.dataset.seconds * 1000;
const key = `left ${time.dataset.end}`;
/// Time for what is told at the end to be heard.
const PAUSE = 2000;

function tick() {
  const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  const before = Number(sessionStorage.getItem(key) ?? left);
  document.querySelector("#time-left").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  for (const at of [300, 60, 0]) if (left <= at && at < before) document.querySelector("#time-told").textContent = time.getAttribute(`data-at-${at}`);
  sessionStorage.setItem(key, left);
  if (left) setTimeout(tick, 1000);
  else setTimeout(() => location.replace(time.dataset.end), PAUSE);
}

tick();
document.addEventListener("htmx:afterRequest", ({detail}) => document.querySelector("#unsaved").hidden = detail.successful);
