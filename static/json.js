// JSON that one walks line by line, folds, and copies paths from. What is shown without scripts is the same, all open.
const lines = (tree) => [...tree.querySelectorAll("[role=treeitem]")];
const isOpen = (line) => line.getAttribute("aria-expanded") === "true";

// `chosen` is told of each line that is walked to or pressed.
export function openJson({chosen}) {
  document.addEventListener("keydown", (event) => {
    const tree = event.target.closest?.(".json[role=tree]");
    if (!tree || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    move(tree, current(tree), chosen);
  });
  document.addEventListener("click", ({target}) => {
    const line = target.closest?.(".json[role=tree] [role=treeitem]");
    if (!line) return;
    if (target.closest(".fold")) fold(line, isOpen(line));
    choose(line, chosen);
  });
  document.addEventListener("focusin", ({target}) => {
    if (target.matches?.(".json[role=tree]") && target.matches(":focus-visible")) choose(current(target), chosen);
  });
  return {shown};
}

// Makes trees of what is new on the page.
function shown() {
  for (const tree of document.querySelectorAll(".json[data-root]:not([role=tree])")) {
    tree.setAttribute("role", "tree");
    for (const line of tree.children) {
      if (line.dataset.path) item(line, Number(tree.dataset.fold));
      else line.setAttribute("aria-hidden", "true");
    }
    hideFolded(tree);
  }
}

function item(line, deepest) {
  const depth = Number(line.dataset.depth);
  line.setAttribute("role", "treeitem");
  line.setAttribute("aria-level", depth + 1);
  if (line.dataset.opens === undefined) return;
  line.setAttribute("aria-expanded", depth < deepest);
  line.append(Object.assign(document.createElement("i"), {className: "fold"}));
}

const current = (tree) => tree.querySelector(".at") ?? tree.querySelector("[role=treeitem]");

function choose(line, chosen) {
  const tree = line.parentElement;
  tree.querySelector(".at")?.classList.remove("at");
  line.classList.add("at");
  line.id ||= `line-${crypto.randomUUID()}`;
  tree.setAttribute("aria-activedescendant", line.id);
  line.scrollIntoView({block: "nearest", inline: "nearest"});
  chosen(line);
}

function fold(line, closed) {
  if (!line.hasAttribute("aria-expanded")) return;
  line.setAttribute("aria-expanded", !closed);
  hideFolded(line.parentElement);
}

function hideFolded(tree) {
  let below = Infinity;
  for (const line of tree.children) {
    const depth = Number(line.dataset.depth);
    line.hidden = depth > below || (depth === below && !line.dataset.path);
    if (!line.hidden) below = line.getAttribute("aria-expanded") === "false" ? depth : Infinity;
    else if (depth === below) below = Infinity;
  }
}

function walk(tree, line, by, chosen) {
  const all = lines(tree).filter((one) => !one.hidden);
  choose(all[Math.min(Math.max(all.indexOf(line) + by, 0), all.length - 1)], chosen);
}

function outwards(tree, line, chosen) {
  const before = lines(tree).slice(0, lines(tree).indexOf(line));
  choose(before.findLast((one) => Number(one.dataset.depth) < Number(line.dataset.depth)) ?? line, chosen);
}

async function copyPath(tree, line) {
  const path = tree.dataset.root + line.dataset.path.slice(1);
  await navigator.clipboard.writeText(path);
  document.getElementById("said").textContent = path;
  line.classList.add("copied");
  setTimeout(() => line.classList.remove("copied"), 900);
}

const moves = {
  ArrowDown: (tree, line, chosen) => walk(tree, line, 1, chosen),
  ArrowUp: (tree, line, chosen) => walk(tree, line, -1, chosen),
  Home: (tree, line, chosen) => walk(tree, line, -Infinity, chosen),
  End: (tree, line, chosen) => walk(tree, line, Infinity, chosen),
  ArrowRight: (tree, line, chosen) => (line.hasAttribute("aria-expanded") && !isOpen(line) ? fold(line, false) : walk(tree, line, 1, chosen)),
  ArrowLeft: (tree, line, chosen) => (isOpen(line) ? fold(line, true) : outwards(tree, line, chosen)),
  Enter: (tree, line) => fold(line, isOpen(line)),
  " ": (tree, line) => fold(line, isOpen(line)),
  c: copyPath,
};
