// The page on which a reader keeps client projects apart: names, switches, archives, hands on
// and deletes them.

{
  const place = document.querySelector(".pb-projects");
  if (place) {
    const { button, element, live, load, notice, page, Refused, save, state, store, title, w } = playbook;
    const MOST = 5 * 1024 * 1024; // bytes of a file that is read

    function exportProject(one) {
      const day = new Date().toISOString().slice(0, 10);
      const file = title(one.name).replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase();
      save(`${file}-${day}.json`, state.exported(one.name, store.lines(one.id)));
    }

    function rename(one) {
      const name = prompt(w("js-project-name"), one.name)?.trim();
      if (name) store.rename(one.id, name);
    }

    function remove(one) {
      const count = Object.keys(store.lines(one.id)).length;
      if (count && confirm(w("js-delete-export", { name: title(one.name), count }))) exportProject(one);
      if (confirm(w("js-delete-sure", { name: title(one.name), count }))) store.remove(one.id);
    }

    const list = element("ul", { className: "pb-plain pb-projects__list" });
    const preview = element("div", { className: "pb-projects__preview" });

    function row(one, current) {
      const count = Object.keys(store.lines(one.id)).length;
      const state = [
        w("js-lines", { count }),
        one.archived ? w("js-archived") : "",
        one.id === current ? w("js-current") : "",
      ];
      const item = element(
        "li",
        { className: "pb-projects__one", dataset: { id: one.id } },
        element("strong", { textContent: title(one.name) }),
        element("span", { className: "pb-note", textContent: state.filter(Boolean).join(" · ") }),
      );
      if (one.id !== current && !one.archived) {
        item.append(button(w("js-use"), () => store.use(one.id)));
      }
      item.append(
        button(w("js-rename"), () => rename(one)),
        button(w(one.archived ? "js-unarchive" : "js-archive"), () => store.archive(one.id, !one.archived)),
        button(w("js-export"), () => exportProject(one)),
        button(w("js-delete"), () => remove(one)),
      );
      return item;
    }

    const status = (name) => w(name ? `js-status-${name}` : "js-status-none");

    // What a file would change, before it does.
    function show(name, theirs) {
      const { lines, changes } = state.merged(store.lines(), theirs);
      const of = (kind) => changes.filter((change) => change.kind === kind).length;
      const used = of("new") + of("newer");
      const counts = { name, used, fresh: of("new"), newer: of("newer"), older: of("older") };
      const table = element("ul", { className: "pb-projects__changes" });
      for (const { key, kind, from, to } of changes) {
        const row = theirs[key].cells && Object.values(theirs[key].cells)[0];
        const what = row ? `${key.split("/")[1]}: “${row}”` : `${key}: ${status(from)} → ${status(to)}`;
        const text = `${what} (${w(`js-change-${kind}`)})`;
        table.append(element("li", { textContent: text }));
      }
      const close = () => preview.replaceChildren();
      const go = button(w("js-import-go"), () => {
        // Read again: another tab may have changed something since.
        store.replace(state.merged(store.lines(), theirs).lines);
        close();
        live.textContent = w("js-imported", { used });
      });
      go.disabled = !used && Object.keys(lines).length === Object.keys(store.lines()).length;
      preview.replaceChildren(
        element("p", { textContent: w("js-import-preview", counts) }),
        table,
        go,
        button(w("js-cancel"), close),
      );
    }

    function refuse(error) {
      const known = error instanceof Refused ? error.code : "broken";
      notice.textContent = w(`js-refused-${known}`, { detail: error.detail });
      notice.hidden = false;
      preview.replaceChildren();
    }

    async function workbook(file) {
      await load("vendor/fflate-0.8.3.js", "workbook.js");
      const bytes = new Uint8Array(await file.arrayBuffer());
      return playbook.readWorkbook(bytes, store.lines(), Math.min(file.lastModified, Date.now()));
    }

    async function take(file) {
      notice.hidden = true;
      try {
        if (file.size > MOST) throw new Refused("large");
        const excel = /\.xlsx$/i.test(file.name);
        const { name, version, lines } = excel ? await workbook(file) : state.imported(await file.text());
        show(name, lines);
        if (excel && version !== page.version) {
          const text = w("js-other-version", { version: version || "–" });
          preview.prepend(element("p", { textContent: text }));
        }
      } catch (error) {
        refuse(error);
      }
    }

    const chooser = element("input", {
      type: "file",
      accept: ".json,.xlsx,application/json",
      onchange: () => {
        const [file] = chooser.files;
        if (file) take(file);
        chooser.value = "";
      },
    });
    const me = element("input", { maxLength: 100, autocomplete: "off", onchange: () => store.setMe(me.value) });
    const fresh = element("input", { maxLength: 100, autocomplete: "off", required: true });
    const create = element(
      "form",
      {
        className: "pb-projects__form",
        onsubmit: (event) => {
          event.preventDefault();
          store.create(fresh.value.trim() || w("js-unnamed"));
          fresh.value = "";
        },
      },
      element("label", {}, `${w("js-new-project")} `, fresh),
      element("button", { className: "pb-button", textContent: w("js-create") }),
    );

    function draw() {
      const { workspaces, current, me: name } = store.index();
      list.replaceChildren(...workspaces.map((one) => row(one, current)));
      if (me !== document.activeElement) me.value = name;
      const problem = store.problem();
      const damaged = store.damaged();
      if (problem || damaged.length) {
        notice.textContent = problem ? w(`js-problem-${problem}`) : w("js-problem-damaged");
        for (const key of damaged) {
          notice.append(" ", button(w("js-save-damaged"), () => save(`${key}.txt`, localStorage.getItem(key), "text/plain")));
        }
      }
      notice.hidden = !problem && !damaged.length;
    }

    place.replaceChildren(
      notice,
      live,
      list,
      create,
      element("div", { className: "pb-projects__form" }, element("label", {}, `${w("js-me")} `, me)),
      element("div", { className: "pb-projects__form" }, element("label", {}, `${w("js-import")} `, chooser)),
      preview,
    );
    store.onchange(draw);
    draw();
  }
}
