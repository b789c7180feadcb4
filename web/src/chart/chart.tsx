/** The chart of exchanges: lanes, marks, arcs; pointer and keys. */

import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Overview } from "../api/types";
import { actOf, mark as shapeOf } from "../record/acts";
import { iso } from "../record/dates";
import { harmless } from "../record/text";
import { count, namesakes, sort } from "../record/words";
import { across, layout, type PlacedMark, walk, type Window } from "./layout";
import { Time } from "./time";
import { cutTo, spoken, Tip } from "./tip";

interface Props {
  overview: Overview;
  window: Window;
  acts: Set<string> | null;
  /** Equal times equally long, though that leaves most of the chart empty. */
  even: boolean;
  /** The statement whose card is open. */
  opened: string | null;
  open(mark: PlacedMark): void;
  zoom(window: Window): void;
  svg: RefObject<SVGSVGElement | null>;
}

function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

export function Chart({ overview, window, acts, even, opened, open, zoom, svg }: Props) {
  const [box, width] = useWidth();
  const [lanesOpen, setLanesOpen] = useState<Set<number>>(new Set());
  const [lit, setLit] = useState<string | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
  const l = useMemo(
    () => layout(overview, { width: Math.max(width, 280), window, acts, even, open: lanesOpen }),
    [overview, width, window.start, window.end, acts, even, lanesOpen],
  );
  const order = useMemo(() => walk(l.marks), [l]);
  const current = order.find((m) => m.id === focus) ?? order[0];
  const active = lit ?? (focus && svg.current?.contains(document.activeElement) ? focus : null);
  const near = useMemo(() => {
    if (!active) return null;
    const ids = new Set([active]);
    for (const a of l.arcs) {
      if (a.from.id === active) ids.add(a.to.id);
      if (a.to.id === active) ids.add(a.from.id);
    }
    return ids;
  }, [active, l]);
  const shown = active ? order.find((m) => m.id === active) : undefined;
  const dayAt = l.scale.day;
  const focusOn = (m: PlacedMark | null | undefined) => {
    if (!m) return;
    setFocus(m.id);
    svg.current?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(m.id)}"]`)?.focus();
  };
  const activate = (m: PlacedMark) => {
    if (m.all.length === 1 && m.mark.count === 1) return open(m);
    const first = Math.min(...m.all.flatMap((x) => (x.first ? [Date.parse(x.first) / 86_400_000] : [])));
    const last = Math.max(...m.all.flatMap((x) => (x.last ? [Date.parse(x.last) / 86_400_000] : []))) + 1;
    // A column that cannot be drawn apart any further opens on its first statement.
    if (last - first >= (window.end - window.start) * 0.8 || window.end - window.start <= 10) return open(m);
    const air = Math.max(2, (last - first) * 0.1);
    zoom({ start: first - air, end: last + air });
  };
  const keys = (event: KeyboardEvent) => {
    const at = current ? order.indexOf(current) : -1;
    const [half, middle] = [(window.end - window.start) / 2, (window.end + window.start) / 2];
    const moves: Record<string, () => void> = {
      ArrowRight: () => focusOn(order[at + 1]),
      ArrowLeft: () => focusOn(order[at - 1]),
      ArrowUp: () => current && focusOn(across(l.marks, l.lanes, current, -1)),
      ArrowDown: () => current && focusOn(across(l.marks, l.lanes, current, 1)),
      Home: () => focusOn(order[0]),
      End: () => focusOn(order.at(-1)),
      Enter: () => current && activate(current),
      " ": () => current && activate(current),
      "+": () => zoom({ start: middle - half / 2, end: middle + half / 2 }),
      "-": () => zoom({ start: middle - half * 2, end: middle + half * 2 }),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };
  const pointX = (e: PointerEvent) => e.clientX - (svg.current?.getBoundingClientRect().left ?? 0);
  const held = (x: number) => Math.max(l.plot.left, Math.min(l.plot.right, x));
  const same = namesakes(overview.lanes);
  const step = width < 640 ? 60 : 84;
  return (
    <div class="chart" ref={box}>
      <svg
        ref={svg}
        width={l.width}
        height={l.height}
        viewBox={`0 0 ${l.width} ${l.height}`}
        role="group"
        aria-label={`Chart of exchanges: ${count(order.length, "mark")} in ${count(overview.lanes.length, "lane")}. Arrow keys walk from mark to mark, Enter opens, plus and minus zoom. A table with the same statements follows.`}
        onKeyDown={keys}
        onPointerDown={(e) => {
          if (e.button !== 0 || (e.target as Element).closest("[data-mark],[data-lane]")) return;
          const x = pointX(e);
          if (x < l.plot.left || x > l.plot.right || e.pointerType === "touch") return;
          e.currentTarget.setPointerCapture(e.pointerId);
          setBrush({ from: x, to: x });
        }}
        onPointerMove={(e) => brush && setBrush({ ...brush, to: held(pointX(e)) })}
        onPointerUp={() => {
          if (brush && Math.abs(brush.to - brush.from) > 6) zoom({ start: dayAt(Math.min(brush.from, brush.to)), end: dayAt(Math.max(brush.from, brush.to)) });
          setBrush(null);
        }}
        onPointerCancel={() => setBrush(null)}
      >
        <defs>
          <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="hatch-line" x1="0" y1="0" x2="0" y2="5" />
          </pattern>
        </defs>
        <g aria-hidden="true">
          {l.tray && (
            <>
              <rect class="tray" x={l.tray.left} y={l.tray.top} width={l.tray.right - l.tray.left} height={l.tray.bottom - l.tray.top} />
              <text class="tick-label strong" x={l.tray.left + 6} y={l.tray.top - 6}>Undated · {l.tray.count}</text>
            </>
          )}
        </g>
        <g aria-hidden="true">
          {l.lanes.map((lane) => <line key={`${lane.lane}|${lane.member ?? ""}`} class="lane-line" x1={l.plot.left} x2={l.plot.right} y1={lane.axis} y2={lane.axis} />)}
        </g>
        <Time l={l} window={window} room={step} />
        <g class="arcs" aria-hidden="true">
          {l.arcs.map((a) => {
            const on = near && (a.from.id === active || a.to.id === active);
            return <path key={`${a.arc.from}|${a.arc.to}`} d={a.path} class={`arc act-${actOfAnswer(a.arc.kind)}${a.from.dated && a.to.dated ? "" : " undated"}${near ? (on ? " on" : " off") : ""}`} />;
          })}
        </g>
        <g class="lanes">
          {l.lanes.map((lane) => {
            const narrow = l.plot.left < 20;
            const x = (narrow ? 8 : 0) + (lane.member ? 16 : 0);
            const y = narrow ? lane.top + 13 : lane.axis + 4;
            const label = (
              <text class={lane.member ? "lane-name member" : "lane-name"} x={x} y={y}>
                {lane.opens && <tspan class="lane-sign">{lane.open ? "▾ " : "▸ "}</tspan>}
                {cutTo(harmless(lane.name), narrow ? 40 : lane.member ? 21 : 19)}
                {!lane.member && same.has(lane.name) && <tspan class="lane-sign" {...(narrow ? { dx: 5 } : { x: x + 2, dy: 14, "font-size": 11 })}>{sort(overview.lanes[lane.lane]?.kind ?? "")}</tspan>}
              </text>
            );
            const toggle = () => {
              const next = new Set(lanesOpen);
              if (!next.delete(lane.lane)) next.add(lane.lane);
              setLanesOpen(next);
            };
            return (
              <g key={`${lane.lane}|${lane.member ?? ""}`}>
                {lane.opens ? (
                  <g
                    data-lane={lane.lane} class="lane-toggle" role="button" tabindex={0} aria-expanded={lane.open} aria-label={`${lane.name}: who speaks for it`}
                    onClick={toggle}
                    onKeyDown={(e) => {
                      if (e.key !== "Enter" && e.key !== " ") return;
                      e.preventDefault();
                      e.stopPropagation();
                      toggle();
                    }}
                  >
                    <rect class="lane-hit" x={0} y={narrow ? lane.top : lane.axis - 14} width={narrow ? 200 : l.plot.left - 6} height={narrow ? 18 : 28} />
                    {label}
                  </g>
                ) : label}
                {lane.more > 0 && l.tray && <text class="tick-label" x={l.tray.right - 4} y={lane.top + lane.height - 5} text-anchor="end">+{lane.more}</text>}
              </g>
            );
          })}
        </g>
        <g class="marks">
          {order.map((m) => {
            const shape = shapeOf(m.act, l.radius);
            const off = near && !near.has(m.id);
            const stacked = m.mark.reports > 1 || m.all.length > 1 || m.mark.count > 1;
            return (
              <g
                key={m.id}
                data-mark={m.id}
                class={`mark act-${m.act}${off ? " off" : ""}${opened !== null && m.all.some((x) => x.statement === opened) ? " opened" : ""}`}
                transform={`translate(${m.x},${m.y})`}
                role="button"
                tabindex={m === current ? 0 : -1}
                aria-label={spoken(m)}
                onPointerEnter={() => setLit(m.id)}
                onPointerLeave={() => setLit(null)}
                onFocus={() => setFocus(m.id)}
                onBlur={() => setLit(null)}
                onClick={() => {
                  setFocus(m.id);
                  activate(m);
                }}
              >
                {m.band && <rect class={m.hatched ? "band hatched" : "band"} x={m.band.from - m.x} width={m.band.to - m.band.from} y={-l.radius} height={l.radius * 2} rx={2} />}
                {m.band && m.hatched && <rect class="band-hatch" x={m.band.from - m.x} width={m.band.to - m.band.from} y={-l.radius} height={l.radius * 2} rx={2} fill="url(#hatch)" />}
                {m.by && !m.band && <path class="tail" d={`M${-l.radius - 2.5},0h-5`} />}
                <circle class="hit" r={l.radius + 4} />
                {stacked && <path class="behind" d={shape.path} transform="translate(2.5,-2.5)" />}
                {m.mark.unanswered && m.all.length === 1 && <path class="ring" d={ring(l.radius + 3.5)} />}
                <path class={m.act === "admit" ? "mark-half" : shape.filled ? "mark-filled" : "mark-line"} d={shape.path} />
              </g>
            );
          })}
        </g>
        <g aria-hidden="true">
          {order.map((m) => m.badge && <text key={m.id} class={near && !near.has(m.id) ? "badge off" : "badge"} x={m.x + l.radius + 3.5} y={m.y + 3.5}>{m.badge}</text>)}
        </g>
        {brush && <rect class="brush" x={Math.min(brush.from, brush.to)} width={Math.abs(brush.to - brush.from)} y={l.plot.top - 6} height={l.plot.bottom - l.plot.top + 6} />}
      </svg>
      {shown && <Tip mark={shown} width={l.width} />}
      <p class="hidden-but-read" role="status">{brush ? `${iso(dayAt(Math.min(brush.from, brush.to)))} to ${iso(dayAt(Math.max(brush.from, brush.to)))}` : ""}</p>
    </div>
  );
}

/** Kinds of answers have the colours of the acts that they are. */
function actOfAnswer(kind: string): string {
  return kind === "accept" ? "promise" : kind === "counter" ? "accuse" : actOf(kind);
}

/** A ring that stays open at the upper right: nobody answered. */
export function ring(r: number): string {
  const c = Math.SQRT1_2 * r;
  const f = (x: number) => x.toFixed(2);
  return `M${f(c)},${f(-c)}A${f(r)},${f(r)},0,1,1,0,${f(-r)}`;
}
