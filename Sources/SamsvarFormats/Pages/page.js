// Adds to a page that is whole without it: lights up what belongs together, changes the layout, walks by key.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  document.body.classList.add("scripted");

  // What belongs together
  const lit = [];
  const clear = () => { while (lit.length) lit.pop().classList.remove("on"); };
  const light = (nodes) => nodes.forEach((node) => { node.classList.add("on"); lit.push(node); });
  const pairs = (node) => node.dataset.pair.split(" ");
  const byId = (number) => document.getElementById("a" + number);

  // A summary sentence with its sources, and the marks they share.
  const showSentence = (sentence) => {
    const sources = sentence.dataset.sources.split(" ").filter(Boolean).map(byId).filter(Boolean);
    light([sentence, ...sources]);
    const own = new Set(all("[data-pair]", sentence).flatMap(pairs));
    const marks = sources.flatMap((source) => all("[data-pair]", source));
    const shared = marks.filter((mark) => pairs(mark).some((pair) => own.has(pair)));
    light(shared);
    const there = new Set(shared.flatMap(pairs));
    light(all("[data-pair]", sentence).filter((mark) => pairs(mark).some((pair) => there.has(pair))));
  };
  // A mark with its counterparts, and theirs: the middle one of three texts knows both others.
  const showPair = (mark) => {
    const marks = all("[data-pair]", mark.closest("tr, .spread, main") || document);
    const known = new Set(pairs(mark));
    for (let size = 0; size < known.size;) {
      size = known.size;
      marks.filter((other) => pairs(other).some((pair) => known.has(pair))).flatMap(pairs).forEach((pair) => known.add(pair));
    }
    light(marks.filter((other) => pairs(other).some((pair) => known.has(pair))));
  };
  const show = (target) => {
    clear();
    if (!target.closest) return;
    const sentence = target.closest("[data-sources]");
    if (sentence) { showSentence(sentence); return; }
    const segment = target.closest("[data-summary]");
    if (segment) {
      const users = segment.dataset.summary.split(" ").filter(Boolean);
      if (users.length) light([segment, ...users.flatMap((number) => all(`[data-sentence="${number}"]`))]);
      return;
    }
    const pair = target.closest("[data-pair]");
    if (pair) { showPair(pair); return; }
    const part = target.closest(".page [data-of]");
    if (part) light(all(`[data-of="${part.dataset.of}"]`, part.closest(".spread")));
    const reference = target.closest(".reference");
    if (reference) light(all(`[data-of="${reference.hash.slice(2)}"]`, reference.closest(".spread")));
  };
  document.addEventListener("mouseover", (event) => show(event.target));
  document.addEventListener("focusin", (event) => show(event.target));
  document.addEventListener("focusout", clear);

  const dim = document.getElementById("dim");
  const toggle = () => dim.setAttribute("aria-pressed", String(document.body.classList.toggle("dim")));
  if (dim) {
    dim.hidden = false;
    dim.addEventListener("click", toggle);
  }

  // The layouts: segments are moved, never copied, so the page holds the texts once.
  const root = document.documentElement;
  const main = document.getElementById("text");
  const words = main.dataset;
  const pageLength = 2300;

  const readTable = () => ({
    texts: all("thead th[lang]", main).map((head) => ({ lang: head.lang, name: head.textContent })),
    beads: all("tr.bead", main).map((row) => ({
      number: row.id.slice(1), cells: all("td", row).map((cell) => all(".segment", cell)), notes: all(".notes > li", row),
    })),
  });
  const readSpreads = () => {
    const beads = [];
    const texts = all(".spread:first-child > .page", main).map((page) => ({ lang: page.lang, name: page.firstElementChild.textContent }));
    const bead = (number) => (beads[number - 1] ||= { number, cells: texts.map(() => []), notes: [] });
    for (const spread of all(".spread", main)) {
      all(":scope > .page", spread).forEach((page, text) =>
        all("[data-of]", page).forEach((part) => bead(part.dataset.of).cells[text].push(part)));
      all(".notes > li", spread).forEach((note) => bead(note.dataset.bead).notes.push(note));
    }
    return { texts, beads };
  };

  const notesList = (notes) => make("ul", { class: "notes", lang: root.lang }, ...notes);
  const cellOf = (bead, text, last, lang) => {
    const segments = bead.cells[text];
    const word = text === 0 ? words.added : words.leftOut;
    const content = segments.length ? segments : [make("span", { class: "none", lang: root.lang }, word)];
    const cell = make("td", { role: "cell", lang }, ...content);
    if (text === last && bead.notes.length) cell.append(notesList(bead.notes));
    return cell;
  };
  const rowOf = (bead, texts) => {
    const first = bead.cells.find((cell) => cell.length)[0];
    const counts = bead.cells.map((cell) => cell.length);
    const names = ["bead", ...(counts.includes(0) ? ["alone"] : []), ...("start" in first.dataset ? ["start"] : []),
      ...(first.classList.contains("is-heading") ? ["heading"] : [])];
    const number = make("th", { role: "rowheader", scope: "row", class: "number" }, make("a", { href: "#b" + bead.number }, bead.number));
    if (counts.some((count) => count !== 1)) number.append(make("span", { class: "kind" }, counts.join("–")));
    const cells = texts.map((text, index) => cellOf(bead, index, texts.length - 1, text.lang));
    return make("tr", { role: "row", class: names.join(" "), id: "b" + bead.number }, number, ...cells);
  };
  const tableOf = ({ texts, beads }) => {
    const corner = make("th", { role: "columnheader", scope: "col", class: "number" }, make("span", { class: "unseen" }, words.bead));
    const heads = texts.map(({ lang, name }) => make("th", { role: "columnheader", scope: "col", lang }, name));
    return make("table", { class: "beads", role: "table" },
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, corner, ...heads)),
      make("tbody", { role: "rowgroup" }, ...beads.map((bead) => rowOf(bead, texts))));
  };

  const lengthOf = (segment) => {
    const glosses = all("rt, .glossed", segment).reduce((sum, gloss) => sum + gloss.textContent.length, 0);
    const length = segment.textContent.length - glosses;
    return segment.classList.contains("is-sentence") ? length : Math.max(length, 180);
  };
  const begins = (bead) => bead.cells.every((cell) => !cell.length || "start" in cell[0].dataset);
  const isHeading = (bead) => bead.cells.some((cell) => cell.length && cell[0].classList.contains("is-heading"));
  const partsOf = (beads) => {
    const lengths = beads.map((bead) => Math.max(...bead.cells.map((cell) => cell.reduce((sum, part) => sum + lengthOf(part), 0))));
    const parts = [];
    let begin = 0, length = 0, paragraph = [0, 0];
    beads.forEach((bead, index) => {
      if (begins(bead)) paragraph = [index, length];
      if (length + lengths[index] > pageLength && index > begin) {
        let end = paragraph[0] > begin && 2 * paragraph[1] >= pageLength ? paragraph[0] : index;
        while (end - 1 > begin && isHeading(beads[end - 1])) end -= 1;
        parts.push(beads.slice(begin, end));
        begin = end;
        length = lengths.slice(end, index).reduce((sum, more) => sum + more, 0);
        paragraph = [end, 0];
      }
      length += lengths[index];
    });
    return [...parts, beads.slice(begin)];
  };
  const pageOf = (beads, text, { lang, name }, folio) => {
    const page = make("div", { class: "page", lang }, make("p", { class: "running" }, name));
    let paragraph;
    for (const bead of beads) {
      bead.cells[text].forEach((part, place) => {
        if (!paragraph || "start" in part.dataset) page.append(paragraph = make("p"));
        else paragraph.append(" ");
        if (place === 0) {
          const reference = make("a", { class: "reference", href: "#b" + bead.number }, bead.number);
          if (bead.cells.slice(0, text).every((cell) => !cell.length)) reference.id = "b" + bead.number;
          paragraph.append(reference);
        }
        part.dataset.of = bead.number;
        paragraph.append(part);
      });
    }
    page.append(make("p", { class: "folio" }, String(folio)));
    return page;
  };
  const spreadsOf = ({ texts, beads }) => make("div", { class: "spreads" }, ...partsOf(beads).map((part, number) => {
    const spread = make("section", { class: "spread" },
      ...texts.map((text, index) => pageOf(part, index, text, texts.length * number + index + 2)));
    const notes = part.flatMap((bead) => bead.notes.map((note) => { note.dataset.bead = bead.number; return note; }));
    if (notes.length) spread.append(notesList(notes));
    return spread;
  }));

  const wrap = () => {
    const names = all("thead th[lang]", main).map((head) => head.textContent);
    for (const row of all("tr.bead", main)) {
      all("td", row).forEach((cell, text) => {
        const segments = all(".segment", cell);
        if (text > 0 && segments.length) cell.prepend(make("details", {}, make("summary", {}, names[text]), ...segments));
      });
    }
  };
  const unwrap = () => all("details", main).forEach((details) => details.replaceWith(...all(".segment", details)));

  const fieldset = document.getElementById("layout");
  const reveal = document.getElementById("reveal");
  const setRevealed = (isOpen) => {
    all("details", main).forEach((details) => { details.open = isOpen; });
    reveal.firstElementChild.setAttribute("aria-pressed", String(isOpen));
  };
  const choose = (layout) => {
    const before = root.dataset.layout;
    const seen = (document.elementFromPoint(innerWidth / 2, 120) || main).closest("tr.bead, [data-of]");
    const place = seen && (seen.dataset.of ? "b" + seen.dataset.of : seen.id);
    clear();
    if (before === "tap") unwrap();
    if (layout === "facing") main.replaceChildren(spreadsOf(readTable()));
    else if (before === "facing") main.replaceChildren(tableOf(readSpreads()));
    if (layout === "tap") wrap();
    root.dataset.layout = layout;
    reveal.hidden = layout !== "tap";
    if (place && scrollY > 0) document.getElementById(place).scrollIntoView({ block: "start", behavior: "instant" });
  };
  if (fieldset) {
    fieldset.hidden = false;
    reveal.hidden = root.dataset.layout !== "tap";
    fieldset.addEventListener("change", (event) => choose(event.target.value));
    reveal.firstElementChild.addEventListener("click", (event) =>
      setRevealed(event.currentTarget.getAttribute("aria-pressed") !== "true"));
    // A tap on a sentence opens its translation; what is opened for print is closed again.
    main.addEventListener("click", (event) => {
      const segment = root.dataset.layout === "tap" && !event.target.closest("details, a") && event.target.closest(".segment");
      if (segment) all("details", segment.closest("tr")).forEach((details) => { details.open = !details.open; });
    });
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = all("details:not([open])", main);
      closed.forEach((details) => { details.open = true; });
    });
    addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));
  }

  // Arrows or j and k walk through the summary, or from the number of a bead to the next; Escape puts the lights out.
  const step = (from, by) => {
    const stops = all(from.matches(".claim") ? ".claim" : ".number a, .reference[id]");
    const next = stops[stops.indexOf(from) + by];
    if (next) next.focus();
    return Boolean(next);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    const here = document.activeElement && document.activeElement.closest(".claim, .number a, .reference[id]");
    if (key === "Escape") clear();
    else if (key === "d" && dim) toggle();
    else if (key === "j" && dim && !here) all(".claim").slice(0, 1).forEach((claim) => claim.focus());
    else if (here && (key === "j" || key === "ArrowDown")) { if (step(here, 1)) event.preventDefault(); }
    else if (here && (key === "k" || key === "ArrowUp")) { if (step(here, -1)) event.preventDefault(); }
  });
})();
