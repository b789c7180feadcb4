/** What a page shows, as a file or for the clipboard. */

export type Cells = (string | number | null)[][];

/** A spreadsheet would run a cell that begins so as a formula; a leading `'` keeps it text. */
const guarded = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** CSV as RFC 4180 has it. */
export function csv(cells: Cells): string {
  const cell = (value: string | number | null) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value);
    const safe = guarded(value);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return cells.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** Tab-separated, for pasting into a sheet. */
export function tsv(cells: Cells): string {
  return cells.map((row) => row.map((v) => (typeof v === "string" ? guarded(v) : String(v ?? "")).replace(/\s+/g, " ")).join("\t")).join("\n");
}

/** Hands the reader a file. */
export function save(name: string, content: string, type: string) {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
