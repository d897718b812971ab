// Light or dark as the learner chose it, before the page is painted: therefore no module, and loaded in the head.
{
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
}
