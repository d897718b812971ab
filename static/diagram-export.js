// The drawing as a file: what the stylesheets say of it is written into it, and nothing in it is elsewhere.
import {find} from "./diagram.js";

// All of these are inherited, so that each is written only where it changes.
const LOOK = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-family", "font-size", "font-weight", "text-anchor"];
const KEPT = new Set(["id", "d", "x", "y", "dx", "width", "height", "r", "rx", "cx", "cy", "transform", "viewBox", "href"]);
const FONT = "/static/fonts/atkinson-next.woff2";
const TWICE = 2;
const LARGEST = 16000; // pixels of a side of a picture
const SVG = "http://www.w3.org/2000/svg";

const make = (name, ...inside) => {
  const made = document.createElementNS(SVG, name);
  made.append(...inside);
  return made;
};

// A colour may be mixed in ways that other programs cannot read: here it is as it comes out on the screen.
const pixel = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const colours = new Map();
function plain(value) {
  if (!/^[a-z]+\(/.test(value) || value.startsWith("url")) return value;
  if (!colours.has(value)) {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = value;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    colours.set(value, alpha === 0 ? "none" : `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`);
  }
  return colours.get(value);
}

function copy(element, around) {
  const look = getComputedStyle(element);
  if (look.display === "none" || element.matches(".handle, title")) return undefined;
  const made = document.createElementNS(SVG, element.localName);
  for (const {name, value} of element.attributes) if (KEPT.has(name)) made.setAttribute(name, value.replace("/static/icons.svg", ""));
  for (const name of LOOK) {
    const value = plain(look.getPropertyValue(name).replace(/px\b/g, ""));
    if (!around || plain(around.getPropertyValue(name).replace(/px\b/g, "")) !== value) made.setAttribute(name, value);
  }
  if (element.localName === "use") made.setAttribute("color", made.getAttribute("stroke") ?? plain(look.stroke));
  for (const child of element.childNodes) {
    const part = child.nodeType === Node.TEXT_NODE ? child.data : child.nodeType === Node.ELEMENT_NODE ? copy(child, look) : undefined;
    if (part) made.append(part);
  }
  return made;
}

async function icons(drawing) {
  const sprite = new DOMParser().parseFromString(await (await fetch("/static/icons.svg")).text(), "image/svg+xml");
  const names = new Set([...drawing.querySelectorAll("use")].map((use) => use.getAttribute("href").slice(1)));
  return [...names].map((name) => document.importNode(sprite.getElementById(name), true));
}

async function font() {
  const bytes = new Uint8Array(await (await fetch(FONT)).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return make("style", `@font-face{font-family:"Atkinson Next";src:url(data:font/woff2;base64,${text}) format("woff2");font-weight:200 800}`);
}

/** The drawing by itself, as text. */
export async function svg() {
  const drawing = find();
  const {width, height} = drawing.viewBox.baseVal;
  const marks = [...drawing.querySelectorAll(".pointed, .lit")].map((element) => [element, element.getAttribute("class")]);
  const small = drawing.classList.contains("small");
  drawing.classList.remove("small");
  for (const [element] of marks) element.classList.remove("pointed", "lit");
  const made = copy(drawing);
  drawing.classList.toggle("small", small);
  for (const [element, names] of marks) element.setAttribute("class", names);
  made.setAttribute("width", width);
  made.setAttribute("height", height);
  const ground = make("rect");
  for (const [name, value] of Object.entries({width, height, stroke: "none", fill: plain(getComputedStyle(drawing.closest(".slab")).backgroundColor)})) {
    ground.setAttribute(name, value);
  }
  made.prepend(make("title", document.querySelector("h1").textContent), make("desc", outline()), make("defs", await font(), ...await icons(made)), ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}`;
}

/** What the drawing shows, in words: a line a state, those inside further in. */
function outline() {
  return [...document.querySelectorAll("#panel-text li:has(> b)")].map((item) => {
    const depth = [...function* () { for (let at = item; (at = at.parentElement.closest("#panel-text li")); ) yield at; }()].length;
    const ways = [...item.querySelectorAll(":scope > .ways > li")].map((way) => way.textContent).join("; ");
    return `${"  ".repeat(depth)}${item.querySelector("b").textContent}: ${ways}`;
  }).join("\n");
}

async function png() {
  const {width, height} = find().viewBox.baseVal;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg())}`;
  await picture.decode();
  const size = Math.min(TWICE, LARGEST / Math.max(width, height));
  const canvas = Object.assign(document.createElement("canvas"), {width: Math.round(width * size), height: Math.round(height * size)});
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function save(blob, ending) {
  const name = document.querySelector("h1").textContent.normalize("NFD").replace(/[^\w\s-]/g, "").trim().replace(/\s+/g, "-").toLowerCase() || "diagram";
  const link = Object.assign(document.createElement("a"), {href: URL.createObjectURL(blob), download: `${name}.${ending}`});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function openExport() {
  document.addEventListener("click", async ({target}) => {
    const wanted = target.closest?.("[data-diagram]")?.dataset.diagram;
    for (const menu of document.querySelectorAll(".canvas .menu[open]")) if (wanted || !menu.contains(target)) menu.open = false;
    if (wanted === "svg") save(new Blob([await svg()], {type: "image/svg+xml"}), "svg");
    else if (wanted === "png") save(await png(), "png");
    else if (wanted === "print") print();
  });
}
