// The findings view: all of them, by rule, severity, document and state.

import { get, post } from "./api.js";
import { element } from "./cells.js";
import * as dialogs from "./dialogs.js";
import { t, count, language } from "./phrases.js";

export class FindingsView {
  constructor(app, box, place = {}) {
    this.app = app;
    this.box = box;
    this.filter = place.filter ?? { state: "open" };
    this.load();
  }

  close() {}
  get place() { return { filter: this.filter }; }

  async load() {
    try {
      this.page = await get("findings", { ...this.filter, lang: language, count: 200 });
      this.render();
    } catch (error) { this.app.toast(t(error.message)); }
  }

  select(name, label, options) {
    const input = element("select", { onchange: (event) => { this.filter[name] = event.target.value; this.load(); } },
      options.map(([value, text]) => element("option", { value, selected: (this.filter[name] ?? "") === String(value) }, text)));
    return dialogs.field(label, input);
  }

  render() {
    const { findings, rules, total } = this.page;
    const fixes = rules.find((rule) => rule.rule === this.filter.rule)?.fixes ?? 0;
    const known = new Set([...rules.map((rule) => rule.rule), ...(this.filter.rule ? [this.filter.rule] : [])]);
    this.box.replaceChildren(
      element("div", { class: "lead row filters" },
        this.select("rule", t("Rule"), [["", t("all")], ...[...known].map((rule) => [rule, `${rule} (${rules.find((one) => one.rule === rule)?.count ?? 0})`])]),
        this.select("severity", t("Severity"), [["", t("all")], ...["error", "warning", "note"].map((one) => [one, t(one)])]),
        this.select("bitext", t("Text"), [["", t("all")], ...this.app.project.bitexts.map((one) => [one.id, one.name])]),
        this.select("state", t("State"), [["open", t("open")], ["accepted", t("accepted")], ["fixed", t("fixed")], ["stale", t("out of date")], ["", t("all")]]),
        element("button", { type: "button", onclick: () => this.app.job("check") }, t("Check anew")),
        fixes ? element("button", { type: "button", class: "main", onclick: () => this.edit({ edit: "applyFixes", rule: this.filter.rule }) }, count(fixes, "Apply 1 fix", "Apply all {1} fixes")) : ""),
      element("p", { class: "hint" }, count(total, "1 finding", "{1} findings")),
      findings.length ? element("ol", { class: "findings" }, findings.map((finding) => this.item(finding)))
        : element("p", { class: "empty" }, t("Nothing here. “Check anew” looks for what disagrees.")));
  }

  item(finding) {
    const texts = this.app.project.bitexts.find((one) => one.id === finding.bitext)?.texts ?? [];
    const quoted = (span, side) => (span ? element("q", { lang: texts[side]?.language }, span.text) : "");
    return element("li", { class: finding.severity, "data-finding": finding.id },
      element("p", {}, element("strong", {}, `${t(finding.severity)}: `), finding.message, " ", element("code", {}, finding.rule)),
      element("p", { class: "reason" }, finding.reason),
      element("p", { class: "places" }, quoted(finding.source, 0), finding.source && finding.target ? " → " : "", quoted(finding.target, 1),
        finding.fix ? element("span", { class: "fix" }, " ⇒ ", element("q", {}, finding.replacement)) : ""),
      finding.state === "accepted" ? element("p", { class: "own" }, t("accepted: {1}", finding.acceptance)) : "",
      element("p", { class: "buttons" },
        element("button", { type: "button", onclick: () => this.app.show(finding.bead, finding.bitext) }, t("Show")),
        finding.state === "open" ? element("button", { type: "button", onclick: () => this.accept(finding) }, t("Accept …")) : "",
        finding.state === "accepted" ? element("button", { type: "button", onclick: () => this.edit({ edit: "reopenFinding", finding: finding.id }) }, t("Open again")) : "",
        finding.state === "open" && finding.fix ? element("button", { type: "button", onclick: () => this.edit({ edit: "applyFix", finding: finding.id }) }, t("Apply the fix")) : ""));
  }

  async accept(finding) {
    const values = await dialogs.reason(t("Accept findings"), finding.message);
    if (values) await this.edit({ edit: "acceptFinding", finding: finding.id, reason: values.reason });
  }

  async edit(edit) {
    try {
      await post("edits", edit);
      await this.load();
      await this.app.recount();
    } catch (error) { this.app.toast(t(error.message)); }
  }

  act() {}
  async refresh() { await this.load(); }
}
