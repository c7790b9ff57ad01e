// Leads to the reader's language: the one chosen last, else the browser's first choice of
// ours, else English. Without scripts the page offers both as links.
const languages = ["en", "zh"];
let chosen = null;
try {
  chosen = localStorage.getItem("playbook.language");
} catch {
  // Storage may be blocked: go by the browser's languages.
}
const preferred = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
const language = [chosen, ...preferred].find((name) => languages.includes(name)) ?? "en";
location.replace(`${language}/${location.hash}`);
