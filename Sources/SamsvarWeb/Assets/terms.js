// The terms view: how each concept is rendered, and what to do about it.

import { get, post } from "./api.js";
import { element } from "./cells.js";
import * as dialogs from "./dialogs.js";
import { t, count, nameOf } from "./phrases.js";

const order = { none: 0, forbidden: 1, deprecated: 2, unknown: 3, admitted: 4, preferred: 5 };

export class TermsView {
  constructor(app, box) {
    this.app = app;
    this.box = box;
    this.load();
  }

  close() {}
  get place() { return {}; }

  async load() {
    this.box.replaceChildren(element("p", { class: "hint lead" }, t("Looking for terms …")));
    try {
      this.concepts = (await get(`bitexts/${this.app.bitext.id}/terms`)).concepts;
      this.render();
    } catch (error) { this.app.toast(t(error.message)); }
  }

  render() {
    const target = this.app.bitext.texts[1].language;
    const sources = this.app.bitext.texts[0].language;
    const names = {
      preferred: t("preferred"), admitted: t("admitted"), deprecated: t("deprecated"), forbidden: t("forbidden"),
      unknown: t("not in the termbase"), none: t("no rendering found"),
    };
    const terms = (concept, language) => concept.terms.filter((term) => term.language.split("-")[0] === language.split("-")[0]
      || (language === "nn" && term.language === "nb" && !concept.terms.some((other) => other.language === "nn")));
    const rows = this.concepts.map((concept) => element("tr", {},
      element("th", { scope: "row" }, terms(concept, sources).map((term) => term.term).join(", "),
        element("span", { class: "reason" }, concept.definition)),
      element("td", { lang: target }, terms(concept, target).map((term) => element("span", { class: `term ${term.status}` }, term.term,
        term.status === "preferred" ? "" : element("small", {}, ` ${names[term.status]}`)))),
      element("td", { class: "number" }, String(concept.occurrences)),
      element("td", {}, element("ul", { class: "renderings" }, [...concept.renderings].sort((a, b) => order[a.status] - order[b.status]).map((one) => element("li", {},
        element("span", { class: `rendering ${one.status}`, lang: one.text ? target : undefined }, one.text ?? "—"),
        element("span", { class: "reason" }, ` ${names[one.status]} · ${one.count} `),
        element("button", { type: "button", onclick: () => this.app.show(one.beads[0]) }, t("Show")),
        one.status === "preferred" || one.status === "admitted" ? "" : element("button", { type: "button", onclick: () => this.admit(concept, one, target) }, t("Admit …"))))))));
    this.box.replaceChildren(
      element("div", { class: "lead row" },
        element("p", {}, count(this.concepts.length, "1 concept of the termbase occurs.", "{1} concepts of the termbase occur.")),
        element("button", { type: "button", onclick: () => this.add() }, t("Add a term …")),
        element("button", { type: "button", class: "main", onclick: () => this.write() }, t("Write the termbase back"))),
      this.concepts.length ? element("div", { class: "scrolling" }, element("table", { class: "terms" }, element("thead", {}, element("tr", {},
        [t("Source"), t("Terms"), t("Occurs"), t("Rendered as")].map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, rows)))
        : element("p", { class: "empty" }, this.app.project.termbase ? t("No term of the termbase stands in the source.") : t("The project has no termbase; start with --termbase, or add terms here.")));
  }

  async edit(edit) {
    try {
      await post("edits", edit);
      await this.app.recount();
      await this.load();
    } catch (error) { this.app.toast(t(error.message)); }
  }

  async admit(concept, rendering, language) {
    const values = await dialogs.ask(t("Admit a rendering"), [dialogs.field(nameOf(language), element("input", { name: "term", value: rendering.text ?? "", required: true, autocomplete: "off" }))],
      { action: t("Admit"), note: concept.definition });
    if (values) await this.edit({ edit: "admitTerm", concept: concept.id, language, term: values.term });
  }

  async add() {
    const values = await dialogs.ask(t("Add a term"), this.app.bitext.texts.map((text) =>
      dialogs.field(nameOf(text.language), element("input", { name: text.language, required: true, autocomplete: "off" }))), { action: t("Add") });
    if (values) await this.edit({ edit: "addTerm", terms: values });
  }

  async write() {
    const values = this.app.project.termbase ? {} : await dialogs.ask(t("Write the termbase"), [dialogs.field(t("File in the project's folder"), element("input", { name: "path", value: "terms.csv", required: true }))], { action: t("Write") });
    if (!values) return;
    try {
      const written = await post("termbase", values);
      this.app.toast(t("{1} concepts written to {2}", written.concepts, written.path));
    } catch (error) { this.app.toast(t(error.message)); }
  }

  act() {}
  async refresh() { await this.load(); }
}
