/** Every object of the API over a kept record, as a server would answer it. For tests and for work on the pages. */

import { days, iso, type Precision } from "../src/record/dates";
import { Points } from "../src/record/text";
import type * as api from "../src/api/types";
import { differences } from "./differences";
import type { Kept } from "./record";

type Statement = Kept["statements"][number];
const MAIN = ["Halvern", "Varnia", "Lorrimond", "Sable Coast Front"];

export function date(value: string | null, basis: api.RecordDate["basis"] = "expression"): api.RecordDate | null {
  const range = days(value);
  if (!value || !range) return null;
  const precision: Precision = /W/.test(value) ? "week" : value.length >= 10 ? "day" : value.length === 7 ? "month" : "year";
  return { value, precision, basis, first: iso(range.start), last: iso(range.end - 1), evidence: basis === "inferred" ? "the same story is dated elsewhere" : null };
}

const sure = (c: number): api.Sure => (c >= 0.85 ? "sure" : c >= 0.6 ? "likely" : "unsure");
const when = (r: api.Row) => r.said?.first ?? r.published?.first ?? "9999";
const byTime = (a: api.Row, b: api.Row) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0) || a.position - b.position;

export class Dossier {
  readonly log: api.Entry[] = [];
  private rows = new Map<string, api.Row>();
  private points = new Map<string, Points>();
  private cards = new Map<string, api.Card>();
  private claims: api.Allegation[] | null = null;
  private inOrder: api.Row[] | null = null;
  private statements = new Map<string, Statement>();

  constructor(readonly kept: Kept, readonly readOnly = false) {
    this.read();
  }

  /** Draws everything anew, after a correction. */
  read() {
    this.rows.clear();
    this.cards.clear();
    this.claims = this.inOrder = null;
    this.statements = new Map(this.kept.statements.map((s) => [s.id, s]));
    for (const a of this.kept.articles) this.points.set(a.id, new Points(a.text));
    for (const s of this.kept.statements) this.rows.set(s.id, this.row(s));
    for (const [id, r] of this.rows) {
      r.answers = this.live().filter((a) => a.from === id).length;
      r.answered_by = this.live().filter((a) => a.to === id).length;
      const members = this.kept.echoes.find((e) => e.includes(id));
      if (members) r.echo = { id: `e${members[0]}`, reports: members.length, independent: this.independent(members) };
      r.unanswered = r.act === "accuse" && !this.group(id).some((m) => this.live().some((a) => a.to === m));
    }
  }

  private live() {
    return this.kept.answers.filter((a) => a.verdict !== "reject");
  }

  group(id: string): string[] {
    return this.kept.echoes.find((e) => e.includes(id)) ?? [id];
  }

  independent(ids: string[]): number {
    return ids.filter((id) => !this.article(this.statement(id).article).copy_of).length || 1;
  }

  private article(id: string) {
    return this.kept.articles.find((a) => a.id === id)!;
  }

  private statement(id: string): Statement {
    return this.statements.get(id)!;
  }

  private party(name: string | null) {
    return this.kept.parties.find((p) => p.name === name) ?? null;
  }

  who(name: string | null): api.Who {
    const p = this.party(name);
    return { party: p?.id ?? null, name: name ?? "unknown", kind: (p?.kind ?? "unknown") as api.Kind };
  }

  private chain(name: string | null): string[] {
    const found: string[] = [];
    for (let p = this.party(name)?.speaks_for; p && !found.includes(p); p = this.party(p)?.speaks_for) found.push(p);
    return found;
  }

  /** The party at the end of the chain: the lane of a statement. */
  private top(name: string | null): string | null {
    return this.chain(name).at(-1) ?? name;
  }

  private span(article: string, [start, end]: [number, number]): api.Span {
    return { start, end, exact: this.points.get(article)!.slice(start, end) };
  }

  private spans(s: Statement): api.Spans {
    const of = (role: keyof Statement["spans"]) => (s.spans[role] ?? []).map((r) => this.span(s.article, r));
    return { source: of("source"), cue: of("cue"), content: of("content"), via: of("via").map((v) => [v]), target: of("target").map((v) => [v]), addressee: [] };
  }

  private published(a: Kept["articles"][number]) {
    return date(a.published, (a.basis ?? "text") as api.RecordDate["basis"]);
  }

