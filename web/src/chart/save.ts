/** A picture that is drawn on the page, as an SVG file that looks the same elsewhere. */

import { save } from "../parts/export";

const KEPT = [
  "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap", "opacity",
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
