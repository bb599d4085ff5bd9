// Puts the app together: the project, its views, the keys, and the jobs.

import { get, post, remove, ApiError } from "./api.js";
import * as phrases from "./phrases.js";
import { t, count } from "./phrases.js";
import * as keys from "./keys.js";
import * as dialogs from "./dialogs.js";
import { element } from "./cells.js";
import { AlignmentView } from "./alignment.js";
import { SummaryView } from "./summary.js";
import { TermsView } from "./terms.js";
import { FindingsView } from "./findings.js";

const views = ["main", "terms", "findings"];
// What opens a field to write in: keys that come before it is open are not taken for commands.
const opening = new Set(["edit", "split", "note", "search", "addTerm", "acceptFinding", "export", "help", "history"]);

class App {
  constructor() {
    this.places = JSON.parse(sessionStorage.getItem("places") ?? "{}");
    this.main = document.getElementById("main");
    // Keys are done one after the other, each on what the one before has left.
    this.turn = Promise.resolve();
    this.waiting = 0;
  }

  async start() {
    await phrases.load();
    this.project = await get("project");
    document.getElementById("project").textContent = this.project.name;
    document.title = `${this.project.name} – Samsvar`;
    document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
    const kept = Number(sessionStorage.getItem("bitext"));
    this.bitext = this.project.bitexts.find((one) => one.id === kept) ?? this.project.bitexts[0];
    this.furnish();
    document.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("pagehide", () => this.keep());
    if (!this.bitext) { this.main.replaceChildren(element("p", { class: "empty" }, t("The project is empty."))); return; }
    this.open(sessionStorage.getItem("view") ?? "main");
  }

  furnish() {
    const picker = document.getElementById("bitexts");
    picker.replaceChildren(...this.project.bitexts.map((one) => element("option", { value: one.id, selected: one === this.bitext }, one.name)));
    picker.onchange = () => {
      this.keep();
      this.bitext = this.project.bitexts.find((one) => one.id === Number(picker.value));
      this.open("main");
    };
    const names = { main: this.bitext?.kind === "summary" ? t("Summary") : t("Alignment"), terms: t("Terms"), findings: t("Findings") };
    document.getElementById("views").replaceChildren(...views.map((name, index) => element("button", {
      type: "button", role: "tab", id: `view-${name}`, "aria-selected": String(this.view === name), "aria-controls": "main", "aria-keyshortcuts": String(index + 1), onclick: () => this.open(name),
    }, names[name])));
    const tool = (id, text, key, action) => element("button", { type: "button", id, "aria-keyshortcuts": key, title: `${text} (${keys.sign(key)})`, onclick: action }, text);
    document.getElementById("tools").replaceChildren(
      tool("undo", t("Undo"), "z", () => this.undo("undo")), tool("redo", t("Redo"), "Z", () => this.undo("redo")),
      tool("realign", t("Realign"), "R", () => this.job("realign")), tool("check", t("Check"), "C", () => this.job("check")),
      tool("export", t("Export"), "X", () => this.export()), tool("help", t("Keys"), "?", () => this.help()),
      element("select", { "aria-label": t("Language"), onchange: (event) => phrases.choose(event.target.value) },
        Object.entries(phrases.languageNames).map(([code, name]) => element("option", { value: code, lang: code, selected: code === phrases.language }, name))));
    if (this.bitext) this.counted(this.bitext.counts, this.project.revision);
  }

  keep() {
    if (this.current) this.places[`${this.view}-${this.bitext.id}`] = this.current.place;
    sessionStorage.setItem("places", JSON.stringify(this.places));
    sessionStorage.setItem("view", this.view ?? "main");
    sessionStorage.setItem("bitext", this.bitext?.id ?? "");
  }

  open(name, place) {
    if (this.current) this.keep();
    this.current?.close();
    this.view = views.includes(name) ? name : "main";
    this.main.replaceChildren();
    this.main.className = this.view;
    const kinds = { main: this.bitext.kind === "summary" ? SummaryView : AlignmentView, terms: TermsView, findings: FindingsView };
    this.current = new kinds[this.view](this, this.main, place ?? this.places[`${this.view}-${this.bitext.id}`]);
    this.furnish();
  }

  /** Shows a bead in the main view. */
  async show(bead, bitext = this.bitext.id) {
    this.bitext = this.project.bitexts.find((one) => one.id === bitext) ?? this.bitext;
    if (bead == null) return;
    if (this.bitext.kind === "summary") {
      this.open("main", {});
      return;
    }
    const page = await get(`bitexts/${this.bitext.id}/beads`, { around: bead, count: 1 });
    this.open("main", { row: page.from, side: 1 });
  }

  async reload() {
    this.project = await get("project");
    this.bitext = this.project.bitexts.find((one) => one.id === this.bitext.id) ?? this.project.bitexts[0];
    this.furnish();
    await this.current?.refresh();
  }

  async recount() {
    this.project = await get("project");
    this.bitext = this.project.bitexts.find((one) => one.id === this.bitext.id) ?? this.bitext;
    this.counted(this.bitext.counts, this.project.revision);
  }

