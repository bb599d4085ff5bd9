// The summary view: the summary beside its article, with the links drawn between them.

import { get, post } from "./api.js";
import { element, marked, statusNames } from "./cells.js";
import * as dialogs from "./dialogs.js";
import { t, count, language, nameOf } from "./phrases.js";

const svg = "http://www.w3.org/2000/svg";

export class SummaryView {
  constructor(app, box, place = {}) {
    this.app = app;
    this.bitext = app.bitext;
    this.claim = place.claim ?? 0;
    this.source = place.source ?? 0;
    this.side = place.side ?? 1;
    this.box = box;
    this.draw = () => { cancelAnimationFrame(this.frame); this.frame = requestAnimationFrame(() => this.drawLinks()); };
    this.load();
    this.observer = new ResizeObserver(this.draw);
    this.observer.observe(box);
  }

  close() { this.observer.disconnect(); }
  get place() { return { claim: this.claim, source: this.source, side: this.side }; }

  async load() {
    try {
      this.page = await get(`bitexts/${this.bitext.id}/summary`, { lang: language });
      this.render();
    } catch (error) { this.app.toast(t(error.message)); }
  }

  render() {
    const { article, summary, links, findings, marks } = this.page;
    const used = new Map(summary.map((one) => [one.id, links.filter((link) => link.summary === one.id)]));
    const places = new Map(article.map((one, index) => [one.id, index]));
    const marksOf = Map.groupBy(marks, (mark) => mark.segment);
    const spans = (id) => findings.flatMap((finding) => [finding.source, finding.target].filter((span) => span?.segment === id)
      .map((span) => ({ ...span, severity: finding.severity, message: finding.message })));
    const names = statusNames();
    const left = element("section", { class: "article", "aria-label": t("Article"), lang: this.bitext.texts[0].language },
      element("h2", { lang: document.documentElement.lang }, `${t("Article")} · ${nameOf(this.bitext.texts[0].language)}`),
      article.map((one, index) => element("p", {
        class: `segment is-${one.kind}`, "data-source": index, id: `source-${one.id}`, onclick: () => this.point(this.claim, index, 0),
      }, element("span", { class: "number", "aria-hidden": "true" }, String(index + 1)), marked(one.text, marksOf.get(one.id) ?? [], spans(one.id)))));
    const right = element("section", { class: "digest", "aria-label": t("Summary") },
      element("h2", {}, `${t("Summary")} · ${nameOf(this.bitext.texts[1].language)}`),
      summary.map((one, index) => {
        const own = used.get(one.id);
        const mine = findings.filter((finding) => finding.bead === one.bead);
        return element("article", { class: `claim ${one.status}`, "data-claim": index, id: `claim-${one.id}`, onclick: () => this.point(index, this.source, 1) },
          element("p", { class: "segment", lang: this.bitext.texts[1].language }, marked(one.text, marksOf.get(one.id) ?? [], spans(one.id))),
          element("p", { class: "support" }, element("span", { class: `state ${one.status}` }, names[one.status]), " · ",
            own.length ? t("rests on {1}", own.map((link) => places.get(link.source) + 1).join(", ")) : t("nothing in the article was found for this")),
          one.note ? element("p", { class: "own" }, one.note) : "",
          mine.length ? element("ul", { class: "notes" }, mine.map((finding) => element("li", { class: finding.severity },
            element("strong", {}, t(finding.severity) + ": "), finding.message, element("span", { class: "reason" }, finding.reason),
            finding.state === "accepted" ? element("em", {}, t("accepted: {1}", finding.acceptance))
              : element("button", { type: "button", onclick: (event) => { event.stopPropagation(); this.accept([finding]); } }, t("Accept …"))))) : "");
      }));
    this.lines = document.createElementNS(svg, "svg");
    this.lines.setAttribute("class", "lines");
    this.lines.setAttribute("aria-hidden", "true");
    const unused = article.length - new Set(links.map((link) => link.source)).size;
    this.scroll = element("div", { class: "summary-view", id: "summary", tabindex: 0, role: "group", "aria-label": t("Summary and article") }, left, this.lines, right);
    this.scroll.addEventListener("mouseover", (event) => this.light(event.target));
    left.addEventListener("scroll", this.draw, { passive: true });
    right.addEventListener("scroll", this.draw, { passive: true });
    this.box.replaceChildren(element("p", { class: "hint lead" }, count(unused, "1 sentence of the article is not in the summary.", "{1} sentences of the article are not in the summary."), " ",
      t("“Supported” means that the sentences correspond, not that the claim is true.")), this.scroll);
    this.scroll.focus({ preventScroll: true });
    this.point(this.claim, this.source, this.side, false);
  }

  light(target) {
    this.lit?.forEach((node) => node.classList.remove("on"));
    const pair = target.closest?.("[data-pair]");
    this.lit = pair ? [...this.scroll.querySelectorAll(`[data-pair="${pair.dataset.pair}"]`)] : [];
    this.lit.forEach((node) => node.classList.add("on"));
  }

