/** Corrections by hand, on a statement's card. Each is one entry of the log and can be undone there. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { at } from "../address";
import { type Failure, post } from "../api/client";
import type { Answer, Asked, Card, Corrected, List, Party } from "../api/types";
import { asFailure, useData, useDossier } from "../data";
import { ACTS, actOf, sign, verb } from "../record/acts";
import { answers } from "../record/words";
import { useRouter } from "../router";
import { Dialog } from "./dialog";
import { Wrong } from "./show";
import { SpanFields } from "./spans";

const WHO = "gainsay.who";

export function reader(): string {
  try {
    return localStorage.getItem(WHO) ?? "";
  } catch {
    return "";
  }
}

export function remember(who: string) {
  try {
    localStorage.setItem(WHO, who);
  } catch {
    // A browser that keeps nothing is asked again next time.
  }
}

/** The frame of every correction: who, why, save; errors stay beside what was typed. */
export function CorrectionForm(props: { title: string; body(form: FormData): Asked | null; close(): void; children: ComponentChildren }) {
  const { changed } = useDossier();
  const { address, go } = useRouter();
  const [error, setError] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const body = props.body(form);
    if (!body) return;
    const who = String(form.get("who")).trim();
    const note = String(form.get("note") ?? "").trim();
    setBusy(true);
    try {
      remember(who);
      const saved = await post<Corrected>("corrections", { ...body, who, ...(note ? { note } : {}) });
      // A correction of a span gives the statement a new id.
      if (saved.statement && address.path[0] === "statements" && address.path[1] && address.path[1] !== saved.statement) go(at("statements", saved.statement), "replace");
      changed();
      props.close();
    } catch (e) {
      setError(asFailure(e));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={props.title} close={props.close}>
      <form class="stack" onSubmit={(e) => void submit(e)}>
        {props.children}
        <label class="field">Your name<input name="who" required maxLength={100} defaultValue={reader()} autocomplete="name" /></label>
        <label class="field">Why (may stay empty)<input name="note" maxLength={1000} /></label>
        {error && <Wrong error={error} />}
        <div class="row">
          <button class="primary" type="submit" disabled={busy}>Save</button>
          <span class="small muted">It goes into the log and can be undone. The article stays as it is.</span>
        </div>
      </form>
    </Dialog>
  );
}

const text = (form: FormData, key: string) => String(form.get(key) ?? "").trim();
const names = (value: string) => value.split(";").map((n) => n.trim()).filter(Boolean);

const ANSWERS = ["deny", "admit", "refuse", "accept", "counter", "decline"];

