/** Adding articles: files dropped on the page, or a text pasted. */

import { useState } from "preact/hooks";
import { at } from "../address";
import { Failure, post, send } from "../api/client";
import type { Job, JobResult, JobTaken, Pasted } from "../api/types";
import { asFailure, useDossier } from "../data";
import { count } from "../record/words";
import { dropped, isGoing, type Item, tally, useReading } from "../parts/reading";
import { Empty, Words, Wrong } from "../parts/show";
import { Link } from "../router";

const MIB = 1_048_576;

export function AddPage() {
  const { meta } = useDossier();
  const reading = useReading();
  const [error, setError] = useState<Failure | null>(null);
  const [over, setOver] = useState(false);
  const files = (list: Iterable<File>) => {
    setError(null);
    const most = meta.limits.upload_bytes;
    for (const file of list) {
      if (file.size > most) reading.refuse(file.name, new Failure("too_large", `it is bigger than ${Math.round(most / MIB)} MiB; “gainsay build” takes files of any size`));
      else reading.add(file.name, () => send<JobTaken>(`articles?name=${encodeURIComponent(file.name)}`, file));
    }
  };
  if (meta.read_only) return <div class="stack"><h1>Add articles</h1><Empty>This dossier is open for reading only.</Empty></div>;
  return (
    <div class="stack-large">
      <header class="stack-small">
        <h1>Add articles</h1>
        <p class="measure">They are read here, on this machine, like any others; what the dossier holds already is not read twice.</p>
      </header>
      <section
        class={`drop ${over ? "over" : ""}`}
        onDragOver={(e) => { e.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault();
          setOver(false);
          if (e.dataTransfer) dropped(e.dataTransfer).then(files, (x: unknown) => setError(asFailure(x)));
        }}
      >
        <label class="field">
          <span>Drop files here, or folders of them, or choose some: text, HTML or JSON Lines, in English, up to {Math.round(meta.limits.upload_bytes / MIB)} MiB each</span>
          <input type="file" multiple onChange={(e) => files(e.currentTarget.files ?? [])} />
        </label>
      </section>
      {error && <Wrong error={error} />}
      {reading.items.length > 0 && (
        <section class="stack">
          <h2>What is being read</h2>
          {reading.items.length > 1 && <All items={reading.items} began={reading.began} going={reading.going} stop={reading.stop} />}
          {reading.items.map((item, i) => <One key={item.job?.job ?? `${i}|${item.name}`} item={item} began={reading.began} />)}
        </section>
      )}
      <section class="stack">
        <h2>Or paste a text</h2>
        <form
          class="stack measure"
          onSubmit={(e) => {
            e.preventDefault();
            const form = e.currentTarget;
            const data = new FormData(form);
            const value = (key: string) => String(data.get(key) ?? "").trim();
            const body: Pasted = { text: String(data.get("text")) };
            for (const key of ["title", "outlet", "published", "url"] as const) if (value(key)) body[key] = value(key);
            if (value("authors")) body.authors = value("authors").split(";").map((a) => a.trim()).filter(Boolean);
            if (new Blob([body.text]).size > meta.limits.text_bytes) return setError(new Failure("too_large", `A pasted text may have ${Math.round(meta.limits.text_bytes / MIB)} MiB. Nothing was sent; drop it as a file.`));
            setError(null);
            reading.add(value("title") || "pasted text", () => post<JobTaken>("articles", body));
            form.reset();
          }}
        >
          <label class="field">Text<textarea name="text" rows={10} required /></label>
          <div class="fields">
            <label class="field">Title<input name="title" /></label>
            <label class="field">Outlet<input name="outlet" /></label>
            <label class="field">Published<input name="published" pattern="\d{4}(-\d{2}(-\d{2})?)?" placeholder="2031-04-02, 2031-04 or 2031" title="2031-04-02, 2031-04 or 2031" /></label>
            <label class="field">Authors<input name="authors" placeholder="several: with ; between them" /></label>
            <label class="field">Address on the web<input name="url" type="url" placeholder="https://" /></label>
          </div>
          <p><button class="primary" type="submit">Read it</button></p>
        </form>
      </section>
    </div>
  );
}

