/** Choosing the words of a statement anew: select them in the passage, say what they are. */

import { useRef, useState } from "preact/hooks";
import type { Card, Span } from "../api/types";
import { harmless, Points } from "../record/text";

type Role = "source" | "cue" | "content";
const ROLES: [Role, string][] = [["source", "who (source)"], ["cue", "the word that says so (cue)"], ["content", "what (content)"]];

/**
 * The code point of `text` before which `units` of a text field's value lie. Fields show every line
 * end as one character, also where the article has two.
 */
export function pointAt(text: string, units: number): number {
  const all = Array.from(text);
  let seen = 0;
  let at = 0;
  while (at < all.length && seen < units) {
    if (all[at] === "\r" && all[at + 1] === "\n") at++;
    seen += all[at]!.length;
    at++;
  }
  return at;
}

/** Where the selection of a field that shows `text` lies, in code points of the article. */
function chosen(field: HTMLTextAreaElement, text: string, start: number): [number, number] | null {
  const { selectionStart: from, selectionEnd: to } = field;
  return from === to ? null : [start + pointAt(text, from), start + pointAt(text, to)];
}

export function SpanFields({ card, change }: { card: Card; change(body: Record<string, [number, number][]>): void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [spans, setSpans] = useState<Partial<Record<Role, [number, number][]>>>({});
  const points = new Points(card.passage.text);
  const now = (role: Role): [number, number][] => spans[role] ?? card.spans[role].map((s: Span) => [s.start, s.end]);
  const set = (role: Role, value: [number, number][]) => {
    const next = { ...spans, [role]: value };
    setSpans(next);
    change(next as Record<string, [number, number][]>);
  };
  const words = (role: Role) => now(role).map(([s, e]) => points.slice(s - card.passage.start, e - card.passage.start)).join(" … ");
  return (
    <div class="stack">
      <label class="field">
        Select words here, then say below what they are
        <textarea ref={field} class="quote" rows={7} readOnly value={harmless(card.passage.text)} />
      </label>
      {ROLES.map(([role, label]) => (
        <div key={role} class="stack-small">
          <p class="small"><strong>{label}:</strong> <span class="quote">{harmless(words(role)) || "nothing"}</span></p>
          <div class="row">
            <button
              type="button"
              onClick={() => {
                const range = field.current && chosen(field.current, card.passage.text, card.passage.start);
                if (range) set(role, [range]);
              }}
            >
              These words are it
            </button>
            <button
              type="button"
              onClick={() => {
                const range = field.current && chosen(field.current, card.passage.text, card.passage.start);
                if (range) set(role, [...now(role), range].sort((a, b) => a[0] - b[0]));
              }}
            >
              Add these words
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}
