// What our editor takes from CodeMirror. The build makes one file of it, /static/vendor/codemirror.js, which a module of
// ours loads by `import` before it reads `CodeMirror`. (The compiler keeps no exports, so one global name stands for them.)
import {Compartment, EditorSelection, EditorState, Prec, RangeSetBuilder, StateEffect, StateField} from "@codemirror/state";
import {
  Decoration, EditorView, GutterMarker, ViewPlugin, WidgetType, drawSelection, gutter, highlightActiveLine,
  highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, placeholder, tooltips,
} from "@codemirror/view";
import {defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, undo} from "@codemirror/commands";
import {json, jsonParseLinter} from "@codemirror/lang-json";
import {yaml} from "@codemirror/lang-yaml";
import {
  HighlightStyle, StreamLanguage, bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting, syntaxTree,
} from "@codemirror/language";
import {forceLinting, lintGutter, lintKeymap, linter, openLintPanel, setDiagnostics} from "@codemirror/lint";
import {
  autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippetCompletion, startCompletion,
} from "@codemirror/autocomplete";
import {highlightSelectionMatches, openSearchPanel, search, searchKeymap} from "@codemirror/search";
import {tags} from "@lezer/highlight";

globalThis.CodeMirror = {
  Compartment, EditorSelection, EditorState, Prec, RangeSetBuilder, StateEffect, StateField,
  Decoration, EditorView, GutterMarker, ViewPlugin, WidgetType, drawSelection, gutter, highlightActiveLine,
  highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, placeholder, tooltips,
  defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, undo,
  json, jsonParseLinter, yaml,
  HighlightStyle, StreamLanguage, bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting, syntaxTree,
  forceLinting, lintGutter, lintKeymap, linter, openLintPanel, setDiagnostics,
  autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippetCompletion, startCompletion,
  highlightSelectionMatches, openSearchPanel, search, searchKeymap,
  tags,
};
