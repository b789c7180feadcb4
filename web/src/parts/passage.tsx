/** The words of a statement as the paper printed them: content in ink, source and cue in grey. */

import type { Span } from "../api/types";
import { harmless, Points, segments } from "../record/text";

type Role = "source" | "cue" | "content";

interface Part extends Span {
  role: Role;
}

/** Cuts a passage that begins at code point `start` of its article into parts and what each is. */
export function parts(text: string, start: number, spans: Record<Role, Span[]>): { text: string; roles: Role[] }[] {
  const points = new Points(text);
  const ranges: Part[] = (["source", "cue", "content"] as const).flatMap((role) => spans[role].map((s) => ({ ...s, role })));
  return segments(start, start + points.length, ranges).map((s) => ({
    text: points.slice(s.start - start, s.end - start),
    roles: [...new Set(s.covers.map((c) => c.role))],
  }));
}

/** The passage cut down to its statement, with a few words around it. */
export function Passage(props: { text: string; start: number; spans: Record<Role, Span[]> }) {
  const all = parts(props.text, props.start, props.spans);
  return (
    <blockquote class="passage quote">
      <bdi>
        {all.map((part, i) => {
          const text = harmless(part.text);
          if (part.roles.includes("content")) return <span key={i} class="p-content">{text}</span>;
          const role = part.roles.includes("source") ? "p-source" : part.roles.includes("cue") ? "p-cue" : "p-around";
          return <span key={i} class={role}>{text}</span>;
        })}
      </bdi>
    </blockquote>
  );
}
