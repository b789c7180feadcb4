/** A picture that is drawn on the page, as an SVG file that looks the same elsewhere. */

import { save } from "../parts/export";

const KEPT = [
  "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "paint-order", "opacity",
  "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "color", "display",
];

/** The picture as text, with every style written onto its element and a title. */
export function picture(svg: SVGSVGElement, title: string, source: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value && !(name === "opacity" && value === "1")) to[i]!.setAttribute(name, value);
    }
    to[i]!.removeAttribute("class");
    to[i]!.removeAttribute("tabindex");
  });
  const make = (name: string, text: string) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", name);
    e.textContent = text;
    return e;
  };
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.documentElement).backgroundColor);
  copy.prepend(make("title", title), make("desc", source), ground);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

export function savePicture(svg: SVGSVGElement, name: string, title: string, source: string) {
  save(`${name}.svg`, picture(svg, title, source), "image/svg+xml");
}

/** A bar of a picture: its name, the figure at its end, and its parts from the left, in hundredths of the longest. */
export interface Bar {
  name: string;
  figure: string;
  /** The class that colours all of it. */
  of?: string;
  parts: { from: number; to: number; of: string }[];
}

const SVG = "http://www.w3.org/2000/svg";
const [NAMES, BARS, FIGURES, LINE] = [210, 460, 90, 28];

/** Bars that the page draws one by one, saved as one picture with a key to their parts. */
export function saveBars(bars: Bar[], key: { name: string; of: string }[], name: string, title: string, source: string) {
  const svg = document.createElementNS(SVG, "svg");
  const add = (to: Element, tag: string, with_: Record<string, string | number>, text = "") => {
    const e = document.createElementNS(SVG, tag);
    for (const [k, v] of Object.entries(with_)) e.setAttribute(k, String(v));
    e.textContent = text;
    to.append(e);
    return e;
  };
  const height = (bars.length + (key.length ? 2 : 1)) * LINE;
  const width = NAMES + BARS + FIGURES;
  for (const [k, v] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, class: "hidden-but-read" })) svg.setAttribute(k, String(v));
  bars.forEach((bar, i) => {
    const y = LINE / 2 + i * LINE;
    const row = add(svg, "g", bar.of ? { class: bar.of } : {});
    add(row, "text", { class: "tick-label strong", x: 8, y: y + 15 }, bar.name);
    for (const p of bar.parts) add(row, "rect", { class: p.of, x: NAMES + (BARS * p.from) / 100, width: (BARS * Math.max(0, p.to - p.from)) / 100, y: y + 3, height: LINE - 10 });
    add(row, "text", { class: "tick-label strong", x: NAMES + BARS + 8, y: y + 15 }, bar.figure);
  });
  let x = 8;
  const y = LINE / 2 + bars.length * LINE;
  for (const one of key) {
    add(svg, "rect", { class: one.of, x, y: y + 6, width: 11, height: 11 });
    add(svg, "text", { class: "tick-label strong", x: x + 16, y: y + 16 }, one.name);
    x += 32 + one.name.length * 6.6;
  }
  // Only what is on the page has the styles of the page.
  document.body.append(svg);
  const text = picture(svg, title, source);
  svg.remove();
  save(`${name}.svg`, text, "image/svg+xml");
}
