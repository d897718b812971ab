// The items of a Map as a strip on one canvas, and a way to choose one: the diagram then shows that iteration alone. Where there are
// more items than room, a cell stands for several and shows the one that fared worst.
import {fill} from "./playback.js";

const PITCH = 7, ROWS = 4, ROW = 16, LEFT = 1;
const FRESH = 2000; // milliseconds after which it is looked again whether it is light or dark
const NOTHING = {lane: () => -1, paint() {}, click() {}};

export function openItems(playback, {go, repaint}) {
  const strip = document.getElementById("strip");
  if (!strip) return NOTHING;
  const field = document.getElementById("item");
  const said = document.getElementById("item-said");
  const maps = playback.maps.filter((map) => map.began.length);
  const choice = document.getElementById("items-map");
  let map = maps[0];
  let item = -1;
  let instant = 0;
  let shape;
  let room = 0;
  let colours;

  const observer = new ResizeObserver(() => { room = strip.clientWidth; if (strip.isConnected) draw(); else observer.disconnect(); });
  observer.observe(strip);
  choice?.addEventListener("change", () => { map = maps[choice.value]; pick(-1); });
  field.addEventListener("change", () => pick(field.value ? Number(field.value) - 1 : -1));
  strip.addEventListener("click", ({offsetX, offsetY}) => pick(worst(cellAt(offsetX, offsetY))));
  strip.addEventListener("keydown", onKey);
  describe();

  return {
    lane: () => (item < 0 ? -1 : playback.laneOf(map, item)),
    paint(at) {
      if (at === instant) return;
      instant = at;
      draw();
      say();
    },
    click(what) {
      if (what === "back") pick(Math.max(0, item - 1));
      else if (what === "on") pick(Math.min(map.began.length - 1, item + 1));
      else if (what === "failed") pick(failed());
      else pick(-1);
    },
  };

  function failed() {
    const {status} = map;
    const next = status.findIndex((one, i) => i > item && playback.isBroken(one));
    return next >= 0 ? next : status.findIndex((one) => playback.isBroken(one));
  }

  function pick(wanted) {
    item = Math.min(wanted, map.began.length - 1);
    field.value = item < 0 ? "" : item + 1;
    field.max = map.began.length;
    document.querySelector("[data-item=none]").hidden = item < 0;
    filter();
    describe();
    draw();
    if (item >= 0 && map.step[item] > 0) go(map.step[item]);
    repaint();
    say();
  }

  // The list shows the steps of that item alone.
  function filter() {
    const lane = item < 0 ? -1 : playback.laneOf(map, item);
    for (const row of document.querySelectorAll("#steps .steps > li")) {
      const step = Number(row.firstElementChild.dataset.goto);
      row.hidden = lane >= 0 && !playback.isWithin(playback.steps.lane[step - 1], lane);
    }
  }

  function describe() {
    document.querySelector("[data-item=failed]").hidden = !map.status.some((one) => playback.isBroken(one));
    strip.setAttribute("aria-label", fill(strip.dataset.label, map.state));
    strip.setAttribute("aria-valuemax", map.began.length);
    strip.setAttribute("aria-valuenow", item + 1);
  }

  function say() {
    const status = item < 0 ? undefined : playback.itemAt(map, item, instant);
    const word = (number) => playback.status[number].word;
    said.textContent = status === undefined ? "" : fill(playback.words[status === 0 && map.status[item] ? "itemAhead" : "item"], item + 1, map.began.length,
      word(status || map.status[item]));
    strip.setAttribute("aria-valuetext", said.textContent || "–");
  }

  function onKey(event) {
    const by = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -shape.across, ArrowDown: shape.across, PageUp: -100, PageDown: 100}[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? map.began.length - 1 : by && Math.min(Math.max(0, item + by), map.began.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    pick(to);
  }

  // How many cells there are, and how they lie.
  function lay() {
    const across = Math.max(1, Math.floor((room - LEFT) / PITCH));
    const rows = Math.min(ROWS, Math.ceil(map.began.length / across));
    return {across, rows, cells: Math.min(map.began.length, across * rows)};
  }

  function first(cell) {
    return Math.floor((map.began.length * cell) / shape.cells);
  }

  function cellAt(x, y) {
    return Math.min(shape.cells - 1, Math.floor((x - LEFT) / PITCH) + shape.across * Math.floor(y / ROW));
  }

  function worst(cell) {
    let found = first(cell);
    for (let one = found; one < first(cell + 1); one++) if (playback.itemAt(map, one, instant) > playback.itemAt(map, found, instant)) found = one;
    return found;
  }

  function draw() {
    shape = lay();
    const scale = devicePixelRatio;
    const [width, height] = [room * scale, shape.rows * ROW * scale];
    if (strip.width !== width || strip.height !== height) {
      [strip.width, strip.height] = [width, height];
      strip.style.height = `${shape.rows * ROW}px`;
    }
    colours = read();
    const pen = strip.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, room, shape.rows * ROW);
    for (let cell = 0; cell < shape.cells; cell++) {
      const [x, y] = [LEFT + (cell % shape.across) * PITCH, 1 + Math.floor(cell / shape.across) * ROW];
      const loudest = playback.loudest(map, first(cell), first(cell + 1), instant);
      sign(pen, playback.status[loudest].icon, x, y);
      if (item >= first(cell) && item < first(cell + 1)) frame(pen, x, y);
    }
  }

  // Colour and pattern both say how it stands.
  function sign(pen, status, x, y) {
    pen.fillStyle = pen.strokeStyle = colours[status];
    pen.lineWidth = 1;
    pen.setLineDash(status === "stopped" || status === "skip" ? [2, 2] : []);
    if (status === "stopped" || status === "skip") return pen.strokeRect(x + 0.5, y + 1.5, 4, 11);
    pen.fillRect(x, y + 1, 5, 12);
    pen.fillStyle = pen.strokeStyle = colours.on;
    pen.lineWidth = 1.2;
    pen.setLineDash([]);
    if (status === "retry") pen.fillRect(x + 1.5, y + 6, 2, 2);
    else if (status === "fail" || status === "timeout") line(pen, [x + 1, y + 4.5, x + 4, y + 9.5], [x + 4, y + 4.5, x + 1, y + 9.5]);
    else if (status === "caught") line(pen, [x + 1, y + 8, x + 4, y + 8]);
    else if (status === "run" || status === "wait") line(pen, [x + 1, y + 4, x + 4, y + 4]);
  }

  function line(pen, ...lines) {
    pen.beginPath();
    for (const [x1, y1, x2, y2] of lines) { pen.moveTo(x1, y1); pen.lineTo(x2, y2); }
    pen.stroke();
  }

  function frame(pen, x, y) {
    pen.setLineDash([]);
    pen.lineWidth = 1.5;
    pen.strokeStyle = colours.here;
    pen.strokeRect(x - 0.5, y - 0.25, 6, 14.5);
  }

  // The roles of the stylesheet, as they are in the light or dark that is on.
  function read() {
    if (colours && performance.now() - colours.read < FRESH) return colours;
    const probe = strip.parentElement.appendChild(document.createElement("i"));
    const colour = (role) => { probe.style.color = `var(--${role})`; return getComputedStyle(probe).color; };
    const found = {read: performance.now(), on: colour("on-status"), here: colour("here-line")};
    for (const {icon, css} of playback.status) found[icon] = colour(css);
    probe.remove();
    return found;
  }
}
