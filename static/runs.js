// Two runs beside each other: the one that is shown and the one before. The page remembers what both were made from, so that the
// one before can be gone back to, compared with, and taken back.
const FIELDS = ["definition", "input", "world", "type", "decisions"];
const same = (one, other) => FIELDS.every((name) => one[name] === other[name]);

/** @param made what the run that is shown was made from @param make makes a run of this, at a step */
export function openRuns({made, make, compare}) {
  let count = 1;
  let now = {number: 1, fields: made()};
  let before;
  let pressed;

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-runs]");
    if (!button || !before) return;
    event.preventDefault();
    pressed = button.dataset.runs;
    if (pressed === "compare") return compare();
    const {fields} = before;
    if (pressed === "back") [now, before] = [before, undefined];
    make(fields, Number(button.dataset.at ?? document.getElementById("run").dataset.step));
  });

  function shown() {
    const strip = document.getElementById("runs");
    if (Number(document.getElementById("run").dataset.step) === 0) return;
    const fields = made();
    if (before && same(fields, before.fields)) [now, before] = [before, now];
    else if (!same(fields, now.fields)) [now, before] = [{number: ++count, fields}, now];
    // A run that began with decisions has one before it, too.
    if (!before && strip.dataset.before) {
      if (now.number === 1) now.number = ++count;
      before = {number: now.number - 1, fields: {...fields, decisions: strip.dataset.before}};
    }
    strip.hidden = !before;
    if (before) tell(strip);
  }

  function tell(strip) {
    const number = document.getElementById("runs-number");
    const what = document.getElementById("runs-what");
    const say = ({number: of}) => number.dataset.text.replace("{0}", of);
    const newer = now.number > before.number;
    const others = FIELDS.filter((name) => name !== "decisions" && now.fields[name] !== before.fields[name]).map((name) => what.dataset[name]);
    number.textContent = say(now);
    if (!newer) what.textContent = "";
    else if (others.length > 0) what.textContent = others.join(", ");
    strip.querySelector("[data-runs=other]").textContent = say(before);
    strip.querySelector("[data-runs=back]").hidden = !newer;
    if (pressed && pressed !== "compare") (strip.querySelector(`[data-runs=${pressed}]:not([hidden])`) ?? number).focus();
    pressed = undefined;
  }

  shown();
  return {shown, before: () => before?.fields};
}
