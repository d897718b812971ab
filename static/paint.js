// Paints the diagram as it stood at an instant: what the server drew, changed in place. Only what differs is touched, so that a
// finger that goes along the time is followed.
import {last} from "./playback.js";

const SVG = "http://www.w3.org/2000/svg";

function make(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** For one drawing; a new drawing needs a new painter. Paints an instant, at a step, and of one item of a Map where there is one. */
export function openPainter(playback) {
  const drawing = document.querySelector(".canvas > .diagram.ran");
  const told = document.getElementById("phases");
  if (!drawing || !told) return () => {};
  const phasesOf = JSON.parse(told.content.textContent);
  const nodes = new Map([...drawing.querySelectorAll(".node")].map((node) => [node.dataset.state, {node, shown: undefined}]));
  const edges = Object.entries(phasesOf.edges).map(([id, phases]) =>
    ({phases, shown: undefined, parts: [...drawing.querySelectorAll(`[data-edge="${id}"], [data-ends~="${id}"]`)]}));
  const strips = [...new Set(playback.maps.map((map) => map.state))].map((state) => ({cells: nodes.get(state)?.node.querySelector(".heat"),
    maps: playback.maps.filter((map) => map.state === state), shapes: phasesOf.strips[state]})).filter(({cells, shapes}) => cells && shapes);
  let here;
  let lane;
  let inside = {};

  return (instant, step, item = -1) => {
    if (item !== lane) {
      lane = item;
      inside = item < 0 ? {} : playback.inside(item);
    }
    ring(step);
    for (const [state, entry] of nodes) paintNode(state, entry, instant);
    for (const edge of edges) paintEdge(edge, instant);
    for (const strip of strips) paintStrip(strip, instant);
  };

  function paintNode(state, entry, instant) {
    const told = phasesOf.nodes[state];
    if (!told) return;
    const phases = inside[state] ?? told.phases;
    const phase = phases[Math.max(0, last(phases, instant, ([from]) => from))];
    const pinned = here?.state === state ? here.step : 0;
    if (entry.shown === phase && entry.pinned === pinned) return;
    const {node} = entry;
    const [, number, ahead] = phase;
    const status = playback.status[number];
    const badges = phase[3] ?? [[status.icon, ahead ? playback.words.ahead : status.word, told.size[0] - 8, 0, ""]];
    node.dataset.status = status.css;
    node.toggleAttribute("data-ahead", ahead === 1);
    node.classList.toggle("here", pinned > 0);
    const signs = [...badges.map(badge), ...(pinned ? [pin(told, pinned)] : [])];
    keep(node, signs);
    const over = !ahead && number !== 0 && !["wait", "retry", "run"].includes(status.icon);
    for (const end of node.querySelectorAll(":scope > .end")) end.classList.toggle("taken", over);
    const read = signs.map((sign) => sign.querySelector("text").textContent);
    node.setAttribute("aria-label", `${[told.head, ...read].join(" ")}${told.tail}, ${status.word}`);
    Object.assign(entry, {shown: phase, pinned});
  }

  // What is there already is changed, not exchanged: each element that comes or goes makes the browser look at all its rules again.
  function keep(node, signs) {
    const before = [...node.querySelectorAll(":scope > .nbadge, :scope > .pin")];
    signs.forEach((sign, i) => {
      const old = before[i];
      if (!old) return node.querySelector(":scope > path.end")?.before(sign) ?? node.append(sign);
      copy(sign, old);
      [...sign.children].forEach((part, at) => copy(part, old.children[at]));
      old.querySelector("text").firstChild.data = sign.querySelector("text").textContent;
    });
    for (const old of before.slice(signs.length)) old.setAttribute("display", "none");
  }

  function copy(from, to) {
    for (const name of to.getAttributeNames()) if (!from.hasAttribute(name)) to.removeAttribute(name);
    for (const name of from.getAttributeNames()) if (to.getAttribute(name) !== from.getAttribute(name)) to.setAttribute(name, from.getAttribute(name));
  }

  // As wide as its text is said to be; a badge without a width of its own is measured by its text.
  function badge([icon, text, x, width, own]) {
    const wide = width || Math.round(text.length * 6.7 + 27);
    const attributes = {class: own ? "nbadge again" : "nbadge", transform: `translate(${width ? x : x - wide} -10)`};
    if (own) attributes["data-status"] = own;
    return make("g", attributes, ...sign(wide, 20, icon, 5, 13, 21, 14, text));
  }

  function pin({size}, step) {
    const text = playback.words.pin.replace("{0}", step);
    return make("g", {class: "pin", transform: `translate(-5 ${size[1] - 6})`}, ...sign(Math.round(text.length * 6.6 + 24), 21, "here", 4, 14, 20, 14.5, text));
  }

  function sign(width, height, icon, x, side, textX, textY, text) {
    return [make("rect", {width, height, rx: 5}), make("use", {class: "icon", href: `/static/icons.svg#${icon}`, x, y: 3.5, width: side, height: side}),
      make("text", {x: textX, y: textY}, text)];
  }

  // Where the step is; of a state that is folded away, at the container.
  function ring(step) {
    let state = playback.stateOf(step);
    for (let at = playback.steps.lane[step - 1]; !nodes.has(state) && at > 0; at = playback.lanes.parent[at]) state = playback.states[playback.lanes.state[at]];
    here = {state, step};
    const found = phasesOf.nodes[state] && nodes.get(state);
    const ringed = drawing.querySelector(".ringed") ?? drawing.querySelector("path.edge")?.parentElement.insertBefore(
      make("g", {class: "ringed"}, make("rect", {class: "ring-out", x: -5, y: -5}), make("rect", {class: "ring", x: -5, y: -5})), drawing.querySelector(":scope > path.edge"));
    if (!found || !ringed || ringed.dataset.of === state) return;
    const [width, height] = phasesOf.nodes[state].size;
    ringed.dataset.of = state;
    // Behind the badges and the pin of what it is around, before the lines that arrive there.
    const next = found.node.matches(".box") ? found.node : drawing.querySelector(":scope > path.edge");
    if (ringed.nextElementSibling !== next) next.before(ringed);
    ringed.setAttribute("transform", found.node.getAttribute("transform"));
    const round = ["Succeed", "Fail"].includes(found.node.dataset.kind) ? Math.floor(height / 2) + 5 : 13;
    for (const rect of ringed.children) for (const [key, value] of Object.entries({width: width + 10, height: height + 10, rx: round})) rect.setAttribute(key, value);
  }

  function paintEdge(edge, instant) {
    const phase = edge.phases[Math.max(0, last(edge.phases, instant, ([from]) => from))];
    if (edge.shown === phase) return;
    const [, times, text, width] = phase;
    for (const part of edge.parts) {
      part.classList.toggle("taken", times > 0);
      const line = part.tagName === "path" && !part.closest("[data-ends]");
      if (line) part.classList.toggle("untaken", times === 0);
      for (const inner of part.querySelectorAll(":scope > .edge, :scope > .head")) inner.classList.toggle("taken", times > 0);
      if (part.tagName === "g" && !part.dataset.ends) label(part, text, width);
    }
    edge.shown = phase;
  }

  function label(part, text, width) {
    const words = part.querySelector("text");
    part.toggleAttribute("display", false);
    if (!text) part.setAttribute("display", "none");
    words.textContent = text;
    part.querySelector("rect").setAttribute("width", width);
    if (words.getAttribute("text-anchor")) words.setAttribute("x", Math.floor(width / 2));
  }

  // A Map's items are those of its last visit so far; where there was none, they are ahead.
  function paintStrip({cells, maps, shapes}, instant) {
    const begun = maps.findLast((map) => map.from <= instant);
    const map = begun ?? maps.at(-1);
    const until = begun ? instant : playback.end;
    const [count, pitch] = shapes[maps.indexOf(map)];
    while (cells.children.length > count) cells.lastElementChild.remove();
    while (cells.children.length < count) cells.append(cells.firstElementChild.cloneNode());
    [...cells.children].forEach((cell, i) => {
      const loudest = playback.loudest(map, Math.floor((map.began.length * i) / count), Math.floor((map.began.length * (i + 1)) / count), until);
      const stands = `${loudest} ${i} ${pitch}`;
      if (cell.dataset.stands === stands) return;
      cell.dataset.stands = stands;
      cell.setAttribute("class", loudest ? playback.status[loudest].css : "none");
      cell.setAttribute("x", 14 + i * pitch);
      cell.setAttribute("width", pitch - 2);
    });
  }
}
