// Lights up what belongs together: marks of one pair, and the source of a summary sentence.
(() => {
  "use strict";
  const lit = [];
  const clear = () => { while (lit.length) lit.pop().classList.remove("on"); };
  const light = (nodes) => nodes.forEach((node) => { node.classList.add("on"); lit.push(node); });
  const all = (selector) => [...document.querySelectorAll(selector)];

  const show = (target) => {
    clear();
    const pair = target.closest("[data-pair]");
    if (pair) light(all(`[data-pair="${pair.dataset.pair}"]`));
    const sentence = target.closest("[data-sources]");
    if (sentence) {
      light([sentence]);
      light(sentence.dataset.sources.split(" ").filter(Boolean)
        .map((number) => document.getElementById("a" + number)).filter(Boolean));
      return;
    }
    const segment = target.closest("[data-summary]");
    if (segment && segment.dataset.summary) {
      light([segment]);
      light(segment.dataset.summary.split(" ").flatMap((number) =>
        all(`[data-sentence="${number}"]`)));
    }
  };
  document.addEventListener("mouseover", (event) => show(event.target));
  document.addEventListener("focusin", (event) => show(event.target));
  document.addEventListener("focusout", clear);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
})();
