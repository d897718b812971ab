// The three editors. Each stands in a shadow root, where CodeMirror may bring its styles under our Content-Security-Policy, and
// writes into the textarea of the form that it stands for.
import "./vendor/codemirror.js";

const {EditorView, EditorState, StateEffect, StateField, Decoration, ViewPlugin, WidgetType, keymap, lineNumbers, drawSelection, highlightActiveLine,
  highlightSpecialChars, defaultKeymap, history, historyKeymap, json, HighlightStyle, bracketMatching, codeFolding, foldGutter, foldKeymap,
  indentOnInput, indentUnit, syntaxHighlighting, syntaxTree, linter, lintGutter, lintKeymap, autocompletion, closeBrackets,
  closeBracketsKeymap, completionKeymap, search, searchKeymap, highlightSelectionMatches, tags} = globalThis.CodeMirror;

// Lenses: what a run says under a line. They stay until the text is changed or run again.
const setLenses = StateEffect.define();
class Lens extends WidgetType {
  constructor(content) { super(); this.content = content; }
  toDOM() { return this.content.cloneNode(true); }
  ignoreEvent() { return true; }
}
const lenses = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setLenses)) return effect.value;
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// Words of the States Language, and paths and expressions inside strings, have colours of their own.
const WORDS = /^(Type|StartAt|States|Next|End|Default|Resource|Choices|Variable|Parameters|Result|ResultPath|ResultSelector|InputPath|OutputPath|ItemsPath|ItemSelector|ItemProcessor|ProcessorConfig|Mode|MaxConcurrency|Retry|Catch|Comment|Branches|Arguments|Assign|Output|Error|Cause|ErrorPath|CausePath|QueryLanguage|ErrorEquals|IntervalSeconds|MaxAttempts|BackoffRate|MaxDelaySeconds|JitterStrategy|TimeoutSeconds|HeartbeatSeconds|Seconds|SecondsPath|Timestamp|TimestampPath|And|Or|Not|Is[A-Z]\w+|(String|Numeric|Boolean|Timestamp)\w+)$/;
const colourWords = ({state, visibleRanges}) => {
  const marks = [];
  for (const range of visibleRanges) syntaxTree(state).iterate({...range, enter({name, from, to}) {
    const text = name === "PropertyName" || name === "String" ? state.sliceDoc(from + 1, to - 1) : "";
    if (name === "PropertyName" && WORDS.test(text)) marks.push(Decoration.mark({class: "word"}).range(from, to));
    else if (name === "String" && /^(\$|States\.\w+\(|\{%)/.test(text)) marks.push(Decoration.mark({class: "path"}).range(from, to));
  }});
  return Decoration.set(marks, true);
};
const words = ViewPlugin.fromClass(class {
  constructor(view) { this.decorations = colourWords(view); }
  update({docChanged, viewportChanged, startState, state, view}) {
    if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) this.decorations = colourWords(view);
  }
}, {decorations: (plugin) => plugin.decorations});

const colours = HighlightStyle.define([
  {tag: tags.propertyName, color: "var(--c-key)", fontWeight: "550"},
  {tag: tags.string, color: "var(--c-string)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--c-number)"},
  {tag: [tags.punctuation, tags.brace, tags.squareBracket, tags.separator], color: "var(--c-punct)"},
]);

// Where a browser itself replaces a selection, it brings styles along, which our Content-Security-Policy refuses with a complaint.
const replaceSelection = EditorView.domEventHandlers({beforeinput(event, view) {
  const {from, to, empty} = view.state.selection.main;
  if (event.inputType !== "insertText" || !event.data || empty || view.composing) return false;
  event.preventDefault();
  const insert = () => view.state.update(view.state.replaceSelection(event.data), {userEvent: "input.type", scrollIntoView: true});
  if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, event.data, insert))) view.dispatch(insert());
  return true;
}});

const ask = async (address, fields) => (await fetch(address, {method: "POST", body: new URLSearchParams(fields)})).json();

