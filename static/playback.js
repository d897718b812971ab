// A run as the server tells it for playing: how everything looks at each of its instants. An instant is a number from 0; what
// repeats is told once, and a status, a state or a lane is meant by its number. See PlaybackJson.
const WAIT = 3, RETRY = 4, RUN = 5, BROKEN = 6; // from here on a status says that something went wrong

export function readPlayback() {
  const data = document.getElementById("playback");
  return data ? new Playback(JSON.parse(data.content.textContent)) : undefined;
}

// The place of the last row that begins at or before a number, in rows that are in order; -1 where all begin after it.
export function last(rows, number, begin = (row) => row) {
  let low = -1, high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (begin(rows[middle]) <= number) low = middle; else high = middle - 1;
  }
  return low;
}

export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, number) => values[number]);

class Playback {
  constructor(data) {
    Object.assign(this, data);
    this.count = Number(document.getElementById("run").dataset.steps); // what stands behind these are steps inside of distributed Maps
    this.end = this.x.length - 1;
  }

  instantAt(x) {
    return Math.max(0, last(this.x, x));
  }

  // The instant that a step shows: its end; of a Parallel or a Map its beginning, since what is inside comes after it.
  instantOf(step) {
    return this.open.includes(this.steps.state[step - 1]) ? this.steps.from[step - 1] : this.steps.until[step - 1];
  }

  stateOf(step) {
    return this.states[this.steps.state[step - 1]];
  }

  isAhead(step, instant) {
    return this.steps.from[step - 1] > instant;
  }

  statusOf(step, instant) {
    const i = step - 1;
    const done = this.steps.from[i] > instant || this.steps.until[i] <= instant;
    return this.status[done ? this.steps.status[i] : this.underWay(i, instant)];
  }

  underWay(i, instant) {
    if (this.steps.pauses[i]?.some(([from, until]) => from <= instant && instant < until)) return RETRY;
    return this.waits.includes(this.steps.state[i]) ? WAIT : RUN;
  }

  sentence(step, instant) {
    return fill(this.words.says, step, this.stateOf(step), this.statusOf(step, instant).word);
  }

  // How the item of a Map stands, as a number of a status.
  itemAt(map, item, instant) {
    if (map.began[item] < 0 || instant < map.began[item]) return 0;
    return instant < map.ended[item] ? RUN : map.status[item];
  }

  isBroken(status) {
    return status >= BROKEN;
  }

  // The loudest of some items.
  loudest(map, from, until, instant) {
    let loudest = 0;
    for (let item = from; item < until; item++) loudest = Math.max(loudest, this.itemAt(map, item, instant));
    return loudest;
  }

  // The lane of an item of a Map; -1 where it never began.
  laneOf(map, item) {
    const {parent, state, index} = this.lanes;
    const of = this.states.indexOf(map.state);
    return parent.findIndex((lane, i) => lane === map.lane && state[i] === of && index[i] === item);
  }

  isWithin(lane, outer) {
    for (let at = lane; at >= 0; at = this.lanes.parent[at]) if (at === outer) return true;
    return false;
  }

  // The phases of each state inside of a lane, of the visits there alone.
  inside(lane) {
    const nodes = {};
    this.steps.lane.forEach((at, i) => {
      if (!this.isWithin(at, lane)) return;
      const phases = (nodes[this.states[this.steps.state[i]]] ??= []);
      if (!phases.length) phases.push([0, this.steps.status[i], 1]);
      for (const at of [this.steps.from[i], ...(this.steps.pauses[i] ?? []).flat()]) phases.push([at, this.underWay(i, at), 0]);
      phases.push([this.steps.until[i], this.steps.status[i], 0]);
    });
    return nodes;
  }

  // Of a step, its neighbour up or down: in the next branch that is under way at that instant, else another visit of its state.
  beside(step, by, instant) {
    const {lane, from, until, state} = this.steps;
    const own = Array.from({length: this.count}, (_, i) => i);
    const abreast = [...new Map(own.filter((i) => lane[i] !== lane[step - 1] && from[i] <= instant && instant <= until[i]).map((i) => [lane[i], i])).entries()]
      .sort(([one], [other]) => one - other);
    const next = by > 0 ? abreast.find(([at]) => at > lane[step - 1]) : abreast.findLast(([at]) => at < lane[step - 1]);
    const visits = own.filter((i) => state[i] === state[step - 1]);
    const other = next ? next[1] : visits[visits.indexOf(step - 1) + by];
    return other === undefined ? step : other + 1;
  }
}

// A place on the run's clock, as the server writes it.
export function clock(millis) {
  if (millis > 0 && millis < 100) return `${millis} ms`;
  const seconds = Math.floor(millis / 1000);
  const two = (large, unit, small, smaller) => `${large} ${unit}${small ? ` ${small} ${smaller}` : ""}`;
  const digits = {minimumFractionDigits: millis % 1000 ? 2 : 0, maximumFractionDigits: 2};
  if (seconds < 60) return `${(millis / 1000).toLocaleString(document.documentElement.lang, digits)} s`;
  if (seconds < 3600) return two(Math.floor(seconds / 60), "min", seconds % 60, "s");
  if (seconds < 86400) return two(Math.floor(seconds / 3600), "h", Math.floor(seconds / 60) % 60, "min");
  return two(Math.floor(seconds / 86400), "d", Math.floor(seconds / 3600) % 24, "h");
}
