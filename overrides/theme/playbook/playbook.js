// What pages do besides being read. Everything works without this file.

// A table wider than the screen scrolls inside a frame of the theme's; the keyboard must
// reach it. The theme makes the frames while the page loads.
addEventListener("load", () => {
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
  }
});

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
