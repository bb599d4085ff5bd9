// The keys of each view: the one table that both the help and the page go by.

import { t } from "./phrases.js";

/** A key as an event gives it: `Ctrl+z`, `N` for Shift and n, `ArrowDown`. */
export function nameOf(event) {
  const control = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  const alt = event.altKey ? "Alt+" : "";
  const shift = event.shiftKey && event.key.length > 1 ? "Shift+" : "";
  const key = event.key === " " ? "Space" : event.key;
  return control + alt + shift + (control && key.length === 1 ? key.toLowerCase() : key);
}

export const general = [
  { keys: ["1", "2", "3"], text: "alignment or summary, terms, findings", action: "view" },
  { keys: ["z", "Ctrl+z"], text: "undo, without limit", action: "undo" },
  { keys: ["Z", "Ctrl+y", "Ctrl+Shift+z"], text: "redo", action: "redo" },
  { keys: ["H"], text: "history", action: "history" },
  { keys: ["X"], text: "export", action: "export" },
  { keys: ["C"], text: "check anew", action: "check" },
  { keys: ["?"], text: "these keys", action: "help" },
];

export const alignment = [
  { group: "Go" },
  { keys: ["j", "ArrowDown"], text: "next pair", action: "next" },
  { keys: ["k", "ArrowUp"], text: "previous pair", action: "previous" },
  { keys: ["PageDown"], text: "ten pairs on", action: "pageDown" },
  { keys: ["PageUp"], text: "ten pairs back", action: "pageUp" },
  { keys: ["Home"], text: "first pair", action: "first" },
  { keys: ["End"], text: "last pair", action: "last" },
  { keys: ["h", "ArrowLeft"], text: "column to the left", action: "left" },
  { keys: ["l", "ArrowRight"], text: "column to the right", action: "right" },
  { keys: ["n", "N"], text: "next, previous doubtful pair", action: "doubtful" },
  { keys: ["i", "I"], text: "next, previous pair that is not 1–1", action: "irregular" },
  { keys: ["f", "F"], text: "next, previous finding", action: "finding" },
  { keys: ["w", "W"], text: "next, previous pair left to review", action: "waiting" },
  { keys: ["o", "O"], text: "next, previous bookmark", action: "bookmarked" },
  { group: "Judge" },
  { keys: ["a"], text: "accept and go on", action: "accept" },
  { keys: ["A"], text: "accept this and all open above", action: "acceptAbove" },
  { keys: ["r"], text: "reject and go on", action: "reject" },
  { keys: ["v"], text: "needs review", action: "review" },
  { keys: ["c"], text: "open again", action: "reopen" },
  { keys: ["x"], text: "leave out of the output, or take in again", action: "drop" },
  { keys: ["g"], text: "accept the findings of the pair, with a reason", action: "acceptFinding" },
  { keys: ["G"], text: "apply the fixes of the pair", action: "fix" },
  { group: "Mend" },
  { keys: ["m"], text: "merge with the next pair", action: "merge" },
  { keys: ["s"], text: "split at the caret (arrows move it, Enter splits)", action: "split" },
  { keys: ["u", "Shift+ArrowUp"], text: "first segment of the cell one pair up", action: "moveUp" },
  { keys: ["d", "Shift+ArrowDown"], text: "last segment of the cell one pair down", action: "moveDown" },
  { keys: ["p"], text: "part the two sides", action: "unlink" },
  { keys: ["Space"], text: "take a cell; with another cell: link the two", action: "pin" },
  { keys: ["e", "Enter"], text: "edit the text (Ctrl+Enter keeps, Esc leaves)", action: "edit" },
  { keys: ["R"], text: "realign the rest around accepted pairs", action: "realign" },
  { group: "More" },
  { keys: ["b"], text: "bookmark", action: "bookmark" },
  { keys: ["t"], text: "write a note", action: "note" },
  { keys: ["+"], text: "add a term from the selected words", action: "addTerm" },
  { keys: ["/"], text: "search and replace", action: "search" },
  { keys: ["."], text: "next place of the search", action: "again" },
  { keys: ["Escape"], text: "put down what was taken", action: "escape" },
];

export const summary = [
  { group: "Summary" },
  { keys: ["j", "ArrowDown"], text: "next sentence", action: "next" },
  { keys: ["k", "ArrowUp"], text: "previous sentence", action: "previous" },
  { keys: ["h", "ArrowLeft"], text: "to the article", action: "left" },
  { keys: ["l", "ArrowRight"], text: "to the summary", action: "right" },
  { keys: ["Space"], text: "link or unlink the two sentences", action: "link" },
  { keys: ["a"], text: "accept and go on", action: "accept" },
  { keys: ["r"], text: "reject and go on", action: "reject" },
  { keys: ["v"], text: "needs review", action: "review" },
  { keys: ["c"], text: "open again", action: "reopen" },
  { keys: ["g"], text: "accept the findings, with a reason", action: "acceptFinding" },
  { keys: ["t"], text: "write a note", action: "note" },
];

/** The action of a key in some tables, and its entry. */
export function find(tables, name) {
  for (const table of tables) {
    for (const entry of table) {
      const index = entry.keys?.indexOf(name) ?? -1;
      if (index >= 0) return { ...entry, index, key: name };
    }
  }
  return undefined;
}

const signs = {
  ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", "Shift+ArrowUp": "⇧↑", "Shift+ArrowDown": "⇧↓",
  Escape: "Esc", "Ctrl+z": "Ctrl Z", "Ctrl+y": "Ctrl Y", "Ctrl+Shift+z": "Ctrl ⇧ Z", PageDown: "PgDn", PageUp: "PgUp",
};

/** How a key is written. */
export const sign = (key) => signs[key] ?? (key.length === 1 && key !== key.toLowerCase() ? "⇧ " + key : key === "Space" ? t("Space") : key);
