/** The dispute in one picture. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { at, having, one, type Query } from "../address";
import type { Card as CardData, Overview } from "../api/types";
import { Chart } from "../chart/chart";
import { type PlacedMark, whole, type Window } from "../chart/layout";
import { savePicture } from "../chart/save";
import { useData, useDossier } from "../data";
import { ACTS, actOf, verb } from "../record/acts";
import { days, inWords, iso } from "../record/dates";
import { count, figures, namesakes, pair } from "../record/words";
import { Card } from "../parts/card";
import { Await, Both, Brief, Empty, Name, Sign } from "../parts/show";
import { type Column, Table } from "../parts/table";
import { Link, useRouter } from "../router";

/** The window that the address asks for, or the whole. */
function windowOf(query: Query, all: Window): Window {
  const [from, to] = [days(one(query, "from")), days(one(query, "to"))];
  return from && to && to.end > from.start ? { start: from.start, end: to.end } : all;
}

/** The window as long as before, a part of its length earlier or later. */
function moved(window: Window, part: number): Window {
  const by = (window.end - window.start) * part;
  return { start: window.start + by, end: window.end + by };
}

export function OverviewPage() {
  const { address } = useRouter();
  const { meta } = useDossier();
  const acts = address.query["act"];
  const base: Query = acts ? { act: acts } : {};
  const first = useData<Overview>("overview.json", base);
  // A dossier too big to draw whole comes in bins; a part of it is asked for again.
  const part = useData<Overview>(first.data?.bin && !meta.published ? "overview.json" : null, { ...base, ...pick(address.query, ["from", "to"]) });
  const shown = part.data ? { ...first, data: part.data } : first;
  if (meta.counts.articles === 0) {
    return (
      <div class="stack">
        <h1>Nothing has been read yet</h1>
        <Empty>{meta.read_only ? "This dossier has no articles." : <>Drop articles on <Link to={at("add")}>Add</Link>, paste a text there, or run <code>gainsay build</code> with a folder of them.</>}</Empty>
      </div>
    );
  }
  return <Await of={shown} what="the dispute">{(overview) => <Shown overview={overview} everything={first.data ?? overview} />}</Await>;
}

function pick(query: Query, keys: string[]): Query {
  return Object.fromEntries(keys.flatMap((k) => (query[k] ? [[k, query[k]]] : [])));
}

