// What every page has: light or dark, menus that close, texts to copy.

// The Content-Security-Policy lets nobody write markup into the page but through a policy; htmx writes what our server sent.
globalThis.trustedTypes?.createPolicy("default", {createHTML: (markup) => markup});

document.addEventListener("click", ({target}) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
  const button = target.closest?.("button");
  if (button?.id === "theme") chooseTheme();
  else if (button?.dataset.copy) copy(button);
});

function chooseTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme.startsWith("dark")
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", document.documentElement.dataset.theme);
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.querySelector("span").textContent = button.dataset.copied;
}
