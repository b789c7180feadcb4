/** The acts of the record: their words and marks. Their colours are in `styles/acts.css`. */

export const ACTS = [
  "accuse",
  "criticize",
  "threaten",
  "demand",
  "deny",
  "refuse",
  "admit",
  "promise",
  "praise",
  "decline",
  "state",
] as const;

export type Act = (typeof ACTS)[number];

/** What an act is called when somebody does it: "Varnia accuses Lorrimond". */
const VERBS: Record<Act, string> = {
  accuse: "accuses",
  criticize: "criticizes",
  threaten: "threatens",
  demand: "demands",
  deny: "denies",
  refuse: "refuses",
  admit: "admits",
  promise: "promises",
  praise: "praises",
  decline: "declines to say",
  state: "states",
};

/** What stands between an act and its target: "demands **of** Lorrimond". */
const TOWARDS: Record<Act, string> = {
  accuse: "",
  criticize: "",
  threaten: "",
  demand: "of",
  deny: "against",
  refuse: "",
  admit: "to",
  promise: "to",
  praise: "",
  decline: "to",
  state: "about",
};

/** The mark as a letter-sized sign, for legends, lists and the terminal's order. */
const SIGNS: Record<Act, string> = {
  accuse: "▲",
  criticize: "△",
  threaten: "✕",
  demand: "◆",
  deny: "▼",
  refuse: "■",
  admit: "◐",
  promise: "●",
  praise: "+",
  decline: "–",
  state: "○",
};

export function isAct(word: string): word is Act {
  return (ACTS as readonly string[]).includes(word);
}

/** The act a word of the record names; a word this page does not know is shown as a plain statement. */
export function actOf(word: string): Act {
  return isAct(word) ? word : "state";
}

export function verb(act: Act): string {
  return VERBS[act];
}

export function towards(act: Act): string {
  return TOWARDS[act];
}

export function sign(act: Act): string {
  return SIGNS[act];
}

/**
 * The outline of an act's mark around (0, 0), as SVG path data. `filled` marks are painted in the
 * act's colour, the others drawn as lines of it.
 */
export interface Mark {
  path: string;
  filled: boolean;
}

const f = (n: number) => String(Math.round(n * 100) / 100);

/** The mark of an act with half-width `r` in pixels. Shapes have about equal weight to the eye. */
export function mark(act: Act, r: number): Mark {
  const t = r * 1.12;
  const up = `M0,${f(-t)}L${f(t)},${f(t * 0.82)}L${f(-t)},${f(t * 0.82)}Z`;
  const down = `M0,${f(t)}L${f(t)},${f(-t * 0.82)}L${f(-t)},${f(-t * 0.82)}Z`;
  const d = r * 1.22;
  const s = r * 0.88;
  const circle = `M${f(-r)},0A${f(r)},${f(r)},0,1,1,${f(r)},0A${f(r)},${f(r)},0,1,1,${f(-r)},0Z`;
  switch (act) {
    case "accuse":
      return { path: up, filled: true };
    case "criticize":
      return { path: up, filled: false };
    case "deny":
      return { path: down, filled: true };
    case "demand":
      return { path: `M0,${f(-d)}L${f(d)},0L0,${f(d)}L${f(-d)},0Z`, filled: true };
    case "refuse":
      return { path: `M${f(-s)},${f(-s)}H${f(s)}V${f(s)}H${f(-s)}Z`, filled: true };
    case "promise":
      return { path: circle, filled: true };
    case "threaten":
      return { path: `M${f(-s)},${f(-s)}L${f(s)},${f(s)}M${f(s)},${f(-s)}L${f(-s)},${f(s)}`, filled: false };
    case "praise":
      return { path: `M${f(-r)},0H${f(r)}M0,${f(-r)}V${f(r)}`, filled: false };
    case "admit":
      return { path: `${circle}M0,${f(-r)}A${f(r)},${f(r)},0,0,0,0,${f(r)}Z`, filled: false };
    case "decline":
      return { path: `M${f(-r)},0H${f(r)}`, filled: false };
    case "state":
      return { path: circle, filled: false };
  }
}