  private row(s: Statement): api.Row {
    const a = this.article(s.article);
    const spans = this.spans(s);
    const words = (list: api.Span[]) => list.map((x) => x.exact).join(" … ");
    return {
      id: s.id, article: s.article, position: s.position, act: s.act, mode: s.mode, form: s.form, zone: s.zone, sourcing: s.sourcing,
      speaker: { ...this.who(s.speaker), role: s.role, speaks_for: this.chain(s.speaker).map((n) => this.who(n)), resolved_from: s.resolved, candidates: s.candidates },
      targets: s.targets.map((t) => this.who(t)), addressee: null, via: s.via.map((v) => this.who(v)),
      source: words(spans.source), cue: words(spans.cue), content: words(spans.content),
      said: date(s.said, s.corrected?.includes("date") ? "corrected" : s.said && s.said.length < 10 ? "inferred" : "expression"),
      published: this.published(a), outlet: a.outlet, title: a.title, confidence: s.confidence, sure: sure(s.confidence),
      unanswered: false, answers: 0, answered_by: 0, echo: null, corrected: s.corrected ?? [], flagged: s.flagged ?? false,
      notes: s.notes?.length ?? 0, hits: { source: [], content: [] },
    };
  }

  all(): api.Row[] {
    return (this.inOrder ??= [...this.rows.values()].sort(byTime));
  }

  pair(rows: api.Row[]): api.Pair {
    const seen = new Set(rows.map((r) => this.group(r.id)[0]));
    return { reports: rows.length, independent: seen.size };
  }

  private counted(rows: api.Row[]): ({ act: string } & api.Pair)[] {
    return [...new Set(rows.map((r) => r.act))].map((act) => ({ act, ...this.pair(rows.filter((r) => r.act === act)) })).sort((a, b) => b.reports - a.reports);
  }

  meta(published = false): api.Meta {
    const all = this.all();
    return {
      name: this.kept.name, version: "0.1.0", api: 1, published, read_only: published || this.readOnly, revision: `15-${this.log.length}`,
      counts: {
        articles: this.kept.articles.length, files: this.kept.articles.length, outlets: new Set(this.kept.articles.map((a) => a.outlet)).size,
        parties: this.kept.parties.length, stories: 1, echoes: this.kept.echoes.length, allegations: this.kept.allegations.length,
        answers: this.live().length, statements: this.pair(all), by_unknown: all.filter((r) => !r.speaker.party).length,
        undated: all.filter((r) => !r.said).length, corrections: this.log.length, orphaned: 0,
      },
      acts: ["accuse", "criticize", "deny", "admit", "demand", "refuse", "threaten", "promise", "praise", "decline", "state"],
      limits: { page: 200, csv_rows: 100000, marks: 1500, upload_bytes: 67108864, text_bytes: 16777216, correction_bytes: 65536, query: 1000, jobs: 64 },
    };
  }

  overview(acts: string[] = []): api.Overview {
    const wanted = (r: api.Row) => (acts.includes("all") ? true : acts.length ? acts.includes(r.act) : r.act !== "state");
    const all = this.all();
    const rows = all.filter(wanted);
    const lanes = MAIN.map((name) => {
      const theirs = all.filter((r) => this.top(r.speaker.party ? r.speaker.name : null) === name);
      const at = all.filter((r) => r.act === "accuse" && r.targets.some((t) => this.top(t.name) === name));
      const answered = at.filter((r) => !r.unanswered);
      const members = [...new Set(theirs.map((r) => r.speaker.name))];
      return {
        ...this.who(name), statements: this.pair(theirs), accused: this.pair(at), answered: this.pair(answered).independent,
        unanswered: this.pair(at).independent - this.pair(answered).independent,
        members: members.map((m) => ({ ...this.who(m), statements: this.pair(theirs.filter((r) => r.speaker.name === m)) })).sort((a, b) => b.statements.reports - a.statements.reports),
      };
    });
    const marks: api.ChartMark[] = [];
    for (const r of rows) {
      const lane = MAIN.indexOf(this.top(r.speaker.name) ?? "");
      const group = this.group(r.id);
      if (lane < 0 || group[0] !== r.id) continue;
      marks.push({
        id: r.id, lane, member: r.speaker.party, speaker: r.speaker.name, act: r.act, first: r.said?.first ?? null, last: r.said?.last ?? null,
        precision: r.said?.precision ?? null, basis: r.said?.basis ?? null, reports: group.length, independent: this.independent(group),
        outlets: new Set(group.map((g) => this.rows.get(g)!.outlet)).size, count: 1, statement: r.id, content: r.content,
        targets: r.targets.map((t) => t.name), unanswered: r.unanswered,
      });
    }
    const dated = marks.filter((m) => m.first).sort((a, b) => (a.first! < b.first! ? -1 : 1));
    const undated = marks.filter((m) => !m.first);
    const shown = new Set(marks.map((m) => m.id));
    const head = (id: string) => this.group(id)[0]!;
    const span = dated.length ? { first: dated[0]!.first!, last: dated.map((m) => m.last!).sort().at(-1)! } : null;
    return {
      all: span, shown: span, bin: null,
      counts: { articles: this.kept.articles.length, outlets: 8, statements: this.pair(rows), undated: this.pair(rows.filter((r) => !r.said)), outside: { reports: 0, independent: 0 } },
      acts: this.counted(all),
      lanes, marks: dated,
      arcs: this.live().map((a) => ({ from: head(a.from), to: head(a.to), kind: a.kind, confidence: a.confidence, count: 1 })).filter((a) => shown.has(a.from) && shown.has(a.to)),
      undated: { reports: undated.reduce((n, m) => n + m.reports, 0), independent: undated.length, marks: undated },
      most_accused: lanes.map(({ party, name, kind, accused, answered, unanswered }) => ({ party, name, kind, accused, answered, unanswered })).filter((l) => l.accused.reports).sort((a, b) => b.accused.independent - a.accused.independent),
      unanswered: rows.filter((r) => r.unanswered && this.group(r.id)[0] === r.id).slice(0, 20),
    };
  }