  point(claim, source, side, isSpoken = true) {
    const { article, summary, links } = this.page;
    this.claim = Math.min(Math.max(0, claim), summary.length - 1);
    this.source = Math.min(Math.max(0, source), article.length - 1);
    this.side = side;
    const sources = new Set(links.filter((link) => link.summary === summary[this.claim]?.id).map((link) => link.source));
    this.scroll.querySelectorAll("[data-source]").forEach((node, index) => {
      node.classList.toggle("linked", sources.has(article[index].id));
      node.classList.toggle("here", side === 0 && index === this.source);
    });
    this.scroll.querySelectorAll("[data-claim]").forEach((node, index) => {
      node.classList.toggle("current", index === this.claim);
      node.classList.toggle("here", side === 1 && index === this.claim);
    });
    const here = this.scroll.querySelector(".here");
    here?.scrollIntoView({ block: "nearest" });
    if (side === 1) this.scroll.querySelector(".article .linked")?.scrollIntoView({ block: "nearest" });
    if (isSpoken && here) this.app.say(here.textContent);
    this.draw();
  }

  /** A line for each link; those of the current sentence stand out. */
  drawLinks() {
    if (!this.lines?.isConnected) return;
    const frame = this.lines.getBoundingClientRect();
    const ends = this.scroll.getBoundingClientRect();
    const inside = (y) => Math.min(Math.max(y, ends.top), ends.bottom) - frame.top;
    const current = this.page.summary[this.claim]?.id;
    this.lines.replaceChildren(...this.page.links.flatMap((link) => {
      const from = document.getElementById(`source-${link.source}`)?.getBoundingClientRect();
      const to = document.getElementById(`claim-${link.summary}`)?.getBoundingClientRect();
      if (!from || !to) return [];
      const isSeen = from.bottom > ends.top && from.top < ends.bottom && to.bottom > ends.top && to.top < ends.bottom;
      if (!isSeen && link.summary !== current) return [];
      const y1 = inside(from.top + Math.min(from.height, 28) / 2);
      const y2 = inside(to.top + Math.min(to.height, 40) / 2);
      const path = document.createElementNS(svg, "path");
      const width = frame.width;
      path.setAttribute("d", `M0,${y1} C${width / 2},${y1} ${width / 2},${y2} ${width},${y2}`);
      path.setAttribute("class", link.summary === current ? "line current" : "line");
      return [path];
    }));
  }

  async edit(edit, isAdvancing = false, path = "edits") {
    try {
      const answer = await post(path, edit, { lang: language });
      if (answer.result.bitext && answer.result.bitext !== this.bitext.id) return this.app.reload();
      if (isAdvancing) this.claim = Math.min(this.claim + 1, this.page.summary.length - 1);
      await this.load();
      await this.app.recount();
      return answer;
    } catch (error) { return this.app.toast(t(error.message)); }
  }

  async accept(findings) {
    const open = findings.filter((finding) => finding.state === "open");
    if (!open.length) return this.app.toast(t("no findings here"));
    const values = await dialogs.reason(t("Accept findings"), open.map((finding) => finding.message).join(" · "));
    if (!values) return this.scroll.focus();
    for (const finding of open) await this.edit({ edit: "acceptFinding", finding: finding.id, reason: values.reason });
    return undefined;
  }

  act({ action }) {
    const claim = this.page?.summary[this.claim];
    if (!claim) return undefined;
    const step = action === "next" ? 1 : action === "previous" ? -1 : 0;
    if (step && this.side === 1) return this.point(this.claim + step, this.source, 1);
    if (step) return this.point(this.claim, this.source + step, 0);
    const status = { accept: "accepted", reject: "rejected", review: "review", reopen: "open" }[action];
    if (status) return this.edit({ edit: "status", bead: claim.bead, status }, status === "accepted" || status === "rejected");
    switch (action) {
      case "left": {
        const first = this.page.links.find((link) => link.summary === claim.id);
        const place = first ? this.page.article.findIndex((one) => one.id === first.source) : this.source;
        return this.point(this.claim, place, 0);
      }
      case "right": return this.point(this.claim, this.source, 1);
      case "link": {
        const source = this.page.article[this.source];
        const isThere = this.page.links.some((link) => link.summary === claim.id && link.source === source.id);
        return this.edit({ edit: isThere ? "removeLink" : "addLink", summary: claim.id, source: source.id });
      }
      case "acceptFinding": return this.accept(this.page.findings.filter((finding) => finding.bead === claim.bead));
      case "note": return this.note(claim);
      default: return undefined;
    }
  }

  async note(claim) {
    const values = await dialogs.ask(t("Note"), [dialogs.field(t("Note"), element("textarea", { name: "note", rows: 4 }, claim.note ?? ""))], { action: t("Keep") });
    this.scroll.focus();
    if (values) await this.edit({ edit: "note", bead: claim.bead, note: values.note });
  }

  async refresh() { await this.load(); }
}