/** How fast, and how long still, in words. */
function pace(done: number, total: number | null, began: number): string {
  const seconds = Math.max(0.5, (performance.now() - began) / 1000);
  const speed = done / seconds;
  const left = total !== null && speed > 0 ? `, about ${Math.ceil((total - done) / speed)} s still` : "";
  return done > 0 ? `, ${speed.toFixed(1)} a second${left}` : "";
}

/** All items in one line. */
function All(props: { items: Item[]; began: number; going: boolean; stop(): void }) {
  const t = tally(props.items);
  const parts = [
    `${count(t.read, "article")} read`, count(t.statements, "statement"),
    t.copies > 0 && `${count(t.copies, "copy", "copies")} of others among them`,
    t.known > 0 && `${t.known} here already`, t.failed > 0 && `${t.failed} not read`, t.stopped > 0 && `${t.stopped} stopped`,
  ].filter(Boolean).join(", ");
  return (
    <div class="stack-small">
      {props.going && <progress max={t.items} value={t.settled} aria-label="Reading all of them" />}
      <p class="row">
        <span role="status"><strong>{props.going ? `${t.settled} of ${count(t.items, "file")}${pace(t.settled, t.items, props.began)}` : `All done: ${parts}`}</strong></span>
        {props.going && <button type="button" onClick={props.stop}>Stop all</button>}
      </p>
      {props.going && <p class="small muted">{parts}. Keep this page open until all files are sent.</p>}
    </div>
  );
}

function One({ item, began }: { item: Item; began: number }) {
  return (
    <article class="job stack-small">
      <h3><Words text={item.name} /></h3>
      {item.error && <p class="small"><strong>Not read</strong>: {item.error}</p>}
      {item.dropped && <p class="small">Stopped before it was read.</p>}
      {!item.error && !item.dropped && (item.job ? <Progress job={item.job} began={began} /> : <p class="small muted">Waits to be sent</p>)}
    </article>
  );
}

const OUTCOMES: Record<string, string> = { new: "new", replaced: "in the place of an earlier one", copy: "the same as one that is here: a copy, which confirms nothing", unchanged: "here already, not read again" };

function Progress({ job, began }: { job: Job; began: number }) {
  const results = job.results ?? [];
  const read = results.filter((r) => r.outcome !== "failed" && r.outcome !== "unchanged").length;
  const statements = results.reduce((n, r) => n + r.statements, 0);
  return (
    <>
      {isGoing(job) && <progress max={job.total ?? undefined} value={job.total === null ? undefined : job.done} aria-label={`Reading ${job.name}`} />}
      <p class="row small" role="status">
        <span>
          {job.state === "waiting" && "Waits its turn"}
          {job.state === "reading" && <>{job.done}{job.total !== null && ` of ${job.total}`} read{pace(job.done, job.total, began)}</>}
          {job.state === "done" && (read > 0 || results.length === 0 ? <>{count(read, "article")} read, {count(statements, "statement")}</> : "Nothing new was read")}
          {job.state === "stopped" && <>Stopped; {job.done} read, and kept</>}
          {job.state === "failed" && <><strong>Not read</strong>: {job.error}</>}
        </span>
        {isGoing(job) && <button type="button" onClick={() => void post(`jobs/${job.job}/stop`, {})}>Stop</button>}
      </p>
      <ul class="small">{results.map((r, i) => <li key={i}><Result of={r} /></li>)}</ul>
    </>
  );
}

function Result({ of }: { of: JobResult }) {
  const name = of.article ? <Link to={at("articles", of.article)}><Words text={of.name} /></Link> : <Words text={of.name} />;
  if (of.outcome === "failed") return <>{name}: <strong>not read</strong> – <Words text={of.error ?? ""} /></>;
  return <>{name}: {OUTCOMES[of.outcome] ?? of.outcome}{of.outcome !== "unchanged" && `, ${count(of.statements, "statement")}`}</>;
}