  private answer(a: Kept["answers"][number], other: string): api.Answer {
    return { kind: a.kind, confidence: a.confidence, sure: sure(a.confidence), reason: "it names the charge, and its speaker is the one charged", verdict: a.verdict ?? null, statement: this.rows.get(other)! };
  }

  entries(on: (e: api.Entry) => boolean): api.Entry[] {
    return this.log.filter(on);
  }

  card(id: string): api.Card | null {
    const made = this.cards.get(id);
    if (made) return made;
    const row = this.rows.get(id);
    if (!row) return null;
    const s = this.statement(id);
    const a = this.article(s.article);
    const text = this.points.get(a.id)!;
    const all = Object.values(s.spans).flat();
    let start = Math.min(...all.map((r) => r[0]));
    let end = Math.max(...all.map((r) => r[1]));
    while (start > 0 && text.slice(start - 1, start) !== "\n") start--;
    while (end < text.length && text.slice(end, end + 1) !== "\n") end++;
    const card: api.Card = {
      ...row, act_confidence: s.act_confidence, act_sure: sure(s.act_confidence), act_basis: s.act_basis, act_runner_up: null, made_by: s.made_by, said_span: null,
      spans: this.spans(s), passage: { start, end, text: text.slice(start, end) },
      in_article: { id: a.id, title: a.title, outlet: a.outlet, published: this.published(a), authors: a.authors, dateline: a.dateline, url: a.url, paths: [a.path], copy_of: a.copy_of },
      answers_to: this.kept.answers.filter((x) => x.from === id).map((x) => this.answer(x, x.to)),
      answers_from: this.kept.answers.filter((x) => this.group(id).includes(x.to)).map((x) => this.answer(x, x.from)),
      echoes: this.group(id).length > 1 ? this.group(id).map((g, i) => ({ statement: this.rows.get(g)!, earliest: i === 0 })) : [],
      allegations: this.allegations().flatMap((al, i) => {
        const k = this.kept.allegations[i]!;
        const stance = k.for.includes(id) ? "asserts" : k.against.includes(id) ? "denies" : k.in_part.includes(id) ? "admits in part" : null;
        return stance ? [{ id: al.id, words: al.words, stance }] : [];
      }),
      corrections: this.entries((e) => e.on.statement === id), notes_text: s.notes ?? [],
    };
    this.cards.set(id, card);
    return card;
  }

  private rowsOf(ids: string[]): api.Row[] {
    return ids.map((i) => this.rows.get(i)!).sort(byTime);
  }

