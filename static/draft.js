// The draft of what is written: sent half a second after the last key, and at once when the page is left.
const PAUSE = 500; // milliseconds

export function openDraft({main, bench}) {
  let waiting;
  const draft = () => new URLSearchParams(new FormData(bench));
  const saved = document.querySelector("#saved [data-saved]");

  async function save() {
    clearTimeout(waiting);
    waiting = undefined;
    const answer = await fetch(main.dataset.draft, {method: "POST", body: draft()}).catch(() => ({ok: false}));
    saved.textContent = answer.ok ? saved.dataset.saved : saved.dataset.failed;
  }
  function saveSoon() {
    document.getElementById("reset").hidden = false;
    saved.textContent = saved.dataset.saving;
    clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  }
  addEventListener("pagehide", () => waiting && navigator.sendBeacon(main.dataset.draft, draft()));
  bench.addEventListener("change", saveSoon);
  return {save, saveSoon};
}
