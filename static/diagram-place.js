// Where the drawing stands in its pane when there is another one: what one looks at does not jump.
import {find, fitting, scale, scaleTo} from "./diagram.js";

const MARGIN = 24;
const MOST = 24; // states that are looked for in the new drawing

/** Exchanges the drawing and keeps what one looks at where it is, and as large: the element of the first selector that both have, else the
 * state nearest to the middle. */
export function keepPlace(change, selectors) {
  const before = find();
  const pane = before?.parentElement;
  const size = scale();
  const places = new Map(pane ? [...selectors, ...nearest(pane)].map((selector) => [selector, place(before, selector)]) : []);
  change();
  const drawing = find();
  scaleTo(size);
  if (!drawing || !size) return;
  for (const [selector, was] of places) {
    const is = was && place(drawing, selector);
    if (is) return move(drawing, pane, was.left - is.left, was.top - is.top);
  }
  scaleTo(fitting()); // nothing is as it was
}

const place = (drawing, selector) => drawing.querySelector(selector)?.getBoundingClientRect();

function nearest(pane) {
  const {left, top, width, height} = pane.getBoundingClientRect();
  const distance = (node) => {
    const at = node.getBoundingClientRect();
    return Math.hypot(at.left + at.width / 2 - left - width / 2, at.top + at.height / 2 - top - height / 2);
  };
  return [...pane.querySelectorAll(".diagram .node")].map((node) => [distance(node), node]).sort(([one], [other]) => one - other)
    .slice(0, MOST).map(([, node]) => `.node[data-state="${CSS.escape(node.dataset.state)}"]`);
}

// By scrolling where the pane scrolls; else the drawing moves within the pane, as far as there is room.
function move(drawing, pane, x, y) {
  const {left, top, right, bottom} = drawing.getBoundingClientRect();
  const around = pane.getBoundingClientRect();
  const within = (by, low, high) => Math.min(Math.max(by, Math.min(0, low)), Math.max(0, high));
  const aside = right - left < pane.clientWidth ? within(x, around.left - left, around.right - right) : 0;
  const down = bottom - top < pane.clientHeight ? within(y, around.top - top, around.bottom - bottom) : 0;
  drawing.style.translate = `${aside}px ${down}px`;
  pane.scrollLeft -= aside ? 0 : x;
  pane.scrollTop -= down ? 0 : y;
}

/** Scrolls the pane alone, as little as it takes to see the element. */
export function reveal(element) {
  const pane = element.closest(".canvas");
  const around = pane.getBoundingClientRect();
  const at = element.getBoundingClientRect();
  const by = (low, high, least, most) => (high - low > most - least ? 0 : low < least ? low - least - MARGIN : high > most ? high - most + MARGIN : 0);
  pane.scrollBy({left: by(at.left, at.right, around.left, around.right), top: by(at.top, at.bottom, around.top, around.bottom)});
}
