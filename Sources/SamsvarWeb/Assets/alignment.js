// The alignment view: the list of beads and what the keys do there.

import { get, post, ApiError } from "./api.js";
import { Beads } from "./beads.js";
import { Scroller } from "./scroller.js";
import { Marks } from "./marks.js";
import { beadRow, spoken, element } from "./cells.js";
import * as dialogs from "./dialogs.js";
import { t, language, nameOf } from "./phrases.js";

export class AlignmentView {
  constructor(app, box, place = {}) {
    this.app = app;
    this.bitext = app.bitext;
    this.row = place.row ?? 0;
    this.side = place.side ?? 1;
    this.search = {};
    const columns = this.bitext.texts.length;
    this.list = element("div", { class: `beads columns-${columns}`, id: "beads", role: "grid", tabindex: 0, "aria-label": t("Pairs"), "aria-rowcount": this.bitext.counts.beads });
    const heads = element("div", { class: `heads columns-${columns}`, "aria-hidden": "true" }, element("span", {}, ""),
      this.bitext.texts.map((text) => element("span", {}, `${nameOf(text.language)} · ${text.name.split("/").at(-1)}`)));
    box.append(heads, this.list);
    this.beads = new Beads(this.bitext, (page) => this.loaded(page));
    this.marks = new Marks(this.bitext.id, this.beads, () => { this.version += 1; this.scroller.render(); });
    this.version = 0;
    this.scroller = new Scroller(this.list, {
      count: () => this.beads.count, row: (index, old) => this.draw(index, old),
      ensure: (first, last) => { this.beads.ensure(first, last); this.marks.want(first, last); this.first = first; },
    });
    this.list.addEventListener("click", (event) => this.click(event));
    this.list.addEventListener("mouseover", (event) => this.light(event.target));
    this.scroller.render();
    if (this.row) this.scroller.show(this.row);
    this.list.focus();
  }

  close() { this.scroller.stop(); }
  get place() { return { row: this.row, side: this.side }; }
  get bead() { return this.beads.at(this.row); }

  // Drawing

  draw(index, old) {
    const bead = this.beads.at(index);
    if (!bead) {
      const element = old?.stamp === "waiting" ? old.element : document.createElement("div");
      element.className = "bead waiting";
      return { element, stamp: "waiting" };
    }
    const isCurrent = index === this.row;
    const stamp = [bead.stamp, this.version, isCurrent ? this.side : "", this.pinned?.bead === bead.id ? this.pinned.side : ""].join();
    if (old?.stamp === stamp || (old && this.editing === index)) return old;
    return { element: beadRow(bead, this.bitext, {
      isCurrent, side: this.side, marks: this.marks, findings: this.beads.findings.get(bead.id) ?? [], pinned: this.pinned,
    }), stamp };
  }

  loaded(page) {
    this.scroller.render();
    this.app.counted(page.counts, page.revision);
    if (page.beads.some((bead) => bead.row === this.row)) this.point();
  }

  /** Tells a screen reader where it is. */
  point() {
    const bead = this.bead;
    if (!bead) return;
    this.list.setAttribute("aria-activedescendant", `cell-${bead.id}-${this.side}`);
    this.app.say(spoken(bead, this.bitext, this.side, this.beads.findings.get(bead.id) ?? [], this.beads.count));
  }

  go(row, side = this.side) {
    if (!this.beads.count) return;
    this.row = Math.min(Math.max(0, row), this.beads.count - 1);
    this.side = Math.min(Math.max(0, side), this.bitext.texts.length - 1);
    this.scroller.render();
    this.scroller.show(this.row);
    this.point();
  }

  click(event) {
    const row = event.target.closest(".bead");
    if (!row?.dataset.row || event.target.closest("textarea")) return;
    const side = event.target.closest(".cell")?.dataset.side ?? this.side;
    if (!window.getSelection().isCollapsed) return;
    this.row = Number(row.dataset.row);
    this.side = Number(side);
    this.scroller.render();
    this.point();
  }

  /** Lights up what belongs to a mark. */
  light(target) {
    this.lit?.forEach((node) => node.classList.remove("on"));
    const pair = target.closest?.("[data-pair]");
    const row = target.closest?.(".bead");
    this.lit = pair ? [...row.querySelectorAll(`[data-pair="${pair.dataset.pair}"]`)] : [];
    this.lit.forEach((node) => node.classList.add("on"));
  }

  // Editing

