/** Adding articles: files dropped on the page, or a text pasted. */

import { useEffect, useRef, useState } from "preact/hooks";
import { at } from "../address";
import { Failure, post, send } from "../api/client";
import type { Job, JobTaken, Pasted } from "../api/types";
import { asFailure, useDossier } from "../data";
import { count } from "../record/words";
import { Empty, Words, Wrong } from "../parts/show";
import { Link } from "../router";

const POLL = 500;

export function AddPage() {
  const { meta, get, changed } = useDossier();
  const [jobs, setJobs] = useState<Job[]>([]);
  const [error, setError] = useState<Failure | null>(null);
  const [over, setOver] = useState(false);
  const started = useRef(new Map<number, number>());
  const running = jobs.some((j) => j.state === "waiting" || j.state === "reading");
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      void Promise.all(jobs.map((j) => (j.state === "waiting" || j.state === "reading" ? get<Job>(`jobs/${j.job}.json`) : j))).then((now) => {
        setJobs(now);
        if (now.every((j) => j.state !== "waiting" && j.state !== "reading")) changed();
      }, (e: unknown) => setError(asFailure(e)));
    }, POLL);
    return () => clearInterval(timer);
  }, [jobs, running, get]);
  const take = async (job: Promise<JobTaken>, name: string) => {
    const { job: number } = await job;
    started.current.set(number, performance.now());
    setJobs((all) => [...all, { job: number, name, state: "waiting", done: 0, total: null, results: [], error: null }]);
  };
  const files = async (list: FileList | null) => {
    setError(null);
    try {
      for (const file of list ?? []) {
        const most = meta.limits["upload_bytes"] ?? Infinity;
        if (file.size > most) throw new Failure("too_large", `${file.name} is bigger than ${Math.round(most / 1048576)} MiB. The files before it were taken; use “gainsay build” for this one.`);
        await take(send(`articles?name=${encodeURIComponent(file.name)}`, file), file.name);
      }
    } catch (e) {
      setError(asFailure(e));
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
        onDrop={(e) => { e.preventDefault(); setOver(false); void files(e.dataTransfer?.files ?? null); }}
      >
        <label class="field">
          <span>Drop files here, or choose them: text, HTML or JSON Lines</span>
          <input type="file" multiple onChange={(e) => void files(e.currentTarget.files)} />
        </label>
      </section>
      {error && <Wrong error={error} />}
      {jobs.length > 0 && (
        <section class="stack" aria-live="polite">
          <h2>What is being read</h2>
          {jobs.map((j) => <Progress key={j.job} job={j} since={started.current.get(j.job) ?? 0} />)}
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
            setError(null);
            take(post("articles", body), value("title") || "pasted text").then(() => form.reset(), (x: unknown) => setError(asFailure(x)));
          }}
        >
          <label class="field">Text<textarea name="text" rows={10} required /></label>
          <div class="fields">
            <label class="field">Title<input name="title" /></label>
            <label class="field">Outlet<input name="outlet" /></label>
            <label class="field">Published (2031-04-02, as far as it is known)<input name="published" pattern="\d{4}(-\d{2}(-\d{2})?)?" /></label>
            <label class="field">Authors (several: with ; between them)<input name="authors" /></label>
            <label class="field">Address on the web<input name="url" type="url" /></label>
          </div>
          <p><button class="primary" type="submit">Read it</button></p>
        </form>
      </section>
    </div>
  );
}

const OUTCOMES: Record<string, string> = { new: "new", replaced: "replaces an earlier one", copy: "a copy of one that is here", unchanged: "here already", failed: "not read" };

function Progress({ job, since }: { job: Job; since: number }) {
  const seconds = Math.max(0.5, (performance.now() - since) / 1000);
  const speed = job.done / seconds;
  const left = job.total !== null && speed > 0 ? Math.ceil((job.total - job.done) / speed) : null;
  const going = job.state === "waiting" || job.state === "reading";
  const results = job.results ?? [];
  const statements = results.reduce((n, r) => n + r.statements, 0);
  return (
    <article class="job stack-small">
      <h3><Words text={job.name} /></h3>
      {going && <progress max={job.total ?? undefined} value={job.total === null ? undefined : job.done} aria-label={`Reading ${job.name}`} />}
      <p class="row small">
        <span>
          {job.state === "waiting" && "Waits its turn"}
          {job.state === "reading" && <>{job.done}{job.total !== null && ` of ${job.total}`} read, {speed.toFixed(1)} a second{left !== null && `, about ${left} s still`}</>}
          {job.state === "done" && <>{count(results.length, "article")} read, {count(statements, "statement")}</>}
          {job.state === "stopped" && <>Stopped; {job.done} read, and kept</>}
          {job.state === "failed" && <>Not read: {job.error}</>}
        </span>
        {going && <button type="button" onClick={() => void post(`jobs/${job.job}/stop`, {})}>Stop</button>}
      </p>
      <ul class="small">
        {results.map((r) => (
          <li key={r.name}>
            {r.article ? <Link to={at("articles", r.article)}><Words text={r.name} /></Link> : <Words text={r.name} />}: {OUTCOMES[r.outcome] ?? r.outcome}{r.outcome !== "failed" ? `, ${count(r.statements, "statement")}` : ` – ${r.error ?? ""}`}
          </li>
        ))}
      </ul>
    </article>
  );
}