  allegations(): api.Allegation[] {
    return (this.claims ??= this.kept.allegations.map((k, i) => {
      const all = this.rowsOf([...k.for, ...k.against, ...k.in_part]);
      const dates = all.flatMap((r) => r.said?.first ?? r.published?.first ?? []).sort();
      return {
        id: `a${i + 1}`, words: `${k.subject} – ${k.relation} – ${k.object}`, subject: this.who(k.subject), relation: k.relation, object: this.who(k.object),
        asserted: this.pair(this.rowsOf(k.for)), denied: this.pair(this.rowsOf(k.against)), admitted: this.pair(this.rowsOf(k.in_part)),
        unanswered: !k.against.length && !k.in_part.length, first: dates[0] ?? null, last: dates.at(-1) ?? null,
      };
    }));
  }

  allegation(id: string): api.AllegationPage | null {
    const i = Number(id.slice(1)) - 1;
    const k = this.kept.allegations[i];
    const head = this.allegations()[i];
    if (!k || !head) return null;
    const stances: [string, api.Row[]][] = [["asserts", this.rowsOf(k.for)], ["denies", this.rowsOf(k.against)], ["admits in part", this.rowsOf(k.in_part)]];
    const dayOf = (r: api.Row) => r.said?.first ?? r.published?.first ?? null;
    const quarters = [...new Set(stances.flatMap(([, rows]) => rows.flatMap((r) => dayOf(r)?.slice(0, 7) ?? [])))].sort();
    const columns = quarters.map((m) => ({ first: `${m}-01`, last: iso(days(m)!.end - 1), label: m }));
    const names = [...new Set(stances.flatMap(([, rows]) => rows.map((r) => this.top(r.speaker.name)!)))];
    const cellOf = (name: string, month: string | null): api.Cell | null => {
      const here = stances.flatMap(([stance, rows]) => rows.filter((r) => this.top(r.speaker.name) === name && (dayOf(r)?.slice(0, 7) ?? null) === month).map((r) => ({ stance, r })));
      const last = here.at(-1);
      return last ? { stance: last.stance, statements: here.map((h) => h.r.id) } : null;
    };
    return {
      ...head,
      matrix: {
        unit: "month", columns,
        rows: names.map((name) => ({ party: this.who(name), cells: quarters.map((m) => cellOf(name, m)), undated: cellOf(name, null) })),
      },
      for: stances[0]![1], against: stances[1]![1], in_part: stances[2]![1],
      related: this.allegations().filter((x) => x.id !== id && (x.subject?.name === k.subject || x.object?.name === k.object)).map((x) => ({ id: x.id, words: x.words, why: "same party" })),
    };
  }

  parties(): api.Party[] {
    const all = this.all();
    return this.kept.parties.map((p) => {
      const said = all.filter((r) => r.speaker.name === p.name || r.speaker.speaks_for.some((s) => s.name === p.name));
      const at = all.filter((r) => r.targets.some((t) => t.name === p.name));
      return {
        id: p.id, name: p.name, kind: p.kind as api.Kind, aliases: [], roles: p.role ? [{ title: p.role, statements: said.length, from: null, to: null, statement: said[0]?.id ?? null }] : [],
        speaks_for: this.chain(p.name).map((n) => this.who(n)), principal: this.chain(p.name).length ? this.who(this.top(p.name)) : null,
        statements: this.pair(said), targeted: this.pair(at), accused: this.pair(at.filter((r) => r.act === "accuse")),
      };
    }).sort((a, b) => b.statements.reports - a.statements.reports);
  }

