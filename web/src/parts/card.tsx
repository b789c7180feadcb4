/** A statement's card. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { at } from "../address";
import type { Answer, Card as CardData } from "../api/types";
import { useDossier } from "../data";
import { actOf, verb } from "../record/acts";
import { answered, answers, manner, pair, resolved, zone } from "../record/words";
import { Link } from "../router";
import { AnswerVerdict, CorrectionTools } from "./correct";
import { Passage } from "./passage";
import { ActTo, Brief, Name, Names, When, Words } from "./show";

function Speaker({ card }: { card: CardData }) {
  const s = card.speaker;
  return (
    <>
      <strong class="card-name"><Name who={s} /></strong>
      {s.role && <>, <Words text={s.role} /></>}
      {s.speaks_for.length > 0 && <span class="muted">, speaks for <Names of={s.speaks_for} /></span>}
      {!s.party && s.candidates.length > 0 && <span class="muted"> (perhaps {s.candidates.join(" or ")})</span>}
    </>
  );
}

/** So many answers are read at a glance. */
const FEW = 4;

function Answers(props: { title: string; of: Answer[]; word(kind: string): string; card: CardData; to: boolean }) {
  const [all, setAll] = useState(false);
  if (props.of.length === 0) return null;
  const surest = [...props.of].sort((a, b) => Number(b.verdict === "accept") - Number(a.verdict === "accept") || b.confidence - a.confidence);
  const shown = all ? surest : surest.slice(0, FEW);
  return (
    <section class="stack-small">
      <h3>{props.title} <span class="muted number">{props.of.length}</span></h3>
      <ul class="stack">
        {shown.map((a) => (
          <li key={a.statement.id} class={a.verdict === "reject" ? "rejected" : undefined}>
            <div class="small muted answer-head">
              <span>{props.word(a.kind)}</span>
              <details>
                <summary>{a.sure}</summary>
                <p>{a.reason} ({a.confidence.toFixed(2)})</p>
              </details>
              {a.verdict && <span>{a.verdict === "reject" ? "rejected by hand" : "confirmed by hand"}</span>}
            </div>
            <Brief row={a.statement} />
            <AnswerVerdict answer={a} from={props.to ? props.card.id : a.statement.id} to={props.to ? a.statement.id : props.card.id} />
          </li>
        ))}
      </ul>
      {shown.length < props.of.length && <p><button type="button" onClick={() => setAll(true)}>Show {props.of.length - shown.length} more, less sure</button></p>}
    </section>
  );
}

function Fact(props: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** How sure, in words; the figures on demand. */
function HowSure({ card }: { card: CardData }) {
  return (
    <details class="how-sure">
      <summary>
        {card.sure}
        {card.act_sure !== card.sure && <>; that it {verb(actOf(card.act))}: {card.act_sure}</>}
      </summary>
      <dl class="facts small">
        <Fact name="Source and content right">{card.confidence.toFixed(2)}</Fact>
        <Fact name="Act right">{card.act_confidence.toFixed(2)}, by {card.act_basis}{card.act_runner_up && `; next: ${card.act_runner_up}`}</Fact>
        <Fact name="Speaker">{resolved(card.speaker.resolved_from)}</Fact>
        <Fact name="Made by">{card.made_by}</Fact>
        <Fact name="Id"><code>{card.id}</code></Fact>
      </dl>
    </details>
  );
}

export function Card({ card, level = 2 }: { card: CardData; level?: 1 | 2 }) {
  const { meta } = useDossier();
  const Heading = level === 1 ? "h1" : "h2";
  const a = card.in_article;
  const where = zone(card.zone);
  const lies = at("articles", card.article, { statement: card.id });
  return (
    <article class="card">
      <div class="card-main">
        <Heading class="card-who"><Speaker card={card} /></Heading>
        <p class="card-act">
          <ActTo row={card} />
          {card.addressee && <> · to <Name who={card.addressee} /></>}
          {" · "}<When date={card.said} unknown="day of saying unknown" />
          {card.unanswered && <span class="tag">unanswered</span>}
          {card.flagged && <span class="tag">flagged</span>}
        </p>
        <Passage text={card.passage.text} start={card.passage.start} spans={card.spans} />
        <p class="small">
          <Words text={a.outlet ?? "Outlet unknown"} />, <When date={a.published} unknown="day of publication unknown" />
          {a.title && <>: “<Words text={a.title} />”</>}
          {a.copy_of && <> · <Link to={at("articles", a.copy_of)}>a copy of another paper’s text</Link></>}
          {" · "}<Link to={lies}>See it in the article</Link>
        </p>
        <dl class="facts small">
          <Fact name="Sourcing">{manner(card)}{where && `, ${where}`}</Fact>
          <Fact name="How sure"><HowSure card={card} /></Fact>
          {card.allegations.length > 0 && (
            <Fact name="On">
              {card.allegations.map((x) => (
                <div key={x.id}>{x.stance}: <Link to={at("allegations", x.id)}><Words text={x.words} /></Link></div>
              ))}
            </Fact>
          )}
          {card.corrected.length > 0 && <Fact name="By hand">{card.corrected.join(", ")}: <Link to={at("corrections")}>see the log</Link></Fact>}
        </dl>
        {card.notes_text.length > 0 && (
          <ul class="notes small">
            {card.notes_text.map((n) => <li key={n.number}>Note by {n.who}: <Words text={n.text} /></li>)}
          </ul>
        )}
        {!meta.read_only && <CorrectionTools card={card} />}
      </div>
      <div class="card-links">
        <Answers title="What it answers" of={card.answers_to} word={answers} card={card} to />
        <Answers title="What answers it" of={card.answers_from} word={answered} card={card} to={false} />
        {card.echoes.length > 1 && (
          <section class="stack-small">
            <h3>The same words elsewhere</h3>
            <p class="small">{card.echo && <Link to={at("echoes", card.echo.id)}>{pair(card.echo)}, with the differences of wording</Link>}</p>
            <ul class="small">
              {card.echoes.filter((e) => e.statement.id !== card.id).map((e) => (
                <li key={e.statement.id}>
                  <Link to={at("statements", e.statement.id)}><Words text={e.statement.outlet ?? "outlet unknown"} />, <When date={e.statement.published} /></Link>
                  {e.earliest && " (earliest)"}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </article>
  );
}
