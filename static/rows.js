// Paints what stands around the diagram as it was at an instant: the bars of the timeline, the lists of steps, the clock, and the
// ways to other steps.
import {clock, fill} from "./playback.js";

const icon = (element, name) => element.querySelector("use").setAttribute("href", `/static/icons.svg#${name}`);

/** For what the server printed; after it prints again there is a new one. Paints an instant at a step, and the place on the axis. */
export function openRows(playback) {
  const bars = [...document.querySelectorAll(".lanes .ev")].map((bar) => ({bar, from: Number(bar.dataset.from), until: Number(bar.dataset.until)}));
  const find = (id) => document.getElementById(id);
  const [scrub, playhead, time, where] = ["scrub", "playhead", "clock", "where"].map(find);
  const moves = [...document.querySelectorAll("[data-move]")];
  let listed = list();
  let shown = {};

  function list() {
    return [...document.querySelectorAll("#steps .steps a")].map((row) => ({row, step: Number(row.dataset.goto)}));
  }

  return {
    // The list of steps may have been asked for anew.
    relist() {
      listed = list();
      shown = {};
    },
    has: (step) => listed.some((entry) => entry.step === step),
    paint(instant, step, x, millis) {
      const said = clock(millis);
      playhead.setAttribute("x1", `${x / 100}%`);
      playhead.setAttribute("x2", `${x / 100}%`);
      if (document.activeElement !== scrub || Math.abs(scrub.value - x) > 1) scrub.value = x;
      time.textContent = said;
      if (shown.instant === instant && shown.step === step) return;
      scrub.setAttribute("aria-valuetext", `${said}, ${playback.sentence(step, instant)}`);
      for (const {bar, from, until} of bars) paintBar(bar, instant < from ? "ahead" : instant < until ? "under" : "done", step);
      for (const entry of listed) paintRow(entry, instant, entry.step === step);
      if (shown.step !== step) paintStep(step);
      shown = {instant, step};
    },
  };

  function paintBar(bar, stands, step) {
    const here = Number(bar.dataset.goto) === step && (stands === "under" || (stands === "done" && bar.dataset.done !== "retry"));
    if (bar.dataset.stands === stands && bar.classList.contains("here") === here) return;
    bar.dataset.stands = stands;
    bar.classList.toggle("ahead", stands === "ahead");
    mark(bar, here);
    const status = stands === "under" ? bar.dataset.under : bar.dataset.done;
    if (bar.dataset.status === status) return;
    bar.dataset.status = status;
    icon(bar, status);
  }

  function mark(bar, here) {
    bar.classList.toggle("here", here);
    bar.setAttribute("tabindex", here ? 0 : -1);
    if (here) bar.setAttribute("aria-current", "step"); else bar.removeAttribute("aria-current");
  }

  function paintRow(entry, instant, here) {
    const {row, step} = entry;
    const status = playback.statusOf(step, instant);
    const stands = `${status.icon} ${playback.isAhead(step, instant)} ${here}`;
    if (entry.stands === stands) return;
    entry.stands = stands;
    const stone = row.querySelector(".stone");
    row.classList.toggle("ahead", playback.isAhead(step, instant));
    if (here) row.setAttribute("aria-current", "step"); else row.removeAttribute("aria-current");
    stone.classList.toggle("here", here);
    if (here) delete stone.dataset.status; else stone.dataset.status = status.css;
    icon(stone, here ? "here" : status.icon);
    row.querySelector(".sr").textContent = status.word;
  }

  function paintStep(step) {
    where.textContent = fill(playback.words.step, step, playback.count);
    const peek = document.querySelector(".peek b");
    if (peek) peek.textContent = where.textContent;
    const tab = document.getElementById("tab-data");
    if (tab) tab.textContent = fill(playback.words.tab, step);
    document.querySelector("#panel-table tr[aria-selected]")?.removeAttribute("aria-selected");
    document.querySelector(`#panel-table a[data-goto="${step}"]`)?.closest("tr").setAttribute("aria-selected", "true");
    for (const move of moves) {
      const to = {first: 1, back: step - 1, next: step + 1, last: playback.count}[move.dataset.move];
      const can = to !== step && to >= 1 && to <= playback.count;
      move.dataset.goto = can ? to : step;
      if (can) move.removeAttribute("aria-disabled"); else move.setAttribute("aria-disabled", "true");
    }
  }
}
