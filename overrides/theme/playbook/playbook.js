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

// The theme's search cuts a Chinese query into words but leaves "UAT准备" whole, which no page
// holds as one word. So letters and Chinese characters are parted on the way to its worker.
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  if (typeof message?.data === "string") {
    const parted = message.data
      .replace(/([\p{L}\p{N}])(?<!\p{sc=Han})(?=\p{sc=Han})/gu, "$1 ")
      .replace(/(\p{sc=Han})(?=[\p{L}\p{N}])(?!\p{sc=Han})/gu, "$1 ");
    return post.call(this, { ...message, data: parted }, ...rest);
  }
  return post.call(this, message, ...rest);
};
