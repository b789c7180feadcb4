/** One quotation through the papers. */

import { at } from "../address";
import type { EchoPage as Data, EchoRow } from "../api/types";
import { useData, useList } from "../data";
import { actOf, towards, verb } from "../record/acts";
import { short } from "../record/dates";
import { harmless } from "../record/text";
import { difference, listed, pair } from "../record/words";
import { Await, Empty, More, Name, Sign, When, Words } from "../parts/show";
import { type Column, Table } from "../parts/table";
import { Link } from "../router";

const COLUMNS: Column<EchoRow>[] = [
  { name: "Words", value: (e) => e.content, wide: true, show: (e) => <Link class="quote" to={at("echoes", e.id)}><Words text={e.content} /></Link> },
  { name: "Speaker", value: (e) => e.speaker.name, show: (e) => <Name who={e.speaker} /> },
  { name: "Act", value: (e) => verb(actOf(e.act)), show: (e) => <span class="no-wrap"><Sign act={actOf(e.act)} />{verb(actOf(e.act))}</span> },
  { name: "Independent", value: (e) => e.independent, number: true },
  { name: "Reports", value: (e) => e.reports, number: true },
  { name: "First", value: (e) => e.first, show: (e) => <span class="number">{short(e.first)}</span> },
  { name: "Papers", value: (e) => e.outlets.join("; ") },
];

export function EchoesPage() {
  const list = useList<EchoRow>("echoes.json");
  return (
    <div class="stack">
      <h1>Echoes</h1>
      <p class="measure">The same words of the same speaker, reported again. A copy of a wire story confirms nothing, so independent reports are counted apart.</p>
      <Await of={list} what="the echoes">
        {(l) => (l.rows.length ? <><Table caption="Echoes" columns={COLUMNS} rows={l.rows} keyOf={(e) => e.id} file="echoes" /><More of={l} more={list.more} /></> : <Empty>No words were reported twice. <Link to={at("add")}>Add</Link> more papers on the same matter to see how they differ.</Empty>)}
      </Await>
    </div>
  );
}

/** Words of two wordings are told apart where they share some; else each is shown as it is. */
function alike(pieces: Data["members"][number]["pieces"]): boolean {
  const size = (is: string[]) => pieces.filter((p) => is.includes(p.is)).reduce((n, p) => n + p.text.split(" ").length, 0);
  return size(["same"]) * 3 >= size(["same", "cut"]);
}

function Piece({ is, text, first }: { is: string; text: string; first: boolean }) {
  const words = harmless(text);
  return (
    <>
      {!first && " "}
      {is === "same" ? <span>{words}</span> : is === "added" ? <ins>{words}</ins> : <del>{words}</del>}
    </>
  );
}

export function EchoPage({ id }: { id: string }) {
  const data = useData<Data>(`echoes/${encodeURIComponent(id)}.json`);
  return (
    <Await of={data} what="the echo">
      {(e) => {
        const first = e.members.find((m) => m.earliest)?.statement;
        return (
        <div class="stack-large">
          <header class="stack-small">
            <p class="small muted">One quotation through the papers</p>
            <h1><Words text={e.speaker.name} /> {verb(actOf(e.act))}{first && first.targets.length > 0 && <> {towards(actOf(e.act))} <Words text={listed(first.targets.map((t) => t.name))} /></>}</h1>
            <p>{pair(e)}. <ins class="difference">Words that only this paper has</ins>; <del class="difference">words that it leaves out</del>.</p>
          </header>
          <ol class="variants">
            {e.members.map((m) => (
              <li key={m.statement.id} class="variant">
                <div class="small variant-head">
                  <strong><Words text={m.statement.outlet ?? "outlet unknown"} /></strong>
                  <span class="muted"><When date={m.statement.published} unknown="day of publication unknown" /></span>
                  {m.earliest && <span class="tag">earliest</span>}
                  {m.copy && <span class="tag">copy, confirms nothing</span>}
                  {m.differences.length > 0 && <span class="muted">{m.differences.map(difference).join("; ")}</span>}
                  {!m.earliest && m.differences.length === 0 && <span class="muted">word for word</span>}
                </div>
                <p class="quote variant-words">
                  <bdi>
                    {alike(m.pieces) ? m.pieces.map((piece, i) => <Piece key={i} is={piece.is} text={piece.text} first={i === 0} />) : harmless(m.statement.content)}
                  </bdi>
                </p>
                <p class="small"><Link to={at("statements", m.statement.id)}>The statement</Link> · <Link to={at("articles", m.statement.article, { statement: m.statement.id })}>in the article</Link></p>
              </li>
            ))}
          </ol>
        </div>
        );
      }}
    </Await>
  );
}
