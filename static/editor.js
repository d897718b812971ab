// The three editors. Each stands in a shadow root, where CodeMirror may bring its styles under our Content-Security-Policy, and
// writes into the textarea of the form that it stands for.
import {look, setLenses, Lens} from "./editor-look.js";
import {problems, completions} from "./editor-asks.js";
import {explanations} from "./editor-explain.js";
import {isJson, rename, rewrite} from "./editor-commands.js";

const {Compartment, EditorView, EditorState, Decoration, keymap, lineNumbers, drawSelection, highlightActiveLine, highlightSpecialChars,
  defaultKeymap, history, historyKeymap, json, yaml, bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit, lintGutter,
  lintKeymap, openLintPanel, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, search, searchKeymap,
  highlightSelectionMatches, isolateHistory, undo} = globalThis.CodeMirror;

const BEGIN = 4000; // characters that tell the notation

/** The definition may be JSON or YAML, whichever it looks like; everything else is JSON. */
function notation() {
  const language = new Compartment();
  const button = document.getElementById("notation");
  const say = (inJson) => { button.textContent = button.dataset[inJson ? "yaml" : "json"]; button.dataset.to = inJson ? "yaml" : "json"; };
  return {
    of(text) {
      say(isJson(text));
      return language.of(isJson(text) ? json() : yaml());
    },
    follow({startState, state, view}) {
      const inJson = isJson(state.sliceDoc(0, BEGIN));
      if (inJson === isJson(startState.sliceDoc(0, BEGIN))) return;
      say(inJson);
      queueMicrotask(() => view.dispatch({effects: language.reconfigure(inJson ? json() : yaml())}));
    },
  };
}

function open(area, setting) {
  const host = document.createElement("div");
  host.className = "editor-host";
  area.after(host);
  area.hidden = true;
  const root = host.attachShadow({mode: "open"});
  const style = document.createElement("link");
  Object.assign(style, {rel: "stylesheet", href: "/static/editor.css"});
  root.append(style);

  const written = area.name === "definition" ? notation() : undefined;
  const view = new EditorView({parent: root, root, state: EditorState.create({doc: area.value, extensions: [
    lineNumbers(), lintGutter(), foldGutter(), codeFolding(), history(), drawSelection(), highlightSpecialChars(), highlightActiveLine(),
    highlightSelectionMatches(), indentOnInput(), indentUnit.of("  "), bracketMatching(), closeBrackets(), look,
    written?.of(area.value) ?? json(), problems(area.name, setting), search({top: true}),
    written ? [autocompletion({override: [completions(setting)], icons: false}), explanations(setting),
      keymap.of([{key: "F2", run: (editor) => { rename(editor, setting.main.dataset.rename); return true; }}])] : [],
    keymap.of([...closeBracketsKeymap, ...defaultKeymap.filter(({key}) => key !== "Mod-Enter"), ...historyKeymap, ...foldKeymap, ...searchKeymap,
      ...completionKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({"aria-label": area.getAttribute("aria-label"), tabindex: "0"}),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) { area.value = update.state.doc.toString(); setting.onChange(area.name); written?.follow(update); }
      if (update.docChanged || update.selectionSet || update.focusChanged) setting.onCursor(update.state, area.name);
    }),
  ]})});
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press]");
    if (button) document.getElementById(button.dataset.press)?.click();
  });
  return view;
}

export function openEditors({main, bench, ran, onChange, onLine}) {
  const cursor = document.getElementById("cursor");
  const onCursor = (state, name) => {
    const line = state.doc.lineAt(state.selection.main.head);
    cursor.textContent = cursor.dataset.text.replace("{0}", line.number).replace("{1}", state.selection.main.head - line.from + 1);
    if (name === "definition") onLine(line.number);
  };
  const count = document.getElementById("problem-count");
  const counts = new Map();
  const onProblems = (where, number) => {
    counts.set(where, number);
    const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
    count.hidden = false;
    count.textContent = [count.dataset.none, count.dataset.one][all] ?? count.dataset.many.replace("{0}", all);
  };
  const setting = {main, bench, ran, onChange, onCursor, onProblems, words: {...count.dataset}};
  const areas = [...document.querySelectorAll("textarea.source")];
  const views = areas.map((area) => open(area, setting));
  onCursor(views[0].state);
  const shown = () => views.find((view) => view.dom.getRootNode().host.offsetParent) ?? views[0];
  const [definition] = views;
  const of = (name) => views[areas.findIndex((area) => area.name === name)];
  return {
    focus: () => shown().focus(),
    format: () => rewrite(shown(), main.dataset.rewrite, "same"),
    convert: (wanted) => rewrite(definition, main.dataset.rewrite, wanted),
    put: (insert) => definition.dispatch({changes: {from: 0, to: definition.state.doc.length, insert}, userEvent: "input.convert"}),
    /** Writes what is different into a text. */
    write(name, text) {
      const view = of(name);
      const now = view.state.doc.toString();
      if (now === text) return;
      const least = Math.min(now.length, text.length);
      let from = 0;
      while (from < least && now[from] === text[from]) from++;
      let end = 0;
      while (end < least - from && now.at(-1 - end) === text.at(-1 - end)) end++;
      view.dispatch({changes: {from, to: now.length - end, insert: text.slice(from, text.length - end)}, userEvent: "input.form", annotations: isolateHistory.of("full")});
    },
    undo: (name) => undo(of(name)),
    rename: () => rename(definition, main.dataset.rename),
    listProblems: () => openLintPanel(shown()),
    /** Takes a way out, unless the text has changed since it was found. */
    mend(changes) {
      const same = definition.state.doc.toString() === ran().get("definition");
      if (same) definition.dispatch({changes, userEvent: "input.fix"});
      return same;
    },
    show(number) {
      const line = definition.state.doc.line(Math.min(number, definition.state.doc.lines));
      definition.dispatch({selection: {anchor: line.to}, effects: EditorView.scrollIntoView(line.from, {y: "center"})});
      definition.focus();
    },
    mark(list) {
      const {doc} = definition.state;
      const marks = [...list.children].filter((item) => item.dataset.line <= doc.lines).flatMap((item) => {
        const line = doc.line(Number(item.dataset.line));
        return [Decoration.line({class: `told-${item.firstElementChild.dataset.status}`}).range(line.from),
          Decoration.widget({widget: new Lens(item.firstElementChild), block: true, side: 1}).range(line.to)];
      });
      definition.dispatch({effects: setLenses.of(Decoration.set(marks, true))});
    },
  };
}