  partyPage(id: string): api.PartyPage | null {
    const head = this.parties().find((p) => p.id === id);
    if (!head) return null;
    const all = this.all();
    const said = all.filter((r) => r.speaker.party === id || r.speaker.speaks_for.some((s) => s.party === id));
    const at = all.filter((r) => r.targets.some((t) => t.party === id));
    const members = this.kept.parties.filter((p) => this.chain(p.name).includes(head.name));
    const others = [...new Set([...said.flatMap((r) => r.targets.map((t) => t.name)), ...at.map((r) => this.top(r.speaker.name)!)])].filter((n) => n !== head.name && this.party(n));
    const dates = said.flatMap((r) => r.said?.first ?? []).sort();
    const positions = this.kept.allegations.flatMap((k, i) => (["for", "against", "in_part"] as const).flatMap((side) => {
      const mine = this.rowsOf(k[side]).filter((r) => said.includes(r));
      const first = mine[0];
      const stance = { for: "asserts", against: "denies", in_part: "admits in part" }[side];
      return first ? [{ allegation: { id: `a${i + 1}`, words: this.allegations()[i]!.words }, from: first.said ?? first.published, stance, statements: mine.map((r) => r.id) }] : [];
    }));
    const ids = new Set(positions.map((p) => p.allegation.id));
    return {
      ...head, members: members.map((m) => ({ ...this.who(m.name), statements: this.pair(all.filter((r) => r.speaker.name === m.name)) })),
      acts: this.counted(said), acts_at_it: this.counted(at), first: dates[0] ?? null, last: dates.at(-1) ?? null,
      counterparts: others.map((n) => ({ ...this.who(n), at_them: this.pair(said.filter((r) => r.targets.some((t) => t.name === n))), at_it: this.pair(at.filter((r) => this.top(r.speaker.name) === n)) }))
        .sort((a, b) => b.at_them.reports + b.at_it.reports - a.at_them.reports - a.at_it.reports).slice(0, 12),
      positions, allegations: this.allegations().filter((a) => ids.has(a.id) || a.subject?.name === head.name),
      said: { total: this.pair(said), rows: said.slice(-20).reverse() }, said_of: { total: this.pair(at), rows: at.slice(-20).reverse() },
      corrections: this.entries((e) => e.on.party === id),
    };
  }

  articles(): api.ArticleRow[] {
    return this.kept.articles.map((a) => ({
      id: a.id, title: a.title, outlet: a.outlet, published: this.published(a), paths: [a.path], statements: this.kept.statements.filter((s) => s.article === a.id).length,
      copy_of: a.copy_of, copies: this.kept.articles.filter((b) => b.copy_of === a.id).length, story: a.copy_of || this.kept.articles.some((b) => b.copy_of === a.id) ? "s1" : null,
    })).sort((a, b) => ((a.published?.first ?? "9999") < (b.published?.first ?? "9999") ? -1 : 1));
  }

  articlePage(id: string): api.ArticlePage | null {
    const a = this.kept.articles.find((x) => x.id === id);
    const head = this.articles().find((x) => x.id === id);
    if (!a || !head) return null;
    return {
      ...head, authors: a.authors, dateline: a.dateline, language: a.language, collected: null, url: a.url, made_by: "gainsay 0.1.0", text: a.text,
      zones: a.zones.map(([kind, start, end]) => ({ kind, start, end })),
      statements: this.kept.statements.filter((s) => s.article === id).map((s) => ({ ...this.rows.get(s.id)!, spans: this.spans(s) })),
      others: this.articles().filter((x) => x.id !== id && head.story !== null && x.story === head.story), corrections: this.entries((e) => e.on.article === id),
    };
  }

  echoes(): api.EchoRow[] {
    return this.kept.echoes.map((e) => {
      const rows = e.map((id) => this.rows.get(id)!);
      const first = rows[0]!;
      const dates = rows.flatMap((r) => r.published?.first ?? []).sort();
      return { id: `e${e[0]}`, reports: e.length, independent: this.independent(e), speaker: this.who(first.speaker.party ? first.speaker.name : null), act: first.act, content: first.content, first: dates[0] ?? null, last: dates.at(-1) ?? null, outlets: rows.flatMap((r) => r.outlet ?? []) };
    }).sort((a, b) => b.reports - a.reports);
  }

  echo(id: string): api.EchoPage | null {
    const head = this.echoes().find((e) => e.id === id);
    const e = this.kept.echoes.find((x) => `e${x[0]}` === id);
    if (!head || !e) return null;
    const first = this.rows.get(e[0]!)!;
    return {
      ...head, earliest: first.id,
      members: e.map((m, i) => {
        const r = this.rows.get(m)!;
        const pieces = differences(first.content, r.content);
        const cut = pieces.some((p) => p.is === "cut");
        const added = pieces.some((p) => p.is === "added");
        return { statement: r, earliest: i === 0, copy: this.article(r.article).copy_of !== null, differences: [...(cut ? ["shorter"] : []), ...(added ? ["words of its own"] : [])], pieces };
      }),
    };
  }

  stories(): api.StoryRow[] {
    const mine = this.articles().filter((a) => a.story);
    return [{ id: "s1", title: mine[0]?.title ?? null, articles: mine.length, independent: 1, first: mine[0]?.published?.first ?? null, last: mine.at(-1)?.published?.last ?? null }];
  }

  corrections(): api.CorrectionsPage {
    return { total: this.log.length, orphaned: 0, rows: [...this.log].reverse(), next: null };
  }
}
