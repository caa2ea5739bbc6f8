"""The medians as a table."""

# Name of a column, and the steps of it: sluice keeps and applies in steps of their own.
COLUMNS = {"out": ("track", "export"), "export": ("export",), "verify": ("verify",),
           "in": ("import", "apply")}


def best(tools, column, figure="wall"):
    """The least of the tools that encrypt, other than sluice."""
    return min((value for tool in tools if tool.encrypts and tool.tool != "sluice"
                if (value := tool.of(figure, *COLUMNS[column])) is not None), default=None)


def of(ledger):
    head = "".join(f"| {name} s | ratio | cpu s " for name in COLUMNS)
    lines = ["", "Seconds by the clock, their ratio to the best tool that encrypts, and seconds of the"
             " processor; medians of the rounds.",
             "*Out* is track and export, *in* is import and apply; other tools have one step for each."]
    for work in ledger.works():
        tools = ledger.tools(work)
        load = max(line["load"] for tool in tools for line in tool.lines)
        lines += ["", f"| {work} {head}| MB on the medium | ratio | peak MiB |",
                  "|---" * (4 + 3 * len(COLUMNS)) + "|"]
        least = min((tool.crossed for tool in tools if tool.encrypts and tool.tool != "sluice"),
                    default=None)
        for tool in tools:
            cells = [cell for column in COLUMNS for cell in figures(tool, column, tools)]
            cells += [f"{tool.crossed / 1e6:.1f}", ratio(tool.crossed, least), f"{tool.peak():.0f}"]
            name = tool.tool + ("" if tool.encrypts else " (no encryption)")
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
        count = max(len(tool.lines) for tool in tools)
        lines.append(f"\nRounds of {work}: {count}; highest load {load:.1f}.")
    return "\n".join(lines)


def figures(tool, column, tools):
    wall = tool.of("wall", *COLUMNS[column])
    if wall is None or (column == "export" and tool.tool != "sluice"):
        return ["", "", ""]
    cpu = tool.of("cpu", *COLUMNS[column])
    return [f"{wall:.2f}", ratio(wall, best(tools, column)), f"{cpu:.2f}"]


def ratio(value, base):
    return f"{value / base:.2f}" if base else ""
