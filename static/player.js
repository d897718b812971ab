// The player: one step back, one on, play at a speed, the slider. A step is a link of the page that
// the server answers; while one answer is under way, only the last step asked for counts.
import {sizeDiagram} from "./diagram.js";
import {reveal} from "./diagram-place.js";

const STEP = 900; // milliseconds between two steps at speed 1, so that one can read what happens
const PAUSE = 120; // the least between two questions, so that a key held down stays below the allowed runs a second
const SPEEDS = [1, 2, 4, 0.5];

export function openPlayer() {
  let speed = 1;
  let timer;
  let asking = false;
  let asked = 0;
  let wanted;

  const here = () => Number(document.getElementById("run").dataset.step);
  const last = () => Number(document.getElementById("run").dataset.steps);

  function go(step) {
    const to = Math.min(Math.max(step, 1), last());
    if (to === here() || last() === 0) return;
    if (asking) {
      wanted = to;
      return;
    }
    ask(to);
  }

  // The run once more, at a step.
  function ask(to) {
    asking = true;
    asked = performance.now();
    const {action} = document.getElementById("run").dataset;
    htmx.ajax("POST", `${action}?step=${to}`, {source: "#run", target: "#run", swap: "outerHTML"});
  }

  function play() {
    if (timer) return pause();
    if (here() === last()) go(1);
    timer = setInterval(() => (here() < last() ? go(here() + 1) : pause()), STEP / speed);
    show();
  }

  function pause() {
    clearInterval(timer);
    timer = undefined;
    show();
  }

  function show() {
    const button = document.getElementById("play");
    if (button) {
      button.setAttribute("aria-pressed", Boolean(timer));
      button.querySelector("use").setAttribute("href", `/static/icons.svg#${timer ? "pause" : "play"}`);
    }
    const pace = document.getElementById("speed");
    if (pace) pace.textContent = `×${speed}`;
    sizeDiagram();
    const node = document.querySelector(".canvas .node.here");
    if (node) reveal(node);
  }

  document.addEventListener("input", ({target}) => target.id === "slider" && go(Number(target.value)));
  document.body.addEventListener("htmx:afterRequest", () => setTimeout(() => {
    asking = false;
    const next = wanted;
    wanted = undefined;
    if (next) go(next);
  }, Math.max(0, asked + PAUSE - performance.now())));
  show();

  return {
    shown: show,
    go,
    ask,
    click(button) {
      if (button.id === "play") play();
      else if (button.id === "speed") {
        speed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];
        if (timer) { pause(); play(); }
        show();
      } else if (button.dataset.state) go(visit(button.dataset.state));
    },
    // Says whether the key was one of the player's.
    key(event, target) {
      if (target.closest(".node") && ["Enter", " "].includes(event.key)) go(visit(target.closest(".node").dataset.state));
      else if (event.key === "ArrowLeft") go(here() - 1);
      else if (event.key === "ArrowRight") go(here() + 1);
      else if (event.key === "Home") go(1);
      else if (event.key === "End") go(last());
      else if (event.key === " " && !target.closest("a, button, summary")) play();
      else return false;
      return true;
    },
  };

  // The visit of a state that is next after here, else its first.
  function visit(state) {
    const all = [...document.querySelectorAll(`.steps [data-state="${CSS.escape(state)}"]`)].map((one) => Number(one.id.slice(5)));
    return all.find((step) => step > here()) ?? all[0];
  }
}
