/** A table that sorts, filters, copies and exports what it shows. */

import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { csv, save, tsv } from "./export";

export interface Column<T> {
  name: string;
  /** What is sorted by, filtered, copied and exported. */
  value(row: T): string | number | null;
  /** What is shown, if not the value. */
  show?(row: T): ComponentChildren;
  /** A figure: to the right, biggest first when sorted. */
  number?: boolean;
  wide?: boolean;
  /** What a row is about: its heading where a phone shows each row as a block. Else the wide column, else the first. */
  title?: boolean;
  /** That nothing is known is said, also where there is little room. */
  unknown?: boolean;
  /** Something to choose by, without a name of its own. */
  choice?: boolean;
}

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  keyOf(row: T): string;
  /** Name of the file when exported, without extension. */
  file: string;
}

const SHOWN = 100;
/** So few rows are seen at a glance and need no filter. */
const FEW = 8;
/** So few columns have room on a phone. */
const NARROW = 3;

export function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

export function Table<T>({ caption, columns, rows, keyOf, file }: Props<T>) {
  const [sort, setSort] = useState<{ column: number; down: boolean } | null>(null);
  const [filter, setFilter] = useState("");
  const [limit, setLimit] = useState(SHOWN);
  const [said, setSaid] = useState("");
  const shown = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    const kept = wanted ? rows.filter((r) => columns.some((c) => String(c.value(r) ?? "").toLowerCase().includes(wanted))) : [...rows];
    if (sort) {
      const by = columns[sort.column]!;
      kept.sort((a, b) => {
        const [x, y] = [by.value(a), by.value(b)];
        // What is unknown stays last whichever way.
        return x === null || y === null ? compare(x, y) : compare(x, y) * (sort.down ? -1 : 1);
      });
    }
    return kept;
  }, [rows, columns, filter, sort]);
  const title = columns.find((c) => c.title) ?? columns.find((c) => c.wide) ?? columns[0];
  const stacks = columns.length > NARROW;
  const cells = () => [columns.map((c) => c.name), ...shown.map((r) => columns.map((c) => c.value(r)))];
  const tools = (
      <div class="table-tools small">
        {rows.length > FEW && (
          <label>
            Filter <input type="search" value={filter} onInput={(e) => setFilter(e.currentTarget.value)} />
          </label>
        )}
        {stacks && rows.length > 1 && (
          <label class="only-stacked">
            Order{" "}
            <select value={sort ? String(sort.column) : ""} onChange={(e) => setSort(e.currentTarget.value === "" ? null : { column: Number(e.currentTarget.value), down: columns[Number(e.currentTarget.value)]?.number ?? false })}>
              <option value="">as it comes</option>
              {columns.map((c, i) => !c.choice && <option key={c.name} value={i}>{c.name}</option>)}
            </select>
          </label>
        )}
        <button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(tsv(cells())).then(() => setSaid("Copied."), () => setSaid("The browser did not allow copying."))}>Copy</button>
        <button type="button" class="plain" onClick={() => save(`${file}.csv`, csv(cells()), "text/csv")}>Save as CSV</button>
        <span class="muted" role="status">{said || (rows.length > FEW && `${shown.length} of ${rows.length}`)}</span>
      </div>
  );
  return (
    <div class="table">
      {rows.length > FEW && tools}
      <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class={stacks ? "stacks" : undefined}>
          <caption class="hidden-but-read">{caption}</caption>
          <thead>
            <tr>
              {columns.map((c, i) => (
                <th key={c.name} scope="col" class={c.number ? "right" : undefined} aria-sort={sort?.column === i ? (sort.down ? "descending" : "ascending") : "none"}>
                  <button type="button" class="sort" onClick={() => setSort({ column: i, down: sort?.column === i ? !sort.down : (c.number ?? false) })}>
                    {c.name}
                    <span aria-hidden="true">{sort?.column === i ? (sort.down ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, limit).map((r) => (
              <tr key={keyOf(r)}>
                {columns.map((c) => (
                  <td key={c.name} data-label={c.name} class={[c.number ? "right number" : "", c.wide ? "wide" : "", c === title ? "title" : "", c.choice ? "choice" : c.value(r) === null && !c.unknown ? "nothing" : ""].filter(Boolean).join(" ") || undefined}>
                    {c.show ? c.show(r) : (c.value(r) ?? "–")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > limit && (
        <button type="button" onClick={() => setLimit(limit + 5 * SHOWN)}>Show more ({shown.length - limit} left)</button>
      )}
      {rows.length <= FEW && tools}
    </div>
  );
}
