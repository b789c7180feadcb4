/** An article as published, with what is attributed in it marked, and a card beside it. */

import { memo } from "preact/compat";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { at, having, one } from "../address";
import type { ArticlePage as Article, Card as CardData, Row } from "../api/types";
import { useData } from "../data";
import { actOf, verb } from "../record/acts";
import { type Line, linesOf, marked, parts } from "../record/lines";
import { harmless, Points } from "../record/text";
import { count } from "../record/words";
import { Card } from "../parts/card";
import { Await, Empty, Sign, When, Words } from "../parts/show";
import { Link, useRouter } from "../router";

/** Code points drawn at once; more follow as the reader scrolls. */
const STEP = 40_000;

export function ArticlePage({ id }: { id: string }) {
  const article = useData<Article>(`articles/${encodeURIComponent(id)}.json`);
  return <Await of={article} what="the article">{(a) => <Shown article={a} />}</Await>;
}

/** Only the file is named: where it lay is nobody else’s business. */
const fileName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** The place that the address names: a statement, or from where to where. */
function placeOf(at: string | null): { start: number; end: number } | null {
  const m = /^(\d+)-(\d+)$/.exec(at ?? "");
  return m ? { start: Number(m[1]), end: Number(m[2]) } : null;
}

function Shown({ article }: { article: Article }) {
  const { address, go } = useRouter();
  const chosen = one(address.query, "statement");
  const place = placeOf(one(address.query, "at"));
  const text = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const points = useMemo(() => new Points(article.text), [article.text]);
  const lines = useMemo(() => linesOf(points, article.zones, marked(article.statements)), [points, article]);
  const byId = useMemo(() => new Map(article.statements.map((s) => [s.id, s])), [article]);
  const statement = chosen ? byId.get(chosen) : undefined;
  const target = statement ? Math.min(...Object.values(statement.spans).flat(2).map((s) => s.start)) : place?.start;
  const [limit, setLimit] = useState(STEP);
  const upTo = Math.max(limit, (target ?? 0) + STEP / 4);
  const end = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => lines.filter((l) => l.start < upTo), [lines, upTo]);
  useEffect(() => {
    const sentinel = end.current;
    if (!sentinel || shown.length === lines.length) return;
    const observer = new IntersectionObserver((seen) => seen.some((e) => e.isIntersecting) && setLimit(upTo + STEP), { rootMargin: "1500px" });
    observer.observe(sentinel);
    return () => observer.disconnect();
  }, [shown.length, lines.length, upTo]);
  useEffect(() => {
    const place = text.current?.querySelector(".chosen, .place");
    if (place && target !== undefined) place.scrollIntoView({ block: "center" });
  }, [chosen, place?.start, article.id]);
  const choose = (id: string) => go(having(address, { statement: id, at: null }), chosen ? "replace" : "push");
  const linkHere = () => {
    const range = text.current && selected(text.current);
    const to = range ? having(address, { at: `${range[0]}-${range[1]}`, statement: null }) : address;
    if (range) go(to, "replace");
    void navigator.clipboard.writeText(location.href).then(() => setSaid(range ? "Copied: a link to the chosen words." : "Copied."), () => setSaid(location.href));
  };
  return (
    <div class="article">
      <header class="stack-small">
        <h1><Words text={article.title ?? "Article without a title"} /></h1>
        <p>
          <Words text={article.outlet ?? "outlet unknown"} />, <When date={article.published} unknown="day of publication unknown" />
          {article.authors.length > 0 && <> · by <Words text={article.authors.join(", ")} /></>}
          {article.dateline && <> · <Words text={article.dateline} /></>}
        </p>
        <p class="small muted">
          {count(article.statements.length, "statement")} · <span>{article.paths.map(fileName).join(", ")}</span>
          {article.copy_of && <> · <Link to={at("articles", article.copy_of)}>the same text as in another paper</Link></>}
          {article.story && <> · <Link to={at("stories", article.story)}>others on the same happening</Link></>}
        </p>
        <div class="row small">
          <button type="button" onClick={linkHere}>Copy link to this place</button>
          <span role="status" class="muted">{said}</span>
          <span class="article-key"><span class="m-source">who</span> <span class="m-cue">says</span> <span class="m-content">what</span> <span class="clutter">not of the article</span></span>
        </div>
      </header>
      <div class="article-body">
        <div
          class="article-text serif" ref={text}
          onClick={(e) => {
            // Words are chosen with the mouse too; a selection is left alone.
            const of = (e.target as Element).closest<HTMLElement>("[data-s]")?.dataset["s"];
            if (of && document.getSelection()?.isCollapsed && !(e.target as Element).closest("a")) choose(of);
          }}
        >
          {shown.map((line) => (
            <TextLine
              key={line.start} line={line} points={points} byId={byId}
              chosen={chosen && line.ranges.some((r) => r.statement === chosen) ? chosen : null}
              place={place && line.end > place.start && line.start < place.end ? `${place.start}-${place.end}` : null}
              choose={choose}
            />
          ))}
          <div ref={end} />
          {shown.length < lines.length && <p class="muted small">More follows as you scroll.</p>}
        </div>
        <aside class="article-card" aria-label="The statement">
          {chosen ? <Chosen id={chosen} close={() => go(having(address, { statement: null }), "replace")} />
            : <Empty>{article.statements.length ? "Choose a mark in the text to see its card here." : "Nothing is attributed to anybody in this article."}</Empty>}
        </aside>
      </div>
    </div>
  );
}

