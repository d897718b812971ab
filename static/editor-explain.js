// What stands under the pointer or at the cursor of the definition, explained: as a tip on hovering, below the text on F1.
import "./vendor/codemirror.js";

const {hoverTooltip, keymap} = globalThis.CodeMirror;

function element(name, ...inside) {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}

const sentence = (pieces) => element("p", ...pieces.map(({text, code}) => code ? element("code", text) : text));

async function ask(view, cursor, {main, ran}) {
  const fields = new URLSearchParams({text: view.state.doc.toString(), cursor});
  for (const [name, value] of ran()) fields.append(name, value);
  fields.append("decisions", document.getElementById("decisions").value);
  const answer = await fetch(main.dataset.explain, {method: "POST", body: fields});
  return answer.ok ? answer.json() : {};
}

function fill(into, {title, said}) {
  into.replaceChildren(element("b", element("code", title)), ...said.map(sentence));
  return into;
}

document.querySelector("#explained button").addEventListener("click", () => { document.getElementById("explained").hidden = true; });

async function below(view, setting) {
  const found = await ask(view, view.state.selection.main.head, setting);
  const place = document.getElementById("explained");
  if (!found.said) return;
  fill(place.querySelector("[data-said]"), found);
  place.hidden = false;
}

export const explanations = (setting) => [
  hoverTooltip(async (view, pos) => {
    const found = await ask(view, pos, setting);
    if (!found.said) return null;
    return {pos: found.from, end: found.to, above: true, create: () => ({dom: fill(Object.assign(element("div"), {className: "explained-tip"}), found)})};
  }, {hoverTime: 600}),
  keymap.of([{key: "F1", run: (view) => { below(view, setting); return true; }},
    {key: "Escape", run: () => { const place = document.getElementById("explained"); const open = !place.hidden; place.hidden = true; return open; }}]),
];
