// Questions and lists that open over the page; Esc closes them, and the place in the text is kept.

import { element } from "./cells.js";
import { t } from "./phrases.js";
import * as keys from "./keys.js";
import { get, address } from "./api.js";

/** Shows a dialog and gives back what its form holds, or nothing when it was closed. */
export function ask(title, fields, { action = t("OK"), note, wide } = {}) {
  return new Promise((resolve) => {
    const form = element("form", { method: "dialog" }, element("h2", { id: "dialog-title" }, title),
      note ? element("p", { class: "hint" }, note) : "", fields,
      element("p", { class: "buttons" },
        element("button", { value: "ok", class: "main" }, action),
        element("button", { type: "button", onclick: () => dialog.close("") }, t("Cancel"))));
    const dialog = element("dialog", { "aria-labelledby": "dialog-title", class: wide ? "wide" : undefined }, form);
    dialog.addEventListener("close", () => {
      const values = dialog.returnValue === "ok" ? Object.fromEntries(new FormData(form)) : undefined;
      dialog.remove();
      resolve(values);
    });
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("[autofocus], input, textarea, select")?.focus();
  });
}

/** Shows something to be read. */
export function show(title, ...content) {
  const dialog = element("dialog", { "aria-labelledby": "dialog-title", class: "wide" },
    element("h2", { id: "dialog-title" }, title), content,
    element("p", { class: "buttons" }, element("button", { class: "main", onclick: () => dialog.close(), autofocus: true }, t("Close"))));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export const field = (label, input) => element("label", { class: "field" }, element("span", {}, label), input);

function keyTable(table) {
  const groups = [];
  for (const entry of table) {
    if (entry.group) { groups.push({ title: entry.group, rows: [] }); continue; }
    if (!groups.length) groups.push({ title: "General", rows: [] });
    groups.at(-1).rows.push(entry);
  }
  return groups.map(({ title, rows }) => element("section", {}, element("h3", {}, t(title)),
    element("dl", {}, rows.flatMap((row) => [
      element("dt", {}, row.keys.map((key) => element("kbd", {}, keys.sign(key)))), element("dd", {}, t(row.text)),
    ]))));
}

/** All keys of the view. */
export function help(isSummary) {
  show(t("Keys"), element("div", { class: "keys" }, keyTable(isSummary ? keys.summary : keys.alignment), keyTable(keys.general)));
}

const editNames = {
  status: "judged", acceptAbove: "accepted all above", merge: "merged", split: "split", move: "moved a segment", unlink: "parted",
  link: "linked two cells", drop: "left out or took in", text: "edited text", bookmark: "bookmark", note: "note", replace: "replaced",
  realign: "realigned", addLink: "added a link", removeLink: "removed a link", check: "checked", acceptFinding: "accepted a finding",
  reopenFinding: "opened a finding again", applyFix: "applied a fix", applyFixes: "applied fixes", admitTerm: "admitted a term", addTerm: "added a term",
};
const stateNames = { done: "", undone: "undone", abandoned: "undone, then replaced" };

/** What was done, newest first. */
export async function history() {
  const { entries } = await get("history", { count: 200 });
  show(t("History"), entries.length
    ? element("ol", { class: "history" }, entries.map((entry) => element("li", { class: entry.state },
      element("span", { class: "number" }, "#" + entry.edit), t(editNames[entry.request.edit] ?? entry.request.edit), " ",
      element("time", {}, entry.time.replace("T", " ").replace("Z", "")), " ", element("em", {}, t(stateNames[entry.state])))))
    : element("p", {}, t("Nothing has been changed yet.")));
}

/** The choice of a format, and the file. */
export async function exporting(project, bitext, lang) {
  const left = bitext.counts.open + bitext.counts.review;
  const values = await ask(t("Export"), [
    field(t("Format"), element("select", { name: "format" }, project.formats.filter((name) => name !== "table")
      .map((name) => element("option", { value: name, selected: name === "tmx" }, name.toUpperCase())),
      element("option", { value: "project" }, t("the whole project (JSON Lines)")))),
    element("label", { class: "check" }, element("input", { type: "checkbox", name: "accepted", value: "true" }), " ", t("accepted pairs only")),
    bitext.texts.length > 2 ? field(t("With"), element("select", { name: "side" }, bitext.texts.slice(1)
      .map((text, index) => element("option", { value: index + 1 }, text.name)))) : "",
  ], { action: t("Save"), note: left ? t("{1} pairs are left to review.", left.toLocaleString()) : t("Everything is reviewed.") });
  if (!values) return;
  const link = element("a", {
    href: values.format === "project" ? address("export", { history: "true" }) : address(`bitexts/${bitext.id}/export`, { ...values, lang }),
    download: "",
  });
  document.body.append(link);
  link.click();
  link.remove();
}

/** What to look for and what to put there. */
export function searching(last, texts) {
  const input = (name, value) => element("input", { name, value: value ?? "", autocomplete: "off", spellcheck: "false" });
  return ask(t("Search and replace"), [
    field(t("Search for"), input("pattern", last.pattern)),
    field(t("Replace with"), input("template", last.template)),
    field(t("In"), element("select", { name: "side" }, element("option", { value: "" }, t("all texts")),
      texts.map((text) => element("option", { value: text.side, selected: String(text.side) === last.side }, text.name)))),
    element("label", { class: "check" }, element("input", { type: "checkbox", name: "regex", checked: last.regex !== undefined && last.regex !== "" }), " ",
      t("regular expression ($1 in the replacement is the first group)")),
    element("label", { class: "check" }, element("input", { type: "checkbox", name: "case", checked: last.case === "on" }), " ", t("match case")),
    field(t("Then"), element("select", { name: "then" }, element("option", { value: "find" }, t("go to the next place")),
      element("option", { value: "replace" }, t("replace all")))),
  ], { action: t("Go") });
}

/** Why something may stand. */
export const reason = (title, text) => ask(title, [
  text ? element("p", { class: "quoted" }, text) : "",
  field(t("Reason"), element("input", { name: "reason", required: true, autocomplete: "off", value: "" })),
], { action: t("Accept") });