function open(area, {main, bench, onChange, onCursor, onProblems}) {
  const where = area.name;
  const host = document.createElement("div");
  host.className = "editor-host";
  area.after(host);
  area.hidden = true;
  const root = host.attachShadow({mode: "open"});
  const style = document.createElement("link");
  Object.assign(style, {rel: "stylesheet", href: "/static/editor.css"});
  root.append(style);

  const problems = linter(async (view) => {
    const text = view.state.doc.toString();
    const found = await ask(main.dataset.problems, {where, text, type: new FormData(bench).get("type")});
    const end = view.state.doc.length;
    onProblems(where, found.length);
    return found.map(({from, to, ...rest}) => ({...rest, from: Math.min(from, end), to: Math.min(Math.max(to, from), end)}));
  }, {delay: 350});
  const complete = async (context) => {
    if (where !== "definition" || !(context.explicit || context.matchBefore(/["\w$.]$/))) return null;
    const options = await ask(main.dataset.completions, {text: context.state.doc.toString(), cursor: context.pos});
    if (options.length === 0) return null;
    const {from, to} = options[0];
    const written = context.state.sliceDoc(from, context.pos);
    const quote = written.startsWith('"') ? '"' : "";
    const beyond = to - context.pos; // what stands after the cursor and goes with the word: a closing quote
    return {from, options: options.map(({label, apply, type, detail}) => ({
      label: quote + label, displayLabel: label, type, detail,
      apply: (view) => view.dispatch({changes: {from, to: view.state.selection.main.head + beyond, insert: apply},
        selection: {anchor: from + apply.length}, userEvent: "input.complete"}),
    }))};
  };
  const view = new EditorView({parent: root, root, state: EditorState.create({doc: area.value, extensions: [
    lineNumbers(), lintGutter(), foldGutter(), codeFolding(), history(), drawSelection(), highlightSpecialChars(), highlightActiveLine(),
    highlightSelectionMatches(), indentOnInput(), indentUnit.of("  "), bracketMatching(), closeBrackets(), replaceSelection, syntaxHighlighting(colours), words,
    json(), problems, autocompletion({override: [complete], icons: false}), search({top: true}), lenses,
    keymap.of([...closeBracketsKeymap, ...defaultKeymap.filter(({key}) => key !== "Mod-Enter"), ...historyKeymap, ...foldKeymap, ...searchKeymap,
      ...completionKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({"aria-label": area.getAttribute("aria-label"), tabindex: "0"}),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) { area.value = update.state.doc.toString(); onChange(); }
      if (update.docChanged || update.selectionSet || update.focusChanged) onCursor(update.state);
    }),
  ]})});
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press]");
    if (button) document.getElementById(button.dataset.press)?.click();
  });
  return view;
}

export function openEditors({main, bench, onChange}) {
  const cursor = document.getElementById("cursor");
  const onCursor = (state) => {
    const line = state.doc.lineAt(state.selection.main.head);
    cursor.textContent = cursor.dataset.text.replace("{0}", line.number).replace("{1}", state.selection.main.head - line.from + 1);
  };
  const count = document.getElementById("problem-count");
  const counts = new Map();
  const onProblems = (where, number) => {
    counts.set(where, number);
    const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
    count.textContent = [count.dataset.none, count.dataset.one][all] ?? count.dataset.many.replace("{0}", all);
  };
  const views = [...document.querySelectorAll("textarea.source")].map((area) => open(area, {main, bench, onChange, onCursor, onProblems}));
  onCursor(views[0].state);
  const shown = () => views.find((view) => view.dom.getRootNode().host.offsetParent) ?? views[0];
  const [definition] = views;
  return {
    focus: () => shown().focus(),
    format() {
      const view = shown();
      let text;
      try {
        text = JSON.stringify(JSON.parse(view.state.doc.toString()), null, 2);
      } catch {
        return view.focus(); // what is wrong is marked already
      }
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}});
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
