// Draws beads: number, state and confidence in words, the segments with marks and findings.

import { t, count } from "./phrases.js";

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ""));
  return node;
}

export const statusNames = () => ({
  open: t("open"), accepted: t("accepted"), rejected: t("rejected"), review: t("needs review"),
});
const statusSigns = { open: "○", accepted: "✓", rejected: "✗", review: "?" };

/** How sure the alignment is, as a word: no meaning by colour alone. */
export function confidence(bead) {
  const percent = Math.round(bead.confidence * 100);
  if (bead.isChanged) return { level: "changed", text: t("changed by hand") };
  if (bead.confidence >= 0.85) return { level: "sure", text: t("{1} % sure", percent) };
  if (bead.confidence >= 0.6) return { level: "likely", text: t("{1} % likely", percent) };
  return { level: "doubtful", text: t("{1} % doubtful", percent) };
}

/** The text of a segment cut where marks and findings begin and end. */
export function marked(text, marks, findings) {
  const stops = new Set([0, text.length]);
  for (const part of [...marks, ...findings]) {
    stops.add(Math.min(part.start, text.length));
    stops.add(Math.min(part.end, text.length));
  }
  const places = [...stops].sort((a, b) => a - b);
  const pieces = [];
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [start, end] = [places[index], places[index + 1]];
    const covers = (part) => part.start <= start && part.end >= end;
    const mark = marks.find(covers);
    const finding = findings.find(covers);
    const piece = text.slice(start, end);
    if (!mark && !finding) { pieces.push(piece); continue; }
    const classes = [];
    if (mark) classes.push("mark", mark.kind);
    if (finding) classes.push("finding", finding.severity);
    pieces.push(element("span", {
      class: classes.join(" "), "data-pair": mark?.pair, title: finding?.message ?? (mark?.label || undefined),
    }, piece));
  }
  return pieces;
}

function segment(segment, marks, findings) {
  const text = segment.edited ?? segment.text;
  const own = findings.flatMap((finding) =>
    [finding.source, finding.target].filter((span) => span?.segment === segment.id)
      .map((span) => ({ ...span, severity: finding.severity, message: finding.message })));
  return element("p", {
    class: `segment is-${segment.kind}${segment.edited ? " edited" : ""}`, "data-segment": segment.id,
    title: segment.edited ? t("was: {1}", segment.text) : undefined,
  }, marked(text, marks, own), segment.edited ? element("span", { class: "flag edited-flag" }, t("edited")) : "");
}

function flags(bead) {
  const list = [];
  const flag = (name, sign, text) => list.push(element("span", { class: `flag ${name}`, title: text },
    element("span", { "aria-hidden": "true" }, sign + " "), text));
  if (bead.isBookmarked) flag("bookmark", "★", t("bookmark"));
  if (bead.isDropped) flag("dropped", "⊘", t("left out"));
  if (bead.isCrossing) flag("crossing", "⤨", t("out of order"));
  return list;
}

function notes(bead, findings) {
  const items = findings.map((finding) => element("li", { class: finding.severity, "data-finding": finding.id },
    element("strong", {}, `${t(finding.severity)}: `), finding.message,
    finding.state === "accepted" ? element("em", {}, " " + t("accepted: {1}", finding.acceptance)) : "",
    element("span", { class: "reason" }, finding.reason)));
  if (bead.note) items.unshift(element("li", { class: "own" }, element("strong", {}, t("Note") + ": "), bead.note));
  return items.length ? element("ul", { class: "notes" }, items) : "";
}

/** A row of the alignment. */
export function beadRow(bead, bitext, { isCurrent, side, marks, findings, pinned }) {
  const sure = confidence(bead);
  const state = statusNames()[bead.status];
  const irregular = bead.shape.split("-").some((number) => number !== "1");
  const row = element("div", {
    class: ["bead", bead.status, sure.level, isCurrent && "current", bead.isDropped && "is-dropped"].filter(Boolean).join(" "),
    role: "row", id: `bead-${bead.id}`, "aria-rowindex": bead.row + 1, "aria-selected": String(Boolean(isCurrent)), "data-row": bead.row,
  }, element("div", { class: "meta", role: "rowheader" },
    element("span", { class: "number" }, (bead.row + 1).toLocaleString()),
    element("span", { class: `state ${bead.status}` },
      element("span", { "aria-hidden": "true" }, statusSigns[bead.status] + " "), state),
    element("span", { class: `sure ${sure.level}` }, sure.text),
    irregular ? element("span", { class: "flag shape", title: t("segments on each side") }, bead.shape.replaceAll("-", "–")) : "",
    flags(bead)));
  bead.sides.forEach((segments, number) => {
    const isHere = isCurrent && side === number;
    const isPinned = pinned && pinned.bead === bead.id && pinned.side === number;
    row.append(element("div", {
      class: `cell${isHere ? " here" : ""}${isPinned ? " pinned" : ""}`, role: "gridcell", id: `cell-${bead.id}-${number}`,
      lang: bitext.texts[number].language, "data-side": number,
    }, segments.length
      ? segments.map((one) => segment(one, marks.of(one), findings))
      : element("p", { class: "none", lang: document.documentElement.lang }, t("nothing here"))));
  });
  const list = notes(bead, findings);
  if (list) row.append(list);
  return row;
}

/** What a screen reader says of a row. */
export function spoken(bead, bitext, side, findings, total) {
  const text = bead.sides[side].map((one) => one.edited ?? one.text).join(" ");
  return [
    t("Pair {1} of {2}", bead.row + 1, total), statusNames()[bead.status], confidence(bead).text, bead.shape.replaceAll("-", "–"),
    findings.length ? count(findings.length, "1 finding", "{1} findings") : "", bead.isDropped ? t("left out") : "",
    text || t("nothing here"),
  ].filter(Boolean).join(", ");
}
