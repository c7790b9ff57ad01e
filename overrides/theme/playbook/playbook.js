// What pages do besides being read. Everything works without this file.

// The root page leads to the language that was chosen last.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".pb-language");
  if (!link) return;
  try {
    localStorage.setItem("playbook.language", link.hreflang.split("-")[0]);
  } catch {
    // Storage may be blocked; the link works all the same.
  }
});
