// What the scripts of a page build with: their words, elements, messages, and the way back.

{
  const { store } = playbook;
  const source = document.getElementById("pb-words");
  const words = JSON.parse(source.textContent);
  const undone = []; // what each change of this page was before, the last one last

  const w = (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

  function element(tag, properties = {}, ...children) {
    const { dataset, ...rest } = properties;
    const made = Object.assign(document.createElement(tag), rest);
    Object.assign(made.dataset, dataset);
    made.append(...children);
    return made;
  }

  const button = (text, onclick, className = "pb-button") =>
    element("button", { type: "button", className, textContent: text, onclick });

  // A field under its label.
  const labelled = (text, input) =>
    element("label", {}, element("span", { textContent: text }), input);

  const live = element("p", { className: "pb-live", role: "status" });
  live.setAttribute("aria-live", "polite");
  const notice = element("p", { className: "pb-notice", hidden: true });
  notice.setAttribute("role", "alert");

  // Whether paper shows what is filled in, or the empty sheet.
  function printFilled() {
    const box = element("input", {
      type: "checkbox",
      className: "pb-tick",
      onchange: () => document.documentElement.classList.toggle("pb-filled", box.checked),
    });
    return element("label", {}, box, ` ${w("js-print-filled")}`);
  }

  const today = () => new Date().toLocaleDateString("sv"); // YYYY-MM-DD where the reader is

  // Hand a text, or what has become a Blob, over as a file.
  function save(name, content, type = "application/json") {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    element("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  // Scripts that are needed only now, each once, one after the other.
  const loading = new Map();
  function fetched(name) {
    const { src } = document.querySelector('script[src*="playbook/page.js"]');
    return new Promise((resolve, reject) => {
      const script = element("script", { src: src.replace("page.js", name), onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }

  async function load(...names) {
    for (const name of names) {
      if (!loading.has(name)) loading.set(name, fetched(name));
      await loading.get(name);
    }
  }

  // What a kind's script makes of an item: a class whose objects are made from the item's
  // section, and show what is kept of it, if they have a method for it.
  const makers = {};
  const kind = (name, Maker) => (makers[name] = Maker);
  async function maker(name) {
    await load(`kinds/${name}.js`);
    return makers[name];
  }

  // Changes that can be taken back: fields of a line, or several lines cleared at once.
  const history = {
    edit: (key, fields) => undone.push([[key, store.set(key, fields)]]),
    clear(lines) {
      undone.push(Object.entries(lines));
      for (const key of Object.keys(lines)) store.restore(key, null);
    },
    back() {
      const last = undone.pop();
      for (const [key, line] of last ?? []) store.restore(key, line);
      if (last) live.textContent = w("js-undone");
    },
    empty: () => !undone.length,
  };

  // What a field can't take is said while it happens: the browser cuts the rest off.
  document.addEventListener("input", ({ target }) => {
    const most = target.maxLength;
    if (!(most > 0 && target.value.length >= most)) return;
    notice.textContent = w("js-limit", { count: most });
    notice.hidden = false;
  });

  const title = (name) => name || w("js-unnamed");
  const page = { projects: source.dataset.projects, version: source.dataset.version };
  Object.assign(playbook, { button, element, history, kind, labelled, live, load, maker, notice, page, printFilled, save, title, today, w });
}
