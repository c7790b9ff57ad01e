// Prints several pieces in one go: those that are ticked, or a whole phase named in the
// address (?phase=go-live). Each piece is read from its own page.

{
  const chooser = document.querySelector(".pb-choose");
  if (chooser) {
    const { button, element, mount, notice, printFilled, w } = playbook;
    const pack = document.querySelector(".pb-pack");
    const boxes = [];
    const chosen = () => boxes.filter((box) => box.checked);
    const print = button("", go);

    function count() {
      print.textContent = w("js-pack-print", { count: chosen().length });
      print.disabled = !chosen().length;
    }

    // A piece as it is on its own page: its head, then itself.
    async function piece(link) {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(`${answer.status} ${link.href}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const parts = page.querySelectorAll(".pb-head, .pb-sheet");
      return element("article", { className: "pb-pack__piece" }, ...parts);
    }

    async function go() {
      notice.hidden = true;
      print.disabled = true;
      try {
        const links = chosen().map((box) => box.closest("li").querySelector("a"));
        pack.replaceChildren(...(await Promise.all(links.map(piece))));
        await Promise.all([...pack.querySelectorAll("[data-item]")].map(mount));
        for (const fold of pack.querySelectorAll("details")) fold.open = true;
        globalThis.print();
      } catch {
        notice.textContent = w("js-pack-offline");
        notice.hidden = false;
      }
      count();
    }

    for (const section of chooser.querySelectorAll("section")) {
      const its = [...section.querySelectorAll("[data-piece]")].map((row) => {
        const box = element("input", { type: "checkbox", className: "pb-tick", onchange: count });
        box.setAttribute("aria-label", row.querySelector("a").textContent);
        row.prepend(element("label", { className: "pb-thumb" }, box));
        return box;
      });
      boxes.push(...its);
      const all = button(w("js-pack-all"), () => {
        for (const box of its) box.checked = true;
        count();
      });
      section.querySelector("h2").after(all);
      if (section.dataset.phase === new URLSearchParams(location.search).get("phase")) all.click();
    }
    chooser.prepend(
      notice,
      element(
        "div",
        { className: "pb-workspace" },
        print,
        printFilled(),
      ),
    );
    count();
  }
}
