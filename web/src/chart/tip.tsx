/** What a mark stands for, beside it and in words. */

import { useEffect, useRef } from "preact/hooks";
import type { ChartMark } from "../api/types";
import { verb } from "../record/acts";
import { inWords } from "../record/dates";
import { harmless } from "../record/text";
import { listed, pair } from "../record/words";
import { Sign } from "../parts/show";
import type { PlacedMark } from "./layout";

function dateOf(m: ChartMark): string {
  const first = m.first ?? "";
  if (m.precision === "month") return first.slice(0, 7);
  if (m.precision === "year") return first.slice(0, 4);
  return first;
}

/** When it was said, as far as that is known. */
function when(p: PlacedMark): string {
  if (!p.mark.first) return "date unknown";
  return `${p.by ? "by " : ""}${inWords(dateOf(p.mark))}${p.hatched ? " (inferred)" : p.by ? ", the day of publication" : ""}`;
}

/** What a mark says to those who cannot see it. */
export function spoken(p: PlacedMark): string {
  const m = p.mark;
  if (p.all.length > 1) return `${p.all.length} statements, ${verb(p.act)}, around ${inWords(m.first)}. Enter zooms in.`;
  const to = m.targets.length ? ` ${listed(m.targets)}` : "";
  const reports = m.reports > 1 ? ` ${pair(m)}.` : "";
  return harmless(`${m.speaker} ${verb(p.act)}${to}, ${when(p)}: ${m.content}.${m.unanswered ? " Unanswered." : ""}${reports}`);
}

export const cutTo = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

export function Tip({ mark, width }: { mark: PlacedMark; width: number }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tip = ref.current;
    if (!tip) return;
    const w = tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(width - w, mark.x - w / 2))}px`;
    tip.style.top = mark.y > tip.offsetHeight + 30 ? `${mark.y - tip.offsetHeight - 16}px` : `${mark.y + 18}px`;
  }, [mark, width]);
  const m = mark.mark;
  return (
    <div class="tip" ref={ref} aria-hidden="true">
      <p class="small">
        <strong>{harmless(m.speaker)}</strong> <span class="act-word"><Sign act={mark.act} />{verb(mark.act)}</span> {listed(m.targets)}
      </p>
      <p class="quote">{cutTo(harmless(m.content), 180)}</p>
      <p class="small muted">
        {when(mark)}
        {m.reports > 1 && ` · ×${m.outlets} ${m.outlets === 1 ? "paper" : "papers"}, ${m.independent} independent`}
        {m.unanswered && " · unanswered"}
        {mark.all.length > 1 && ` · and ${mark.all.length - 1} more here`}
      </p>
    </div>
  );
}
