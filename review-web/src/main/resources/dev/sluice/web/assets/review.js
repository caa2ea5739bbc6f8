// Conveniences only: colours for code and keys that move the focus. The page does without.
(() => {
  "use strict";

  const SCOPES = {
    keyword: "keyword", built_in: "keyword", literal: "keyword", type: "keyword",
    string: "string", regexp: "string", char: "string",
    number: "number",
    comment: "comment", doctag: "comment", meta: "comment",
    title: "title", "title.function": "title", "title.class": "title", function: "title",
  };
  const LONGEST = 200000;

  // Stands in for the part of highlight.js that would write HTML: only notes which text has which scope.
  class Ranges {
    constructor() { this.at = 0; this.open = []; this.found = []; }
    addText(text) { this.at += text.length; }
    openNode(scope) { this.open.push([scope, this.at]); }
    closeNode() {
      const [scope, from] = this.open.pop();
      this.found.push({ scope: String(scope), from, to: this.at });
    }
    startScope(scope) { this.openNode(scope); }
    endScope() { this.closeNode(); }
    __addSublanguage(inner) {
      for (const range of inner.found) {
        this.found.push({ scope: range.scope, from: range.from + this.at, to: range.to + this.at });
      }
      this.at += inner.at;
    }
    finalize() { while (this.open.length > 0) { this.closeNode(); } }
    toHTML() { return ""; }
  }

  // The text nodes of some lines and where each starts in their text.
  function collect(cells) {
    const nodes = [];
    let text = "";
    for (const cell of cells) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement.closest("mark")) { nodes.push({ node, start: text.length }); }
        text += node.data;
      }
      text += "\n";
    }
    return { nodes, text };
  }

  function paint(nodes, range, highlight) {
    for (const { node, start } of nodes) {
      const from = Math.max(range.from, start);
      const to = Math.min(range.to, start + node.data.length);
      if (from < to) {
        const part = new Range();
        part.setStart(node, from - start);
        part.setEnd(node, to - start);
        highlight.add(part);
      }
    }
  }

  function colour() {
    if (!("highlights" in CSS) || typeof hljs === "undefined") { return; }
    hljs.configure({ __emitter: Ranges });
    const highlights = {};
    for (const name of new Set(Object.values(SCOPES))) {
      highlights[name] = new Highlight();
      CSS.highlights.set(name, highlights[name]);
    }
    for (const table of document.querySelectorAll("table.diff[data-language]")) {
      const language = table.dataset.language;
      if (!hljs.getLanguage(language)) { continue; }
      for (const skipped of [".removed", ".added"]) {
        const cells = [...table.querySelectorAll("td.code > code")].filter(
          (cell) => !cell.closest(skipped));
        const { nodes, text } = collect(cells);
        if (text.length > LONGEST) { continue; }
        const result = hljs.highlight(text, { language, ignoreIllegals: true });
        for (const range of result._emitter.found) {
          const name = SCOPES[range.scope] || SCOPES[range.scope.split(".")[0]];
          if (name) { paint(nodes, range, highlights[name]); }
        }
      }
    }
  }

  const SWITCH = "sluice-shortcuts";
  const enabled = () => sessionStorage.getItem(SWITCH) !== "off";

  function follow(selector) {
    const link = document.querySelector(selector);
    if (link) { link.click(); }
  }

  function focus(selector) {
    const target = document.querySelector(selector);
    if (target) { target.focus(); }
  }

  // The first line of each run of changed lines.
  function changes() {
    return [...document.querySelectorAll("table.diff tr")].filter((row, index, rows) => {
      const changed = (r) => r && (r.matches(".added, .removed") || r.querySelector(".added, .removed"));
      return changed(row) && !(rows[index - 1] && changed(rows[index - 1]));
    });
  }

  let change = -1;
  function go(step) {
    const all = changes();
    if (all.length === 0) { return; }
    change = Math.min(Math.max(change + step, 0), all.length - 1);
    all[change].scrollIntoView({ block: "center" });
  }

  const KEYS = {
    j: () => follow("a[rel=next]"),
    k: () => follow("a[rel=prev]"),
    n: () => go(1),
    p: () => go(-1),
    d: () => follow("#view"),
    w: () => follow("#wrap"),
    "/": () => focus("#search"),
    a: () => focus("input[value=approve]"),
    r: () => focus("input[value=reject]"),
    s: () => focus("input[value=skip]"),
    i: () => focus("input[value=ignore]"),
    c: () => focus("#reason"),
    g: () => follow("header a[href='/summary']"),
    "?": () => follow("header a[href='/keys']"),
    Escape: () => follow("#list"),
  };

  function typed(event) {
    const writing = event.target.closest("input[type=text], input[type=search], input[type=password], select");
    if (event.ctrlKey || event.altKey || event.metaKey || writing || !enabled()) { return; }
    if (Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  }

  function offerSwitch() {
    const box = document.querySelector("#shortcuts");
    if (!box) { return; }
    document.querySelector(".scripted").hidden = false;
    document.querySelector(".unscripted").hidden = true;
    box.checked = enabled();
    box.addEventListener("change", () => sessionStorage.setItem(SWITCH, box.checked ? "on" : "off"));
  }

  document.addEventListener("keydown", typed);
  offerSwitch();
  colour();
})();
