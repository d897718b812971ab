// Sharing: shows what a link would hold and what in it one may not want to show, puts an example in its place, makes the link.
export function openShare({bench, editors, ran}) {
  const dialog = document.getElementById("share");
  const answer = document.getElementById("shared");
  const title = () => document.getElementById("share-name")?.value ?? bench.querySelector("h1").textContent;

  // What was decided about a run does not belong to a text that was changed since.
  let decisions;

  function material() {
    const written = new FormData(bench);
    written.set("decisions", decisions.value);
    written.set("step", document.getElementById("run").dataset.step);
    written.set("title", title());
    return new URLSearchParams(written);
  }
  async function ask(address) {
    const response = await fetch(address, {method: "POST", body: material(), headers: {"HX-Request": "true"}}).catch(() => undefined);
    if (response?.ok) answer.innerHTML = await response.text();
    else answer.textContent = {413: dialog.dataset.large, 429: dialog.dataset.busy}[response?.status] ?? dialog.dataset.failed;
  }
  function replace({field, from, to, text, example}) {
    const area = document.getElementById(`text-${field}`) ?? decisions;
    if (area.value.slice(from, to) !== text) return;
    const mended = area.value.slice(0, from) + example + area.value.slice(to);
    if (area === decisions) decisions.value = mended;
    else editors.write(field, mended);
  }
  /** From the last to the first, so that a place is still where it was found. */
  async function replaceBy(button) {
    const buttons = button.value === "all" ? [...answer.querySelectorAll("[data-example]")].reverse() : [button];
    for (const {dataset} of buttons) replace(dataset);
    await ask(dialog.dataset.offer);
    (answer.querySelector("[name=replace]") ?? document.getElementById("share-do"))?.focus();
  }

  dialog.addEventListener("submit", async (event) => {
    if (event.target.id !== "share-form") return;
    event.preventDefault();
    if (event.submitter?.name === "replace") return replaceBy(event.submitter);
    await ask(event.target.action);
    document.getElementById("link-ready")?.focus();
  });
  document.getElementById("share-open").addEventListener("click", (event) => {
    event.preventDefault();
    const written = new FormData(bench);
    const isOfThis = ["type", "definition", "input", "world"].every((name) => ran().get(name) === written.get(name));
    decisions = isOfThis ? document.getElementById("decisions") : {value: ""};
    answer.textContent = dialog.dataset.wait;
    dialog.showModal();
    ask(dialog.dataset.offer).then(() => document.getElementById("share-name")?.focus());
  });
}
