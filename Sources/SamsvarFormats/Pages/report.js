"use strict";
(() => {
  const form = document.querySelector("form");
  const shown = document.getElementById("shown");
  if (!form) return;
  const findings = [...document.querySelectorAll("article[data-rule]")];
  const update = () => {
    const data = new FormData(form);
    const levels = new Set(data.getAll("severity"));
    const rule = data.get("rule");
    const accepted = data.get("accepted") === "yes";
    const words = String(data.get("words") || "").toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const isShown = levels.has(finding.dataset.severity)
        && (!rule || finding.dataset.rule === rule)
        && (accepted || finding.dataset.accepted !== "yes")
        && (!words || finding.textContent.toLowerCase().includes(words));
      finding.hidden = !isShown;
      if (isShown) count += 1;
    }
    for (const section of document.querySelectorAll("section[data-document]")) {
      section.hidden = !section.querySelector("article:not([hidden])");
    }
    shown.textContent = shown.dataset.text.replace("{1}", String(count));
  };
  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  update();
})();