function Shown({ overview, everything }: { overview: Overview; everything: Overview }) {
  const { address, go } = useRouter();
  const { meta } = useDossier();
  const svg = useRef<SVGSVGElement>(null);
  const all = useMemo(() => whole(everything), [everything]);
  const window = windowOf(address.query, all);
  const zoomed = window.start !== all.start || window.end !== all.end;
  const opened = one(address.query, "open");
  const even = one(address.query, "time") === "even";
  const asked = address.query["act"];
  const wanted = asked && !asked.includes("all") ? new Set(asked) : null;
  const isOn = (act: string) => (wanted ? wanted.has(act) : act !== "state" || (asked?.includes("all") ?? false));
  const local = useMemo(() => (wanted ? wanted : null), [asked?.join()]);
  const zoom = (w: Window) => {
    const span = Math.max(3, w.end - w.start);
    const start = Math.max(all.start, Math.min(w.start, all.end - span));
    const end = Math.min(all.end, start + span);
    const isWhole = start <= all.start && end >= all.end;
    go(having(address, isWhole ? { from: null, to: null } : { from: iso(start), to: iso(end - 0.001) }), "replace");
  };
  const toggle = (act: string) => {
    const next = ACTS.filter((a) => (a === act ? !isOn(a) : isOn(a)));
    const usual = ACTS.every((a) => next.includes(a) === (a !== "state"));
    go(having(address, { act: usual || next.length === 0 ? null : next }), "replace");
  };
  const open = (m: PlacedMark) => go(having(address, { open: m.mark.statement }));
  const c = overview.counts;
  const top = everything.most_accused[0];
  return (
    <div class="stack-large overview">
      <header class="stack-small">
        <h1>Who said what about whom, and who denied it</h1>
        <p class="wide-measure">
          {count(c.articles, "article")} from {count(c.outlets, "outlet")}; {pair(meta.counts.statements, "statement")}
          {everything.all && <>, from {inWords(everything.all.first)} to {inWords(everything.all.last)}</>}.
          {top && <> Most accused: <Name who={top} />, {pair(top.accused, "charge")}, {top.unanswered} unanswered.</>}
        </p>
      </header>
      <section aria-labelledby="chart-title" class="stack">
        <h2 id="chart-title" class="hidden-but-read">Exchanges in time</h2>
        <div class="legend" role="group" aria-label="Acts shown">
          {ACTS.map((act) => {
            const n = everything.acts.find((a) => a.act === act);
            if (!n && !isOn(act)) return null;
            return (
              <button key={act} type="button" aria-pressed={isOn(act)} onClick={() => toggle(act)} disabled={meta.published && act === "state"}>
                <Sign act={act} />{verb(act)} <span class="muted number">{n ? figures(n) : "0"}</span>
              </button>
            );
          })}
        </div>
        <Chart overview={overview} window={window} acts={local} even={even} opened={opened} open={open} zoom={zoom} svg={svg} />
        <div class="row chart-foot small">
          <span class="muted">{zoomed ? `${inWords(iso(window.start))} to ${inWords(iso(window.end - 0.001))}` : "The whole time"}{overview.bin && `, a mark stands for all of one ${overview.bin}`}</span>
          {zoomed && <button type="button" onClick={() => zoom(all)}>Show the whole time</button>}
          <button type="button" onClick={() => zoom({ start: window.start + (window.end - window.start) / 4, end: window.end - (window.end - window.start) / 4 })}>Zoom in</button>
          {zoomed && <button type="button" disabled={window.start <= all.start} onClick={() => zoom(moved(window, -0.5))}>Earlier</button>}
          {zoomed && <button type="button" disabled={window.end >= all.end} onClick={() => zoom(moved(window, 0.5))}>Later</button>}
          {zoomed && <button type="button" onClick={() => zoom({ start: window.start - (window.end - window.start) / 2, end: window.end + (window.end - window.start) / 2 })}>Zoom out</button>}
          <button type="button" aria-pressed={even} onClick={() => go(having(address, { time: even ? null : "even" }), "replace")}>Even time</button>
          <button type="button" onClick={() => svg.current && savePicture(svg.current, "exchanges", `Exchanges: ${meta.name}`, `Gainsay ${meta.version}, ${location.href}`)}>Save as SVG</button>
        </div>
        {c.outside.reports > 0 && (
          <p class="small muted">{pair(c.outside, "statement")} of these acts are by parties without a lane here. <Link to={at("statements")}>See all statements</Link>, or <Link to={at("parties")}>all parties</Link>.</p>
        )}
        <Key />
        <details class="behind-table">
          <summary>The same as a table</summary>
          <MarksTable overview={overview} />
        </details>
      </section>
      <div class="two-columns">
        <section class="stack" aria-labelledby="accused-title">
          <h2 id="accused-title">Who is accused</h2>
          <MostAccused overview={everything} />
        </section>
        <section class="stack" aria-labelledby="unanswered-title">
          <h2 id="unanswered-title">What stands unanswered</h2>
          {everything.unanswered.length === 0 && <Empty>Every charge has an answer.</Empty>}
          <ul class="stack">{everything.unanswered.slice(0, 6).map((row) => <li key={row.id}><Brief row={row} /></li>)}</ul>
          {everything.unanswered.length > 6 && <p><Link to={at("statements", { unanswered: "1" })}>All unanswered charges</Link></p>}
        </section>
      </div>
      {opened && <OpenCard id={opened} close={() => go(having(address, { open: null }))} />}
    </div>
  );
}

