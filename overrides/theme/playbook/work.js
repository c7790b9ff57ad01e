// Lines that can be ticked: a box, "doesn't apply", a note, an owner and a date for each;
// progress, filter, undo and reset for each item. Without this file the lines are read and
// printed as they stand.

{
  const { button, element, history, labelled, live, maker, notice, page, printFilled, save, state, store, title, w } = playbook;

  // A line of an item: its box, and what can be noted about it.
  class Line {
    constructor(item, place) {
      Object.assign(this, { item, place, key: `${item.id}/${place.dataset.line}` });
      const act = place.querySelector(".pb-line__act");
      this.box = element("input", { type: "checkbox", className: "pb-tick" });
      this.box.setAttribute("aria-labelledby", act.id);
      this.box.addEventListener("change", () => {
        const { wording } = place.dataset;
        this.set({ status: this.box.checked ? "done" : "open", reason: "", wording });
      });
      place.querySelector(".pb-box").replaceWith(element("label", { className: "pb-thumb" }, this.box));
      this.more = element("details", { className: "pb-more" });
      this.summary = element("summary");
      this.more.append(this.summary);
      this.more.addEventListener("toggle", () => this.more.open && this.form(), { once: true });
      this.shown = element("p", { className: "pb-line__kept", hidden: true });
      this.reworded = element(
        "p",
        { className: "pb-line__reworded", hidden: true },
        element("span", { textContent: `${w("js-reworded")} ` }),
        button(w("js-still-done"), () => this.set({ wording: place.dataset.wording })),
      );
      place.querySelector(".pb-line__text").append(this.shown, this.reworded, this.more);
    }

    set(fields) {
      history.edit(this.key, fields);
      live.textContent = this.item.countText();
    }

    // The fields, made when they are first wanted.
    form() {
      const field = (name, input, label) => {
        input.name = name;
        input.addEventListener("change", () => {
          const value = input.type === "checkbox" ? input.checked : input.value.trim();
          const { wording } = this.place.dataset;
          this.set(name === "na" ? { status: value ? "na" : "open", wording } : { [name]: value });
        });
        return labelled(label, input);
      };
      this.fields = {
        na: element("input", { type: "checkbox", className: "pb-tick" }),
        reason: element("input", { type: "text", maxLength: 500 }),
        note: element("textarea", { rows: 2, maxLength: 4000 }),
        owner: element("input", { type: "text", maxLength: 100, autocomplete: "off" }),
        due: element("input", { type: "date" }),
      };
      const form = element("div", { className: "pb-more__form" });
      for (const [name, input] of Object.entries(this.fields)) {
        form.append(field(name, input, w(`js-field-${name}`)));
      }
      this.more.append(form);
      this.show(store.lines()[this.key]);
    }

    show(line) {
      const status = line?.status ?? "open";
      this.box.checked = status === "done";
      this.box.disabled = status === "na";
      this.place.dataset.status = status;
      this.place.dataset.owner = line?.owner ?? "";
      const kept = [
        status === "na" ? `${w("js-field-na")}${line.reason ? `: ${line.reason}` : ""}` : "",
        line?.owner ? `${w("js-field-owner")}: ${line.owner}` : "",
        line?.due ? `${w("js-field-due")}: ${line.due}` : "",
        line?.note ?? "",
      ].filter(Boolean);
      this.shown.textContent = kept.join(" · ");
      this.shown.hidden = !kept.length;
      this.summary.textContent = w(kept.length ? "js-more-edit" : "js-more");
      const { wording } = this.place.dataset;
      this.reworded.hidden = status === "open" || !line.wording || line.wording === wording;
      if (!this.fields) return;
      this.fields.na.checked = status === "na";
      this.fields.reason.closest("label").hidden = status !== "na";
      for (const name of ["reason", "note", "owner", "due"]) {
        const input = this.fields[name];
        if (input !== document.activeElement) input.value = line?.[name] ?? "";
      }
    }
  }

  // An item with lines that can be ticked, and the bar above them.
  class Item {
    constructor(place) {
      Object.assign(this, { place, id: place.dataset.item });
      this.renames = JSON.parse(place.dataset.renames ?? "{}");
      const places = [...place.querySelectorAll(".pb-line[data-line]")];
      this.lines = places.map((at) => new Line(this, at));
      this.keys = this.lines.map((line) => line.key);
      this.meter = element("progress", { max: this.keys.length });
      this.count = element("span", { className: "pb-work__count" });
      this.meter.setAttribute("aria-label", w("js-progress"));
      this.filter = element("select", { onchange: show });
      this.filter.setAttribute("aria-label", w("js-show"));
      for (const name of ["all", "open", "mine"]) {
        this.filter.append(element("option", { value: name, textContent: w(`js-show-${name}`) }));
      }
      this.undo = button(w("js-undo"), history.back);
      this.calendar = button(w("js-calendar"), () => this.dates());
      const bar = element(
        "div",
        { className: "pb-work" },
        this.meter,
        this.count,
        this.filter,
        this.undo,
        button(w("js-reset"), () => this.reset()),
        this.calendar,
      );
      this.lines[0].place.closest(".pb-lines").previousElementSibling.before(bar);
    }

    progress = () => state.progress(this.kept, this.keys);

    countText() {
      const { done, na, total } = this.progress();
      return w(na ? "js-count-na" : "js-count", { done, na, total: total - na });
    }

    reset() {
      const before = this.keys.filter((key) => this.kept[key]).map((key) => [key, this.kept[key]]);
      if (!before.length || !confirm(w("js-reset-sure", { count: before.length }))) return;
      history.clear(Object.fromEntries(before));
      live.textContent = this.countText();
    }

    // The dates of the lines that are still open, for a calendar.
    dates() {
      const due = this.lines.filter(({ key }) => this.kept[key]?.due && this.kept[key].status === "open");
      const events = due.map(({ key, place }) => {
        const { due: day, owner, note, at } = this.kept[key];
        const text = place.querySelector(".pb-line__act").textContent;
        return { key, day, at, text: owner ? `${text} (${owner})` : text, note };
      });
      save(`${this.id.replace("/", "-")}.ics`, playbook.calendar(events, location.href), "text/calendar");
    }

    narrow() {
      const me = store.index().me;
      for (const { place } of this.lines) {
        const { status, owner } = place.dataset;
        place.hidden =
          (this.filter.value === "open" && status !== "open") ||
          (this.filter.value === "mine" && (!me || owner !== me));
      }
    }

    show(all) {
      const lines = state.carried(all, this.id, this.renames);
      if (Object.keys(this.renames).some((old) => `${this.id}/${old}` in all)) store.replace(lines);
      this.kept = lines;
      for (const line of this.lines) line.show(lines[line.key]);
      const { done, na } = this.progress();
      this.meter.value = done + na;
      this.count.textContent = this.countText();
      this.undo.disabled = history.empty();
      this.calendar.hidden = !this.keys.some((key) => lines[key]?.due && lines[key].status === "open");
      for (const gone of this.place.querySelectorAll(".pb-retired [data-line]")) {
        gone.hidden = !(`${this.id}/${gone.dataset.line}` in lines);
        if (!gone.hidden) gone.parentElement.hidden = false;
      }
      this.narrow();
    }
  }

  // Progress where items are listed: one bar for each, one for each group of them.
  class Listed {
    constructor(place) {
      this.place = place;
      this.keys = place.dataset.lines.split(" ").map((line) => `${place.dataset.listed}/${line}`);
      this.meter = element("progress", { max: this.keys.length });
      this.count = element("span", { className: "pb-work__count" });
      place.append(element("p", { className: "pb-work pb-work--listed" }, this.meter, this.count));
      this.meter.setAttribute("aria-label", w("js-progress"));
    }

    show(all) {
      const { done, na, total } = state.progress(all, this.keys);
      this.meter.value = done + na;
      this.count.textContent = w(na ? "js-count-na" : "js-count", { done, na, total: total - na });
    }
  }

  class Group {
    constructor(place, listed) {
      this.keys = listed.filter((one) => place.contains(one.place)).flatMap((one) => one.keys);
      this.count = element("span", { className: "pb-minutes" });
      place.querySelector("h2, h3").append(" ", this.count);
    }

    show(all) {
      const { done, na, total } = state.progress(all, this.keys);
      this.count.textContent = `${Math.round((100 * (done + na)) / total)}%`;
    }
  }

  // What shows what is kept: items with lines, lists of items, and what kinds' scripts make.
  const shown = [];
  const items = () => shown.filter((one) => one instanceof Item);

  // Which workspace is worked in, where there is something to work with.
  const picker = element("select", { onchange: () => store.use(picker.value) });
  picker.setAttribute("aria-label", w("js-workspace"));
  const manage = element("a", { href: page.projects, textContent: w("js-manage") });
  const bar = element("div", { className: "pb-workspace" }, element("label", {}, `${w("js-workspace")} `, picker), manage);
  const print = printFilled();

  function pick() {
    const { workspaces, current } = store.index();
    const open = workspaces.filter((one) => !one.archived || one.id === current);
    picker.replaceChildren(
      ...open.map(({ id, name }) =>
        element("option", { value: id, textContent: title(name), selected: id === current }),
      ),
    );
  }

  function show() {
    pick();
    const all = store.lines();
    for (const one of shown) one.show(all);
    const nobody = !store.index().me && items().some((item) => item.filter.value === "mine");
    const problem = store.problem() ?? (nobody ? "nobody" : null);
    notice.textContent = problem ? w(`js-problem-${problem}`) : "";
    notice.hidden = !problem;
  }

  // Show something from now on; paper can show what is filled in where there is such a thing.
  function add(one, fills) {
    if (!shown.length) {
      document.querySelector("[data-item], [data-progress]").before(notice, bar, live);
      store.onchange(show);
    }
    shown.push(one);
    if (fills) bar.append(print);
  }

  // An item's section is worked with: its lines, and what only its kind knows.
  async function mount(place) {
    if (place.querySelector(".pb-line[data-line]")) add(new Item(place), true);
    const { script } = place.dataset;
    if (!script) return;
    const Maker = await maker(script);
    const made = new Maker(place);
    if (!made.show) return;
    add(made, Maker.fills);
    show();
  }

  function mountLists() {
    const listed = [...document.querySelectorAll("[data-listed]")].map((place) => new Listed(place));
    const groups = [...document.querySelectorAll("[data-progress]")]
      .filter((place) => place.querySelector("[data-listed]"))
      .map((place) => new Group(place, listed));
    for (const one of [...listed, ...groups]) add(one, false);
  }

  for (const place of document.querySelectorAll("[data-item]")) mount(place);
  mountLists();
  if (shown.length) show();
  // Sections that come into the page later are worked with like the rest.
  playbook.mount = async (place) => {
    await mount(place);
    show();
  };
}
