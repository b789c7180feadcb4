/** The frame around every page: name, pages, search; which page the address means. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { at, one } from "./address";
import { DossierProvider, useDossier } from "./data";
import { AddPage } from "./pages/add";
import { AllegationPage, AllegationsPage } from "./pages/allegations";
import { ArticlePage } from "./pages/article";
import { ArticlesPage, StoryPage } from "./pages/articles";
import { CorrectionsPage } from "./pages/corrections";
import { EchoesPage, EchoPage } from "./pages/echoes";
import { OverviewPage } from "./pages/overview";
import { PartiesPage } from "./pages/parties";
import { PartyPage } from "./pages/party";
import { SourcingPage } from "./pages/sourcing";
import { StatementPage } from "./pages/statement";
import { StatementsPage } from "./pages/statements";
import { Empty, Wrong } from "./parts/show";
import { Link, RouterProvider, useRouter } from "./router";

const PAGES: [string, string][] = [
  ["", "Overview"],
  ["allegations", "Allegations"],
  ["parties", "Parties"],
  ["statements", "Statements"],
  ["articles", "Articles"],
  ["echoes", "Echoes"],
  ["sourcing", "Sourcing"],
  ["corrections", "Corrections"],
  ["add", "Add"],
];

export function App({ published }: { published: boolean }) {
  return (
    <RouterProvider mode={published ? "files" : "server"}>
      <DossierProvider published={published} failed={(error) => <main><Wrong error={error} /></main>}>
        <Frame />
      </DossierProvider>
    </RouterProvider>
  );
}

function page(path: string[]): JSX.Element {
  const [head = "", id] = path;
  if (path.length > 2) return <Lost />;
  switch (head) {
    case "": return <OverviewPage />;
    case "allegations": return id ? <AllegationPage key={id} id={id} /> : <AllegationsPage />;
    case "parties": return id ? <PartyPage key={id} id={id} /> : <PartiesPage />;
    case "statements": return id ? <StatementPage key={id} id={id} /> : <StatementsPage />;
    case "articles": return id ? <ArticlePage key={id} id={id} /> : <ArticlesPage />;
    case "echoes": return id ? <EchoPage key={id} id={id} /> : <EchoesPage />;
    case "stories": return id ? <StoryPage key={id} id={id} /> : <Lost />;
    case "sourcing": return <SourcingPage />;
    case "corrections": return <CorrectionsPage />;
    case "add": return <AddPage />;
    default: return <Lost />;
  }
}

function Lost() {
  return (
    <div class="stack">
      <h1>No such page</h1>
      <Empty>There is nothing at this address. <Link to={at()}>Go to the overview</Link>, or look for it among the <Link to={at("statements")}>statements</Link>.</Empty>
    </div>
  );
}

function Frame() {
  const { address, go } = useRouter();
  const { meta } = useDossier();
  const main = useRef<HTMLElement>(null);
  const nav = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const where = address.path.join("/");
  const [before, setBefore] = useState(where);
  useEffect(() => {
    // A new page begins at its top, and a screen reader with its heading.
    if (where === before) return;
    setBefore(where);
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [where, before]);
  useEffect(() => {
    // On a phone the pages do not fit in a line: the present one is moved into sight.
    const link = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (link && nav.current) nav.current.scrollLeft = link.offsetLeft - (nav.current.clientWidth - link.offsetWidth) / 2;
  }, [where]);
  useEffect(() => {
    const keys = (e: KeyboardEvent) => {
      const typing = e.target instanceof Element && e.target.closest("input, textarea, select, dialog");
      if (e.key !== "/" || typing || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    addEventListener("keydown", keys);
    return () => removeEventListener("keydown", keys);
  }, []);
  const name = meta.name.replace(/\.gainsay$/, "");
  useEffect(() => {
    const title = PAGES.find(([path]) => path === (address.path[0] ?? ""))?.[1] ?? "";
    document.title = `${title}${title && " – "}${name} – Gainsay`;
  }, [where, name]);
  const pages = PAGES.filter(([path]) => !(meta.read_only && path === "add"));
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); main.current?.focus(); }}>To the page</a>
      <header class="top">
        <div class="top-line">
          <Link to={at()} class="top-name">Gainsay</Link>
          <span class="top-dossier"><bdi>{name}</bdi>{meta.read_only && <span class="muted small"> · for reading only</span>}</span>
          <form
            role="search" class="top-search"
            onSubmit={(e) => {
              e.preventDefault();
              go(at("statements", { q: search.current?.value.trim() ?? "" }));
            }}
          >
            <label class="hidden-but-read" for="search">Search statements</label>
            <input ref={search} id="search" type="search" maxLength={1000} placeholder="Search statements ( / )" key={one(address.query, "q") ?? ""} defaultValue={one(address.query, "q") ?? ""} />
            <button type="submit">Search</button>
          </form>
        </div>
        <nav aria-label="Pages" ref={nav}>
          <ul>
            {pages.map(([path, title]) => (
              <li key={path}>
                <Link to={path ? at(path) : at()} aria-current={(address.path[0] ?? "") === path ? "page" : undefined}>{title}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1}>{page(address.path)}</main>
      <footer class="bottom small muted">
        <p>Made by machine from {meta.counts.articles} articles, with Gainsay {meta.version}: what is attributed to whom, not what is true. Every mark leads to the words it rests on.</p>
        <p class="print-only">{location.href}</p>
      </footer>
    </>
  );
}
