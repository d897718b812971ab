// An editor for one field of the world: the code of a function, or a document. It stands in a shadow root like the large ones, writes
// into the textarea that it stands for, and says `change` when one leaves it.
import {look} from "./editor-look.js";

const {EditorView, EditorState, StreamLanguage, keymap, lineNumbers, drawSelection, highlightSpecialChars, defaultKeymap, history, historyKeymap, json, yaml,
  bracketMatching, indentOnInput, indentUnit, closeBrackets, closeBracketsKeymap, search, searchKeymap} = globalThis.CodeMirror;

const WORDS = {
  javascript: /^(?:async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|false|finally|for|from|function|if|import|in|instanceof|let|new|null|of|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|yield)\b/,
  python: /^(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\b/,
};
const OPENING = {javascript: /^(?:\/\*|`|"|')/, python: /^(?:"""|'''|"|')/};
const COMMENT = {javascript: "//", python: "#"};

/** The words, texts, numbers and comments of a language, which is all that is coloured. */
const language = (name) => StreamLanguage.define({
  startState: () => ({until: ""}),
  token(stream, state) {
    if (state.until) return inside(stream, state);
    if (stream.eatSpace()) return null;
    if (stream.match(COMMENT[name])) { stream.skipToEnd(); return "comment"; }
    const opening = stream.match(OPENING[name]);
    if (opening) {
      state.until = opening[0] === "/*" ? "*/" : opening[0];
      return inside(stream, state);
    }
    if (stream.match(/^\d[\w.]*/)) return "number";
    if (stream.match(WORDS[name])) return "keyword";
    if (!stream.match(/^[\w$]+/)) stream.next();
    return null;
  },
});

function inside(stream, state) {
  const {until} = state;
  while (!stream.eol()) {
    if (stream.match(until)) { state.until = ""; break; }
    if (stream.next() === "\\") stream.next();
  }
  if (stream.eol() && (until === '"' || until === "'")) state.until = "";
  return until === "*/" ? "comment" : "string";
}

const own = {json, yaml};

export function openFieldEditor(area) {
  const host = document.createElement("div");
  host.className = "field-editor";
  area.after(host);
  area.hidden = true;
  const root = host.attachShadow({mode: "open"});
  const style = document.createElement("link");
  Object.assign(style, {rel: "stylesheet", href: "/static/editor.css"});
  root.append(style);
  let told = area.value;
  return new EditorView({parent: root, root, state: EditorState.create({doc: area.value, extensions: [
    lineNumbers(), history(), drawSelection(), highlightSpecialChars(), indentOnInput(), indentUnit.of("  "), bracketMatching(), closeBrackets(), look,
    own[area.dataset.language]?.() ?? language(area.dataset.language), search({top: true}),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap.filter(({key}) => key !== "Mod-Enter"), ...historyKeymap, ...searchKeymap]),
    EditorView.contentAttributes.of({"aria-label": area.getAttribute("aria-label"), "aria-describedby": area.getAttribute("aria-describedby"), tabindex: "0"}),
    EditorView.updateListener.of(({docChanged, state}) => { if (docChanged) area.value = state.doc.toString(); }),
    EditorView.domEventHandlers({blur() {
      if (area.value !== told) area.dispatchEvent(new Event("change", {bubbles: true}));
      told = area.value;
    }}),
  ]})});
}
