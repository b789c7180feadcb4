/** Two wordings, word by word (longest common subsequence). */
export function differences(a: string, b: string): { is: "same" | "added" | "cut"; text: string }[] {
  const x = a.split(/(?<=\s)/);
  const y = b.split(/(?<=\s)/);
  const table = Array.from({ length: x.length + 1 }, () => new Array<number>(y.length + 1).fill(0));
  for (let i = x.length - 1; i >= 0; i--) for (let j = y.length - 1; j >= 0; j--) table[i]![j] = x[i]!.trim() === y[j]!.trim() ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  const pieces: { is: "same" | "added" | "cut"; text: string }[] = [];
  const push = (is: "same" | "added" | "cut", text: string) => {
    const last = pieces.at(-1);
    if (last?.is === is) last.text += text;
    else pieces.push({ is, text });
  };
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i]!.trim() === y[j]!.trim()) push("same", (i++, y[j++]!));
    else if (j >= y.length || (i < x.length && table[i + 1]![j]! >= table[i]![j + 1]!)) push("cut", x[i++]!);
    else push("added", y[j++]!);
  }
  return pieces;
}
