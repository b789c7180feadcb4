import type * as api from "../src/api/types";
import type { Dossier } from "./dossier";

/** On what each outlet's statements rest. */
export function sourcing(d: Dossier): api.Sourcing {
  const count = (articles: api.ArticleRow[]) => {
    const ids = new Set(articles.map((a) => a.id));
    const rows = d.all().filter((r) => ids.has(r.article));
    const by = (key: "sourcing" | "form", values: string[]) => Object.fromEntries(values.map((v) => [v, rows.filter((r) => r[key] === v).length]));
    return {
      articles: articles.length, copies: articles.filter((a) => a.copy_of).length, statements: d.pair(rows),
      sourcing: by("sourcing", ["named", "institution", "collective", "unnamed", "document", "media"]), second_hand: rows.filter((r) => r.via.length).length,
      form: by("form", ["direct", "mixed", "indirect"]),
    };
  };
  const articles = d.articles();
  const copied = articles.filter((a) => a.copies);
  return {
    outlets: [...new Set(articles.map((a) => a.outlet))].map((outlet) => ({ outlet, ...count(articles.filter((a) => a.outlet === outlet)) })).sort((a, b) => b.statements.reports - a.statements.reports),
    total: count(articles), copies: copied.map((a) => ({ article: a, copies: articles.filter((b) => b.copy_of === a.id) })),
  };
}
