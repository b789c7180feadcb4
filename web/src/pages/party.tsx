/** One party: names and roles, what it said, what was said of it, where it stood. */

import { useState } from "preact/hooks";
import { at } from "../address";
import type { Pair, PartyPage as Data, Row } from "../api/types";
import { type Bar, saveBars } from "../chart/save";
import { useData, useDossier } from "../data";
import { actOf, verb } from "../record/acts";
import { short, stretch } from "../record/dates";
import { count, figures, namesakes, pair } from "../record/words";
import { CorrectionForm } from "../parts/correct";
import { Await, Both, Brief, Empty, Name, Names, Sign, When, Words } from "../parts/show";
import { type Column, Table } from "../parts/table";
import { Link } from "../router";

export function PartyPage({ id }: { id: string }) {
  const data = useData<Data>(`parties/${encodeURIComponent(id)}.json`);
  return <Await of={data} what="the party">{(p) => <Shown p={p} />}</Await>;
}

const STANCES: Record<string, string> = { asserts: "accuse", denies: "deny", "admits in part": "admit", silent: "state" };

const POSITIONS: Column<Data["positions"][number]>[] = [
  { name: "Allegation", value: (x) => x.allegation.words, wide: true, show: (x) => <Link to={at("allegations", x.allegation.id)}><Words text={x.allegation.words} /></Link> },
  { name: "Since", unknown: true, value: (x) => x.from?.first ?? null, show: (x) => <When date={x.from} unknown="unknown" /> },
  { name: "Stance", value: (x) => x.stance, show: (x) => <span class="no-wrap"><Sign act={actOf(STANCES[x.stance] ?? "state")} />{x.stance}</span> },
  { name: "Statements", value: (x) => x.statements.length, show: (x) => (x.statements[0] ? <Link to={at("statements", x.statements[0])}>{x.statements.length}</Link> : "0"), number: true },
];

const counterparts = (same: Set<string>): Column<Data["counterparts"][number]>[] => [
  { name: "Party", value: (c) => c.name, show: (c) => <Name who={c} among={same} /> },
  { name: "To them", value: (c) => c.at_them.independent, show: (c) => <Both of={c.at_them} />, number: true },
  { name: "From them", value: (c) => c.at_it.independent, show: (c) => <Both of={c.at_it} />, number: true },
];

