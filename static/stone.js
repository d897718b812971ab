// A small yellow stone that travels along an edge to the state that is entered.
const TIME = 280; // as --step in tokens.css

export function travel(edge) {
  const path = document.querySelector(`.canvas > .diagram > path.edge[data-edge="${edge}"]`);
  if (!path || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  document.querySelector(".diagram .token")?.remove();
  const stone = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of Object.entries({class: "token", width: 12, height: 12, rx: 3, x: -6, y: -6})) stone.setAttribute(key, value);
  path.parentElement.append(stone);
  const length = path.getTotalLength();
  const begin = performance.now();
  requestAnimationFrame(function move(now) {
    const share = Math.min(1, Math.max(0, (now - begin) / TIME));
    const {x, y} = path.getPointAtLength(length * share);
    stone.setAttribute("transform", `translate(${x} ${y})`);
    if (share < 1 && stone.isConnected) requestAnimationFrame(move);
    else stone.remove();
  });
}
