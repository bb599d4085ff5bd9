// What corresponds on both sides, asked for a little after the rows have come to rest, so that it never
// keeps a key waiting.

import { get } from "./api.js";

export class Marks {
  constructor(bitext, beads, onload) {
    this.bitext = bitext;
    this.beads = beads;
    this.onload = onload;
    this.bySegment = new Map();
    this.known = new Map();
  }

  /** The marks of a segment as long as its text is the same. */
  of(segment) {
    const kept = this.bySegment.get(segment.id);
    return kept && kept.text === (segment.edited ?? segment.text) ? kept.marks : [];
  }

  /** A text that changes when the marks of a bead have to be asked for anew. */
  static key(bead) {
    return bead.sides.map((side) => side.map((segment) => segment.id + (segment.edited ?? "")).join()).join("|");
  }

  want(first, last) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(first, last), 160);
  }

  async fetch(first, last) {
    let from = -1;
    let to = -1;
    for (let row = first; row < last; row += 1) {
      const bead = this.beads.at(row);
      if (!bead || this.known.get(bead.id) === Marks.key(bead)) continue;
      if (from < 0) from = row;
      to = row;
    }
    if (from < 0 || this.isBusy) return;
    this.isBusy = true;
    const rows = [];
    for (let row = from; row <= to; row += 1) rows.push(this.beads.at(row));
    const texts = new Map();
    rows.forEach((bead) => bead?.sides.flat().forEach((segment) => texts.set(segment.id, segment.edited ?? segment.text)));
    try {
      const { marks } = await get(`bitexts/${this.bitext}/marks`, { from, count: to - from + 1 });
      const grouped = Map.groupBy(marks, (mark) => mark.segment);
      for (const [id, text] of texts) this.bySegment.set(id, { text, marks: grouped.get(id) ?? [] });
      rows.forEach((bead) => bead && this.known.set(bead.id, Marks.key(bead)));
      this.onload();
    } catch (error) {
      console.warn(error.message);
    } finally {
      this.isBusy = false;
    }
  }
}
