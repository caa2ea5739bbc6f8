"""The medians as a picture."""
from html import escape


WIDTH, LABEL, BAR, GAP = 860, 250, 15, 5
COLOURS = {"track": "#8fb3d9", "export": "#2f6fb0", "verify": "#b9b9b9", "import": "#2a8f5b",
           "apply": "#8fcfab"}
STYLE = ("text{font:12px sans-serif;fill:#222}.w{font-weight:bold}"
         "@media(prefers-color-scheme:dark){text{fill:#ddd}}")


def of(ledger):
    """For each work, one bar for each tool, made of its steps; the longest bar fills the width."""
    shapes, y = legend(), 40
    for work in ledger.works():
        tools = ledger.tools(work)
        scale = (WIDTH - LABEL - 90) / max(total(tool) for tool in tools)
        shapes.append(text(0, y + 12, f"{work}, seconds", "w"))
        y += 22
        for tool in tools:
            shapes += bar(tool, y, scale)
            y += BAR + GAP
        y += 14
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" role="img">'
            f"<title>Seconds of a crossing by tool and step, medians</title><style>{STYLE}</style>\n"
            + "\n".join(shapes) + "\n</svg>\n")


def legend():
    shapes, x = [], LABEL
    for step, colour in COLOURS.items():
        shapes.append(f'<rect x="{x}" y="6" width="12" height="12" fill="{colour}"/>')
        shapes.append(text(x + 17, 16, step))
        x += 90
    return shapes


def bar(tool, y, scale):
    shapes, x = [text(0, y + 12, tool.tool)], LABEL
    for step, colour in COLOURS.items():
        seconds = tool.of("wall", step) or 0
        if seconds:
            shapes.append(f'<rect x="{x:.1f}" y="{y}" width="{seconds * scale:.1f}" height="{BAR}"'
                          f' fill="{colour}"><title>{step} {seconds:.2f} s</title></rect>')
        x += seconds * scale
    return [*shapes, text(x + 6, y + 12, f"{total(tool):.1f}")]


def total(tool):
    return sum(tool.of("wall", step) or 0 for step in COLOURS)


def text(x, y, words, kind=""):
    return f'<text x="{x:.1f}" y="{y}"' + (f' class="{kind}"' if kind else "") + f">{escape(words)}</text>"