  /** The memory that accepted pairs flow into, or why they do not. */
  get memory() {
    const { memory } = this.project;
    if (!memory) return "";
    return memory.trouble ? t("memory: {1}", memory.trouble) : t("memory: {1}", memory.path.split("/").at(-1));
  }

  counted(counts, revision) {
    this.bitext.counts = counts;
    const left = counts.open + counts.review;
    const parts = [
      left ? count(left, "1 pair left to review", "{1} pairs left to review") : t("everything is reviewed"),
      t("{1} accepted", counts.accepted.toLocaleString(phrases.language)),
      counts.rejected ? t("{1} rejected", counts.rejected) : "", counts.review ? t("{1} need review", counts.review) : "",
      counts.dropped ? t("{1} left out", counts.dropped) : "",
      counts.isChecked ? count(counts.findings, "1 finding", "{1} findings") : t("not checked yet"), this.memory,
    ].filter(Boolean);
    const text = parts.join(" · ");
    const node = document.getElementById("counts");
    if (node.textContent !== text) node.textContent = text;
    document.getElementById("progress").style.width = `${counts.beads ? ((counts.beads - left) / counts.beads) * 100 : 0}%`;
    document.getElementById("undo").disabled = !revision.canUndo;
    document.getElementById("redo").disabled = !revision.canRedo;
  }

  say(text) { document.getElementById("said").textContent = text; }

  toast(text) {
    const node = document.getElementById("toast");
    node.textContent = text;
    node.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { node.hidden = true; }, 6000);
  }

  async undo(path) {
    if (this.current instanceof AlignmentView) return this.current.edit({}, { path });
    if (this.current instanceof SummaryView) return this.current.edit({}, false, path);
    try {
      await post(path);
      await this.reload();
    } catch (error) { this.toast(t(error.message)); }
    return undefined;
  }

  help() { dialogs.help(this.view === "main" && this.bitext.kind === "summary"); }

  async export() {
    await this.recount();
    await dialogs.exporting(this.project, this.bitext, phrases.language);
  }

  /** Runs a job and shows how far it is. */
  async job(kind) {
    const box = document.getElementById("job");
    const names = { realign: t("Realigning around accepted pairs"), check: t("Checking") };
    try {
      let job = await post("jobs", { kind, bitext: this.bitext.id });
      const bar = element("progress", { max: 1, value: 0, "aria-label": names[kind] });
      box.replaceChildren(element("span", {}, names[kind]), bar, element("button", { type: "button", onclick: () => remove(`jobs/${job.id}`).catch(() => {}) }, t("Cancel")));
      box.hidden = false;
      while (job.state === "running") {
        await new Promise((resolve) => setTimeout(resolve, 150));
        job = await get(`jobs/${job.id}`);
        bar.value = job.progress;
      }
      box.hidden = true;
      const done = { done: kind === "realign" ? t("realigned; accepted pairs stand as they were") : t("checked"), cancelled: t("cancelled; nothing was changed"), failed: t(job.message ?? "") };
      this.toast(job.state === "done" && job.result?.edit == null ? t("nothing to change") : done[job.state]);
      if (job.state === "done") { await this.recount(); await this.current.refresh(); }
    } catch (error) {
      box.hidden = true;
      this.toast(t(error.message));
    }
  }

  key(event) {
    if (document.querySelector("dialog[open]")) return;
    const target = event.target;
    if (target.closest("input, textarea, select")) return;
    const name = keys.nameOf(event);
    if (target.closest("button") && (name === "Enter" || name === "Space")) return;
    const isSummary = this.bitext?.kind === "summary";
    const own = this.view === "main" ? (isSummary ? keys.summary : keys.alignment) : [];
    const entry = keys.find([own, keys.general], name);
    if (!entry) return;
    event.preventDefault();
    document.getElementById("toast").hidden = true;
    if (this.isOpening) return;
    this.isOpening = this.waiting > 0 && opening.has(entry.action);
    this.enqueue(async () => {
      try {
        await this.perform(entry, name);
      } finally {
        if (opening.has(entry.action)) this.isOpening = false;
      }
    });
  }

  /** Does something when all that was asked for before is done. */
  enqueue(work) {
    this.waiting += 1;
    this.turn = this.turn.then(work).catch((error) => this.toast(t(error.message))).finally(() => { this.waiting -= 1; });
  }

  /** Does what a key stands for; a job goes on beside the keys. */
  perform(entry, name) {
    const actions = {
      view: () => this.open(views[Number(name) - 1]), undo: () => this.undo("undo"), redo: () => this.undo("redo"), history: () => dialogs.history(),
      export: () => this.export(), check: () => { this.job("check"); },
      realign: () => { this.job("realign"); }, help: () => this.help(),
    };
    return entry.action in actions ? actions[entry.action]() : this.current?.act(entry);
  }
}

const app = new App();
window.samsvar = app;
app.start().catch((error) => {
  const text = error instanceof ApiError && error.code === "token" ? "Open the address that samsvar-review has printed." : error.message;
  document.getElementById("main").replaceChildren(element("p", { class: "empty" }, text));
});
