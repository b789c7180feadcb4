/** Statements: search, facets, order; the view as a file or a link. */

import { useState } from "preact/hooks";
import { at, having, one, type Query } from "../address";
import { search } from "../api/client";
import { type FacetName, FACETS, type Row, type StatementsPage as Page } from "../api/types";
import { useData, useDossier } from "../data";
import { actOf, verb } from "../record/acts";
import { short } from "../record/dates";
import { count, form, pair, sourcingWord } from "../record/words";
import { csv, save, tsv } from "../parts/export";
import { ActTo, Await, Empty, Lit, Name, Words } from "../parts/show";
import { Link, useRouter } from "../router";

const TITLES: Record<FacetName, string> = {
  party: "Party", act: "Act", form: "Form", mode: "Mode", sourcing: "Sourcing", outlet: "Outlet", zone: "Part of the article", year: "Year",
};
const SORTS: [string, string][] = [
  ["said", "day of saying"], ["-said", "day of saying, newest first"], ["published", "day of publication"], ["-published", "day of publication, newest first"],
  ["speaker", "speaker"], ["act", "act"], ["outlet", "outlet"], ["-confidence", "surest first"], ["confidence", "least sure first"],
];
const FLAGS: [string, string][] = [["unanswered", "unanswered charges"], ["undated", "date unknown"], ["flagged", "flagged"], ["corrected", "corrected by hand"]];

function words(facet: FacetName, value: string, name: string | null): string {
  if (facet === "act") return verb(actOf(value));
  if (facet === "form") return form(value);
  if (facet === "sourcing") return sourcingWord(value);
  return name ?? "unknown";
}

/** A year is a facet for the reader and a span of days for the server. */
function isChosen(query: Query, facet: FacetName, value: string): boolean {
  return facet === "year" ? one(query, "from") === `${value}-01-01` && one(query, "to") === `${value}-12-31` : (query[facet] ?? []).includes(value);
}

export function StatementsPage() {
  const { address } = useRouter();
  const { query } = address;
  const first = useData<Page>("statements.json", query);
  return (
    <div class="stack">
      <h1>Statements</h1>
      <Chosen page={first.data} />
      <Await of={first} what="statements">{(page) => <Found key={search(query)} page={page} />}</Await>
    </div>
  );
}

/** What is asked for, each part of which can be taken away. */
function Chosen({ page }: { page: Page | null }) {
  const { address, go } = useRouter();
  const { query } = address;
  const items: [string, Query][] = [];
  const without = (key: string, value: string): Query => ({ ...query, [key]: (query[key] ?? []).filter((v) => v !== value) });
  for (const key of Object.keys(query)) {
    if (key === "sort" || key === "limit") continue;
    for (const value of query[key] ?? []) {
      const named = page?.facets?.[key as FacetName]?.find((f) => f.value === value)?.name;
      const facet = (FACETS as readonly string[]).includes(key);
      const flag = FLAGS.find(([k]) => k === key)?.[1];
      const text = flag ?? (facet ? words(key as FacetName, value, named ?? value) : key === "q" ? `“${value}”` : `${key}: ${nameOf(page, key, value)}`);
      items.push([text, without(key, value)]);
    }
  }
  if (items.length === 0) return null;
  return (
    <p class="row chosen">
      {items.map(([text, rest]) => (
        <button key={text} type="button" onClick={() => go({ path: address.path, query: rest })}>
          {text} <span aria-hidden="true">×</span><span class="hidden-but-read">: take away</span>
        </button>
      ))}
      <button type="button" class="plain" onClick={() => go(at("statements"))}>Take all away</button>
    </p>
  );
}

function nameOf(page: Page | null, key: string, value: string): string {
  if (key !== "speaker" && key !== "target") return value;
  return page?.facets?.party?.find((f) => f.value === value)?.name ?? page?.rows.flatMap((r) => [r.speaker, ...r.targets]).find((w) => w.party === value)?.name ?? value;
}

function Found({ page }: { page: Page }) {
  const { address, go } = useRouter();
  const { query } = address;
  const { get, meta } = useDossier();
  const [more, setMore] = useState<Page[]>([]);
  const [said, setSaid] = useState("");
  const rows = [page, ...more].flatMap((p) => p.rows);
  const next = (more.at(-1) ?? page).next;
  const file = (kind: "csv" | "jsonl") => `statements.${kind}${search(query)}`;
  const saveHere = async () => {
    // A folder cannot filter: the view is written here, from all its pages.
    const all: Row[] = [];
    let after: string | null = null;
    do {
      const part: Page = await get<Page>("statements.json", { ...query, limit: ["200"], facets: ["0"], ...(after ? { after: [after] } : {}) });
      all.push(...part.rows);
      after = part.next;
    } while (after);
    save("statements.csv", csv(cells(all)), "text/csv");
  };
  return (
    <div class="with-facets">
      <Facets page={page} />
      <div class="stack">
        <div class="row small">
          <strong aria-live="polite">{pair(page.total, "statement")}</strong>
          <label>Order <select value={one(query, "sort") ?? "said"} onChange={(e) => go(having(address, { sort: e.currentTarget.value === "said" ? null : e.currentTarget.value }))}>
            {SORTS.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
          </select></label>
          {meta.published ? <button type="button" class="plain" onClick={() => void saveHere()}>CSV</button> : <><a href={file("csv")} download>CSV</a><a href={file("jsonl")} download>JSON Lines</a></>}
          <button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(tsv(cells(rows))).then(() => setSaid(`${count(rows.length, "row")} copied.`), () => setSaid("The browser did not allow copying."))}>Copy</button>
          <button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(location.href).then(() => setSaid("Copied."), () => setSaid(location.href))}>Copy link</button>
          <span role="status" class="muted">{said}</span>
        </div>
        {rows.length === 0 ? <Nothing query={query} /> : (
          <table class="statements">
            <caption class="hidden-but-read">Statements</caption>
            <thead>
              <tr><th scope="col">Said</th><th scope="col">Who</th><th scope="col">Act</th><th scope="col">Words</th><th scope="col">Where</th></tr>
            </thead>
            <tbody>{rows.map((row) => <Line key={row.id} row={row} />)}</tbody>
          </table>
        )}
        {next && (
          <p><button type="button" onClick={() => void get<Page>("statements.json", { ...query, after: [next], facets: ["0"] }).then((p) => setMore([...more, p]))}>Show more</button> <span class="muted small">{rows.length.toLocaleString("en")} of {page.total.reports.toLocaleString("en")}</span></p>
        )}
      </div>
    </div>
  );
}

