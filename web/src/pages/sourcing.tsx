/** On what each outlet's statements rest. */

import { at } from "../address";
import type { OutletRow, Sourcing } from "../api/types";
import { type Bar, saveBars } from "../chart/save";
import { useData, useDossier } from "../data";
import { count, pair, sourcingWord } from "../record/words";
import { Await, Both, Empty, When, Words } from "../parts/show";
import { type Column, Table } from "../parts/table";
import { Link } from "../router";

type Kind = keyof OutletRow["sourcing"];
const KINDS: Kind[] = ["named", "institution", "collective", "unnamed", "document", "media"];
const total = (row: Pick<OutletRow, "sourcing">) => Object.values(row.sourcing).reduce((a, b) => a + b, 0);
const part = (row: Pick<OutletRow, "sourcing">, kind: Kind) => (total(row) ? Math.round((100 * row.sourcing[kind]) / total(row)) : 0);

const COLUMNS: Column<OutletRow>[] = [
  { name: "Outlet", value: (o) => o.outlet ?? "unknown", show: (o) => <Link to={at("statements", { outlet: o.outlet ?? "" })}><Words text={o.outlet ?? "unknown"} /></Link> },
  { name: "Articles", value: (o) => o.articles, number: true },
  { name: "of these copies", value: (o) => o.copies, number: true },
  { name: "Statements", value: (o) => o.statements.independent, show: (o) => <Both of={o.statements} />, number: true },
  ...KINDS.map((kind): Column<OutletRow> => ({ name: sourcingWord(kind), value: (o) => o.sourcing[kind], number: true })),
  { name: "second-hand", value: (o) => o.second_hand, number: true },
];

export function SourcingPage() {
  const data = useData<Sourcing>("sourcing.json");
  return <Await of={data} what="the sourcing">{(s) => <Shown s={s} />}</Await>;
}

/** An outlet's bar, for a picture to be saved. */
function barOf(row: OutletRow): Bar {
  let at = 0;
  const parts = KINDS.map((kind) => {
    const from = at;
    at += (100 * row.sourcing[kind]) / total(row);
    return { from, to: at - 0.3, of: `share-${kind}` };
  });
  return { name: row.outlet ?? "outlet unknown", figure: total(row).toLocaleString("en"), parts };
}

function Shown({ s }: { s: Sourcing }) {
  const { meta } = useDossier();
  return (
    <div class="stack-large">
      <header class="stack-small">
        <h1>Sourcing</h1>
        <p class="measure">How the papers know: {pair(s.total.statements, "statement")} in {count(s.total.articles, "article")}, {count(s.total.copies, "copy", "copies")} among them. Of 100 statements {part(s.total, "named")} name their speaker and {part(s.total, "unnamed")} have an unnamed one; {s.total.second_hand} of all {s.total.statements.reports.toLocaleString("en")} came second-hand.</p>
      </header>
      {s.outlets.length === 0 && <Empty>No article has been read.</Empty>}
      <section class="stack">
        <h2>In parts of a hundred</h2>
        <ul class="shares">
          {s.outlets.filter((o) => total(o) > 0).map((o) => (
            <li key={o.outlet ?? ""}>
              <span class="share-name"><Words text={o.outlet ?? "outlet unknown"} /> <span class="muted small number">{total(o)}</span></span>
              <Share row={o} />
            </li>
          ))}
        </ul>
        <ul class="row small share-key">{KINDS.map((k) => <li key={k}><svg class="key-square" viewBox="0 0 10 10" aria-hidden="true"><rect class={`share-${k}`} width="10" height="10" /></svg> {sourcingWord(k)}</li>)}</ul>
        <p class="small"><button type="button" onClick={() => saveBars(s.outlets.filter((o) => total(o) > 0).map(barOf), KINDS.map((k) => ({ name: sourcingWord(k), of: `share-${k}` })), "sourcing", `Sourcing by outlet: ${meta.name}`, `Gainsay ${meta.version}, ${location.href}`)}>Save as SVG</button></p>
      </section>
      <section class="stack">
        <h2>In figures</h2>
        <Table caption="Sourcing by outlet" columns={COLUMNS} rows={s.outlets} keyOf={(o) => o.outlet ?? ""} file="sourcing" />
      </section>
      <section class="stack">
        <h2>Copies of one text</h2>
        {s.copies.length === 0 && <Empty>No paper printed another’s text.</Empty>}
        <ul class="stack">
          {s.copies.map((c) => (
            <li key={c.article.id} class="stack-small">
              <p><Link to={at("articles", c.article.id)}><Words text={c.article.title ?? "without a title"} /></Link> <span class="muted small"><Words text={c.article.outlet ?? "outlet unknown"} />, <When date={c.article.published} /></span></p>
              <ul class="indent small">{c.copies.map((x) => <li key={x.id}>also in <Words text={x.outlet ?? "outlet unknown"} />, <When date={x.published} />: <Link to={at("articles", x.id)}><Words text={x.title ?? "without a title"} /></Link></li>)}</ul>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Share({ row }: { row: OutletRow }) {
  let x = 0;
  const all = total(row);
  return (
    <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={KINDS.map((k) => `${sourcingWord(k)} ${part(row, k)} in 100`).join(", ")}>
      {KINDS.map((kind) => {
        const width = (100 * row.sourcing[kind]) / all;
        const rect = width > 0 && <rect key={kind} class={`share-${kind}`} x={x} width={Math.max(0, width - 0.3)} height="10" />;
        x += width;
        return rect;
      })}
    </svg>
  );
}
