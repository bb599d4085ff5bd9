// The beads of a bitext, fetched where they are looked at.

import { get } from "./api.js";
import { language } from "./phrases.js";

const chunk = 100;

export class Beads {
  constructor(bitext, onload) {
    this.bitext = bitext.id;
    this.count = bitext.counts.beads;
    this.counts = bitext.counts;
    this.onload = onload;
    this.rows = new Map();
    this.findings = new Map();
    this.waiting = new Set();
    this.generation = 0;
  }

  at(row) { return this.rows.get(row); }

  /** Forgets everything; what is looked at is fetched anew. */
  clear() {
    this.rows.clear();
    this.findings.clear();
    this.waiting.clear();
    this.generation += 1;
  }

  /** Takes over a page the server sent with an answer. */
  take(page, isFresh = false) {
    if (isFresh) this.clear();
    this.count = page.counts.beads;
    this.counts = page.counts;
    for (const bead of page.beads) {
      bead.stamp = `${bead.id}.${this.generation}`;
      this.rows.set(bead.row, bead);
      this.findings.set(bead.id, page.findings.filter((finding) => finding.bead === bead.id));
    }
  }

  /** Fetches rows that are not here yet. */
  ensure(first, last) {
    for (let start = first - (first % chunk); start < last; start += chunk) {
      const end = Math.min(start + chunk, this.count);
      let missing = -1;
      for (let row = Math.max(start, 0); row < end; row += 1) {
        if (!this.rows.has(row)) { missing = row; break; }
      }
      if (missing >= 0 && !this.waiting.has(start)) this.fetch(start);
    }
  }

  async fetch(start) {
    const generation = this.generation;
    this.waiting.add(start);
    try {
      const page = await get(`bitexts/${this.bitext}/beads`, { from: start, count: chunk, lang: language });
      if (generation !== this.generation) return;
      this.take(page);
      this.onload(page);
    } finally {
      if (generation === this.generation) this.waiting.delete(start);
    }
  }
}
