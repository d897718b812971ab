// The player: goes along the time of a run, plays it at a speed, goes from step to step. The picture is painted here, at once; what
// else belongs to the instant is asked of the server when it rests.
import {sizeDiagram} from "./diagram.js";
import {reveal} from "./diagram-place.js";
import {openItems} from "./items.js";
import {openPainter} from "./paint.js";
import {readPlayback} from "./playback.js";
import {openRows} from "./rows.js";
import {travel} from "./stone.js";

const STEP = 900; // milliseconds that a step takes at speed 1, so that one can read what happens
const LEAST = 2500;
const MOST = 45_000;
const JUMP = 600; // from step to step where nothing may travel
const REST = 80;
const SPEEDS = [1, 2, 4, 8, 0.5];

/** Calls `settled` when the step has changed and rests, and `open` to open a step. */
export function openPlayer({settled, open}) {
  let playback, paint, rows, items;
  let instant = 0, step = 0, x = 0; // where it stands: an instant, the step that it shows, and the place on the axis
  let speed = 1;
  let playing = 0; // counts up with each play and pause, so that what plays knows when it is over
  let paused = true;
  let resting;
  let asked;

  function read() {
    playback = readPlayback();
    if (!playback) return;
    paint = openPainter(playback);
    rows = openRows(playback);
    items = openItems(playback, {go, repaint});
    asked = step = Number(document.getElementById("run").dataset.step);
    instant = playback.instantOf(step);
    x = playback.x[instant];
  }

  function repaint() {
    paint(instant, step, items.lane());
    rows.paint(instant, step, x, millis());
    items.paint(instant);
  }

  // Between two instants the time runs on.
  function millis() {
    const {x: places, t: times} = playback;
    const next = Math.min(instant + 1, playback.end);
    const share = places[next] > places[instant] ? Math.min(1, Math.max(0, (x - places[instant]) / (places[next] - places[instant]))) : 0;
    return Math.round(times[instant] + share * (times[next] - times[instant]));
  }

  function stand(at, number, place) {
    const before = step;
    [instant, step, x] = [at, number, place];
    repaint();
    if (step === before) return;
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  }

  function rest() {
    if (step === asked) return;
    asked = step;
    const run = document.getElementById("run");
    run.dataset.step = step;
    document.getElementById("said").textContent = playback.sentence(step, instant);
    history.replaceState(null, "", `?step=${step}`);
    look();
    const panel = document.getElementById("panel-data");
    if (panel) htmx.ajax("POST", `${run.dataset.action}?step=${step}&part=step`, {source: panel, target: panel, swap: "innerHTML"});
    if (!rows.has(step)) {
      htmx.ajax("POST", `${run.dataset.action}?step=${step}`, {source: "#steps", target: "#steps", select: "#steps", swap: "outerHTML"}).then(() => { rows.relist(); repaint(); });
    }
    document.querySelector("#steps [aria-current]")?.scrollIntoView({block: "nearest"});
    settled();
  }

  // The run once more, at a step.
  function ask(to) {
    htmx.ajax("POST", `${document.getElementById("run").dataset.action}?step=${to}`, {source: "#run", target: "#run", swap: "outerHTML"});
  }

  function go(to) {
    if (!playback) return;
    const next = Math.min(Math.max(to, 1), playback.count);
    if (next === step + 1) travel(playback.steps.edge[next - 1]);
    const at = playback.instantOf(next);
    stand(at, next, playback.x[at]);
  }

  function seek(place) {
    const at = playback.instantAt(place);
    stand(at, playback.at[at], place);
  }

  function play() {
    if (!playback) return;
    if (!paused) return pause();
    paused = false;
    playing++;
    if (x >= playback.x[playback.end] || step === playback.count) seek(0);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) jump(playing);
    else requestAnimationFrame((now) => run(playing, now));
    show();
  }

  function run(turn, before) {
    requestAnimationFrame((now) => {
      if (paused || turn !== playing || !playback) return;
      const whole = Math.min(MOST, Math.max(LEAST, playback.count * STEP));
      const was = step;
      seek(Math.min(playback.x[playback.end], x + ((now - before) / whole) * 10_000 * speed));
      if (step !== was) travel(playback.steps.edge[step - 1]);
      if (x >= playback.x[playback.end]) pause();
      else run(turn, now);
    });
  }

  function jump(turn) {
    setTimeout(() => {
      if (paused || turn !== playing) return;
      go(step + 1);
      if (step === playback.count) pause();
      else jump(turn);
    }, JUMP / speed);
  }

  function pause() {
    paused = true;
    playing++;
    show();
  }

  function show() {
    const button = document.getElementById("play");
    const pace = document.getElementById("speed");
    if (!button) return;
    button.setAttribute("aria-pressed", !paused);
    button.querySelector("use").setAttribute("href", `/static/icons.svg#${paused ? "play" : "pause"}`);
    pace.setAttribute("aria-label", pace.getAttribute("aria-label").replace(/×.*$/, `×${speed}`));
    pace.textContent = `×${speed}`;
  }

  function shown() {
    paused = true;
    sizeDiagram();
    read();
    show();
    if (playback) repaint();
    look();
  }

  function look() {
    const node = document.querySelector(".canvas .node.here");
    if (node) reveal(node);
  }

  // What goes somewhere else by hand stops what plays.
  const byHand = (act) => (...all) => { if (!paused) pause(); act(...all); };
  const goTo = byHand(go);

  document.addEventListener("input", ({target}) => target.id === "scrub" && byHand(seek)(Number(target.value)));
  document.addEventListener("click", (event) => {
    const way = event.target.closest?.("a[data-goto]");
    if (!way || !playback || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(Number(way.dataset.goto));
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "scrub" && !event.ctrlKey && !event.altKey && key(event, event.target)) event.preventDefault();
  });
  shown();

  // A container was folded, or the text was changed: the drawing is another one.
  document.addEventListener("diagram:drawn", () => {
    if (!playback) return;
    paint = openPainter(playback);
    repaint();
  });

  return {shown, click, key, ask, go: goTo};

  function click(button) {
    if (button.id === "play") play();
    else if (button.id === "speed") {
      speed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];
      show();
    } else if (button.dataset.item) items.click(button.dataset.item);
    else if (button.dataset.state) goTo(visit(button.dataset.state));
  }

  // Says whether the key was one of the player's.
  function key(event, target) {
    if (!playback) return false;
    const free = !target.closest("a, button, summary, .node, .scroll, [role=button]");
    if (target.closest(".node") && ["Enter", " "].includes(event.key)) goTo(visit(target.closest(".node").dataset.state));
    else if (event.key === "ArrowLeft") goTo(step - 1);
    else if (event.key === "ArrowRight") goTo(step + 1);
    else if (event.key === "Home") goTo(1);
    else if (event.key === "End") goTo(playback.count);
    else if (event.key === "ArrowUp" && !target.closest(".scroll")) goTo(playback.beside(step, -1, instant));
    else if (event.key === "ArrowDown" && !target.closest(".scroll")) goTo(playback.beside(step, 1, instant));
    else if (event.key === "Enter" && free) open();
    else if (event.key === " " && free) play();
    else return false;
    if (target.closest(".lanes")) document.querySelector(".lanes .ev.here")?.focus({preventScroll: true});
    return true;
  }

  // The visit of a state that is next after here, else its first.
  function visit(state) {
    const of = playback.states.indexOf(state);
    const all = playback.steps.state.slice(0, playback.count).flatMap((at, i) => (at === of ? [i + 1] : []));
    return all.find((number) => number > step) ?? all[0] ?? step;
  }
}
