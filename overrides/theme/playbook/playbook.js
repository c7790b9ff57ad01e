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

// The theme's search cuts a Chinese query by the words of its index, with two gaps: it leaves
// "UAT准备" whole, which no page holds as one word, and it never looks a query's last word up, so
// that 语态 becomes 语 if that is a word too. So each run of characters is sent as the words
// known in it, each ended by a sign that is on no page.
{
  const END = "⺀";
  const post = Worker.prototype.postMessage;
  let documents = [];
  let known;

  function words() {
    const runs = ({ title, text }) => `${title} ${text}`.match(/\p{sc=Han}+/gu) ?? [];
    known ??= new Set(documents.flatMap(runs));
    return known;
  }

  // 质量追溯 → 质量, 质量追溯 and 追溯; what is no word stays as it is, to be completed.
  function cut(run) {
    const found = [];
    let rest = [...run];
    for (let from = 0; from < run.length; from += 1) {
      for (let to = from + 2; to <= run.length; to += 1) {
        if (words().has(run.slice(from, to))) {
          found.push(run.slice(from, to) + END);
          rest.fill(" ", from, to);
        }
      }
    }
    rest = rest.join("").split(" ").filter((part) => part.length > (found.length ? 1 : 0));
    return ` ${[...found, ...rest].join(" ")} `;
  }

  Worker.prototype.postMessage = function (message, ...rest) {
    let { data } = message ?? {};
    if (data?.docs) documents = data.docs;
    if (typeof data === "string") data = data.replace(/\p{sc=Han}+/gu, cut).trim();
    return post.call(this, data ? { ...message, data } : message, ...rest);
  };
}
