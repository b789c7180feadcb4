/** One statement, as a page of its own. */

import type { Card as CardData } from "../api/types";
import { useData } from "../data";
import { Card } from "../parts/card";
import { Await } from "../parts/show";

export function StatementPage({ id }: { id: string }) {
  const card = useData<CardData>(`statements/${encodeURIComponent(id)}.json`);
  return <Await of={card} what="the statement">{(c) => <div class="card-page"><Card card={c} level={1} /></div>}</Await>;
}
