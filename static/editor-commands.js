// What one can have done to the text of an editor: another notation, its own neat form, another name for a state.
import {ask} from "./editor-asks.js";

/** Does the text begin as JSON does? What is empty does, too. */
export const isJson = (text) => /^\s*([{["]|$)/.test(text);

/** Writes the value anew, as "json", "yaml" or as it is. Comments are lost then, so one is asked first. */
export async function rewrite(view, address, notation) {
  const text = view.state.doc.toString();
  const {text: insert, comments} = await ask(address, {text, notation});
  if (insert === undefined || (comments > 0 && !(await agree(comments)))) return view.focus(); // what is wrong is marked already
  if (view.state.doc.toString() === text && insert !== text) view.dispatch({changes: {from: 0, to: text.length, insert}});
  view.focus();
}

function agree(comments) {
  const dialog = document.getElementById("lossy");
  const said = dialog.querySelector("p");
  said.textContent = said.dataset.text.replace("{0}", comments);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), {once: true}));
}

/** Asks for another name of the state at the cursor, and writes it wherever the state is mentioned. */
export async function rename(view, address) {
  const dialog = document.getElementById("rename");
  const [input, why] = [dialog.querySelector("input"), dialog.querySelector("[role=alert]")];
  const question = {text: view.state.doc.toString(), cursor: view.state.selection.main.head};
  const {state, refused} = await ask(address, question);
  input.value = state ?? "";
  input.disabled = !state;
  const refuse = (words = "") => {
    why.textContent = words;
    input.setAttribute("aria-invalid", Boolean(words));
  };
  refuse(refused);
  dialog.showModal();
  input.select();
  dialog.querySelector("form").onsubmit = async (event) => {
    if (event.submitter?.value === "no" || !state) return;
    event.preventDefault();
    const answer = await ask(address, {...question, name: input.value});
    if (answer.refused) return refuse(answer.refused);
    if (view.state.doc.toString() === question.text) view.dispatch({changes: answer.edits, userEvent: "input.rename"});
    dialog.close();
  };
  dialog.addEventListener("close", () => view.focus(), {once: true});
}
