// Where a value came from and where it goes: asked of the server for the line under the pointer or in focus, and lit on the page.
const PAUSE = 140; // milliseconds that the pointer must rest on a line

export function openWhence() {
  let timer;
  let asked;

  function ask(line) {
    clearTimeout(timer);
    const box = document.getElementById("whence");
    const {place} = line.closest(".json").dataset;
    if (!box || !place || line === asked) return;
    asked = line;
    const [step, stage] = place.split(":");
    htmx.ajax("POST", `${box.dataset.view}?step=${step}&stage=${stage}`, {source: box, target: box, swap: "innerHTML", values: {find: line.dataset.path}});
  }

  document.addEventListener("pointerover", ({target, pointerType}) => {
    clearTimeout(timer);
    const line = pointerType === "mouse" && target.closest?.(".sides .json[data-place] [role=treeitem]");
    if (line) timer = setTimeout(ask, PAUSE, line);
  });
  document.addEventListener("click", (event) => {
    const tab = event.target.closest?.("[data-tab-opens]");
    if (tab) document.getElementById(tab.dataset.tabOpens).click();
    const spot = event.target.closest?.("[data-step]:not(#run)");
    if (!spot || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(spot.dataset.step, spot.dataset.stage ?? "");
  });
  document.body.addEventListener("htmx:afterSettle", ({detail}) => {
    if (detail.target.id === "whence") light(detail.target, asked);
    else if (detail.target.id === "run" || detail.target.id === "panel-data") asked = undefined;
  });
  return {ask};
}

// Goes to a stage of a step.
function go(step, stage) {
  const run = document.getElementById("run");
  htmx.ajax("POST", `${run.dataset.action}?step=${step}&stage=${stage}`, {source: "#run", target: "#run", swap: "outerHTML"});
  if (stage) document.getElementById("tab-data").click();
}

function light(box, asked) {
  for (const lit of document.querySelectorAll("[data-lit]")) delete lit.dataset.lit;
  if (asked) asked.dataset.lit = "here";
  for (const {dataset} of box.querySelectorAll("[data-light]")) {
    for (const row of document.querySelectorAll(`.pipe [data-place="${dataset.at}"]`)) row.dataset.lit = dataset.light;
    const path = CSS.escape(dataset.path);
    for (const line of document.querySelectorAll(`.json[data-place="${dataset.at}"] [data-path="${path}"]`)) line.dataset.lit ||= dataset.light;
    const [step] = dataset.at.split(":");
    const row = document.getElementById(`step-${step}`);
    if (row) row.dataset.lit = dataset.light;
    for (const node of row ? document.querySelectorAll(`.diagram .node[data-state="${CSS.escape(row.dataset.state)}"]`) : []) node.dataset.lit = dataset.light;
  }
}