  /** Sends an edit and shows what came of it. */
  async edit(edit, { advance = false, path = "edits" } = {}) {
    const from = Math.max(0, (this.first ?? 0) - 10);
    try {
      const answer = await post(path, edit, { bitext: this.bitext.id, from, count: 90, lang: language });
      if (answer.result.bitext && answer.result.bitext !== this.bitext.id) return this.app.reload();
      this.beads.take(answer.page, true);
      this.app.counted(answer.page.counts, answer.revision);
      let row = answer.row ?? this.row;
      if (advance) row = Math.min(row + 1, this.beads.count - 1);
      this.list.setAttribute("aria-rowcount", this.beads.count);
      this.go(row);
      if (answer.result.edit == null) this.app.say(t("nothing to change"));
      return answer;
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    if (!(error instanceof ApiError)) throw error;
    this.app.toast(t(error.message));
    if (error.status === 404) { this.beads.clear(); this.scroller.render(); }
  }

  async seek(what, isBack, more = {}) {
    try {
      const found = await get(`bitexts/${this.bitext.id}/seek`, {
        what, from: this.row, direction: isBack ? "previous" : "next", ...more,
      });
      if (found.row == null && what === "finding" && !this.beads.counts.isChecked) return this.app.toast(t("not checked yet; C checks"));
      if (found.row == null) return this.app.toast(isBack ? t("none above") : t("none below"));
      this.go(found.row);
    } catch (error) { this.fail(error); }
  }

  act(entry) {
    const { action, index } = entry;
    const bead = this.bead;
    const moves = {
      next: 1, previous: -1, pageDown: 10, pageUp: -10, first: -Infinity, last: Infinity,
    };
    if (action in moves) return this.go(this.row + moves[action]);
    if (action === "left" || action === "right") return this.go(this.row, this.side + (action === "left" ? -1 : 1));
    if (action === "search") return this.searching();
    if (action === "again") return this.findAgain();
    if (action === "escape") return this.escape();
    const seeks = { doubtful: "doubtful", irregular: "irregular", finding: "finding", waiting: "left", bookmarked: "bookmarked" };
    if (action in seeks) return this.seek(seeks[action], index === 1);
    if (!bead) return undefined;
    const cell = { bead: bead.id, side: this.side };
    switch (action) {
      case "accept": return this.edit({ edit: "status", bead: bead.id, status: "accepted" }, { advance: true });
      case "reject": return this.edit({ edit: "status", bead: bead.id, status: "rejected" }, { advance: true });
      case "review": return this.edit({ edit: "status", bead: bead.id, status: "review" });
      case "reopen": return this.edit({ edit: "status", bead: bead.id, status: "open" });
      case "acceptAbove": return this.edit({ edit: "acceptAbove", bead: bead.id });
      case "drop": return this.edit({ edit: "drop", bead: bead.id, dropped: !bead.isDropped });
      case "merge": return this.edit({ edit: "merge", bead: bead.id });
      case "moveUp": return this.edit({ edit: "move", ...cell, direction: "up" });
      case "moveDown": return this.edit({ edit: "move", ...cell, direction: "down" });
      case "unlink": return this.edit({ edit: "unlink", bead: bead.id });
      case "bookmark": return this.edit({ edit: "bookmark", bead: bead.id, bookmarked: !bead.isBookmarked });
      case "pin": return this.pin(cell);
      case "split": return this.open(true);
      case "edit": return this.open(false);
      case "note": return this.note(bead);
      case "acceptFinding": return this.acceptFindings(bead);
      case "fix": return this.fix(bead);
      case "addTerm": return this.addTerm(bead);
      default: return undefined;
    }
  }

  pin(cell) {
    const pinned = this.pinned;
    this.pinned = undefined;
    if (pinned && pinned.bead !== cell.bead && pinned.side !== cell.side) {
      return this.edit({ edit: "link", ...pinned, other: cell.bead, otherSide: cell.side });
    }
    if (!pinned || pinned.bead !== cell.bead || pinned.side !== cell.side) {
      this.pinned = cell;
      this.app.say(t("cell taken; go to a cell of the other side and press Space"));
    }
    this.scroller.render();
    return undefined;
  }

  escape() {
    this.pinned = undefined;
    this.scroller.render();
  }

  /** Opens the cell: to be edited, or only to put the caret where it is to be split. */
  open(isSplit) {
    const bead = this.bead;
    const segments = bead.sides[this.side];
    const cell = document.getElementById(`cell-${bead.id}-${this.side}`);
    if (!segments.length || !cell) return;
    this.editing = this.row;
    const done = () => {
      this.editing = undefined;
      this.version += 1;
      this.scroller.render();
      this.list.focus();
    };
    const areas = segments.map((segment) => {
      const area = element("textarea", {
        rows: 1, "aria-readonly": isSplit && "true", "aria-label": isSplit ? t("Put the caret where to split, then Enter") : t("Text"), spellcheck: "false",
      });
      area.value = segment.edited ?? segment.text;
      // Not `readonly`: the caret of such a field does not move in Chromium.
      if (isSplit) area.addEventListener("beforeinput", (event) => event.preventDefault());
      area.addEventListener("keydown", (event) => this.editorKey(event, { isSplit, area, areas, segment, segments, done }));
      return area;
    });
    const hint = isSplit ? t("Arrows move the caret, Enter splits there, Esc leaves.") : t("Ctrl+Enter keeps, Alt+Enter splits at the caret, Esc leaves.");
    cell.replaceChildren(...areas, element("p", { class: "hint" }, hint));
    areas.forEach((area) => { area.rows = Math.max(1, Math.ceil(area.scrollHeight / 27)); });
    areas[0].focus();
    const middle = isSplit ? Math.floor(areas[0].value.length / 2) : areas[0].value.length;
    areas[0].setSelectionRange(middle, middle);
  }

  editorKey(event, { isSplit, area, areas, segment, segments, done }) {
    event.stopPropagation();
    const at = areas.indexOf(area);
    if (event.key === "Escape") { event.preventDefault(); done(); return; }
    if (event.key === "Enter" && (isSplit || event.altKey)) {
      event.preventDefault();
      const caret = area.selectionStart;
      done();
      this.app.enqueue(async () => {
        if (!isSplit && area.value !== (segment.edited ?? segment.text)) {
          await this.edit({ edit: "text", segment: segment.id, text: area.value });
        }
        await this.edit({ edit: "split", segment: segment.id, utf16: caret });
      });
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      const changed = segments.map((one, index) => [one, areas[index].value]).filter(([one, text]) => text !== (one.edited ?? one.text));
      done();
      this.app.enqueue(async () => {
        for (const [one, text] of changed) await this.edit({ edit: "text", segment: one.id, text });
      });
      return;
    }
    const isDown = event.key === "ArrowDown" && area.selectionStart === area.value.length;
    const isUp = event.key === "ArrowUp" && area.selectionStart === 0;
    if (isDown || isUp) areas[at + (isDown ? 1 : -1)]?.focus();
  }

  async note(bead) {
    const values = await dialogs.ask(t("Note"), [dialogs.field(t("Note"), element("textarea", { name: "note", rows: 4 }, bead.note))], { action: t("Keep") });
    this.list.focus();
    if (values) await this.edit({ edit: "note", bead: bead.id, note: values.note });
  }

  async acceptFindings(bead) {
    const open = (this.beads.findings.get(bead.id) ?? []).filter((finding) => finding.state === "open");
    if (!open.length) return this.app.toast(t("no findings here"));
    const values = await dialogs.reason(t("Accept findings"), open.map((finding) => finding.message).join(" · "));
    this.list.focus();
    if (!values) return undefined;
    for (const finding of open) await this.edit({ edit: "acceptFinding", finding: finding.id, reason: values.reason });
    return undefined;
  }

  async fix(bead) {
    const open = (this.beads.findings.get(bead.id) ?? []).filter((finding) => finding.state === "open" && finding.fix);
    if (!open.length) return this.app.toast(t("no fix here"));
    for (const finding of open) await this.edit({ edit: "applyFix", finding: finding.id });
    return undefined;
  }

  /** The words selected in a cell, and what they correspond to on the other side. */
  selected(bead) {
    const selection = window.getSelection();
    const words = selection.toString().trim();
    const cell = selection.anchorNode?.parentElement?.closest(".cell");
    const terms = bead.sides.map(() => "");
    if (!words || !cell) return terms;
    const side = Number(cell.dataset.side);
    terms[side] = words;
    const pairs = [...cell.querySelectorAll("[data-pair]")].filter((mark) => selection.containsNode(mark, true)).map((mark) => mark.dataset.pair);
    for (const other of cell.parentElement.querySelectorAll(".cell")) {
      if (other === cell) continue;
      const marks = [...other.querySelectorAll("[data-pair]")].filter((mark) => pairs.includes(mark.dataset.pair));
      terms[Number(other.dataset.side)] = marks.map((mark) => mark.textContent).join(" ");
    }
    return terms;
  }

  async addTerm(bead) {
    const words = this.selected(bead);
    const values = await dialogs.ask(t("Add a term"), this.bitext.texts.map((text, side) =>
      dialogs.field(nameOf(text.language), element("input", { name: text.language, value: words[side], required: true, autocomplete: "off" }))), { action: t("Add") });
    this.list.focus();
    if (!values) return;
    if (await this.edit({ edit: "addTerm", terms: values })) this.app.toast(t("added to the termbase; write it back in the terms view"));
  }

  async searching() {
    const values = await dialogs.searching(this.search, this.bitext.texts);
    this.list.focus();
    if (!values?.pattern) return;
    this.search = values;
    if (values.then === "find") { await this.findAgain(); return; }
    const answer = await this.edit({
      edit: "replace", bitext: this.bitext.id, ...(values.side === "" ? {} : { side: Number(values.side) }), pattern: values.pattern,
      template: values.template, isRegex: values.regex === "on", isCaseSensitive: values.case === "on",
    });
    if (answer) this.app.toast(answer.result.edit == null ? t("not found") : t("replaced; undo takes all of it back"));
  }

  async findAgain() {
    if (!this.search.pattern) { await this.searching(); return; }
    await this.seek("text", false, {
      pattern: this.search.pattern, side: this.search.side, regex: String(this.search.regex === "on"), case: String(this.search.case === "on"),
    });
  }

  async refresh(row) {
    this.beads.clear();
    this.version += 1;
    if (row != null) this.row = row;
    this.scroller.render();
  }
}