function Key() {
  return (
    <ul class="key small muted">
      <li><svg viewBox="0 0 34 16" class="key-sign" aria-hidden="true"><path class="arc act-deny" d="M3,13C3,2,31,2,31,13" /></svg> an answer</li>
      <li><svg viewBox="-11 -11 22 22" class="key-sign" aria-hidden="true"><path class="ring act-accuse" d="M6,-6A8.5,8.5,0,1,1,0,-8.5" /></svg> open ring: unanswered</li>
      <li><svg viewBox="0 0 34 16" class="key-sign" aria-hidden="true"><rect class="band key-band" x="2" y="3" width="30" height="10" rx="2" /></svg> bar: the day is not known more exactly</li>
      <li><svg viewBox="0 0 34 16" class="key-sign" aria-hidden="true"><rect class="band hatched" x="2" y="3" width="30" height="10" rx="2" /><rect x="2" y="3" width="30" height="10" rx="2" fill="url(#hatch)" /></svg> hatched: the date is inferred</li>
      <li><svg viewBox="0 0 30 16" class="key-sign" aria-hidden="true"><path class="tail key-tail" d="M3,8h12" /><circle class="key-dot" cx="22" cy="8" r="4.5" /></svg> dotted: said by the day of publication, the day itself is unknown</li>
      <li><span class="number">1/3</span> one independent of three reports</li>
      <li class="only-pointer">drag over the chart to zoom</li>
    </ul>
  );
}

function MostAccused({ overview }: { overview: Overview }) {
  if (overview.most_accused.length === 0) return <Empty>Nobody is accused of anything here.</Empty>;
  const same = namesakes(overview.most_accused);
  const columns: Column<Accused>[] = [{ name: "Party", value: (p) => p.name, show: (p) => <Name who={p} among={same} /> }, ...ACCUSED];
  return <Table caption="Who is accused" columns={columns} rows={overview.most_accused} keyOf={(p) => p.party ?? p.name} file="accused" />;
}

type Accused = Overview["most_accused"][number];
const ACCUSED: Column<Accused>[] = [
  { name: "Charges", value: (p) => p.accused.independent, show: (p) => <Both of={p.accused} />, number: true },
  { name: "Answered", value: (p) => p.answered, number: true },
  { name: "Unanswered", value: (p) => p.unanswered, number: true },
];

type MarkRow = Overview["marks"][number];
const COLUMNS: Column<MarkRow>[] = [
  { name: "Said", value: (m) => (m.first === m.last ? m.first : m.first && `${m.first} to ${m.last}`) },
  { name: "Speaker", value: (m) => m.speaker },
  { name: "Act", value: (m) => verb(actOf(m.act)), show: (m) => <span class="no-wrap"><Sign act={actOf(m.act)} />{verb(actOf(m.act))}</span> },
  { name: "Target", value: (m) => m.targets.join("; ") || null },
  { name: "Statement", value: (m) => m.content, show: (m) => <Link class="quote" to={at("statements", m.statement)}><bdi>{m.content}</bdi></Link>, wide: true },
  { name: "Independent", value: (m) => m.independent, number: true },
  { name: "Reports", value: (m) => m.reports, number: true },
  { name: "Answer", value: (m) => (m.act === "accuse" ? (m.unanswered ? "unanswered" : "answered") : null) },
];

function MarksTable({ overview }: { overview: Overview }) {
  const rows = useMemo(() => [...overview.marks, ...overview.undated.marks], [overview]);
  return <Table caption="Statements of the chart" columns={COLUMNS} rows={rows} keyOf={(m) => m.id} file="exchanges" />;
}

/** The card of a mark, beside the chart; Escape closes it and goes back to the mark. */
function OpenCard({ id, close }: { id: string; close(): void }) {
  const ref = useRef<HTMLElement>(null);
  const card = useData<CardData>(`statements/${encodeURIComponent(id)}.json`);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    return () => {
      if (before instanceof SVGElement || before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside
      class="drawer" ref={ref} tabIndex={-1} aria-label="The statement"
      onKeyDown={(e) => {
        if (e.key === "Escape" && !(e.target as Element).closest("dialog")) close();
      }}
    >
      <div class="row drawer-head">
        <button type="button" onClick={close}>Close</button>
        <Link to={at("statements", id)}>Open as a page</Link>
      </div>
      <Await of={card} what="the statement">{(c) => <Card card={c} />}</Await>
    </aside>
  );
}
