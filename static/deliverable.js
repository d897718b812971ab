// The page of the deliverable: its preview follows what is chosen, by htmx; what is noted down is kept.
import "./site.js";
import {openNote} from "./note.js";

openNote();

// What stands in the preview stays, where a new one is refused.
const toast = document.getElementById("toast");
const about = ({detail}) => detail.elt.id === "deliverable";
const refuse = (event) => {
  if (!about(event)) return;
  toast.textContent = event.detail.xhr?.status === 429 ? toast.dataset.busy : toast.dataset.failed;
  toast.hidden = false;
};
document.body.addEventListener("htmx:responseError", refuse);
document.body.addEventListener("htmx:sendError", refuse);
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (about(event)) toast.hidden = true;
});
