/** Parties as a list, and merging those that are one. */

import { useState } from "preact/hooks";
import { at, having, one } from "../address";
import type { Party } from "../api/types";
import { useDossier, useList } from "../data";
import { CorrectionForm } from "../parts/correct";
import { Await, Both, Empty, More, Words } from "../parts/show";
import { type Column, Table } from "../parts/table";
import { Link, useRouter } from "../router";

export function PartiesPage() {
  const { address, go } = useRouter();
  const { meta } = useDossier();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [merging, setMerging] = useState(false);
  const kind = one(address.query, "kind");
  const list = useList<Party>("parties.json", kind ? { kind: [kind] } : {});
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const columns: Column<Party>[] = [
    { name: "Name", value: (p) => p.name, title: true, show: (p) => <Link to={at("parties", p.id)}><Words text={p.name} /></Link> },
    { name: "Said", value: (p) => p.statements.independent, show: (p) => <Both of={p.statements} />, number: true },
    { name: "Accused", value: (p) => p.accused.independent, show: (p) => <Both of={p.accused} />, number: true },
    { name: "Aimed at it", value: (p) => p.targeted.independent, show: (p) => <Both of={p.targeted} />, number: true },
    { name: "Kind", value: (p) => p.kind },
    { name: "Role", value: (p) => p.roles[0]?.title ?? null, show: (p) => <Words text={p.roles[0]?.title ?? ""} /> },
    { name: "Speaks for", value: (p) => p.speaks_for.map((w) => w.name).join(" › ") || null, show: (p) => <Words text={p.speaks_for.map((w) => w.name).join(" › ")} /> },
  ];
  if (!meta.read_only) columns.unshift({ name: "Merge", value: () => null, choice: true, show: (p) => <input type="checkbox" checked={chosen.has(p.id)} onChange={() => toggle(p.id)} aria-label={`Merge ${p.name}`} /> });
  return (
    <div class="stack">
      <h1>Parties</h1>
      <div class="row" role="group" aria-label="Kind of party">
        {[null, "government", "organization", "person", "group", "document"].map((k) => (
          <button key={k ?? ""} type="button" aria-pressed={kind === k} onClick={() => go(having(address, { kind: k }), "replace")}>{k ?? "all"}</button>
        ))}
      </div>
      <Await of={list} what="the parties">
        {(l) => {
          const rows = l.rows.filter((p) => !kind || p.kind === kind);
          return (
            <>
              {chosen.size > 0 && (
                <p class="row small">
                  <span>{chosen.size} chosen</span>
                  <button type="button" disabled={chosen.size < 2} onClick={() => setMerging(true)}>These are one party</button>
                  <button type="button" class="plain" onClick={() => setChosen(new Set())}>Choose none</button>
                </p>
              )}
              {rows.length ? <Table caption="Parties" columns={columns} rows={rows} keyOf={(p) => p.id} file="parties" /> : <Empty>No party of this kind.</Empty>}
              <More of={l} more={list.more} />
              {merging && (
                <CorrectionForm title="One party under several names" close={() => { setMerging(false); setChosen(new Set()); }} body={(f) => ({ kind: "merge", parties: [...chosen].sort(), name: String(f.get("name")) })}>
                  <fieldset class="choices">
                    <legend>Its name</legend>
                    {l.rows.filter((p) => chosen.has(p.id)).map((p, i) => <label key={p.id} class="check"><input type="radio" name="name" value={p.name} defaultChecked={i === 0} /> <Words text={p.name} /></label>)}
                  </fieldset>
                </CorrectionForm>
              )}
            </>
          );
        }}
      </Await>
    </div>
  );
}