function Chosen({ id, close }: { id: string; close(): void }) {
  const card = useData<CardData>(`statements/${encodeURIComponent(id)}.json`);
  return (
    <>
      <p class="row small"><button type="button" onClick={close}>Close</button> <Link to={at("statements", id)}>Open as a page</Link></p>
      <Await of={card} what="the statement">{(c) => <Card card={c} />}</Await>
    </>
  );
}

interface LineProps {
  line: Line;
  points: Points;
  byId: Map<string, Row>;
  chosen: string | null;
  place: string | null;
  choose(id: string): void;
}

const TextLine = memo(function TextLine({ line, points, byId, chosen, place, choose }: LineProps) {
  const spot = placeOf(place);
  const cuts = spot ? { ...line, ranges: [...line.ranges, { ...spot, role: "content" as const, statement: "", last: false }] } : line;
  const drawn = parts(cuts).map((part) => {
    // The shortest that covers a word is the innermost.
    const covers = part.covers.filter((c) => c.statement).sort((a, b) => a.end - a.start - (b.end - b.start));
    const classes = new Set(covers.map((c) => `m-${c.role}`));
    if (covers.some((c) => c.statement === chosen)) classes.add("chosen");
    if (spot && part.start >= spot.start && part.end <= spot.end) classes.add("place");
    const ends = covers.filter((c) => c.last && c.end === part.end);
    const owner = covers[0]?.statement;
    return (
      <>
        <span key={part.start} data-start={part.start} data-s={owner} class={[...classes].join(" ") || undefined}>{harmless(points.slice(part.start, part.end))}</span>
        {ends.map((c) => {
          const s = byId.get(c.statement);
          if (!s) return null;
          const act = actOf(s.act);
          const words = harmless(`${s.speaker.name} ${verb(act)}: ${s.content.slice(0, 80)}`);
          return (
            <Link
              key={c.statement} to={at("articles", s.article, { statement: s.id })} class="text-sign" aria-label={words} aria-current={s.id === chosen ? "true" : undefined}
              onClick={(e) => {
                if (e.metaKey || e.ctrlKey || e.shiftKey) return;
                e.preventDefault();
                choose(s.id);
              }}
            >
              <Sign act={act} />
            </Link>
          );
        })}
      </>
    );
  });
  const kind = line.zone;
  if (kind === "headline") return <p class="z-headline" dir="auto">{drawn}</p>;
  return <p class={kind === "clutter" ? "clutter" : `z-${kind}`} dir="auto">{drawn}</p>;
});

/** The reader's selection within `text`, as code points of the article. */
function selected(text: HTMLElement): [number, number] | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const point = (node: Node, offset: number): number | null => {
    const span = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
    if (!span || !text.contains(span)) return null;
    return Number(span.dataset["start"]) + Array.from((span.textContent ?? "").slice(0, node.nodeType === Node.TEXT_NODE ? offset : 0)).length;
  };
  const [start, end] = [point(range.startContainer, range.startOffset), point(range.endContainer, range.endOffset)];
  return start !== null && end !== null && end > start ? [start, end] : null;
}
