// From JSONPath to JSONata: asks the server for the whole machine or one state, shows what came of it, puts it in the editor.
export function openConversion({main, bench, put}) {
  const dialog = document.getElementById("convert");
  const answer = document.getElementById("converted");
  const wait = answer.textContent;

  async function convert(state = "") {
    const question = new URLSearchParams(new FormData(bench));
    question.set("state", state);
    const response = await fetch(main.dataset.convert, {method: "POST", body: question}).catch(() => undefined);
    const toast = document.getElementById("toast");
    if (response?.ok) answer.innerHTML = await response.text();
    else answer.textContent = response?.status === 429 ? toast.dataset.busy : toast.dataset.failed;
  }
  document.getElementById("convert-open").addEventListener("click", () => {
    answer.textContent = wait;
    dialog.showModal();
    convert();
  });
  dialog.addEventListener("change", async ({target}) => {
    if (target.id !== "convert-state") return;
    await convert(target.value);
    document.getElementById("convert-state")?.focus();
  });
  dialog.addEventListener("click", ({target}) => {
    if (!target.closest("#convert-put")) return;
    dialog.close();
    put(document.getElementById("convert-text").value);
  });
}