function Shown({ p }: { p: Data }) {
  const { meta } = useDossier();
  const [splitting, setSplitting] = useState(false);
  return (
    <div class="stack-large">
      <header class="stack-small">
        <p class="small muted">{p.kind === "unknown" ? "Party" : p.kind}</p>
        <h1><Words text={p.name} /></h1>
        {p.aliases.length > 0 && <p>Also called <Words text={p.aliases.join(", ")} />.</p>}
        {p.speaks_for.length > 0 && <p>Speaks for <Names of={p.speaks_for} />.</p>}
        <p class="muted">
          {pair(p.statements, "statement")}{p.first && <>, {stretch(p.first, p.last)}</>}; {pair(p.targeted, "statement")} aimed at it, {pair(p.accused, "charge")} among them.
        </p>
        {!meta.read_only && <p class="small"><button type="button" onClick={() => setSplitting(true)}>These are two parties …</button> <span class="muted">To join two into one, choose them among the <Link to={at("parties")}>parties</Link>.</span></p>}
      </header>
      {p.roles.length > 0 && (
        <section class="stack-small">
          <h2>Roles</h2>
          <ul>
            {p.roles.map((r) => (
              <li key={r.title}>
                {r.statement ? <Link to={at("statements", r.statement)}><Words text={r.title} /></Link> : <Words text={r.title} />}{" "}
                <span class="muted small">{r.from || r.to ? `${stretch(r.from, r.to, short)}, ` : ""}{count(r.statements, "statement")}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="two-columns">
        <Acts title="What it does" acts={p.acts} none="It says nothing here." key_="party" id={p.id} name={p.name} />
        <Acts title="What others do to it" acts={p.acts_at_it} none="Nothing is aimed at it." key_="target" id={p.id} name={p.name} />
      </div>
      {p.positions.length > 0 && (
        <section class="stack">
          <h2>Where it stood</h2>
          <Table caption="Where it stood" columns={POSITIONS} rows={p.positions} keyOf={(x) => `${x.allegation.id}|${x.stance}|${x.from?.value ?? ""}`} file="positions" />
        </section>
      )}
      <div class="two-columns">
        {p.counterparts.length > 0 && (
          <section class="stack">
            <h2>With whom</h2>
            <Table caption="With whom" columns={counterparts(namesakes(p.counterparts))} rows={p.counterparts} keyOf={(c) => c.party ?? c.name} file="counterparts" />
          </section>
        )}
        {p.members.length > 0 && (
          <section class="stack">
            <h2>Who speaks for it</h2>
            <ul>{p.members.map((m) => <li key={m.name} class="spread"><Name who={m} /> <Both of={m.statements} /></li>)}</ul>
          </section>
        )}
      </div>
      <div class="two-columns">
        <Latest title="What it said, newest first" of={p.said} all="party" id={p.id} none="Nothing." />
        <Latest title="What was said of it, newest first" of={p.said_of} all="target" id={p.id} none="Nothing." />
      </div>
      {splitting && (
        <CorrectionForm title="Two parties under one name" close={() => setSplitting(false)} body={(f) => ({ kind: "split", party: p.id, name: String(f.get("name")).trim(), statements: f.getAll("statements").map(String) })}>
          <label class="field">Name of the other<input name="name" required /></label>
          <fieldset class="choices scrolls">
            <legend>Which of these are the other’s?</legend>
            {p.said.rows.map((r) => <label key={r.id} class="check"><input type="checkbox" name="statements" value={r.id} /> <span class="quote"><Words text={r.content.slice(0, 120)} /></span></label>)}
          </fieldset>
        </CorrectionForm>
      )}
    </div>
  );
}

function Acts(props: { title: string; acts: ({ act: string } & Pair)[]; none: string; key_: "party" | "target"; id: string; name: string }) {
  const { meta } = useDossier();
  const most = Math.max(1, ...props.acts.map((a) => a.reports));
  const bar = (a: { act: string } & Pair): Bar => ({
    name: verb(actOf(a.act)), figure: figures(a), of: `act-${actOf(a.act)}`,
    parts: [{ from: 0, to: (100 * a.reports) / most, of: "bar-all" }, { from: 0, to: (100 * a.independent) / most, of: "bar-independent" }],
  });
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      {props.acts.length === 0 && <Empty>{props.none}</Empty>}
      <ul class="bars">
        {props.acts.map((a) => {
          const act = actOf(a.act);
          return (
            <li key={a.act} class={`act-${act}`}>
              <Link to={at("statements", { [props.key_]: props.id, act: a.act })} class="bar-name"><Sign act={act} /><span class="ink">{verb(act)}</span></Link>
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-all" width={(100 * a.reports) / most} height="10" />
                <rect class="bar-independent" width={(100 * a.independent) / most} height="10" />
              </svg>
              <span class="ink number">{figures(a)}</span>
            </li>
          );
        })}
      </ul>
      {props.acts.length > 0 && <p class="small"><button type="button" class="plain" onClick={() => saveBars(props.acts.map(bar), [], props.key_ === "party" ? "what-it-does" : "what-others-do", `${props.title}: ${props.name}`, `Gainsay ${meta.version}, ${location.href}`)}>Save as SVG</button></p>}
    </section>
  );
}

function Latest(props: { title: string; of: { total: Pair; rows: Row[] }; all: "party" | "target"; id: string; none: string }) {
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      {props.of.rows.length === 0 && <p class="muted">{props.none}</p>}
      <ul class="stack">{props.of.rows.slice(0, 8).map((r) => <li key={r.id}><Brief row={r} /></li>)}</ul>
      {props.of.total.reports > 8 && <p><Link to={at("statements", { [props.all]: props.id })}>All {pair(props.of.total, "statement")}</Link></p>}
    </section>
  );
}