const HEAD = ["id", "said", "speaker", "role", "act", "targets", "content", "form", "sourcing", "outlet", "published", "confidence"];

/** Statements as a table, to be saved or copied. */
function cells(of: Row[]): (string | number | null)[][] {
  return [HEAD, ...of.map((r) => [r.id, r.said?.value ?? null, r.speaker.name, r.speaker.role, r.act, r.targets.map((t) => t.name).join("; "), r.content, r.form, r.sourcing, r.outlet, r.published?.value ?? null, r.confidence])];
}

function Nothing({ query }: { query: Query }) {
  return (
    <Empty>
      No statement fits. {one(query, "q") ? <>Try fewer words, or <Link to={at("statements", { ...query, q: null })}>leave the words out</Link> and choose by party and act.</> : <>Take one of the filters away.</>}
    </Empty>
  );
}

function Line({ row }: { row: Row }) {
  return (
    <tr>
      <td class="number" data-label="Said"><Said row={row} /></td>
      <td data-label="Who"><strong><Name who={row.speaker} /></strong>{row.speaker.role && <span class="muted small"> <Words text={row.speaker.role} /></span>}</td>
      <td data-label="Act"><ActTo row={row} />{row.unanswered && <span class="tag">unanswered</span>}{row.flagged && <span class="tag">flagged</span>}</td>
      <td class="quote words"><Link to={at("statements", row.id)}>{row.content ? <Lit text={row.content} hits={row.hits.content} /> : "(no words given)"}</Link></td>
      <td data-label="Where" class="small">
        <Link to={at("articles", row.article, { statement: row.id })}><Words text={row.outlet ?? "outlet unknown"} /></Link>{row.published && <span class="muted where-more">{short(row.published.value)}</span>}
        {row.echo && row.echo.reports > 1 && <span class="where-more"><Link to={at("echoes", row.echo.id)}>×{row.echo.reports}, {row.echo.independent} independent</Link></span>}
        {row.sure !== "sure" && <span class="muted where-more">{row.sure}</span>}
      </td>
    </tr>
  );
}

/** The day of saying; where nobody knows it, the day by which it had been said. */
function Said({ row }: { row: Row }) {
  if (row.said) return <>{short(row.said.value)}{row.said.basis === "inferred" && <span class="muted"> inferred</span>}</>;
  return <span class="muted">{row.published ? `by ${short(row.published.value)}` : "unknown"}</span>;
}

function Facets({ page }: { page: Page }) {
  const { address, go } = useRouter();
  const { query } = address;
  const set = (facet: FacetName, value: string, on: boolean) => {
    if (facet === "year") return go(having(address, on ? { from: `${value}-01-01`, to: `${value}-12-31` } : { from: null, to: null }));
    const now = query[facet] ?? [];
    go(having(address, { [facet]: on ? [...now, value] : now.filter((v) => v !== value) }));
  };
  const chosen = FACETS.filter((f) => (page.facets?.[f] ?? []).some((x) => isChosen(query, f, x.value))).length;
  const wide = matchMedia("(min-width: 60rem)").matches;
  return (
    <details class="facets small" open={wide}>
      <summary>Filters{chosen > 0 && ` (${count(chosen, "kind")} chosen)`}</summary>
      <fieldset>
        <legend>Only</legend>
        {FLAGS.map(([key, name]) => (
          <label key={key} class="check"><input type="checkbox" checked={one(query, key) !== null} onChange={(e) => go(having(address, { [key]: e.currentTarget.checked ? "1" : null }))} /> {name}</label>
        ))}
      </fieldset>
      {FACETS.map((facet) => {
        const values = page.facets?.[facet] ?? [];
        if (values.length === 0) return null;
        const box = (v: (typeof values)[number]) => (
          <label key={v.value} class="check">
            <input type="checkbox" checked={isChosen(query, facet, v.value)} onChange={(e) => set(facet, v.value, e.currentTarget.checked)} />
            <span class="facet-name"><Words text={words(facet, v.value, v.name)} /></span>
            <span class="muted number">{v.reports.toLocaleString("en")}</span>
          </label>
        );
        return (
          <fieldset key={facet}>
            <legend>{TITLES[facet]}</legend>
            {values.slice(0, 7).map(box)}
            {values.length > 7 && <details><summary>{values.length - 7} more</summary>{values.slice(7).map(box)}</details>}
          </fieldset>
        );
      })}
    </details>
  );
}
