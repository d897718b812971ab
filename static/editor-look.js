// How the text of an editor looks and is typed: the colours of its words, and what a run says under a line.
import "./vendor/codemirror.js";

const {EditorView, StateEffect, StateField, Decoration, ViewPlugin, WidgetType, HighlightStyle, syntaxHighlighting, syntaxTree, tags} = globalThis.CodeMirror;

// Lenses: what a run says under a line. They stay until the text is changed or run again.
export const setLenses = StateEffect.define();
export class Lens extends WidgetType {
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
  for (const range of visibleRanges) syntaxTree(state).iterate({...range, enter(node) {
    const {name, from, to} = node;
    const quotes = ["PropertyName", "String", "QuotedLiteral"].includes(name) ? 1 : 0;
    if (!quotes && name !== "Literal") return;
    const text = state.sliceDoc(from + quotes, to - quotes);
    const isName = name === "PropertyName" || node.node.parent?.name === "Key";
    if (isName && WORDS.test(text)) marks.push(Decoration.mark({class: "word"}).range(from, to));
    else if (!isName && /^(\$|States\.\w+\(|\{%)/.test(text)) marks.push(Decoration.mark({class: "path"}).range(from, to));
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
  {tag: [tags.string, tags.content], color: "var(--c-string)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--c-number)"},
  {tag: tags.keyword, color: "var(--c-word)"},
  {tag: tags.comment, color: "var(--c-punct)"},
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

export const look = [syntaxHighlighting(colours), words, lenses, replaceSelection];
