// The task of the checklist: what was done on this page is remembered in this browser, and ticked.
import "./site.js";

const guide = document.getElementById("c6");
if (guide) {
  const key = "c6:" + guide.dataset.key;
  const did = new Set([...(localStorage.getItem(key) ?? "").split(" "), ...guide.dataset.did.split(" ")].filter(Boolean));
  localStorage.setItem(key, [...did].join(" "));
  let next = true;
  guide.querySelectorAll("[data-step]").forEach((item, i) => {
    const stone = item.querySelector(".stone");
    const done = did.has(item.dataset.step);
    stone.classList.toggle("done", done);
    stone.classList.toggle("here", !done && next);
    if (done) stone.append(icon("ok"));
    else stone.textContent = i + 1;
    if (!done && next) item.setAttribute("aria-current", "step");
    next &&= done;
  });
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "i");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  svg.firstChild.setAttribute("href", "/static/icons.svg#" + name);
  return svg;
}

document.addEventListener("change", ({target}) => {
  if (target.matches(".search-form select")) target.form.requestSubmit();
});
