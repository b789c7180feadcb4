"""Figures as Markdown, and the calibration as a picture."""


def figures(title: str, values: dict) -> None:
    """A table of named figures."""
    print(f"\n| {title} | |\n| --- | --- |")
    for name, value in values.items():
        print(f"| {name} | {value:.1f} |" if isinstance(value, float) else f"| {name} | {value} |")


def recall(title: str, counts: dict[str, tuple[int, int]]) -> None:
    """A table of how many of each kind were found."""
    print(f"\n| {title} | found | of | recall |\n| --- | --- | --- | --- |")
    for name, (right, whole) in counts.items():
        print(f"| {name} | {right} | {whole} | {100 * right / whole:.1f} |")


def calibration(judged: list[tuple[float, bool]], plot: str | None) -> None:
    """How often statements of each confidence are right, and the expected calibration error (ten
    equal bins, Naeini et al. 2015). `plot`: where to draw it as SVG."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        bins.setdefault(min(int(confidence * 10), 9), []).append((confidence, right))
    print("\n| confidence | statements | mean confidence | right |\n| --- | --- | --- | --- |")
    error, points = 0.0, []
    for low, inside in sorted(bins.items()):
        mean = sum(confidence for confidence, _ in inside) / len(inside)
        right = sum(right for _, right in inside) / len(inside)
        print(f"| {low / 10:.1f}–{low / 10 + 0.1:.1f} | {len(inside)} | {mean:.2f} | {right:.2f} |")
        error += abs(mean - right) * len(inside) / len(judged)
        points.append((mean, right, len(inside)))
    print(f"\nexpected calibration error {error:.3f}")
    if plot:
        with open(plot, "w", encoding="utf8") as file:
            file.write(drawn(points, error))


def drawn(points: list[tuple[float, float, int]], error: float) -> str:
    """The reliability diagram: a disc a bin, its area the number of statements, on the line where
    confidence and truth are the same."""
    x = lambda value: 50 + 300 * value
    y = lambda value: 330 - 300 * value
    most = max(count for _, _, count in points)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 390" font-family="sans-serif" font-size="12">',
        '<rect width="380" height="390" fill="white"/>',
    ]
    for tick in range(0, 11, 2):
        v = tick / 10
        parts.append(f'<path d="M{x(v):.0f} 30V330M50 {y(v):.0f}H350" stroke="#ddd"/>')
        parts.append(f'<text x="{x(v):.0f}" y="348" text-anchor="middle">{v:.1f}</text>')
        parts.append(f'<text x="42" y="{y(v) + 4:.0f}" text-anchor="end">{v:.1f}</text>')
    parts.append('<path d="M50 330L350 30" stroke="#888" stroke-dasharray="4 4"/>')
    for mean, right, count in points:
        radius = 3 + 13 * (count / most) ** 0.5
        parts.append(
            f'<circle cx="{x(mean):.1f}" cy="{y(right):.1f}" r="{radius:.1f}" fill="#2166ac" fill-opacity="0.75">'
            f"<title>{count} statements</title></circle>"
        )
    parts.append('<text x="200" y="370" text-anchor="middle">confidence stated</text>')
    parts.append('<text x="14" y="180" text-anchor="middle" transform="rotate(-90 14 180)">share that is right</text>')
    parts.append(f'<text x="50" y="18">PolNeAR dev, expected calibration error {error:.3f}</text>')
    return "\n".join([*parts, "</svg>", ""])
