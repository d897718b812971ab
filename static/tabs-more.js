// Tabs that have no room in their row stand in a menu at its end, which is there only when it is needed. The chosen tab always
// stands in the row. The menu's entries press the tabs, so what a tab does is known in one place.
const ROOM = 44; // pixels for the menu's own button

/** Fits a row of tabs into its room; called again whenever the row, its room or the chosen tab is another. */
export function fitTabs(list) {
  const menu = list.parentElement.querySelector(".more-tabs");
  if (!menu) return;
  const tabs = [...list.querySelectorAll("[role=tab]")];
  for (const tab of tabs) tab.classList.remove("out");
  const room = list.parentElement.clientWidth - others(list);
  const gap = parseFloat(getComputedStyle(list).columnGap) || 0;
  const widths = tabs.map((tab) => tab.getBoundingClientRect().width + gap);
  const fits = sum(widths) <= room;
  menu.hidden = fits;
  if (fits) return;
  const chosen = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
  let left = room - ROOM - (widths[chosen] ?? 0);
  tabs.forEach((tab, at) => {
    if (at === chosen) return;
    left -= widths[at];
    tab.classList.toggle("out", left < 0);
  });
  fill(menu, tabs.filter((tab) => tab.classList.contains("out")));
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
// What else stands in the row, and the row's own padding.
function others(list) {
  const row = list.parentElement;
  const {paddingLeft, paddingRight} = getComputedStyle(row);
  const beside = [...row.children].filter((one) => one !== list && !one.matches(".more-tabs, .push"));
  return parseFloat(paddingLeft) + parseFloat(paddingRight) + sum(beside.map((one) => one.offsetWidth));
}

function fill(menu, tabs) {
  menu.querySelector("ul").replaceChildren(...tabs.map((tab) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = tab.textContent;
    button.dataset.press = tab.id;
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}
