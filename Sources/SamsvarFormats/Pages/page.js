// Lights up what belongs together: marks of one pair; a summary sentence, its sources and the words that link them.
(() => {
  "use strict";
  const lit = [];
  const clear = () => { while (lit.length) lit.pop().classList.remove("on"); };
  const light = (nodes) => nodes.forEach((node) => { node.classList.add("on"); lit.push(node); });
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const pairs = (node) => node.dataset.pair.split(" ");
  const byId = (number) => document.getElementById("a" + number);

  // A summary sentence with its sources, and the marks they share.
  const showSentence = (sentence) => {
    const sources = sentence.dataset.sources.split(" ").filter(Boolean).map(byId).filter(Boolean);
    light([sentence, ...sources]);
    const own = new Set(all("[data-pair]", sentence).flatMap(pairs));
    const marks = sources.flatMap((source) => all("[data-pair]", source));
    const shared = marks.filter((mark) => pairs(mark).some((pair) => own.has(pair)));
    light(shared);
    const there = new Set(shared.flatMap(pairs));
    light(all("[data-pair]", sentence).filter((mark) => pairs(mark).some((pair) => there.has(pair))));
  };
  const show = (target) => {
    clear();
    const sentence = target.closest("[data-sources]");
    if (sentence) { showSentence(sentence); return; }
    const segment = target.closest("[data-summary]");
    if (segment) {
      const users = segment.dataset.summary.split(" ").filter(Boolean);
      if (users.length) light([segment, ...users.flatMap((number) => all(`[data-sentence="${number}"]`))]);
      return;
    }
    const pair = target.closest("[data-pair]");
    if (pair) light(pairs(pair).flatMap((number) => all(`[data-pair~="${number}"]`)));
  };
  document.addEventListener("mouseover", (event) => show(event.target));
  document.addEventListener("focusin", (event) => show(event.target));
  document.addEventListener("focusout", clear);

  const dim = document.getElementById("dim");
  const toggle = () => dim.setAttribute("aria-pressed", String(document.body.classList.toggle("dim")));
  if (dim) {
    dim.hidden = false;
    dim.addEventListener("click", toggle);
  }

  // Arrows or j and k walk through the summary, Escape puts the lights out.
  const claims = all(".claim");
  const step = (by) => {
    const here = claims.indexOf(document.activeElement.closest(".claim"));
    const next = claims[Math.min(claims.length - 1, Math.max(0, here < 0 ? 0 : here + by))];
    if (!next) return false;
    next.focus();
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    const inSummary = document.activeElement && document.activeElement.closest(".claim");
    if (key === "Escape") clear();
    else if (key === "d" && dim) toggle();
    else if (key === "j" || key === "ArrowDown" && inSummary) { if (step(1)) event.preventDefault(); }
    else if (key === "k" || key === "ArrowUp" && inSummary) { if (step(-1)) event.preventDefault(); }
  });
})();
