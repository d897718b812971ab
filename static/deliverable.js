// The page of the deliverable: its preview follows what is chosen, by htmx; what is noted down is kept.
import "./site.js";
import {openNote} from "./note.js";

openNote();
