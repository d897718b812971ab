// What an editor asks the server while one types: what is wrong with the text, and what may stand at the cursor.
import "./vendor/codemirror.js";

const {linter, forceLinting} = globalThis.CodeMirror;

export const ask = async (address, fields) => (await fetch(address, {method: "POST", body: new URLSearchParams(fields)})).json();

const SEVERITY = {fail: "error", retry: "warning", run: "info"};

function element(name, text, ...inside) {
  const made = document.createElement(name);
  made.append(text, ...inside);
  return made;
}

/** Problems are said in full: the word of their weight, what is wrong, a way out, and in AWS's own words. */
function message({status, message: said, hint, aws, code, differs}, words) {
  const all = element("div", element("p", element("b", `${words[status]} `), said));
  if (hint) all.append(element("p", hint));
  if (!aws) return all;
  const quoted = element("q", aws);
  quoted.lang = "en";
  const more = element("details", element("summary", words.more), element("p", `${words.aws} `, quoted, " ", element("code", code)));
  if (differs) more.append(element("p", differs));
  all.append(more);
  return all;
}

export const problems = (where, {main, bench, words, onProblems}) => linter(async (view) => {
  const text = view.state.doc.toString();
  const found = await ask(main.dataset.problems, {where, text, type: new FormData(bench).get("type")}).catch(() => undefined);
  if (!found) return []; // nobody answers: nothing is known of the text
  const end = view.state.doc.length;
  onProblems(where, found.filter(({status}) => status !== "run").length);
  return found.map((problem) => ({
    from: Math.min(problem.from, end), to: Math.min(Math.max(problem.to, problem.from), end),
    severity: SEVERITY[problem.status], message: `${problem.message} ${problem.hint}`, renderMessage: () => message(problem, words),
    actions: problem.fix ? [{name: problem.fix, apply(editor) {
      if (editor.state.doc.toString() === text) editor.dispatch({changes: problem.edits, userEvent: "input.fix"});
      else forceLinting(editor);
    }}] : [],
  }));
}, {delay: 350});

/** How many characters stand behind the place where one goes on writing: between brackets, behind a name that is half of one. */
const open = (text) => (/(\(\)|:)["']?$/.test(text) ? /\)?["']?$/.exec(text)[0].length : 0);

/** What last ran goes along: its data tell the fields that a path can name. */
export const completions = ({main, ran}) => async (context) => {
  if (!(context.explicit || context.matchBefore(/["'\w$.\[]$/))) return null;
  const fields = new URLSearchParams({text: context.state.doc.toString(), cursor: context.pos});
  for (const [name, value] of ran()) fields.append(name, value);
  const options = await ask(main.dataset.completions, fields);
  if (options.length === 0) return null;
  const {from} = options[0];
  const written = context.state.sliceDoc(from, context.pos);
  const quote = /^["']/.test(written) ? written[0] : "";
  return {from, options: options.map(({label, apply, type, detail, to}) => ({
    label: quote + label, displayLabel: label, type, detail, boost: type === "function" ? 0 : 40,
    // What stands after the cursor and goes with the word, such as a closing quote, is replaced too.
    apply: (view) => view.dispatch({changes: {from, to: view.state.selection.main.head + to - context.pos, insert: apply},
      selection: {anchor: from + apply.length - open(apply)}, userEvent: "input.complete"}),
  }))};
};
