/** Contested claims: the list, and one with who asserts and who denies it, over time. */

import { useMemo } from "preact/hooks";
import { at, having, one } from "../address";
import type { Allegation, AllegationPage as Data, Cell, Row } from "../api/types";
import { useData, useList } from "../data";
import { short, stretch } from "../record/dates";
import { namesakes, pair } from "../record/words";
import { csv, save, tsv } from "../parts/export";
import { Await, Both, Brief, Empty, More, Name, Words } from "../parts/show";
import { type Column, Table } from "../parts/table";
import { Link, useRouter } from "../router";

const STATES: [string, string][] = [["", "All"], ["unanswered", "Unanswered"], ["denied", "Denied"], ["admitted", "Admitted in part"]];

const COLUMNS: Column<Allegation>[] = [
  { name: "Claim", value: (a) => a.words, wide: true, show: (a) => <Link to={at("allegations", a.id)}><Claim of={a} /></Link> },
  { name: "Asserted", value: (a) => a.asserted.independent, show: (a) => <Both of={a.asserted} />, number: true },
  { name: "Denied", value: (a) => a.denied.independent, show: (a) => <Both of={a.denied} />, number: true },
  { name: "Admitted in part", value: (a) => a.admitted.independent, show: (a) => <Both of={a.admitted} />, number: true },
  { name: "State", value: (a) => (a.unanswered ? "unanswered" : "answered") },
  { name: "First", value: (a) => a.first, show: (a) => <span class="number">{short(a.first)}</span> },
  { name: "Last", value: (a) => a.last, show: (a) => <span class="number">{short(a.last)}</span> },
];

/** Subject, relation and object; what is not known is said to be so. */
export function Claim({ of }: { of: Allegation }) {
  return (
    <span class="claim">
      <Words text={of.subject?.name ?? "somebody"} /> <em><Words text={of.relation ?? "did something to"} /></em> <Words text={of.object?.name ?? "somebody or something"} />
    </span>
  );
}

export function AllegationsPage() {
  const { address, go } = useRouter();
  const state = one(address.query, "state") ?? "";
  const list = useList<Allegation>("allegations.json", state ? { state: [state] } : {});
  const kept = (a: Allegation) => state === "" || (state === "unanswered" ? a.unanswered : state === "denied" ? a.denied.reports > 0 : a.admitted.reports > 0);
  return (
    <div class="stack">
      <h1>Allegations</h1>
      <p class="measure">Claims that one side puts forward and another may reject. Figures give independent statements first, then all reports.</p>
      <div class="row" role="group" aria-label="Which allegations">
        {STATES.map(([value, name]) => (
          <button key={value} type="button" aria-pressed={state === value} onClick={() => go(having(address, { state: value || null }), "replace")}>{name}</button>
        ))}
      </div>
      <Await of={list} what="the allegations">
        {(l) => {
          const rows = l.rows.filter(kept);
          return rows.length ? <><Table caption="Allegations" columns={COLUMNS} rows={rows} keyOf={(a) => a.id} file="allegations" /><More of={l} more={list.more} /></> : <Empty>No allegation is of this kind. Accusations that name neither a deed nor a party are found among the <Link to={at("statements", { act: "accuse" })}>statements</Link>.</Empty>;
        }}
      </Await>
    </div>
  );
}

export function AllegationPage({ id }: { id: string }) {
  const data = useData<Data>(`allegations/${encodeURIComponent(id)}.json`);
  return <Await of={data} what="the allegation">{(a) => <Shown a={a} />}</Await>;
}

const SIGNS: Record<string, string> = { asserts: "▲", denies: "▼", "admits in part": "◐", silent: "·" };
const CLASSES: Record<string, string> = { asserts: "accuse", denies: "deny", "admits in part": "admit", silent: "state" };

