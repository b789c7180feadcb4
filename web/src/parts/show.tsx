/** Small parts that show values of the record. */

import type { ComponentChildren } from "preact";
import { at } from "../address";
import type { Failure } from "../api/client";
import type { Loaded } from "../data";
import type { Pair, RecordDate, Row, Who } from "../api/types";
import { type Act, actOf, mark, towards, verb } from "../record/acts";
import { inWords } from "../record/dates";
import { harmless, Points } from "../record/text";
import { figures, pair, sort } from "../record/words";
import { Link } from "../router";

/** The mark of an act, for running text. Its word always stands beside it. */
export function Sign({ act }: { act: Act }) {
  const shape = mark(act, 7);
  return (
    <svg class={`sign act-${act}`} viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
      <path d={shape.path} class={act === "admit" ? "mark-half" : shape.filled ? "mark-filled" : "mark-line"} />
    </svg>
  );
}

/** Text of an article: never markup, direction held in, controls made visible. */
export function Words({ text }: { text: string }) {
  return <bdi>{harmless(text)}</bdi>;
}

export function Name({ who, among }: { who: Who; among?: Set<string> }) {
  if (!who.party) return <Words text={who.name} />;
  return (
    <>
      <Link to={at("parties", who.party)}>
        <Words text={who.name} />
      </Link>
      {among?.has(who.name) && <span class="muted small"> ({sort(who.kind)})</span>}
    </>
  );
}

export function Names({ of }: { of: Who[] }) {
  return (
    <>
      {of.map((w, i) => (
        <span key={w.name}>
          {i > 0 && (i === of.length - 1 ? " and " : ", ")}
          <Name who={w} />
        </span>
      ))}
    </>
  );
}

/** "▼ denies against Varnia". */
export function ActTo({ row, link = true }: { row: Pick<Row, "act" | "targets">; link?: boolean }) {
  const act = actOf(row.act);
  return (
    <span class="act-to">
      <Sign act={act} />
      <span class="act-word">{verb(act)}</span>
      {row.targets.length > 0 && (
        <>
          {" "}
          {towards(act) && `${towards(act)} `}
          {link ? <Names of={row.targets} /> : row.targets.map((t) => t.name).join(", ")}
        </>
      )}
    </span>
  );
}

/** A date with how it is known, where that is not from the words themselves. */
export function When({ date, unknown = "date unknown" }: { date: RecordDate | null; unknown?: string }) {
  if (!date) return <span class="muted">{unknown}</span>;
  const how = { inferred: "inferred", published: "taken from the day of publication", corrected: "corrected by hand" }[date.basis as string];
  return (
    <span>
      {inWords(date.value)}
      {how && <span class="muted"> ({how}{date.evidence ? `: ${date.evidence}` : ""})</span>}
    </span>
  );
}

export function Both({ of }: { of: Pair }) {
  return (
    <span class="number">
      <span aria-hidden="true">{figures(of)}</span>
      <span class="hidden-but-read">{pair(of)}</span>
    </span>
  );
}

/** The content of a statement with the hits of a search lit. */
export function Lit({ text, hits }: { text: string; hits: number[][] }) {
  if (hits.length === 0) return <Words text={text} />;
  const points = new Points(text);
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of hits) {
    parts.push(harmless(points.slice(at, start)), <mark>{harmless(points.slice(start, end))}</mark>);
    at = end;
  }
  parts.push(harmless(points.slice(at, points.length)));
  return <bdi>{parts}</bdi>;
}

/** A statement in a list: who does what to whom, the words, and where they were printed. */
export function Brief({ row, heading = false }: { row: Row; heading?: boolean }) {
  return (
    <article class="brief">
      <p class="brief-head">
        <strong><Name who={row.speaker} /></strong> <ActTo row={row} />
        {row.unanswered && <span class="tag">unanswered</span>}
        {row.flagged && <span class="tag">flagged</span>}
      </p>
      <p class="quote brief-words">
        <Link to={at("statements", row.id)}>{row.content ? <Lit text={row.content} hits={row.hits.content} /> : "(no words given)"}</Link>
      </p>
      <p class="small muted">
        <Words text={row.outlet ?? "outlet unknown"} />, {row.published ? <When date={row.published} /> : "day unknown"}
        {row.said && <> · said <When date={row.said} /></>}
        {row.echo && row.echo.reports > 1 && <> · <Link to={at("echoes", row.echo.id)}>{pair(row.echo)}</Link></>}
        {heading && row.sure !== "sure" && <> · {row.sure}</>}
      </p>
    </article>
  );
}

/** What happened and what is safe. */
export function Wrong({ error }: { error: Failure }) {
  return (
    <div class="notice" role="alert">
      <strong>{error.code === "not_found" ? "Not found." : "That did not work."}</strong> {error.message}
    </div>
  );
}

/** What a page shows of its data: the wait, what went wrong, or the thing itself. */
export function Await<T>(props: { of: Loaded<T>; what: string; children: (data: T) => ComponentChildren }) {
  const { data, error, loading } = props.of;
  return (
    <>
      {error && <Wrong error={error} />}
      {!data && loading && !error && <p class="loading" role="status">Reading {props.what} …</p>}
      {data && <div class={loading ? "is-old" : undefined} aria-busy={loading}>{props.children(data)}</div>}
    </>
  );
}

/** How much of a list is here, and a way to the rest. */
export function More(props: { of: { rows: unknown[]; total: number; next: string | null }; more(): void }) {
  if (props.of.next === null) return null;
  return (
    <p class="row small">
      <button type="button" onClick={props.more}>Read more</button>
      <span class="muted number">{props.of.rows.length.toLocaleString("en")} of {props.of.total.toLocaleString("en")} are here; sorting and filtering are over these.</span>
    </p>
  );
}

/** Nothing is here, and what to do about it. */
export function Empty(props: { children: ComponentChildren }) {
  return <p class="empty measure">{props.children}</p>;
}
