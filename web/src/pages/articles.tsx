/** Articles as a list; the articles of one story. */

import { at } from "../address";
import type { ArticleRow, StoryPage as Story } from "../api/types";
import { useData, useList } from "../data";
import { count } from "../record/words";
import { Await, Empty, More, When, Words } from "../parts/show";
import { type Column, Table } from "../parts/table";
import { Link } from "../router";

const COLUMNS: Column<ArticleRow>[] = [
  { name: "Published", unknown: true, value: (a) => a.published?.value ?? null, show: (a) => <When date={a.published} unknown="unknown" /> },
  { name: "Outlet", value: (a) => a.outlet, show: (a) => <Words text={a.outlet ?? "unknown"} /> },
  { name: "Title", value: (a) => a.title, wide: true, show: (a) => <Link to={at("articles", a.id)}><Words text={a.title ?? "without a title"} /></Link> },
  { name: "Statements", value: (a) => a.statements, number: true },
  { name: "Copy", value: (a) => (a.copy_of ? "copy" : a.copies ? `${a.copies} copies` : null), show: (a) => (a.copy_of ? <Link to={at("articles", a.copy_of)}>a copy</Link> : a.copies ? count(a.copies, "copy", "copies") : "") },
];

export function ArticlesPage() {
  const list = useList<ArticleRow>("articles.json");
  return (
    <div class="stack">
      <h1>Articles</h1>
      <Await of={list} what="the articles">
        {(l) => (l.rows.length ? <><Table caption="Articles" columns={COLUMNS} rows={l.rows} keyOf={(a) => a.id} file="articles" /><More of={l} more={list.more} /></> : <Empty>No article has been read. <Link to={at("add")}>Add some</Link>.</Empty>)}
      </Await>
    </div>
  );
}

export function StoryPage({ id }: { id: string }) {
  const story = useData<Story>(`stories/${encodeURIComponent(id)}.json`);
  return (
    <Await of={story} what="the story">
      {(s) => (
        <div class="stack">
          <h1>One happening: <Words text={s.title ?? "without a title"} /></h1>
          <p>{count(s.articles, "article")}, {count(s.independent, "independent text")}.</p>
          <Table caption="Articles of this story" columns={COLUMNS} rows={s.in} keyOf={(a) => a.id} file="story" />
        </div>
      )}
    </Await>
  );
}
