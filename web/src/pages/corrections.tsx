/** The log of corrections: what was changed, by whom, and back. */

import { useState } from "preact/hooks";
import { at } from "../address";
import { type Failure, post, send } from "../api/client";
import type { Applied, Entry } from "../api/types";
import { asFailure, useDossier, useList } from "../data";
import { count } from "../record/words";
import { reader, remember } from "../parts/correct";
import { Dialog } from "../parts/dialog";
import { Await, Empty, More, Words, Wrong } from "../parts/show";
import { Link } from "../router";

export function CorrectionsPage() {
  const { meta } = useDossier();
  const list = useList<Entry>("corrections.json");
  return (
    <div class="stack">
      <h1>Corrections</h1>
      <p class="measure">Everything that a person changed. Nothing is ever taken out of this log; what was undone stays in it. It hangs on the words of the articles, so it survives every rebuild.</p>
      {!meta.read_only && <Tools />}
      <Await of={list} what="the log">
        {(l) => (
          <>
            {meta.counts.orphaned > 0 && <p class="notice">{count(meta.counts.orphaned, "correction")} hang on words that are no longer in the dossier. They are kept, and not attached to anything else.</p>}
            {l.rows.length === 0 ? <Empty>Nothing has been corrected. {meta.read_only ? "" : "Open a statement and choose “Correct” to put its speaker, act, target, date or words right."}</Empty> : (
              <ol class="log">{l.rows.map((e) => <Line key={e.number} entry={e} />)}</ol>
            )}
            <More of={l} more={list.more} />
          </>
        )}
      </Await>
    </div>
  );
}

function Tools() {
  const { changed } = useDossier();
  const [said, setSaid] = useState<Applied | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const apply = async (file: File | undefined) => {
    if (!file) return;
    setError(null);
    try {
      setSaid(await send<Applied>("corrections/apply", await file.text(), "application/x-ndjson"));
      changed();
    } catch (e) {
      setError(asFailure(e));
    }
  };
  return (
    <div class="stack-small">
      <div class="row small">
        <a class="button" href="corrections.jsonl" download>Export the log</a>
        <label class="row">Apply a log <input type="file" accept=".jsonl,.json" onChange={(e) => void apply(e.currentTarget.files?.[0])} /></label>
      </div>
      {error && <Wrong error={error} />}
      {said && (
        <div class="notice" role="status">
          {count(said.applied, "correction")} applied, {said.known} known already, {said.orphaned} orphaned.
          {said.failed.map((f) => <p key={f.line}>Line {f.line}: {f.message}</p>)}
        </div>
      )}
    </div>
  );
}

const day = (when: string) => `${when.slice(0, 10)} ${when.slice(11, 16)}`;

function Line({ entry }: { entry: Entry }) {
  const { meta } = useDossier();
  const [undoing, setUndoing] = useState(false);
  const to = entry.on.statement ? at("statements", entry.on.statement) : entry.on.article ? at("articles", entry.on.article) : entry.on.party ? at("parties", entry.on.party) : entry.on.answer ? at("statements", entry.on.answer.from) : null;
  return (
    <li class={`log-line ${entry.state}`}>
      <p>
        <span class="muted number">{entry.number}</span> <strong><Words text={entry.words} /></strong>
        {entry.state !== "applied" && <span class="tag">{entry.state}</span>}
      </p>
      {entry.exact && <p class="quote">{to ? <Link to={to}><Words text={entry.exact.slice(0, 200)} /></Link> : <Words text={entry.exact.slice(0, 200)} />}</p>}
      {entry.note && <p class="small">Why: <Words text={entry.note} /></p>}
      {entry.why && <p class="small">{entry.why}</p>}
      <p class="small muted row">
        <span><Words text={entry.who} />, {day(entry.when)}</span>
        {entry.state === "applied" && !meta.read_only && <button type="button" class="plain" onClick={() => setUndoing(true)}>Undo</button>}
      </p>
      {undoing && <Undo entry={entry} close={() => setUndoing(false)} />}
    </li>
  );
}

function Undo({ entry, close }: { entry: Entry; close(): void }) {
  const { changed } = useDossier();
  const [error, setError] = useState<Failure | null>(null);
  return (
    <Dialog title="Undo this correction?" close={close}>
      <form
        class="stack"
        onSubmit={(e) => {
          e.preventDefault();
          const who = String(new FormData(e.currentTarget).get("who"));
          remember(who);
          post(`corrections/${entry.number}/undo`, { who }).then(() => { changed(); close(); }, (x: unknown) => setError(asFailure(x)));
        }}
      >
        <p><Words text={entry.words} /></p>
        <label class="field">Your name<input name="who" required maxLength={100} defaultValue={reader()} /></label>
        {error && <Wrong error={error} />}
        <button class="primary" type="submit">Undo</button>
      </form>
    </Dialog>
  );
}
