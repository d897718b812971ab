// What this page has run since the definition last changed, for the coverage of the machine; and a run that takes what none has taken.
const MOST = 20;
const same = (one, other) => one.input === other.input && one.world === other.world;

/** @param made what the run that is shown was made from @param put writes an input and a world, and runs */
export function openCoverage({made, put}) {
  let definition = "";
  let runs = [];

  document.addEventListener("click", ({target}) => {
    const button = target.closest?.("[data-put-input]");
    if (button) put({input: button.dataset.putInput, world: button.dataset.putWorld});
  });
  document.body.addEventListener("htmx:configRequest", ({detail}) => {
    if (detail.path.includes("/views/coverage")) detail.parameters.runs = JSON.stringify(runs.filter((run) => !same(run, made())));
  });

  function shown() {
    const {definition: now, input, world} = made();
    if (now !== definition) runs = [];
    definition = now;
    runs = [{input, world}, ...runs.filter((run) => !same(run, {input, world}))].slice(0, MOST);
  }

  shown();
  return {shown};
}
