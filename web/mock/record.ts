/** The mock's dossier as it is kept in `record.json`: the example's articles, read and then put right by hand. */

export interface Kept {
  name: string;
  articles: {
    id: string; path: string; title: string | null; outlet: string | null; authors: string[]; dateline: string | null;
    language: string | null; published: string | null; basis: string | null; url: string | null; copy_of: string | null;
    text: string; zones: [string, number, number][];
  }[];
  parties: { id: string; name: string; kind: string; role: string | null; speaks_for: string | null }[];
  statements: {
    id: string; article: string; position: number; act: string; mode: string; form: string; zone: string; sourcing: string;
    speaker: string | null; kind: string; role: string | null; resolved: string; candidates: string[]; targets: string[];
    via: string[]; said: string | null; confidence: number; act_confidence: number; act_basis: string; made_by: string;
    spans: Partial<Record<"source" | "cue" | "content" | "via" | "target", [number, number][]>>;
    corrected?: string[]; flagged?: boolean; notes?: { text: string; who: string; when: string; number: number }[];
  }[];
  answers: { from: string; to: string; kind: string; confidence: number; verdict?: "accept" | "reject" }[];
  allegations: { subject: string; relation: string; object: string; for: string[]; against: string[]; in_part: string[] }[];
  echoes: string[][];
}