function Shown({ a }: { a: Data }) {
  return (
    <div class="stack-large">
      <header class="stack-small">
        <p class="small muted">Allegation</p>
        <h1><Claim of={a} /></h1>
        <p>
          Asserted in {pair(a.asserted, "statement")}, denied in {pair(a.denied, "statement")}{a.admitted.reports > 0 && <>, admitted in part in {pair(a.admitted, "statement")}</>}
          {a.first && <>, {stretch(a.first, a.last)}</>}.
          {a.unanswered && <span class="tag">unanswered</span>}
        </p>
        <p class="small">{a.subject?.party && <>Against: <Name who={a.subject} /></>}{a.object?.party && <> · About: <Name who={a.object} /></>}</p>
      </header>
      <section class="stack">
        <h2>Who stood where, and when</h2>
        <Matrix a={a} />
      </section>
      <section class="sides">
        <Side title="For" rows={a.for} none="Nobody puts it forward." />
        <Side title="Against" rows={a.against} none="Nobody denies it." />
        {a.in_part.length > 0 && <Side title="Admitted in part" rows={a.in_part} none="" />}
      </section>
      {a.related.length > 0 && (
        <section class="stack-small">
          <h2>Related allegations</h2>
          <ul>{a.related.map((r) => <li key={r.id}><Link to={at("allegations", r.id)}><Words text={r.words} /></Link> <span class="muted small">{r.why}</span></li>)}</ul>
        </section>
      )}
    </div>
  );
}

function Side({ title, rows, none }: { title: string; rows: Row[]; none: string }) {
  return (
    <section class="stack side">
      <h2>{title} <span class="muted number">{rows.length}</span></h2>
      {rows.length === 0 && <p class="muted">{none}</p>}
      <ol class="stack">{rows.map((r) => <li key={r.id}><Brief row={r} /></li>)}</ol>
    </section>
  );
}

function StanceCell({ cell }: { cell: Cell | null }) {
  if (!cell) return <td class="stance" />;
  const n = cell.statements.length;
  const body = (
    <>
      <span class={`act-${CLASSES[cell.stance] ?? "state"}`} aria-hidden="true">{SIGNS[cell.stance] ?? "○"}</span> {cell.stance}{n > 1 && <span class="muted number"> ×{n}</span>}
    </>
  );
  const first = cell.statements[0];
  return <td class="stance">{first ? <Link to={at("statements", first)}>{body}</Link> : <span class="muted">{body}</span>}</td>;
}

/** Columns by their numbers; several in a row in which nobody speaks are one stretch. */
function folded(a: Data): { first: number; many: number; quiet: boolean }[] {
  const found: { first: number; many: number; quiet: boolean }[] = [];
  a.matrix.columns.forEach((_, i) => {
    const quiet = a.matrix.rows.every((r) => !r.cells[i]?.statements.length);
    const last = found.at(-1);
    if (quiet && last?.quiet) last.many++;
    else found.push({ first: i, many: 1, quiet });
  });
  return found.map((s) => ({ ...s, quiet: s.quiet && s.many > 1 }));
}

function Matrix({ a }: { a: Data }) {
  const { columns, rows } = a.matrix;
  const undated = rows.some((r) => r.undated);
  // Where nobody says anything new, everybody stands as before: such stretches are one narrow column.
  const stretches = useMemo(() => folded(a), [a]);
  const same = namesakes(rows.map((r) => r.party));
  const cells = useMemo(
    () => [["Party", ...columns.map((c) => c.label), ...(undated ? ["undated"] : [])], ...rows.map((r) => [r.party.name, ...r.cells.map((c) => c?.stance ?? null), ...(undated ? [r.undated?.stance ?? null] : [])])],
    [a],
  );
  if (rows.length === 0) return <Empty>No party’s stand can be dated.</Empty>;
  return (
    <div class="stack-small">
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Parties by time">
        <table class="matrix">
          <caption class="hidden-but-read">Stance of each party by time</caption>
          <thead>
            <tr>
              <th scope="col">Party</th>
              {stretches.map((s) => s.quiet ? <th scope="col" key={s.first} class="quiet-time" title={`${s.many} columns in which nobody says anything new`}><span aria-hidden="true">⋯</span><span class="hidden-but-read">{s.many} columns in which nobody says anything new</span></th> : <th scope="col" key={s.first} class="number">{columns[s.first]!.label}</th>)}
              {undated && <th scope="col">undated</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.party.party ?? r.party.name}>
                <th scope="row"><Name who={r.party} among={same} /></th>
                {stretches.map((s) => (s.quiet ? <td key={s.first} class="quiet-time" /> : <StanceCell key={s.first} cell={r.cells[s.first] ?? null} />))}
                {undated && <StanceCell cell={r.undated} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="row small"><button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(tsv(cells))}>Copy</button><button type="button" class="plain" onClick={() => save("positions.csv", csv(cells), "text/csv")}>Save as CSV</button></p>
    </div>
  );
}
