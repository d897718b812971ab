// The diagram and the text: the drawing follows what is written, containers fold, and a state leads to its lines and back.
import {find} from "./diagram.js";
import {keepPlace, reveal} from "./diagram-place.js";

const PAUSE = 150; // milliseconds after the last key
const PATIENCE = 1000; // before it is said that the text cannot be read: most of the time one is only typing

const node = (state) => `.node[data-state="${CSS.escape(state)}"]`;
const handle = (state) => `.handle[data-fold="${CSS.escape(state)}"]`;

export function openDiagramText({main, ran, definition, show}) {
  const folded = document.getElementById("folded");
  let drawn = definition();
  let waiting;
  let doubting;
  let question = new AbortController();
  let line = 0;

  async function draw(text, ...anchors) {
    clearTimeout(waiting);
    question.abort();
    question = new AbortController();
    const {step} = document.getElementById("run").dataset;
    const fields = new URLSearchParams([...ran()].filter(([name]) => name !== "folded"));
    for (const [name, value] of [["text", text], ["folded", folded.value], ["decisions", document.getElementById("decisions").value]]) fields.set(name, value);
    const answer = await fetch(`${main.dataset.diagram}${step > 0 ? `?step=${step}` : ""}`, {method: "POST", body: fields, signal: question.signal})
      .then(async (response) => ({ok: response.ok, status: response.status, text: await response.text()})).catch(() => ({ok: false}));
    clearTimeout(doubting);
    if (answer.status === 204) doubting = setTimeout(() => { if (earlier()) earlier().hidden = false; }, PATIENCE);
    else if (answer.ok) exchange(answer.text, text, anchors);
  }
  const earlier = () => document.querySelector(".canvas > [data-earlier]");

  function exchange(markup, text, anchors) {
    const answer = new DOMParser().parseFromString(markup, "text/html");
    const focus = selected(document.activeElement);
    const put = () => {
      for (const part of answer.querySelectorAll("[data-into]")) document.getElementById(part.dataset.into)?.replaceChildren(...part.childNodes);
    };
    const pointed = document.querySelector(".diagram .pointed")?.dataset.state;
    keepPlace(put, [...anchors, ...(pointed ? [node(pointed)] : [])]);
    drawn = text;
    mark();
    if (focus) find()?.querySelector(focus)?.focus({preventScroll: true});
    document.dispatchEvent(new CustomEvent("diagram:drawn"));
  }

  function selected(element) {
    const part = element?.closest?.(".diagram .node, .diagram .handle, .diagram .sign");
    if (!part) return undefined;
    return part.dataset.state ? node(part.dataset.state) : part.dataset.fold ? handle(part.dataset.fold) : `.sign[data-ends="${part.dataset.ends}"]`;
  }

  // Folding.

  function fold(states, away) {
    const names = new Set(JSON.parse(find().dataset.folded));
    for (const state of states) names[away ? "add" : "delete"](state);
    folded.value = JSON.stringify([...names].sort());
    draw(drawn, ...states.flatMap((state) => [handle(state), node(state)]).slice(0, 2));
  }

  const containers = () => [...find().querySelectorAll(".handle")].map((one) => one.dataset.fold);
  const all = (away) => fold(away ? containers() : JSON.parse(find().dataset.folded), away);

  /** The container in focus, or the one around the state in focus; else all. */
  function foldByKey(away) {
    const at = document.activeElement?.closest?.(".diagram .node, .diagram .handle");
    const state = at?.dataset.fold ?? at?.dataset.state;
    if (!state) return all(away);
    const lines = places();
    const isFolded = (one) => find().querySelector(node(one)).classList.contains("folded");
    const [own] = containers().filter((one) => isFolded(one) !== away && holds(lines[one], lines[state]))
      .sort((one, other) => length(lines[one]) - length(lines[other]));
    if (own) fold([own], away);
  }

  // From the text to the drawing, and back.

  const places = () => JSON.parse(find()?.dataset.places ?? "{}");
  const holds = ([first, last], [from, to]) => first <= from && to <= last;
  const length = ([first, last]) => last - first;

  function mark() {
    const all = Object.entries(places()).filter(([state, at]) => holds(at, [line, line]) && find().querySelector(node(state)));
    const [state] = all.sort(([, one], [, other]) => length(one) - length(other))[0] ?? [];
    const before = find()?.querySelector(".pointed");
    if (before?.dataset.state === state) return undefined;
    before?.classList.remove("pointed");
    const now = state && find().querySelector(node(state));
    now?.classList.add("pointed");
    return now;
  }

  function toText(element) {
    const at = places()[element?.dataset.state];
    if (at) show(at[0]);
  }
  const chosen = () => document.activeElement?.closest?.(".diagram .node") ?? find()?.querySelector(".node.here") ?? find()?.querySelector(".node");

  document.addEventListener("dblclick", ({target}) => toText(target.closest?.(".diagram .node")));
  document.addEventListener("click", ({target}) => {
    const button = target.closest?.(".handle, [data-diagram]");
    if (button?.dataset.fold) fold([button.dataset.fold], button.getAttribute("aria-expanded") === "true");
    else if (button?.dataset.diagram === "text") toText(chosen());
    else if (button?.dataset.diagram === "fold") all(true);
    else if (button?.dataset.diagram === "unfold") all(false);
  });
  document.addEventListener("keydown", (event) => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || !find() || target.closest("input, textarea, select, [contenteditable], dialog")) return;
    const onHandle = target.closest(".handle") && ["Enter", " "].includes(event.key);
    if (onHandle) fold([target.dataset.fold], target.getAttribute("aria-expanded") === "true");
    else if (event.key === "[" || event.key === "]") foldByKey(event.key === "[");
    else if (event.key.toLowerCase() === "e") toText(chosen());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, {capture: true});

  return {
    /** The text has changed. */
    changed() {
      clearTimeout(waiting);
      waiting = setTimeout(() => { if (definition() !== drawn || !earlier()?.hidden) draw(definition()); }, PAUSE);
    },
    /** The cursor stands in a line. */
    at(number) {
      line = number;
      const now = definition() === drawn && mark(); // else the lines are those of an earlier text
      if (now && find().parentElement.clientWidth) reveal(now);
    },
    /** There is a new run, and with it a drawing of what ran. */
    shown() {
      clearTimeout(waiting);
      question.abort();
      drawn = ran().get("definition");
      mark();
      const refolded = folded.value && find() && folded.value !== find().dataset.folded;
      if (refolded || definition() !== drawn) draw(definition());
    },
  };
}