/** The id in a statement's address, or the id itself. */
export function idIn(address: string): string {
  const id = /statements\/([^/?#]+)/.exec(address)?.[1];
  return id ? decodeURIComponent(id) : address;
}

function Parties({ id }: { id: string }) {
  const { data } = useData<List<Party>>("parties.json", { limit: ["200"] });
  return <datalist id={id}>{data?.rows.map((p) => <option key={p.id} value={p.name} />)}</datalist>;
}

type Kind = "speaker" | "act" | "target" | "date" | "span" | "answer" | "note" | "flag";
const BUTTONS: [Kind, string][] = [["speaker", "Speaker"], ["act", "Act"], ["target", "Target"], ["date", "Date"], ["span", "Words"], ["answer", "Answers"], ["note", "Note"], ["flag", "Flag"]];

export function CorrectionTools({ card }: { card: Card }) {
  const [open, setOpen] = useState<Kind | null>(null);
  return (
    <div class="corrections-tools" role="group" aria-label="Correct this statement">
      <span class="small muted">Correct:</span>
      {BUTTONS.map(([kind, label]) => (
        <button key={kind} type="button" class="small" onClick={() => setOpen(kind)}>{label}</button>
      ))}
      {open && <Correct kind={open} card={card} close={() => setOpen(null)} />}
    </div>
  );
}

function Correct({ kind, card, close }: { kind: Kind; card: Card; close(): void }) {
  const [spans, setSpans] = useState<Partial<Asked>>({});
  switch (kind) {
    case "speaker":
      return (
        <CorrectionForm
          title="Who said it?"
          close={close}
          body={(f) => {
            const name = text(f, "name");
            const speaker = f.get("unknown") || !name ? null : { name, role: text(f, "role") || null, ...(text(f, "for") ? { speaks_for: names(text(f, "for")) } : {}) };
            return { kind, statement: card.id, speaker };
          }}
        >
          <label class="field">Name<input name="name" list="all-parties" defaultValue={card.speaker.party ? card.speaker.name : ""} /></label>
          <label class="field">Role<input name="role" defaultValue={card.speaker.role ?? ""} /></label>
          <label class="field">Speaks for (several: with ; between them)<input name="for" defaultValue={card.speaker.speaks_for.map((s) => s.name).join("; ")} /></label>
          <label class="check"><input type="checkbox" name="unknown" /> The article does not say who</label>
          <Parties id="all-parties" />
        </CorrectionForm>
      );
    case "act":
      return (
        <CorrectionForm title="What does the speaker do by saying it?" close={close} body={(f) => ({ kind, statement: card.id, act: text(f, "act") })}>
          <fieldset class="choices">
            <legend class="hidden-but-read">Act</legend>
            {ACTS.map((a) => (
              <label key={a} class="check"><input type="radio" name="act" value={a} defaultChecked={a === actOf(card.act)} /> <span aria-hidden="true">{sign(a)}</span> {verb(a)}</label>
            ))}
          </fieldset>
        </CorrectionForm>
      );
    case "target":
      return (
        <CorrectionForm title="Whom is it aimed at?" close={close} body={(f) => ({ kind, statement: card.id, targets: names(text(f, "targets")) })}>
          <label class="field">Targets (several: with ; between them; nobody: empty)<input name="targets" list="all-parties" defaultValue={card.targets.map((t) => t.name).join("; ")} /></label>
          <Parties id="all-parties" />
        </CorrectionForm>
      );
    case "date":
      return (
        <CorrectionForm
          title="When?"
          close={close}
          body={(f) => {
            const value = text(f, "value") || null;
            return f.get("which") === "published" ? { kind, article: card.article, published: value } : { kind, statement: card.id, said: value };
          }}
        >
          <fieldset class="choices">
            <legend>Which day</legend>
            <label class="check"><input type="radio" name="which" value="said" defaultChecked /> it was said</label>
            <label class="check"><input type="radio" name="which" value="published" /> the article was published</label>
          </fieldset>
          <label class="field">Date, as far as it is known (2031, 2031-04, 2031-W14, 2031-04-02; unknown: empty)
            <input name="value" pattern="\d{4}(-(W\d{2}|\d{2}(-\d{2})?))?" defaultValue={card.said?.value ?? ""} />
          </label>
        </CorrectionForm>
      );
    case "span":
      return (
        <CorrectionForm title="Which words?" close={close} body={() => (Object.keys(spans).length ? { kind, statement: card.id, ...spans } : null)}>
          <SpanFields card={card} change={setSpans} />
        </CorrectionForm>
      );
    case "answer":
      return (
        <CorrectionForm
          title="Which statement does it answer?"
          close={close}
          body={(f) => ({ kind, from: card.id, to: idIn(text(f, "to")), verdict: "accept", answer: text(f, "answer") })}
        >
          <label class="field">Address or id of the earlier statement<input name="to" required /></label>
          <fieldset class="choices">
            <legend>What does it do with it?</legend>
            {ANSWERS.map((a, i) => <label key={a} class="check"><input type="radio" name="answer" value={a} defaultChecked={i === 0} /> {answers(a)}</label>)}
          </fieldset>
        </CorrectionForm>
      );
    case "note":
      return (
        <CorrectionForm title="Note" close={close} body={(f) => ({ kind, statement: card.id, text: text(f, "text") })}>
          <label class="field">Your note<textarea name="text" rows={4} required maxLength={10000} /></label>
        </CorrectionForm>
      );
    case "flag":
      return (
        <CorrectionForm title="Flag this statement" close={close} body={() => ({ kind, statement: card.id })}>
          <p>It is marked for somebody to look at, and found again among the flagged statements.</p>
        </CorrectionForm>
      );
  }
}

/** Accepting or rejecting an answer that the program drew. */
export function AnswerVerdict(props: { answer: Answer; from: string; to: string }) {
  const { meta } = useDossier();
  const [verdict, setVerdict] = useState<"accept" | "reject" | null>(null);
  if (meta.read_only) return null;
  return (
    <p class="small row">
      <button type="button" class="plain" onClick={() => setVerdict("accept")}>It is an answer</button>
      <button type="button" class="plain" onClick={() => setVerdict("reject")}>It is not</button>
      {verdict && (
        <CorrectionForm
          title={verdict === "accept" ? "Confirm this answer" : "Reject this answer"}
          close={() => setVerdict(null)}
          body={() => ({ kind: "answer", from: props.from, to: props.to, verdict, ...(verdict === "accept" ? { answer: props.answer.kind } : {}) })}
        >
          <p>{verdict === "accept" ? "The link stays, whatever a later version of the program thinks of it." : "The link is no longer drawn or counted. It stays listed here."}</p>
        </CorrectionForm>
      )}
    </p>
  );
}
