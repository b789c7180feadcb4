import type * as api from "../src/api/types";
import type { Dossier } from "./dossier";

/** The columns of `statements/index.json`. */
export function index(d: Dossier, chunk = 100): api.StatementIndex {
  const rows = d.all();
  const values = { party: d.kept.parties.map((p) => ({ value: p.id, name: p.name })), act: uniq(rows, "act"), form: uniq(rows, "form"), mode: uniq(rows, "mode"), sourcing: uniq(rows, "sourcing"), zone: uniq(rows, "zone"), outlet: [...new Set(rows.map((r) => r.outlet))] };
  const party = (id: string | null) => values.party.findIndex((p) => p.value === id);
  return {
    total: d.pair(rows), chunk, chunks: Math.ceil(rows.length / chunk), ids: rows.map((r) => r.id), party: rows.map((r) => party(r.speaker.party)),
    act: rows.map((r) => values.act.indexOf(r.act)), form: rows.map((r) => values.form.indexOf(r.form)), mode: rows.map((r) => values.mode.indexOf(r.mode)),
    sourcing: rows.map((r) => values.sourcing.indexOf(r.sourcing)), zone: rows.map((r) => values.zone.indexOf(r.zone)), outlet: rows.map((r) => values.outlet.indexOf(r.outlet)),
    first: rows.map((r) => r.said?.first ?? null), last: rows.map((r) => r.said?.last ?? null), independent: rows.map((r) => (d.group(r.id)[0] === r.id ? 1 : 0)),
    targets: rows.map((r) => r.targets.map((t) => party(t.party)).filter((n) => n >= 0)), for: rows.map((r) => r.speaker.speaks_for.map((s) => party(s.party)).filter((n) => n >= 0)), values,
  };
}

function uniq(rows: api.Row[], key: "act" | "form" | "mode" | "sourcing" | "zone"): string[] {
  return [...new Set(rows.map((r) => r[key]))];
}
