// The words of the interface: English here, Bokmål and Nynorsk in tables beside this file.

const languages = { en: "English", nb: "Bokmål", nn: "Nynorsk" };
let phrases = new Map();
export let language = "en";

const wanted = () => {
  const kept = localStorage.getItem("language");
  if (kept in languages) return kept;
  for (const tag of navigator.languages ?? [navigator.language]) {
    const code = tag.toLowerCase().split("-")[0];
    if (code === "no") return "nb";
    if (code in languages) return code;
  }
  return "en";
};

export async function load(code = wanted()) {
  language = code;
  phrases = new Map();
  document.documentElement.lang = code;
  if (code === "en") return;
  const table = await (await fetch(`/assets/review.${code}.tsv`)).text();
  for (const line of table.split("\n")) {
    const [english, own] = line.split("\t");
    if (own && !english.startsWith("#")) phrases.set(english, own);
  }
}

export function choose(code) {
  localStorage.setItem("language", code);
  location.reload();
}

/** A phrase given in English; {1}, {2} are filled in. */
export function t(english, ...fillings) {
  let text = phrases.get(english) ?? english;
  fillings.forEach((filling, index) => { text = text.replaceAll(`{${index + 1}}`, filling); });
  return text;
}

/** How many there are of something. */
export const count = (number, one, many) => (number === 1 ? t(one) : t(many, number.toLocaleString(language)));

export const languageNames = languages;
export const nameOf = (tag) => {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
};
