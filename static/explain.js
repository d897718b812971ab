// A Choice that was asked with other values: what had the focus may be gone from the answer.
export function openExplain() {
  document.body.addEventListener("htmx:afterSettle", ({detail}) => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (detail.target.id === "choice" && lost) document.getElementById("choice").focus({preventScroll: true});
  });
}
